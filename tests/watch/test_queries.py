"""Every query of the dashboard and the rules, asked of a real Prometheus that reads real workers: each has data."""

import asyncio
import http
from collections.abc import Sequence
from pathlib import Path

from copydesk.stream.service import Service
from tests.stream.harness import In, new_place, processed, running, send, sunk, until
from tests.watch.prometheus import Prometheus, program, prometheus
from tests.watch.queries import alerts, asked, rules, without_data

ARTICLES = 300
AT_REST = ("histogram_quantile", "text_removed", "> 0)", "cluster_articles")
"""Before the first article there is no quantile of a time, nor a share of a text or a window; everything else is 0."""


def articles() -> list[In]:
    """Articles with boilerplate, no two of them alike, and a few that become dead letters."""
    text = (
        "The last ferry{n} of the evening{n} left the jetty{n} at ten, and the harbour{n} was quiet.\\n\\n"
        * 4
    )
    good = [
        In(
            f'{{"id": "a{number}", "text": "{text.replace("{n}", str(number))}Leave a comment\\n\\nSubscribe to our newsletter"}}'.encode(),
            key=b"%d" % number,
        )
        for number in range(ARTICLES - 3)
    ]
    return [*good, In(b"{no article"), In(b"[]"), In(b'{"text": " "}')]


def address(service: Service) -> str:
    """Where a worker's metrics are, without scheme and path."""
    return service.url.removeprefix("http://")


def test_every_query_has_data(embedded_broker: str, tmp_path: Path) -> None:
    """Desk, sink and cluster, 300 articles through them: every panel, recording rule and part of an alert has numbers."""
    program("prometheus")  # skips before anything is started

    async def run() -> None:
        place = await new_place(embedded_broker, tmp_path)
        desk_parts, sink_parts = place.parts(sink=False), place.parts(desk=False)
        cluster_parts = place.parts(desk=False, sink=False, cluster=True)
        async with (
            running(desk_parts) as desk,
            running(sink_parts) as sink,
            running(cluster_parts) as cluster,
        ):
            targets = {"desk": [address(desk)], "sink": [address(sink)], "cluster": [address(cluster)]}
            async with prometheus(tmp_path, targets) as server:
                await until(lambda: served(server) == dict.fromkeys(targets, "1"), "every worker was read")
                await until(
                    lambda: asyncio.to_thread(complete, server, AT_REST),
                    "all but shares and quantiles of nothing",
                )
                await send(place, articles())
                await until(
                    lambda: processed(desk) == ARTICLES and sunk(sink) == ARTICLES - 3, "all articles stored"
                )
                await until(lambda: asyncio.to_thread(complete, server), "every query has data")
                check_rules(server)
                assert server.get("/user/RUNBOOK.md")[0] == http.HTTPStatus.OK

    asyncio.run(run())


def served(server: Prometheus) -> dict[str, str]:
    """Whether the workers are up, by job."""
    return {one["metric"]["job"]: one["value"][1] for one in server.series('up{job=~"desk|sink|cluster"}')}


def complete(server: Prometheus, apart_from: Sequence[str] = ()) -> bool:
    """Whether no query is without data, apart from those that hold one of these words; says which are."""
    wanted = [query for query in asked() if not any(word in query.expr for word in apart_from)]
    missing = without_data(server.series, wanted)
    print(*missing, sep="\n")  # noqa: T201  shown when the test fails
    return not missing


def check_rules(server: Prometheus) -> None:
    """All rules are evaluated without errors, no alert of trouble fires, and what is recorded has the labels that its name says."""
    groups = server.api("rules")["groups"]
    states = [rule for group in groups for rule in group["rules"]]
    assert {state["health"] for state in states} == {"ok"}, [
        state for state in states if state["health"] != "ok"
    ]
    assert {state["name"] for state in states if state["type"] == "alerting"} == {
        alert["alert"] for alert in alerts()
    }
    firing = {state["name"] for state in states if state.get("state") == "firing"}
    assert firing <= {
        "CopydeskLatencyBudgetBurnsFast",
        "CopydeskLatencyBudgetBurnsSlowly",
    }  # a busy machine is late
    for rule in rules():
        if "record" in rule:
            level = rule["record"].split(":")[0]
            labels = set() if level == "copydesk" else set(level.split("_"))
            for one in server.series(rule["record"]):
                assert set(one["metric"]) - {"__name__"} == labels, rule["record"]
