"""The rules: Prometheus accepts them, each alert fires and stays silent as it should, and is in the runbook."""

import re
from pathlib import Path
from typing import Any

import promql_parser as promql
import pytest
import yaml

from copydesk.metrics.definitions import DEFINITIONS
from copydesk.metrics.registry import Metrics
from tests.watch.prometheus import promtool
from tests.watch.queries import DEPLOY, RULES, Query, alerts, groupings, operands, queries, rules, selectors

CASES = sorted((Path(__file__).parent / "rules").glob("*.yml"))
SECTIONS = re.compile(r"^### (\w+)\n\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EVERYWHERE = {"job", "instance"}
"""Labels that the scrape configuration adds to every series, under docker compose and Kubernetes."""


def sections() -> dict[str, str]:
    """The runbook's sections by alert."""
    return dict(SECTIONS.findall((DEPLOY / "RUNBOOK.md").read_text(encoding="utf-8")))


def labels_by_name() -> dict[str, set[str]]:
    """Every series that a query may name, with its labels: a worker's, what our rules record, Prometheus' own."""
    known = {"up": set[str](), "ALERTS": {"alertname", "alertstate", "severity"}}
    for family in Metrics().registry.collect():
        known |= {sample.name: set(sample.labels) for sample in family.samples}
    for metric in DEFINITIONS:
        known[metric.name] = set(metric.labels)
        if metric.kind == "histogram":
            known[f"{metric.name}_bucket"] = {*metric.labels, "le"}
            known |= {f"{metric.name}{suffix}": set(metric.labels) for suffix in ("_sum", "_count")}
    for rule in rules():
        if "record" in rule:
            level = rule["record"].split(":")[0]
            known[rule["record"]] = set() if level == "copydesk" else set(level.split("_"))
    return known


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_alerts_fire_and_stay_silent(case: Path) -> None:
    """The cases of promtool: series as they would come, and which alerts fire at which minute, with their words."""
    promtool("test", "rules", case)


def test_prometheus_accepts_configuration_and_rules(tmp_path: Path) -> None:
    """`promtool check` finds nothing to say against what Prometheus is started with."""
    promtool("check", "config", DEPLOY / "prometheus" / "prometheus.yml")
    for path in RULES:
        promtool("check", "rules", path)


def test_every_alert_is_tested_both_ways() -> None:
    """Each alert has a case in which it fires and one in which it does not."""
    fires: set[str] = set()
    silent: set[str] = set()
    for path in CASES:
        for test in yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]:
            for case in test.get("alert_rule_test", ()):
                (fires if case.get("exp_alerts") else silent).add(case["alertname"])
    names = {alert["alert"] for alert in alerts()}
    assert fires == names
    assert silent == names


def test_every_alert_is_in_the_runbook_and_links_to_it() -> None:
    """Each alert has its section, each section an alert; it names the severity, and says what to look at and to do."""
    assert set(sections()) == {alert["alert"] for alert in alerts()}
    for alert in alerts():
        name, section = alert["alert"], sections()[alert["alert"]]
        assert alert["annotations"]["runbook_url"] == f"{{{{ $externalURL }}}}/user/RUNBOOK.md#{name.lower()}"
        assert section.startswith(f"**{alert['labels']['severity']}.**")
        for part in ("**Users notice:**", "**Look", "**Calm:**"):
            assert part in section, name
        assert re.search(r"\*\*(Look and do|Do):\*\*", section), name


@pytest.mark.parametrize("alert", alerts(), ids=lambda alert: alert["alert"])
def test_an_alert_says_what_is_wrong_where_and_what_to_do(alert: dict[str, Any]) -> None:
    """Severity, summary and description are there, and what they name is a label that the alert has."""
    assert alert["alert"].startswith("Copydesk")
    assert alert["labels"]["severity"] in {"page", "ticket"}
    assert set(alert["annotations"]) == {"summary", "description", "runbook_url"}
    known = labels_by_name()
    carried = EVERYWHERE.union(*(known[each.name] for each in selectors(promql.parse(alert["expr"]))))
    assert set(re.findall(r"\$labels\.(\w+)", str(alert["annotations"]))) <= carried


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.place)
def test_metrics_and_labels_exist(query: Query) -> None:
    """A query names only series that there are, and of them only labels that they have."""
    known, tree = labels_by_name(), promql.parse(query.expr)
    for each in selectors(tree):
        assert each.name in known, f"{query.place}: no metric {each.name}"
        wrong = {matcher.name for matcher in each.matchers.matchers} - known[each.name] - EVERYWHERE
        assert not wrong, f"{query.place}: {each.name} has no label {wrong}"
    for node, labels in groupings(tree):
        there = EVERYWHERE.union(*(known[each.name] for each in selectors(node)))
        assert labels <= there, f"{query.place}: no label {labels - there} in {node}"


@pytest.mark.parametrize(
    ("expr", "parts"),
    [
        ("a > 0.5", ["a"]),
        ("(rate(a[5m] offset 1d) > 14.4 * 0.01 and on (job) b == 0) or absent(c)", ["rate(a[5m])", "b", "c"]),
        ("a unless on (job) time() - b > 120", ["a", "time() - b"]),
        ("sum(a) / (sum(b) > 0)", ["sum(a) / (sum(b) > 0)"]),
        ("abs(a - b) or vector(0)", ["abs(a - b)"]),
    ],
)
def test_an_expression_is_taken_apart(expr: str, parts: list[str]) -> None:
    """Between comparisons and set operators stand the parts that must have data."""
    assert [part.expr.replace("{}", "") for part in operands(Query("x", expr))] == parts
