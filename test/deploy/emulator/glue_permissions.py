"""
The actions of Glue that a statement needs. From the Athena user guide, "Configure access to databases and tables in the
AWS Glue Data Catalog": every action on the table and on all that it lies in, and two more on `default` in every region.
"""

from ministack.core.responses import get_account_id, get_region

_DEFAULT = ("GetDatabase", "GetDatabases", "CreateDatabase")

# Hive's client asks for the partitions of any table that exists, so a view is dropped as a table is.
_BY_STATEMENT = {
    "CREATE TABLE": ("GetDatabase", "GetDatabases", "GetTables", "GetTable", "GetPartitions", "CreateTable"),
    "DROP TABLE": ("GetDatabase", "GetTable", "GetPartitions", "GetPartition", "DeletePartition", "DeleteTable"),
    # The guide has no row of views; they are tables of the catalog, and replacing one updates it.
    "CREATE VIEW": ("GetDatabase", "GetTables", "GetTable", "CreateTable", "UpdateTable"),
    "DROP VIEW": ("GetDatabase", "GetTable", "DeleteTable"),
}

# Actions on a database are not actions on its tables.
_OF_DATABASES = {"GetDatabase", "GetDatabases", "CreateDatabase"}


def needed(statement: str, database: str, table: str) -> list[tuple[str, str]]:
    """Pairs of an action and a resource."""
    catalog, ours, default = _arn("catalog"), _arn(f"database/{database}"), _arn("database/default")
    pairs = [(action, resource) for action in _DEFAULT for resource in (catalog, default)]
    for action in _BY_STATEMENT[statement]:
        resources = [catalog, ours]
        if action not in _OF_DATABASES:
            resources.append(_arn(f"table/{database}/{table}"))
        pairs += [(action, resource) for resource in resources]
    return [(f"glue:{action}", resource) for action, resource in pairs]


def _arn(resource: str) -> str:
    return f"arn:aws:glue:{get_region()}:{get_account_id()}:{resource}"
