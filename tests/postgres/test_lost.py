"""The PostgreSQL sink when server, connection or disk go: every record ends in the table once, nothing is written by halves."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from copydesk.record import Record
from copydesk.sinks.base import Batch, SinkUnavailable
from copydesk.sinks.postgres import PostgresSink
from tests.disk import resize, small_disk
from tests.making import TOPIC, batch, record
from tests.postgres.harness import opened, places, rows, stubborn, until
from tests.postgres.server import PostgresServer
from tests.proxy import Proxy

pytestmark = pytest.mark.postgres

COMMIT = "COMMIT\0"
"""The whole statement: the isolation level is spelt with the same letters."""


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


@pytest.fixture
def disk() -> Iterator[Path]:
    """A file system of 16 MiB."""
    with small_disk("16m") as folder:
        yield folder


def test_a_full_disk_is_waited_for(own_postgres: PostgresServer, disk: Path) -> None:
    """When the server's disk is full nothing of the batch is written; once there is room it is written whole."""
    server = own_postgres
    (disk / "space").mkdir()
    server.own(disk / "space")
    server.run(f"CREATE TABLESPACE small LOCATION '{disk / 'space'}'")
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
        resize(disk, "64m")
        sink.write(batches[-1])
        assert sink.committed(TOPIC, 0) == good + 10 == len(rows(server, "copydesk"))
