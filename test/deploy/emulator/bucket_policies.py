"""A bucket's policy decides about the role that asks from another account; MiniStack asks it about the account's root."""

from ministack.core import iam_actions
from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy
from ministack.core.responses import get_region
from ministack.services import s3

import caller


def _allows(owner, bucket, key, method, query_params, caller_account, headers=None) -> bool:
    principal = caller.principal()
    action = f"s3:{iam_actions._s3_action(method, f'/{bucket}/{key}', query_params)}"
    context = EvalContext(
        principal_arn=principal.arn,
        principal_type=principal.type,
        principal_account=principal.account,
        action=action,
        resource_arn=f"arn:aws:s3:::{bucket}/{key}" if key else f"arn:aws:s3:::{bucket}",
        region=get_region(),
        service_context=iam_actions.s3_service_context(action, query_params, f"/{bucket}/{key}", headers or {}),
        principal_keys=principal.keys,
    )
    context.service_context = {name.lower(): value for name, value in context.service_context.items()}
    return evaluate_resource_policy(s3._bucket_policies.get_scoped(owner, None, bucket), context).decision == "Allow"


def install() -> None:
    s3._foreign_bucket_allows = _allows
