"""Reads CREATE TABLE statements with Hive's own parser: a JSON array of texts comes in, one of tables goes out.

Usage: hive_tables.py <libjvm> <jar>...
"""

import json
import sys

import jpype

jpype.startJVM(sys.argv[1], "--enable-native-access=ALL-UNNAMED", classpath=sys.argv[2:], convertStrings=True)
parser = jpype.JClass("org.apache.hadoop.hive.ql.parse.ParseDriver")()
analyzer = jpype.JClass("org.apache.hadoop.hive.ql.parse.BaseSemanticAnalyzer")


def children(node):
    return list(node.getChildren() or [])


def text(node):
    """The value of a literal, escapes resolved as Hive does it."""
    return analyzer.unescapeSQLString(node.getText())


def columns(list_node):
    return [
        {
            "name": analyzer.unescapeIdentifier(name.getText()),
            "type": kind.getText().removeprefix("TOK_").lower(),
        }
        for name, kind in (children(column) for column in children(list_node))
    ]


def properties(node):
    """Of TOK_TABLEPROPERTIES, which holds one list."""
    pairs = (children(pair) for pair in children(children(node)[0]))
    return {text(key): text(value) for key, value in pairs}


def read(statement):
    node = parser.parse(statement)
    while node.getToken() is None:
        node = children(node)[0]
    if node.getText() != "TOK_CREATETABLE":
        raise ValueError("no CREATE TABLE statement: " + node.getText())
    name, *clauses = children(node)
    table = {"name": children(name)[0].getText(), "external": False, "comment": None, "partitionKeys": [], "parameters": {}}
    for clause in clauses:
        parts = children(clause)
        match clause.getText():
            case "TOK_LIKETABLE":
                pass
            case "EXTERNAL" | "TOK_EXTERNAL":
                table["external"] = True
            case "TOK_TABCOLLIST":
                table["columns"] = columns(clause)
            case "TOK_TABLECOMMENT":
                table["comment"] = text(parts[0])
            case "TOK_TABLEPARTCOLS":
                table["partitionKeys"] = columns(parts[0])
            case "TOK_TABLESERIALIZER":
                serde, *given = children(parts[0])
                table["serde"] = text(serde)
                table["serdeParameters"] = properties(given[0]) if given else {}
            case "TOK_FILEFORMAT_GENERIC":
                table["format"] = parts[0].getText().lower()
            case "TOK_TABLELOCATION":
                table["location"] = text(parts[0])
            case "TOK_TABLEPROPERTIES":
                table["parameters"] = properties(clause)
            case other:
                # What is not understood must not be passed over: the table would be another one.
                raise ValueError("a clause that is not known: " + other)
    return table


print(json.dumps([read(statement) for statement in json.load(sys.stdin)]))
