"""Replay: stored raw articles through the present version again; older never beats newer, live articles go first."""

import asyncio
import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest
from aiokafka import TopicPartition

from copydesk.record import Record
from copydesk.sinks.sqlite_reader import RecordReader
from copydesk.stream import replay as replay_module
from copydesk.stream.replay import Replay
from tests.stream.harness import (
    SLOW,
    In,
    Place,
    committed,
    new_place,
    processed,
    read,
    running,
    send,
    sunk,
    until,
)
from tests.stream.test_desk import article
from tests.stream.test_worker import command, rows, worker

SLOW_READER = ("--set", "enrich.reading_words_per_minute=50")


def arguments(place: Place, *given: str) -> list[str]:
    """`copydesk replay` as a user would call it."""
    named = command(place)
    at = named.index("--metrics-port")
    named = named[:at] + named[at + 2 :]
    named[named.index("worker")] = "replay"
    return [*named, *given]


def replay(place: Place, *given: str, code: int = 0) -> list[dict[str, Any]]:
    """Call it with --json; the objects it printed."""
    done = subprocess.run(
        [*arguments(place, *given), "--json"], capture_output=True, check=False, timeout=100
    )
    assert done.returncode == code, done.stderr
    return [orjson.loads(line) for line in done.stdout.splitlines()]


def stored(place: Place) -> dict[str, Record]:
    """The records of the store."""
    with RecordReader(place.database) as reader:
        return {record.id: record for record in reader.list(limit=1000)}


async def fill(place: Place, messages: list[In], rows_wanted: int) -> None:
    """Have a former version of the service work on messages: one that reads slowly."""
    await send(place, messages)
    with worker(place, *SLOW_READER) as process:
        await until(lambda: len(rows(place)) == rows_wanted, f"{rows_wanted} rows")
        process.terminate()
        assert await asyncio.to_thread(process.wait, 40) == 0


def test_the_present_version_replaces_its_own_records_and_no_newer_ones(broker: str, tmp_path: Path) -> None:
    """All is replayed, the store follows; an article that came in a newer version keeps it."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        old = [article(n, fetchedAt="2026-03-01T10:00:00Z", headline="old") for n in range(40)]
        newer = article(7, fetchedAt="2026-03-02T10:00:00Z", headline="new")
        await fill(place, [*old, newer, In(b"{broken")], 40)
        before = stored(place)
        assert before["a7"].headline == "new"
        letters = await read(place, place.topics.dead)
        with worker(place, "--agents", "sink"):
            (report,) = await asyncio.to_thread(replay, place, "--all", code=4)
            assert (report["messages"], report["records"], report["rejected"]) == (
                42,
                41,
                {"malformed_json": 1},
            )
            await until(lambda: all(was.reading_time_seconds > stored(place)[name].reading_time_seconds
                                    for name, was in before.items()), "records of the present version")  # fmt: skip
        assert stored(place)["a7"].headline == "new"
        assert set(rows(place).values()) == {1}
        assert await read(place, place.topics.dead) == letters
        assert sum((await committed(place, "replay-default", place.topics.raw)).values()) == 42

    asyncio.run(run())


@SLOW
def test_articles_are_chosen_by_id_offset_and_time(broker: str, tmp_path: Path) -> None:
    """An id is looked for in the store; --dry-run only says what would be read."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await fill(place, [article(n) for n in range(10)], 10)
        assert replay(place, "--from-offset", "0:7", "--dry-run") == [
            {"partition": 0, "start": 7, "end": 10, "messages": 3}
        ]
        assert replay(place, "--since", "1h", "--dry-run")[0]["messages"] == 10
        assert replay(place, "--until", "1h", "--dry-run") == []
        assert (await asyncio.to_thread(replay, place, "a3", "a5"))[0]["records"] == 2
        assert (await asyncio.to_thread(replay, place, "--from-offset", "8"))[0]["records"] == 2
        sent = [message.key for message in await read(place, place.topics.structured)][10:]
        assert sent == [b"a3", b"a5", b"a8", b"a9"]
        replay(place, "nobody", code=1)
        replay(place, "--from-offset", "5:1", code=1)
        replay(place, code=2)
        replay(place, "a1", "--all", code=2)

    asyncio.run(run())


@SLOW
def test_the_difference_is_told_and_nothing_is_sent(broker: str, tmp_path: Path) -> None:
    """Against the store: same, changed by field, new; nothing comes onto any topic, no offset is committed."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await fill(place, [article(n) for n in range(5)], 5)
        await send(place, [article(5), In(b"{broken")])
        before = len(await read(place, place.topics.structured))
        *articles, summary = replay(place, "--all", "--diff", code=4)
        assert articles == [{"id": "a5", "state": "new", "removed": [], "kept": [], "fields": []}]
        assert summary == {"messages": 7, "same": 5, "new": 1, "rejected": {"malformed_json": 1}}
        with_less = replay(place, "--all", "--diff", "--set", "normalise.max_body_bytes=10", code=4)
        assert with_less == [{"messages": 7, "rejected": {"body_too_large": 6, "malformed_json": 1}}]
        assert len(await read(place, place.topics.structured)) == before
        assert await committed(place, "replay-default", place.topics.raw) == {0: 0}

    asyncio.run(run())


@SLOW
def test_a_replay_that_was_broken_off_goes_on(broker: str, tmp_path: Path) -> None:
    """Killed and resumed, it sends what it had not yet committed, and not all again."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await fill(place, [article(n) for n in range(100)], 100)
        process = await asyncio.create_subprocess_exec(
            *arguments(place, "--all", "--rate", "10", "--name", "broken")
        )

        async def some() -> bool:
            return (await committed(place, "replay-broken", place.topics.raw))[0] >= 20

        try:
            await until(some, "20 committed")
        finally:
            process.kill()
            await process.wait()
        (report,) = await asyncio.to_thread(replay, place, "--all", "--name", "broken", "--resume")
        assert report["messages"] <= 80
        got = {message.key for message in (await read(place, place.topics.structured))[100:]}
        assert got == {b"a%d" % n for n in range(100)}
        (nothing,) = await asyncio.to_thread(replay, place, "--all", "--name", "broken", "--resume")
        assert nothing["messages"] == 0

    asyncio.run(run())


@SLOW
def test_a_replay_waits_for_sinks_that_are_behind(
    broker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It sends nothing while a sink has records of the live stream to write, and goes on when they are written."""

    async def run() -> None:
        monkeypatch.setattr(replay_module, "MOST_BEHIND", 0)
        place = await new_place(broker, tmp_path, partitions=1)
        await send(place, [article(n) for n in range(3)])
        async with running(place.parts()) as service:
            await until(lambda: sunk(service) == 3, "3 rows")
        await send(place, [article(n) for n in range(3, 6)])
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 3, "3 live records that wait for the sink")
        job = Replay(
            place.parts(sink=False), group=f"{place.group_prefix}-replay-x", sink_prefix=f"{place.group_prefix}-sink-"
        )  # fmt: skip
        task = asyncio.create_task(job.run([(TopicPartition(place.topics.raw, 0), 0, 6)]))
        await asyncio.wait({task}, timeout=5)
        assert not task.done()
        assert len(await read(place, place.topics.structured)) == 6
        async with running(place.parts(desk=False)):
            assert (await asyncio.wait_for(task, 30)).records == 6

    asyncio.run(run())
