"""The metrics and health server over real HTTP."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import orjson
import pytest

from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.stream.health import Health, HealthServer

OK = Health(ok=True)


@contextmanager
def serving(live: Health = OK, ready: Health = OK, host: str = "127.0.0.1") -> Iterator[HealthServer]:
    """A server that answers with these."""
    metrics = Metrics()
    metrics.count(m.RECORDS_RECEIVED, 42, "desk", "articles.raw")
    server = HealthServer(host, 0, metrics=metrics.wsgi_app(), live=lambda: live, ready=lambda: ready)
    try:
        yield server
    finally:
        server.stop()


def get(server: HealthServer, path: str, host: str = "127.0.0.1") -> tuple[int, bytes]:
    """Status and body of a GET."""
    connection = http.client.HTTPConnection(host, server.port, timeout=5)
    connection.request("GET", path)
    response = connection.getresponse()
    status, body = response.status, response.read()
    connection.close()
    return status, body


def test_metrics_are_served() -> None:
    """/metrics answers in Prometheus' text format with the worker's values."""
    with serving() as server:
        status, body = get(server, "/metrics")
    assert status == 200
    assert b'copydesk_records_received_total{agent="desk",topic="articles.raw"} 42.0' in body
    assert b"copydesk_build_info{" in body
    assert b"process_resident_memory_bytes" in body


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_health_tells_reasons(path: str) -> None:
    """200 with {"ok": true}, else 503 with the reasons as JSON."""
    with serving() as server:
        assert get(server, path) == (200, b'{"ok":true}')
    bad = Health(ok=False, reasons={"sink": "disk full"})
    with serving(bad, bad) as server:
        status, body = get(server, path)
    assert (status, orjson.loads(body)) == (503, {"ok": False, "reasons": {"sink": "disk full"}})


def test_other_paths_are_told_what_there_is() -> None:
    """404 names the three endpoints."""
    with serving() as server:
        status, body = get(server, "/table")
    assert status == 404
    assert b"/readyz" in body


def test_a_taken_port_is_an_error() -> None:
    """Binding a taken port raises OSError at construction."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            HealthServer(
                "127.0.0.1",
                taken.getsockname()[1],
                metrics=Metrics().wsgi_app(),
                live=lambda: OK,
                ready=lambda: OK,
            )


def test_ipv6_loopback_works() -> None:
    """An IPv6 address is served, and bracketed in the URL."""
    if not socket.has_ipv6:
        pytest.skip("no IPv6 on this machine")
    try:
        with serving(host="::1") as server:
            assert server.url == f"http://[::1]:{server.port}"
            assert get(server, "/livez", "::1")[0] == 200
    except OSError:
        pytest.skip("no IPv6 loopback on this machine")
