"""
What MiniStack's policy engine leaves out of AWS's: variables in policies, and that aws:PrincipalArn of a role's session
is the ARN of the role with its path.
"""

import re

from ministack.core import iam_evaluator
from ministack.services import iam

_VARIABLE = re.compile(r"\$\{([^}]+)\}")


def _filled(text, context):
    """Undefined when a variable has no value: such a statement matches nothing."""
    if not isinstance(text, str):
        return text
    keys = _VARIABLE.findall(text)
    values = {key: iam_evaluator._resolve_condition_key(key, context) for key in keys}
    if None in values.values():
        return None
    return _VARIABLE.sub(lambda found: str(values[found[1]]), text)


def _filled_list(texts, context):
    return [one for text in texts if (one := _filled(text, context)) is not None]


def _condition_values(expected, context):
    return _filled_list(expected if isinstance(expected, list) else [expected], context)


def install() -> None:
    resolve, conditions_met = iam_evaluator._resolve_condition_key, iam_evaluator._conditions_met

    def resolve_role(key, context):
        if key.lower() == "aws:principalarn" and context.principal_type == "AssumedRole":
            name = iam_evaluator._role_name_from_assumed_arn(context.principal_arn)
            role = iam._roles.get_scoped(context.principal_account, None, name)
            if role is not None:
                return role["Arn"]
        return resolve(key, context)

    def conditions_with_variables(conditions, context):
        filled = {
            operator: {key: _condition_values(expected, context) for key, expected in keys.items()}
            for operator, keys in (conditions or {}).items()
        }
        return conditions_met(filled, context)

    def first_match(context, statements, effect):
        for statement in statements:
            resources = _filled_list(statement.resources, context)
            if (
                statement.effect == effect
                and len(resources) + len(statement.not_resources) > 0
                and iam_evaluator._action_matches(context.action, statement.actions, statement.not_actions)
                and iam_evaluator._resource_matches(context.resource_arn, resources, statement.not_resources)
                and iam_evaluator._conditions_met(statement.conditions, context)
            ):
                return statement
        return None

    iam_evaluator._resolve_condition_key = resolve_role
    iam_evaluator._conditions_met = conditions_with_variables
    iam_evaluator._first_match = first_match
