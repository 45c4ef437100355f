"""What the fault tests of the PostgreSQL sink share: an open sink, a look at its tables, a writer that does not give up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from copydesk.sinks.base import Batch, SinkUnavailable
from copydesk.sinks.postgres import PostgresSink
from tests.postgres.server import PostgresServer

PATIENCE_S = 60.0


@contextmanager
def opened(server: PostgresServer, schema: str, **changed: Any) -> Iterator[PostgresSink]:
    """An open sink."""
    sink = PostgresSink(server.options(schema, **changed))
    try:
        sink.open()
        yield sink
    finally:
        sink.close()


def until(condition: Callable[[], Any], what: str) -> None:
    """Wait for what another thread or the server brings about."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, f"not within {PATIENCE_S:g} s: {what}"
        time.sleep(0.01)


def rows(server: PostgresServer, schema: str) -> list[tuple[str, int, str]]:
    """Id, version and body of each stored article, by id."""
    sql = f"SELECT id, version_offset, article_body FROM {schema}.articles ORDER BY id"
    return [tuple(row) for row in server.run(sql)]


def places(server: PostgresServer, schema: str) -> dict[str, str]:
    """Where each article's row lies, which changes when it is rewritten."""
    return {row[0]: row[1] for row in server.run(f"SELECT id, ctid::text FROM {schema}.articles")}


def waiting(server: PostgresServer) -> int:
    """How many of the sink's sessions wait for a lock."""
    sql = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'copydesk' AND wait_event_type = 'Lock'"
    return int(server.run(sql)[0][0])


def stubborn(sink: PostgresSink, wanted: Batch) -> int:
    """Write a batch, again and again until it is taken, as the stream does; how often it was not."""
    deadline = time.monotonic() + PATIENCE_S
    failures = 0
    while True:
        try:
            sink.write(wanted)
        except SinkUnavailable:
            assert time.monotonic() < deadline, "the store did not come back"
            failures += 1
            time.sleep(0.02)
        else:
            return failures
