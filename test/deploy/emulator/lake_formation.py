"""
Grants of Lake Formation, on paper. CloudFormation makes at once what does not depend on one another, and Lake Formation
answers ConcurrentModificationException to grants made at once. MiniStack makes one thing after the other, so a grant is
refused when the template lets another be made at the same time.
"""

from ministack.services.cloudformation.engine import _extract_deps
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS

from deployments import templates
from recording import record

_TYPE = "AWS::LakeFormation::PrincipalPermissions"


def _ancestors(resources: dict, logical_id: str) -> set[str]:
    found, open_ids = set(), [logical_id]
    while open_ids:
        direct = _extract_deps(resources[open_ids.pop()], set(resources)) - found
        found |= direct
        open_ids += direct
    return found


def _unordered(resources: dict, logical_id: str) -> list[str]:
    """Other grants that may be made at the same time."""
    before = _ancestors(resources, logical_id)
    return [
        other
        for other, definition in resources.items()
        if definition["Type"] == _TYPE
        and other != logical_id
        and other not in before
        and logical_id not in _ancestors(resources, other)
    ]


def _create(logical_id, props, stack_name):
    if others := _unordered(templates[stack_name]["Resources"], logical_id):
        raise ValueError(f"ConcurrentModificationException: {logical_id} is granted while {', '.join(others)} may be")
    record("grant", stack=stack_name, logicalId=logical_id, properties=props)
    return f"{stack_name}-{logical_id}", {"PrincipalIdentifier": "", "ResourceIdentifier": ""}


def _update(physical_id, old_props, new_props, stack_name, logical_id):
    return _create(logical_id, new_props, stack_name)


def _delete(physical_id, props):
    record("revoked grant", properties=props)


def install() -> None:
    if _TYPE in _RESOURCE_HANDLERS:
        raise RuntimeError(f"MiniStack knows {_TYPE} by now: take it out of the additions")
    _RESOURCE_HANDLERS[_TYPE] = {
        "create": _create,
        "update": _update,
        "update_with_logical_id": True,
        "delete": _delete,
    }
