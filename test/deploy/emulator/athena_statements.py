"""
Athena's statements: MiniStack makes and drops the tables, views are kept as text, and each asks for the caller's
permissions in Glue. Anything else is refused: no question is answered here.
"""

import json
import re
import time

from ministack.services import athena, glue

import caller
import glue_permissions
from recording import record

_COMMENTS = r"(?:\s*--[^\n]*\n)*\s*"
_CREATE_VIEW = re.compile(_COMMENTS + r"create\s+or\s+replace\s+view\s+(\w+)\s+as\b", re.IGNORECASE)
_DROP_VIEW = re.compile(r"\s*drop\s+view\s+if\s+exists\s+(\w+)\s*$", re.IGNORECASE)


class Refused(Exception):
    """Fails the query with its text, as Athena's reason."""


def _kind(query: str, ddl) -> tuple[str, str]:
    if isinstance(ddl, athena._CreateTable):
        return "CREATE TABLE", ddl.table
    if isinstance(ddl, athena._DropTable):
        return "DROP TABLE", ddl.table
    for statement, pattern in (("CREATE VIEW", _CREATE_VIEW), ("DROP VIEW", _DROP_VIEW)):
        if found := pattern.match(query):
            return statement, found[1].lower()
    raise Refused(f"only statements about tables and views are played here: {query[:80]}")


def _carry_out(statement: str, name: str, query: str, database: str, ddl) -> None:
    if database not in glue._databases:
        raise Refused(f"SCHEMA_NOT_FOUND: Schema '{database}' does not exist")
    for action, resource in glue_permissions.needed(statement, database, name):
        if reason := caller.denial("glue", action, resource):
            raise Refused(f"Insufficient permissions to execute the query. {reason}")
    key = f"{database}/{name}"
    if statement == "CREATE VIEW":
        view = {"Name": name, "TableType": "VIRTUAL_VIEW", "ViewOriginalText": query, "PartitionKeys": []}
        call = glue._update_table if key in glue._tables else glue._create_table
        status, _, body = call({"DatabaseName": database, "TableInput": view})
        if status >= 300:
            raise Refused(json.loads(body).get("message", "the view was not kept"))
    elif statement == "DROP VIEW":
        if key in glue._tables:
            glue._delete_table({"DatabaseName": database, "Name": name})
    else:
        athena._run_ddl(ddl, database)


async def _execute(query_id, query, database, ddl, catalog=None):
    status = athena._executions[query_id]["Status"]
    try:
        statement, name = _kind(query, ddl)
        _carry_out(statement, name, query, database, ddl)
        record("statement", statement=statement, name=name, sql=query)
        status["State"] = "SUCCEEDED"
    except Exception as error:
        record("refused statement", sql=query, reason=str(error))
        status.update(State="FAILED", StateChangeReason=str(error))
    status["CompletionDateTime"] = int(time.time())


def install() -> None:
    athena._execute_query = _execute
