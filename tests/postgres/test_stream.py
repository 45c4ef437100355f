"""The whole service into PostgreSQL: worker and server killed under load, every article in the table once."""

import asyncio
from pathlib import Path

import pytest

from tests.postgres.server import PASSWORDS, PostgresServer
from tests.stream.harness import In, Place, committed, ends, new_place, send, until
from tests.stream.test_desk import article
from tests.stream.test_replay import replay
from tests.stream.test_worker import worker

pytestmark = pytest.mark.postgres


def settings(server: PostgresServer, place: Place) -> list[str]:
    """Arguments of a worker that writes into the server, and into nothing else."""
    secret = place.data_dir / "password"
    secret.write_text(PASSWORDS["copydesk"] + "\n")
    values = {
        "sink.names": "postgres", "postgres.host": "127.0.0.1", "postgres.port": server.port,
        "postgres.password_file": secret, "stream.chunk_records": 25,
    }  # fmt: skip
    return [part for name, value in values.items() for part in ("--set", f"{name}={value}")]


def count(server: PostgresServer, table: str = "articles") -> int:
    """How many rows a table has; 0 while it is being made, or the server is away."""
    try:
        return int(server.run(f"SELECT count(*) FROM copydesk.{table}")[0][0])
    except Exception:  # noqa: BLE001  whatever a server says that starts or stops
        return 0


def test_worker_and_server_killed_under_load(
    embedded_broker: str, own_postgres: PostgresServer, tmp_path: Path
) -> None:
    """Worker and server are killed (kill -9) in turn: each article is stored once, each dead letter too."""

    async def run() -> None:
        place, server, number = await new_place(embedded_broker, tmp_path), own_postgres, 1500
        bad = [In(b"not json", key=b"k%d" % n) for n in range(10)]
        await send(place, [*[article(n) for n in range(number)], *bad])
        for _ in range(2):
            before = count(server)
            with worker(place, *settings(server, place)) as process:
                await until(lambda before=before: count(server) > before, f"more than {before} rows")
                process.kill()
        with worker(place, *settings(server, place)) as process:
            before = count(server)
            await until(lambda: count(server) > before, f"more than {before} rows")
            server.kill()
            server.start()
            await until(lambda: count(server) == number, "all rows")
            await until(lambda: count(server, "dead_letters") == 10, "all dead letters")
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0
        rows = server.run("SELECT id FROM copydesk.articles ORDER BY id")
        assert len({row[0] for row in rows}) == number
        for topic in (place.topics.structured, place.topics.dead):
            reached = await ends(place, topic)
            assert await committed(place, "sink-postgres", topic) == reached
            sql = "SELECT partition, next_offset FROM copydesk.offsets WHERE topic = $1"
            stored = {row[0]: row[1] for row in server.run(sql, topic)}
            assert stored == {partition: end for partition, end in reached.items() if end}
        reasons = server.run("SELECT reason, dead_letters FROM copydesk.dead_letters_by_reason")
        assert [tuple(row) for row in reasons] == [("malformed_json", 10)]

    asyncio.run(run())


def test_a_wrong_password_ends_the_worker_at_once(
    embedded_broker: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """A worker does not start on a store that waiting will not open, and says which setting to change."""

    async def run() -> None:
        place = await new_place(embedded_broker, tmp_path)
        arguments = settings(postgres_server, place)
        (tmp_path / "password").write_text("wrong")
        with worker(place, *arguments) as process:
            assert await asyncio.to_thread(process.wait, 40) == 1
        said = (tmp_path / "worker.log").read_text()
        assert "postgres.password_file" in said
        assert "Traceback" not in said

    asyncio.run(run())


def test_a_replay_finds_the_records_in_postgresql(
    embedded_broker: str, own_postgres: PostgresServer, tmp_path: Path
) -> None:
    """By their ids, and to tell what would become different from them."""

    async def run() -> None:
        place, server = await new_place(embedded_broker, tmp_path), own_postgres
        stored = settings(server, place)
        await send(place, [article(n) for n in range(5)])
        with worker(place, *stored) as process:
            await until(lambda: count(server) == 5, "all rows")
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0
        await send(place, [article(5)])
        new, summary = await asyncio.to_thread(replay, place, "--all", "--diff", *stored)
        assert (new["id"], new["state"]) == ("a5", "new")
        assert summary == {"messages": 6, "same": 5, "new": 1, "rejected": {}}
        (found,) = await asyncio.to_thread(replay, place, "a3", "--dry-run", *stored)
        assert found["messages"] == 1

    asyncio.run(run())
