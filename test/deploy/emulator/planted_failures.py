"""
Lets resources fail that the file FAILURES names by pairs of a stack and a type; of the type "last", the one that is made
after all others of its stack.
"""

import json
import os

from ministack.services.cloudformation import _stacks, provisioners, stacks

from deployments import templates


def _is_last(stack_name: str) -> bool:
    made = _stacks[stack_name].get("_resources", {})
    return len(made) == len(templates[stack_name]["Resources"]) - 1


def _planted(stack_name: str, resource_type: str) -> bool:
    with open(os.environ["FAILURES"], encoding="utf-8") as failures:
        pairs = json.load(failures)
    return [stack_name, resource_type] in pairs or ([stack_name, "last"] in pairs and _is_last(stack_name))


def install() -> None:
    provision = provisioners._provision_resource

    def provision_or_fail(resource_type, logical_id, props, stack_name):
        if _planted(stack_name, resource_type):
            raise ValueError("planted failure")
        return provision(resource_type, logical_id, props, stack_name)

    stacks._provision_resource = provision_or_fail
