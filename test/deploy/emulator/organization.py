"""One organization for all accounts: in MiniStack every account is the management account of its own."""

import json
import os

from ministack.core import iam_evaluator
from ministack.core.responses import request_scope
from ministack.services import organizations


def install() -> None:
    planted = json.loads(os.environ["ORGANIZATION"])
    with request_scope(planted["managementAccountId"], os.environ["MINISTACK_REGION"]):
        organizations._ensure_org()
        _rename(planted)
    members = {account["id"] for account in planted["accounts"]}
    iam_evaluator._principal_org_id = lambda account_id: planted["id"] if account_id in members else None


def _rename(planted: dict) -> None:
    """Gives the organization that MiniStack made for the management account the ids and members that are known."""
    old = organizations._orgs["self"]
    organizations._orgs["self"] = json.loads(json.dumps(old).replace(old["Id"], planted["id"]))
    organizations._roots.clear()
    root = planted["rootId"]
    arn = f"arn:aws:organizations::{planted['managementAccountId']}"
    organizations._roots[root] = {
        "Id": root,
        "Arn": f"{arn}:root/{planted['id']}/{root}",
        "Name": "Root",
        "PolicyTypes": [],
    }
    for unit in planted["organizationalUnits"]:
        organizations._ous[unit["id"]] = {
            "Id": unit["id"],
            "Arn": f"{arn}:ou/{planted['id']}/{unit['id']}",
            "Name": unit["name"],
            "_ParentId": unit["parentId"],
        }
    organizations._accounts.clear()
    for account in planted["accounts"]:
        organizations._accounts[account["id"]] = {
            "Id": account["id"],
            "Arn": f"{arn}:account/{planted['id']}/{account['id']}",
            "Email": account["email"],
            "Name": account["name"],
            "Status": "ACTIVE",
            "JoinedMethod": "CREATED",
            "JoinedTimestamp": 1577836800,
            "_ParentId": account["parentId"],
        }
