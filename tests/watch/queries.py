"""Every query of the rules and the dashboard, taken apart: what it reads, and what must have data when all is well."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson
import promql_parser as promql
import yaml
from msgspec import Struct

DEPLOY = Path(__file__).parents[2] / "deploy"
RULES = sorted((DEPLOY / "prometheus" / "rules").glob("*.yml"))
DASHBOARD = DEPLOY / "grafana" / "dashboards" / "copydesk.json"

_CHOICES = {"==", "!=", ">", "<", ">=", "<=", "and", "or", "unless"}
"""Operators that leave samples out: behind them nothing may be left, and all is well."""


class Query(Struct, frozen=True):
    """A query and where it stands."""

    place: str
    expr: str
    chooses: bool = False
    """Whether it is empty when all is well: an alert's, or an annotation's."""


def rules() -> Iterator[dict[str, Any]]:
    """Every rule as it stands in its file."""
    for path in RULES:
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]:
            yield from group["rules"]


def alerts() -> list[dict[str, Any]]:
    """The rules that are alerts."""
    return [rule for rule in rules() if "alert" in rule]


def dashboard() -> dict[str, Any]:
    """The dashboard as Grafana reads it."""
    board: dict[str, Any] = orjson.loads(DASHBOARD.read_bytes())
    return board


def panels() -> list[dict[str, Any]]:
    """Its panels, but for the headings of rows."""
    return [panel for panel in dashboard()["panels"] if panel["type"] != "row"]


def plain(expr: str) -> str:
    """A panel's query without Grafana's variables: all jobs and instances, and a minute where Grafana chooses."""
    expr = re.sub(r"\$\{?__\w+\}?", "1m", expr)
    return re.sub(r"\$\{?\w+(:\w+)?\}?", ".+", expr)


def queries() -> list[Query]:
    """All queries: of recording rules, alerts, panels, annotations and variables."""
    found = [
        Query(f"rule {rule.get('record') or rule['alert']}", rule["expr"], "alert" in rule)
        for rule in rules()
    ]
    board = dashboard()
    for panel in panels():
        found += [
            Query(f"panel {panel['title']}", plain(target["expr"])) for target in panel.get("targets", ())
        ]
    found += [
        Query(f"annotation {one['name']}", plain(one["expr"]), chooses=True)
        for one in board["annotations"]["list"]
        if "expr" in one
    ]
    for variable in board["templating"]["list"]:
        if variable["type"] == "query":
            series = re.fullmatch(r"label_values\((.+), \w+\)", variable["query"]["query"])
            assert series, variable["query"]["query"]
            found.append(Query(f"variable {variable['name']}", plain(series[1])))
    return found


def asked() -> list[Query]:
    """What must have data when all is well: each query, and of those that are empty then their parts."""
    return [part for query in queries() for part in (operands(query) if query.chooses else [query])]


def without_data(ask: Callable[[str], list[dict[str, Any]]], wanted: Sequence[Query]) -> list[Query]:
    """Those of `wanted` that have no series now, or only series that are no number; `ask` gives a query's series."""
    return [query for query in wanted if all(math.isnan(float(one["value"][1])) for one in ask(query.expr))]


def operands(query: Query) -> list[Query]:
    """The parts of a query that must have data when all is well.

    An alert's expression is empty then: it compares, or asks for what is absent. So comparisons, `and`, `or`,
    `unless` and `absent` are taken apart, and what they stand between must have data. Everything else is one part.
    `offset` is left out: how the series was a day ago cannot be seen in a stack that is a minute old.
    """
    parts = _parts(promql.parse(query.expr))
    return [Query(query.place, re.sub(r" offset \d+[dhm]", "", str(part))) for part in parts]


def _parts(node: Any) -> Iterator[Any]:
    match node:
        case promql.ParenExpr():
            yield from _parts(node.expr)
        case promql.BinaryExpr() if _operator(node) in _CHOICES:
            yield from _parts(node.lhs)
            yield from _parts(node.rhs)
        case promql.Call() if node.func.name in {"absent", "vector"}:
            yield from (part for argument in node.args for part in _parts(argument))
        case promql.NumberLiteral():
            return
        case promql.BinaryExpr() if not list(selectors(node)):
            return  # arithmetic of numbers, such as a threshold
        case _:
            yield node


def _operator(node: Any) -> str:
    return str(node.op).split()[0]


def selectors(node: Any) -> Iterator[Any]:
    """Every selector of series in an expression."""
    match node:
        case promql.VectorSelector():
            yield node
        case promql.MatrixSelector():
            yield node.vector_selector
        case _:
            for child in _children(node):
                yield from selectors(child)


def groupings(node: Any) -> Iterator[tuple[Any, set[str]]]:
    """Every aggregation and vector matching in an expression, with the labels that it names."""
    match node:
        case promql.AggregateExpr():
            yield node, set(node.modifier.labels if node.modifier else ())
        case promql.BinaryExpr():
            matching = node.modifier.matching if node.modifier else None
            yield node, set(matching.labels if matching else ())
        case _:
            pass
    for child in _children(node):
        yield from groupings(child)


def _children(node: Any) -> list[Any]:
    match node:
        case promql.BinaryExpr():
            return [node.lhs, node.rhs]
        case promql.Call():
            return list(node.args)
        case promql.ParenExpr() | promql.AggregateExpr() | promql.UnaryExpr() | promql.SubqueryExpr():
            return [node.expr]
        case _:
            return []
