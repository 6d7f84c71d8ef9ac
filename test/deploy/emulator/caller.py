"""Who asks: for what a service does with the permissions of its caller beside the action that was called."""

import contextvars

from ministack.core import iam_evaluator
from ministack.core.responses import get_account_id, get_region

_access_key = contextvars.ContextVar("caller", default="")


def denial(service: str, action: str, resource: str, **context) -> str | None:
    """What AWS answers when the caller of the request in hand may not do something; None when it may."""
    found = _enforce(_access_key.get(), action, service, get_region(), resource, context)
    if found is None:
        return None
    if isinstance(found, iam_evaluator.AuthError):
        return f"{found.code}: {found.message}"
    because = (
        "with an explicit deny"
        if found.decision == "Deny"
        else f"because no identity-based policy allows the {action} action"
    )
    return f"User: {found.principal_arn} is not authorized to perform: {action} on resource: {resource} {because}"


def principal() -> iam_evaluator.PrincipalInfo:
    """Who makes the request in hand."""
    found = iam_evaluator.resolve_principal(_access_key.get(), get_account_id())
    if isinstance(found, iam_evaluator.AuthError):
        raise RuntimeError(found.message)
    return found


_enforce = iam_evaluator.enforce


def _remember(access_key_id, *arguments, **named):
    _access_key.set(access_key_id or "")
    return _enforce(access_key_id, *arguments, **named)


def install() -> None:
    iam_evaluator.enforce = _remember
