"""The dashboard: panels that say what they show, do not overlap, and link to sections that exist."""

import re

from tests.watch.queries import DEPLOY, alerts, dashboard, panels
from tests.watch.test_rules import sections


def test_panels_say_what_they_show() -> None:
    """Each panel has a title of its own, a description, a unit, thresholds, and the data source that can be chosen."""
    titles = [panel["title"] for panel in panels()]
    assert len(set(titles)) == len(titles)
    for panel in panels():
        assert panel["description"].endswith("."), panel["title"]
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        assert {"unit", "thresholds"} <= set(panel["fieldConfig"]["defaults"]), panel["title"]
        assert [target["refId"] for target in panel["targets"]] == list("ABCDEFGH"[: len(panel["targets"])])


def test_panels_do_not_overlap() -> None:
    """Each cell of the grid of 24 columns belongs to one panel; ids are given once."""
    taken: dict[tuple[int, int], str] = {}
    for panel in dashboard()["panels"]:
        at = panel["gridPos"]
        assert at["x"] + at["w"] <= 24, panel["title"]
        for x in range(at["x"], at["x"] + at["w"]):
            for y in range(at["y"], at["y"] + at["h"]):
                assert taken.setdefault((x, y), panel["title"]) == panel["title"], (x, y)
    ids = [panel["id"] for panel in dashboard()["panels"]]
    assert len(set(ids)) == len(ids)


def test_links_lead_to_the_runbook() -> None:
    """Each link of a panel names a section of the runbook, and each section is linked from a panel."""
    linked = [link for panel in panels() for link in panel.get("links", ())]
    for link in linked:
        assert link["url"] == f"${{runbook}}#{link['title'].lower()}"
    assert {link["title"] for link in linked} == set(sections())
    assert [link["url"] for link in dashboard()["links"]] == ["${runbook}"]


def test_variables_that_are_used_are_there() -> None:
    """Queries use only the variables of the dashboard, and Grafana's own."""
    names = {variable["name"] for variable in dashboard()["templating"]["list"]}
    used = re.findall(r"\$\{?(\w+)", str(panels()))
    assert set(used) - names == {"__rate_interval"}
    assert names <= set(used)


def test_panels_that_are_named_are_there() -> None:
    """Alerts and runbook send people to panels by their titles."""
    words = (DEPLOY / "RUNBOOK.md").read_text(encoding="utf-8") + "".join(
        alert["annotations"]["description"] for alert in alerts()
    )
    named = re.findall(r'(?:dashboard,|panel) "([^"]+)"', words)
    assert len(named) >= 6
    assert set(named) <= {panel["title"] for panel in panels()}
