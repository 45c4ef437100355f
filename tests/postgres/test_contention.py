"""The PostgreSQL sink beside other sessions: locks, a deadlock, two workers on one partition."""

import asyncio
import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from copydesk.sinks.base import SinkUnavailable
from tests.making import TOPIC, batch, record
from tests.postgres.harness import opened, rows, stubborn, until, waiting
from tests.postgres.server import PostgresServer

pytestmark = pytest.mark.postgres


def test_a_lock_that_is_held_too_long_is_told(postgres_server: PostgresServer) -> None:
    """A partition whose row another session keeps is tried again later; the message names the setting."""
    schema = postgres_server.new_schema()
    with opened(postgres_server, schema, command_timeout_s=0.2) as sink:
        sink.write(batch((0, record("a"))))
        with (
            held(postgres_server, f"SELECT FROM {schema}.offsets FOR UPDATE"),
            pytest.raises(SinkUnavailable, match=r"postgres\.command_timeout_s"),
        ):
            sink.write(batch((1, record("b", 1))))
        sink.write(batch((1, record("b", 1))))


@contextmanager
def held(server: PostgresServer, sql: str) -> Iterator[Callable[[str], Future[Any]]]:
    """A transaction of the owner's that has run a statement, and can run more; rolled back at the end."""
    with ThreadPoolExecutor(1) as thread, asyncio.Runner() as runner:
        connection = thread.submit(runner.run, server.connect()).result()

        def more(statement: str) -> Future[Any]:
            return thread.submit(runner.run, connection.execute(statement))

        more("BEGIN").result()
        more(sql).result()
        try:
            yield more
        finally:
            more("ROLLBACK").result()
            thread.submit(runner.run, connection.close()).result()


def test_a_deadlock_is_tried_again(own_postgres: PostgresServer) -> None:
    """Two sessions that want the same rows crosswise: the sink's batch gives way, and is written the next time."""
    server = own_postgres
    server.run("ALTER ROLE copydesk SET deadlock_timeout = '2s'")  # so that it is the sink that notices
    lock = "UPDATE copydesk.articles SET url = url WHERE id = '{}'"
    with opened(server, "copydesk") as sink, ThreadPoolExecutor(1) as thread:
        sink.write(batch((0, record("a", 0)), (1, record("b", 1))))
        wanted = batch((2, record("a", 2, "newer")), (3, record("b", 3, "newer")))
        with held(server, lock.format("b")) as more:
            more("SET deadlock_timeout = '60s'").result()
            writing = thread.submit(sink.write, wanted)
            until(lambda: waiting(server) == 1, "the sink to hold a and wait for b")
            more(lock.format("a")).result()  # waits for the sink, which then gives way
            with pytest.raises(SinkUnavailable, match="the same rows the other way round"):
                writing.result()
        sink.write(wanted)
    assert [body for *_, body in rows(server, "copydesk")] == ["newer", "newer"]


def test_a_worker_taken_for_dead_is_fenced(postgres_server: PostgresServer) -> None:
    """A second worker with the same partition waits for the first one's batch, and rewrites nothing of it."""
    schema = postgres_server.new_schema()
    wanted = batch((1, record("a", 1, "newer")), (2, record("b", 2)))
    with (
        opened(postgres_server, schema) as first,
        opened(postgres_server, schema) as second,
        ThreadPoolExecutor(2) as threads,
    ):
        first.write(batch((0, record("a", 0))))
        with held(postgres_server, f"SELECT FROM {schema}.articles FOR UPDATE"):
            one = threads.submit(first.write, wanted)
            until(lambda: waiting(postgres_server) == 1, "the first to be inside its batch")
            other = threads.submit(second.write, wanted)
            until(lambda: waiting(postgres_server) == 2, "the second to wait for the first")
        one.result()
        after_first = postgres_server.run(f"SELECT id, xmin::text FROM {schema}.articles ORDER BY id")
        other.result()
        assert postgres_server.run(f"SELECT id, xmin::text FROM {schema}.articles ORDER BY id") == after_first
        assert second.committed(TOPIC, 0) == 3


def test_two_workers_at_once_leave_the_newest(postgres_server: PostgresServer) -> None:
    """Two workers that write overlapping batches of one partition, and of two, end with the newest of each article."""
    schema = postgres_server.new_schema()

    def work(worker: int) -> None:
        chance = random.Random(worker)
        with opened(postgres_server, schema) as sink:
            for _ in range(60):
                start = chance.randrange(0, 300)
                messages = [(n, record(str(n % 30), n, f"body {n}")) for n in range(start, start + 30)]
                stubborn(sink, batch(*messages, partition=worker % 2))
            stubborn(sink, batch(*((n, record(str(n % 30), n, f"body {n}")) for n in range(300, 330))))

    with ThreadPoolExecutor(4) as threads:
        for future in [threads.submit(work, worker) for worker in range(4)]:
            future.result()
    assert {key: n for key, n, _ in rows(postgres_server, schema)} == {
        str(n % 30): n for n in range(300, 330)
    }
