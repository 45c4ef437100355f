"""Sinks side by side: each at its own pace, an outage waited for, the dead kept beside the living."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from copydesk.metrics.definitions import LAG_RECORDS, SINK_RETRIES
from copydesk.sinks.jsonl import JsonlSink
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.memory import MemorySink
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_reader import RecordReader
from copydesk.stream.parts import Parts
from tests.disk import small_disk
from tests.jsonl import lines
from tests.stream.harness import In, Place, committed, ends, new_place, running, send, until


def article(number: int) -> In:
    """Make a raw article of its own id and text."""
    text = f"The ferry number {number} left the harbour in the morning and came back at night with the mail."
    return In(f'{{"id": "a{number}", "text": "{text}"}}'.encode(), key=b"k%d" % number)


def with_memory(place: Place, memory: MemorySink) -> Parts:
    """A worker with an SQLite sink that is quick to give up on a lock, and a memory sink beside it."""
    sqlite = SqliteSink(SqliteOptions(path=str(place.database), busy_timeout_s=0.05))
    return msgspec.structs.replace(place.parts(), sinks=[sqlite, memory])


def test_a_sink_that_is_away_holds_only_itself(broker: str, tmp_path: Path) -> None:
    """Locked from before the start, SQLite is waited for and told; the other sink has everything meanwhile."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        memory = MemorySink()
        await send(place, [article(number) for number in range(60)])
        with closing(sqlite3.connect(place.database, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            async with running(with_memory(place, memory)) as service:
                await until(lambda: len(memory.records) == 60, "60 records in the other sink")
                assert list(service.readiness().reasons) == ["sink-sqlite"]
                assert "locked" in service.readiness().reasons["sink-sqlite"]
                assert service.liveness().ok
                assert service.metrics.value(SINK_RETRIES, "sqlite") > 0
                assert set((await committed(place, "sink-sqlite", place.topics.structured)).values()) == {0}
                lock.execute("ROLLBACK")
                await until(lambda: service.readiness().ok, "the sink to be back")
                await until(lambda: RecordReader(place.database).count() == 60, "60 rows")
        for sink in ("sqlite", "memory"):
            done = await committed(place, f"sink-{sink}", place.topics.structured)
            assert done == await ends(place, place.topics.structured)

    asyncio.run(run())


def test_the_dead_are_kept_beside_the_living(broker: str, tmp_path: Path) -> None:
    """Each sink has one dead letter per message that died; a foreign message on their topic is passed by."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        memory = MemorySink()
        bad = [In(b"not json", key=b"x"), In(b'{"id": "empty", "text": " "}', key=b"y")]
        await send(place, [In(b"foreign")], place.topics.dead)
        await send(place, [article(1), *bad])
        async with running(with_memory(place, memory)):
            await until(
                lambda: len(memory.dead_letters) == 2 and len(memory.records) == 1, "2 dead, 1 record"
            )
            await until(lambda: reasons(place) == ["empty_body", "malformed_json"], "2 dead in SQLite")
        topic = place.topics.dead
        assert await committed(place, "sink-sqlite", topic) == await ends(place, topic) == {0: 3}

    asyncio.run(run())


def reasons(place: Place) -> list[str]:
    """Reasons of the dead letters in the SQLite file."""
    with closing(sqlite3.connect(place.database)) as connection:
        return [row[0] for row in connection.execute("SELECT reason FROM dead_letters ORDER BY reason")]


def test_each_sink_has_its_own_lag(broker: str, tmp_path: Path) -> None:
    """The gauges of two sinks of one worker do not overwrite each other."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        memory = MemorySink()
        with closing(sqlite3.connect(place.database, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            async with running(with_memory(place, memory)) as service:
                await send(place, [article(number) for number in range(5)])
                topic = place.topics.structured

                def lag(agent: str) -> float:
                    return service.metrics.value(LAG_RECORDS, agent, topic, "0")

                await until(lambda: len(memory.records) == 5, "5 records")
                await until(lambda: lag("sink-sqlite") == 5 and lag("sink-memory") == 0, "5 behind, 0 behind")
                lock.execute("ROLLBACK")

    asyncio.run(run())


def test_a_disk_that_is_full_holds_its_sink_only(broker: str, tmp_path: Path) -> None:
    """The sink that writes files waits for room and tells it; the database beside it has everything meanwhile."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        with small_disk("512k") as disk:
            (disk / "ballast").write_bytes(bytes(440_000))
            jsonl = JsonlSink(JsonlOptions(folder=str(disk / "out")))
            parts = place.parts()
            async with running(msgspec.structs.replace(parts, sinks=[*parts.sinks, jsonl])) as service:
                await send(place, [article(number) for number in range(300)])
                await until(lambda: RecordReader(place.database).count() == 300, "300 rows")
                await until(lambda: not service.readiness().ok, "the disk to be full")
                assert "the disk is full; free some space" in service.readiness().reasons["sink-jsonl"]
                assert list(service.readiness().reasons) == ["sink-jsonl"]
                (disk / "ballast").unlink()
                await until(lambda: service.readiness().ok, "the sink to be back")
                done: dict[int, int] = {}
                topic = place.topics.structured
                while done != await ends(place, topic):
                    done = await committed(place, "sink-jsonl", topic)
            ids = sorted(line["id"] for line in lines(disk / "out" / place.topics.structured))
            assert ids == sorted(f"a{number}" for number in range(300))

    asyncio.run(run())
