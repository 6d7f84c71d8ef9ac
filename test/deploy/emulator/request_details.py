"""
Resources and condition keys of requests that MiniStack does not work out, as the Service Authorization Reference gives
them: it takes "*", or leaves the key away.
"""

import json

from ministack.core import iam_actions
from ministack.services import athena, organizations

# Headers of a put by the condition key that carries them.
_S3_HEADERS = {
    "s3:if-none-match": "if-none-match",
    "s3:x-amz-storage-class": "x-amz-storage-class",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": "x-amz-server-side-encryption-aws-kms-key-id",
    "s3:x-amz-server-side-encryption-customer-algorithm": "x-amz-server-side-encryption-customer-algorithm",
}


def _of_athena(fields: dict, region: str, account: str) -> str | None:
    execution = athena._executions.get(fields.get("QueryExecutionId"))
    return execution and f"arn:aws:athena:{region}:{account}:workgroup/{execution['WorkGroup']}"


def _of_organizations(fields: dict, region: str, account: str) -> str | None:
    names = ("AccountId", "OrganizationalUnitId", "ResourceId", "ChildId")
    named = next((fields[name] for name in names if name in fields), None)
    known = organizations._accounts.get(named) or organizations._ous.get(named)
    return known and known["Arn"]


_RESOURCES = {"athena": _of_athena, "organizations": _of_organizations}


def install() -> None:
    extract, s3_context = iam_actions.extract_resource_arn, iam_actions.s3_service_context

    def extract_known(service, method, path, headers, body, query_params, region, account):
        if service in _RESOURCES:
            fields = json.loads(body or b"{}")
            if found := _RESOURCES[service](fields, region, account):
                return found
        return extract(service, method, path, headers, body, query_params, region, account)

    def s3_context_of_put(action, query_params, path="", headers=None):
        context = s3_context(action, query_params, path, headers)
        if action == "s3:PutObject":
            found = {key: (headers or {}).get(name) for key, name in _S3_HEADERS.items()}
            context.update({key: value for key, value in found.items() if value is not None})
        return context

    iam_actions.extract_resource_arn = extract_known
    iam_actions.s3_service_context = s3_context_of_put
