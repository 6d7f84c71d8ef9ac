"""Resource types that MiniStack does not know: made, changed and deleted on paper only."""

from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS

from recording import record


def _quick_sight(kind: str, id_property: str):
    def identify(props: dict) -> tuple[str, dict]:
        arn = f"arn:aws:quicksight:{get_region()}:{get_account_id()}:{kind}/{props[id_property]}"
        return f"{get_account_id()}|{props[id_property]}", {"Arn": arn}

    return identify


def _refresh_schedule(props: dict) -> tuple[str, dict]:
    schedule = props["Schedule"]["ScheduleId"]
    _, data_set = _quick_sight("dataset", "DataSetId")(props)
    arn = f"{data_set['Arn']}/refresh-schedule/{schedule}"
    return f"{get_account_id()}|{props['DataSetId']}|{schedule}", {"Arn": arn}


def _stack_set(props: dict) -> tuple[str, dict]:
    identity = f"{props['StackSetName']}:00000000-0000-0000-0000-000000000000"
    return identity, {"StackSetId": identity}


def _event_bus_policy(props: dict) -> tuple[str, dict]:
    return f"{props['EventBusName']}|{props['StatementId']}", {}


# The physical id and the attributes that CloudFormation documents for each type.
_IDENTITIES = {
    "AWS::CloudFormation::StackSet": _stack_set,
    "AWS::Events::EventBusPolicy": _event_bus_policy,
    "AWS::QuickSight::DataSource": _quick_sight("datasource", "DataSourceId"),
    "AWS::QuickSight::DataSet": _quick_sight("dataset", "DataSetId"),
    "AWS::QuickSight::Dashboard": _quick_sight("dashboard", "DashboardId"),
    "AWS::QuickSight::RefreshSchedule": _refresh_schedule,
}


def _handlers(resource_type: str) -> dict:
    identify = _IDENTITIES[resource_type]

    def create(logical_id, props, stack_name):
        record("resource", change="create", type=resource_type, stack=stack_name, properties=props)
        return identify(props)

    def update(physical_id, old_props, new_props, stack_name):
        record("resource", change="update", type=resource_type, stack=stack_name, properties=new_props)
        return identify(new_props)

    def delete(physical_id, props):
        record("resource", change="delete", type=resource_type, properties=props)

    return {"create": create, "update": update, "delete": delete}


def install() -> None:
    for resource_type in _IDENTITIES:
        if resource_type in _RESOURCE_HANDLERS:
            raise RuntimeError(f"MiniStack knows {resource_type} by now: take it out of the additions")
        _RESOURCE_HANDLERS[resource_type] = _handlers(resource_type)
