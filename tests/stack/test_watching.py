"""Prometheus and Grafana of the stack: every query has data while articles go through, and what people open is there."""

import asyncio
import base64
import http.client
import time
import urllib.parse
import uuid
from collections.abc import Callable
from typing import Any

import orjson
import pytest

from tests.stack import stack
from tests.watch.queries import alerts, asked, panels, without_data

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]

LIMIT_S = 240.0
"""The objective's rules are evaluated once a minute, and the second of them needs what the first one recorded."""


def asker() -> Callable[[str], list[dict[str, Any]]]:
    """Make what gives the series of a query in the stack's Prometheus."""
    port = stack.port("prometheus", 9090)

    def series(query: str) -> list[dict[str, Any]]:
        answer = stack.get(port, f"/api/v1/query?{urllib.parse.urlencode({'query': query})}")
        found: list[dict[str, Any]] = answer["data"]["result"]
        return found

    return series


def fetch(service: str, inside: int, path: str, **headers: str) -> tuple[int, bytes]:
    """Status and body of a page of a service, through its published port."""
    connection = http.client.HTTPConnection("127.0.0.1", stack.port(service, inside), timeout=20)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def rules() -> list[dict[str, Any]]:
    """Every rule as Prometheus has it, with its health."""
    return [rule for group in stack.prometheus("rules")["groups"] for rule in group["rules"]]


def test_every_query_has_data_under_load(started: float) -> None:
    """Each panel's, each recording rule's and each part of an alert's query has numbers while articles go through.

    Those of near-duplicates too, whose worker only a profile starts.
    """
    stack.up("cluster")
    run, wanted, deadline = uuid.uuid4().hex[:8], asked(), time.monotonic() + LIMIT_S
    series, sent = asker(), 0
    while wanted := without_data(series, wanted):
        assert time.monotonic() < deadline, wanted
        asyncio.run(stack.publish(run, range(sent, sent + 100), rate=50.0))
        sent += 100
    assert {rule["name"] for rule in rules() if rule["type"] == "alerting"} == {
        one["alert"] for one in alerts()
    }

    def all_are_well() -> bool:
        others = [
            (rule["name"], rule["health"], rule.get("lastError"))
            for rule in rules()
            if rule["health"] != "ok"
        ]
        assert others == []
        return True

    # A test before started Prometheus anew: rules are "unknown" until they are asked, those of the objective up to a minute.
    stack.until(all_are_well, "each rule asked, without an error")


def test_workers_know_the_limit_of_their_container(started: float) -> None:
    """What the memory alert compares with is the limit that docker compose sets."""
    for service in stack.WORKERS:
        (container,) = stack.containers(service)
        # Containers that ended a moment ago are among them.
        limits = {
            float(one["value"][1]) for one in asker()(f'copydesk_memory_limit_bytes{{job="{service}"}}')
        }
        assert limits == {container["HostConfig"]["Memory"]}


def test_the_runbook_is_where_alerts_link_to(started: float) -> None:
    """Prometheus serves it under the address that its alerts name."""
    status, body = fetch("prometheus", 9090, "/user/RUNBOOK.md")
    assert status == http.HTTPStatus.OK
    assert body == (stack.ROOT / "deploy" / "RUNBOOK.md").read_bytes()
    assert (
        stack.prometheus("status/flags")["web.external-url"]
        == f"http://127.0.0.1:{stack.port('prometheus', 9090)}/"
    )


def test_grafana_has_the_dashboard(started: float) -> None:
    """Logged in with the password of `make secrets`, its dashboard is there with all panels."""
    password = (stack.ROOT / "deploy" / "secrets" / "grafana_password").read_bytes()
    login = base64.b64encode(b"admin:" + password).decode()
    status, body = fetch("grafana", 3000, "/api/dashboards/uid/copydesk", Authorization=f"Basic {login}")
    assert status == http.HTTPStatus.OK
    shown = orjson.loads(body)["dashboard"]["panels"]
    assert [one["title"] for one in shown if one["type"] != "row"] == [one["title"] for one in panels()]
