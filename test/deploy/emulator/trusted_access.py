"""CloudFormation's trusted access to the organization, which MiniStack lacks: off until it is activated."""

from ministack.core import iam_actions
from ministack.core.responses import get_account_id
from ministack.services import cloudformation
from ministack.services.cloudformation.helpers import _xml

from recording import record

_enabled: set[str] = set()


def _activate(params):
    _enabled.add(get_account_id())
    record("trusted access")
    return _answer("ActivateOrganizationsAccess", "")


def _describe(params):
    status = "ENABLED" if get_account_id() in _enabled else "DISABLED"
    return _answer("DescribeOrganizationsAccess", f"<Status>{status}</Status>")


def _answer(action: str, content: str):
    return _xml(200, f"{action}Response", f"<{action}Result>{content}</{action}Result>")


def install() -> None:
    for action, handler in (("ActivateOrganizationsAccess", _activate), ("DescribeOrganizationsAccess", _describe)):
        if action in cloudformation._ACTION_HANDLERS:
            raise RuntimeError(f"MiniStack knows {action} by now: take it out of the additions")
        cloudformation._ACTION_HANDLERS[action] = handler
