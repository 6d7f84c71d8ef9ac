"""
The template that each stack is deployed with at the moment. And a deployment that imports is spared the look for names
that are taken: MiniStack would refuse the very buckets that are to be taken back.
"""

from ministack.services.cloudformation import _stacks, changesets, handlers, stacks

templates: dict[str, dict] = {}


def install() -> None:
    deploy = stacks._deploy_stack_async

    def deploy_known(stack_name, stack_id, template, *arguments, **named):
        templates[stack_name] = template
        if named.get("imports"):
            _stacks[stack_name]["_disable_validation"] = True
        return deploy(stack_name, stack_id, template, *arguments, **named)

    for module in (stacks, changesets, handlers):
        module._deploy_stack_async = deploy_known
