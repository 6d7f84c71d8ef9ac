"""Reads calls as JSON lines and says, one line each, what of them AWS's own models do not know or do not allow."""

import json
import sys

import botocore.session
from botocore.validate import ParamValidator

# botocore's names of the services whose ids in the models are not these names in lower case.
_NAMES = {"Secrets Manager": "secretsmanager"}

_session = botocore.session.get_session()
_models: dict = {}


def _model(service: str):
    if service not in _models:
        _models[service] = _session.get_service_model(_NAMES.get(service, service.lower()))
    return _models[service]


def _wrong_words(value, shape, path: str) -> list[str]:
    """Values that are none of those that the model lists, which botocore itself leaves to the service."""
    if shape.type_name == "structure" and isinstance(value, dict):
        known = [(key, part) for key, part in value.items() if key in shape.members]
        return [one for key, part in known for one in _wrong_words(part, shape.members[key], f"{path}.{key}")]
    if shape.type_name == "list" and isinstance(value, list):
        return [one for part in value for one in _wrong_words(part, shape.member, f"{path}[]")]
    if shape.type_name == "map" and isinstance(value, dict):
        return [one for part in value.values() for one in _wrong_words(part, shape.value, f"{path}{{}}")]
    words = getattr(shape, "enum", None)
    return [f"{path} is {value!r}, none of {words}"] if words and value not in words else []


def problems(call: dict) -> list[str]:
    shape = _model(call["service"]).operation_model(call["operation"]).input_shape
    given = {key: value for key, value in call["input"].items() if value is not None}
    if shape is None:
        return [f"takes nothing, received {sorted(given)}"] if given else []
    report = ParamValidator().validate(given, shape)
    found = [report.generate_report().replace("\n", "; ")] if report.has_errors() else []
    return found + _wrong_words(given, shape, "input")


for line in sys.stdin:
    one = json.loads(line)
    for problem in problems(one):
        print(f"{one['service']} {one['operation']}: {problem}")
