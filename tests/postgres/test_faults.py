"""The PostgreSQL sink when things break: every record ends in the table once, and nothing is written by halves."""

import asyncio
import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from copydesk.record import Record
from copydesk.sinks.base import Batch, SinkUnavailable
from copydesk.sinks.postgres import PostgresSink
from tests.contract.test_sinks import TOPIC, batch, record
from tests.postgres.proxy import Proxy
from tests.postgres.server import PostgresServer

pytestmark = pytest.mark.postgres

PATIENCE_S = 60.0
COMMIT = "COMMIT\0"
"""The whole statement: the isolation level is spelt with the same letters."""


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


def end_sessions(server: PostgresServer) -> None:
    """End the sink's sessions from the server, as an administrator may."""
    server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'copydesk'")


@pytest.mark.parametrize(
    "strike",
    [
        pytest.param(PostgresServer.kill, id="killed"),
        pytest.param(PostgresServer.stop_at_once, id="stopped at once"),
        pytest.param(PostgresServer.stop, id="stopped"),
        pytest.param(end_sessions, id="sessions ended"),
    ],
)
def test_a_server_that_goes_under_writing_loses_and_doubles_nothing(
    own_postgres: PostgresServer, strike: Callable[[PostgresServer], None]
) -> None:
    """Struck again and again in the midst of batches, the table ends with each record once, in its newest version."""
    server, stop, total, size = own_postgres, Event(), 0, 40

    def write(sink: PostgresSink) -> tuple[int, int]:
        """Write batches until told to stop; each article comes twice, 20 messages apart."""
        offset = failures = 0
        while not stop.is_set():
            messages = [
                (n, record(f"a{n % (size // 2)}-{offset // 200}", n, f"body {n}"))
                for n in range(offset, offset + size)
            ]
            failures += stubborn(sink, batch(*messages))
            offset += size
        return offset, failures

    with opened(server, "copydesk") as sink, ThreadPoolExecutor(1) as thread:
        future = thread.submit(write, sink)
        for _ in range(4):
            stored = total
            until(lambda: progress(server) > stored + 3 * size or future.done(), "some batches")  # noqa: B023
            strike(server)
            if strike is not end_sessions:
                server.start()
            total = progress(server)
        stop.set()
        written, failures = future.result()
        assert failures > 0, "no batch was struck"
        assert sink.committed(TOPIC, 0) == written
    newest = {f"a{n % (size // 2)}-{n // size * size // 200}": n for n in range(written)}
    assert rows(server, "copydesk") == sorted((key, n, f"body {n}") for key, n in newest.items())


def progress(server: PostgresServer) -> int:
    """How far partition 0 was written."""
    found = server.run("SELECT next_offset FROM copydesk.offsets")
    return int(found[0][0]) if found else 0


@pytest.mark.parametrize("after", [False, True], ids=["before the server has it", "before its answer"])
@pytest.mark.parametrize(
    "statement",
    ["BEGIN", "INSERT INTO offsets", "COPY ", "INSERT INTO articles", "UPDATE offsets", COMMIT],
)
def test_a_connection_cut_anywhere_is_made_good(
    postgres_server: PostgresServer, statement: str, *, after: bool
) -> None:
    """Cut at any statement, the batch is all there or not at all; tried again it is there once, and not rewritten."""
    schema = postgres_server.new_schema()
    wanted = batch((0, record("a", 0)), (1, record("b", 1)), (2, record("a", 2, "newer")))
    with Proxy(postgres_server.port) as proxy, opened(postgres_server, schema, port=proxy.port) as sink:
        (proxy.cut_after if after else proxy.cut_before)(statement)
        with pytest.raises(SinkUnavailable, match="PostgreSQL 127"):
            sink.write(wanted)
        assert proxy.acted.is_set()
        until(lambda: sessions(postgres_server, schema) == 0, "the end of the cut session")
        before = places(postgres_server, schema)
        assert set(before) == ({"a", "b"} if after and statement == COMMIT else set())
        sink.write(wanted)
        assert sink.committed(TOPIC, 0) == 3
    assert [(key, body) for key, _, body in rows(postgres_server, schema)] == [
        ("a", "newer"),
        ("b", "Rain fell."),
    ]
    if before:
        assert places(postgres_server, schema) == before


def sessions(server: PostgresServer, schema: str) -> int:
    """How many sessions of the sink hold something of a schema."""
    sql = (
        "SELECT count(DISTINCT l.pid) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
        " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1"
    )
    return int(server.run(sql, schema)[0][0])


def test_a_connection_that_goes_dead_is_given_up(postgres_server: PostgresServer) -> None:
    """Where nothing answers any more and nothing ends, the time limit makes the batch to be tried again."""
    schema = postgres_server.new_schema()
    with (
        Proxy(postgres_server.port) as proxy,
        opened(postgres_server, schema, port=proxy.port, command_timeout_s=0.5) as sink,
    ):
        proxy.mute("INSERT INTO articles")
        with pytest.raises(SinkUnavailable, match="did not answer in time"):
            sink.write(batch((0, record())))
        assert proxy.acted.is_set()
        # The server ends what it has waited for too long, and with it frees the partition.
        stubborn(sink, batch((0, record())))
        assert len(rows(postgres_server, schema)) == 1


def test_an_idle_connection_that_was_lost_is_made_anew(postgres_server: PostgresServer) -> None:
    """A session ended between two batches costs one try."""
    schema = postgres_server.new_schema()
    with opened(postgres_server, schema) as sink:
        sink.write(batch((0, record("a"))))
        end_sessions(postgres_server)
        assert stubborn(sink, batch((1, record("b", 1)))) <= 1
    assert [key for key, *_ in rows(postgres_server, schema)] == ["a", "b"]


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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 16 MiB."""
    folder = Path("/tmp") / f"copydesk-disk-{os.getpid()}"  # pytest's own folders are closed to the server
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m,mode=0777", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        done = subprocess.CompletedProcess(mount, 1, "", str(error))
    if done.returncode:
        folder.rmdir()
        pytest.skip(f"No small file system can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_waited_for(own_postgres: PostgresServer, small_disk: Path) -> None:
    """When the server's disk is full nothing of the batch is written; once there is room it is written whole."""
    server = own_postgres
    (small_disk / "space").mkdir()
    server.own(small_disk / "space")
    server.run(f"CREATE TABLESPACE small LOCATION '{small_disk / 'space'}'")
    server.run("GRANT CREATE ON TABLESPACE small TO copydesk")
    server.run("ALTER ROLE copydesk SET default_tablespace = small")
    chance = random.Random(7)

    def large(n: int) -> Record:
        return record(f"a{n}", n, " ".join(f"{chance.getrandbits(64):x}" for _ in range(4000)))

    def fill(sink: PostgresSink) -> None:
        for start in range(0, 1000, 10):
            batches.append(batch(*((n, large(n)) for n in range(start, start + 10))))
            sink.write(batches[-1])

    batches: list[Batch] = []
    with opened(server, "copydesk") as sink:
        with pytest.raises(SinkUnavailable, match="the server's disk is full; free some space there"):
            fill(sink)
        good = 10 * (len(batches) - 1)
        assert good > 0
        assert sink.committed(TOPIC, 0) == good == len(rows(server, "copydesk"))
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        sink.write(batches[-1])
        assert sink.committed(TOPIC, 0) == good + 10 == len(rows(server, "copydesk"))
