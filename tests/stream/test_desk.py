"""The desk and sink agents on a real broker: every input has one outcome, and is in the store once."""

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import orjson
import pytest

from copydesk.codec.dead_letter import from_headers
from copydesk.codec.record import decode
from copydesk.metrics.definitions import DEAD_LETTERS, RECORDS_SENT, SENT_BYTES
from copydesk.outcome import Reason, Stage
from copydesk.sinks.sqlite_reader import RecordReader
from tests.stream.harness import (
    In,
    Received,
    committed,
    ends,
    new_place,
    processed,
    read,
    running,
    send,
    send_null,
    sunk,
    until,
)

BODY = (
    "The harbour council voted on Tuesday to rebuild the old fish market, after a year of talks with "
    "traders and neighbours that several members called the longest in memory.\n\n"
    "Work begins in spring, the council said, and the market moves to the northern quay meanwhile. "
    "The traders' spokeswoman welcomed the decision and asked for cold stores that work.\n\n"
    "Leave a Reply\n\n"
    "This site uses Akismet to reduce spam. Learn how your comment data is processed."
)


def article(number: int, **fields: object) -> In:
    """A plain-text article that is accepted."""
    value = orjson.dumps({"id": f"a{number}", "text": f"{BODY[:40]} Number {number}. {BODY[40:]}", **fields})
    return In(value, key=f"site{number % 5}".encode())


def by_reason(letters: list[Received]) -> Counter[Reason]:
    """How many dead letters of each reason."""
    return Counter(from_headers(letter.headers).reason for letter in letters)


def test_every_input_has_exactly_one_outcome(broker: str, tmp_path: Path) -> None:
    """Good, malformed, empty and deleted articles end as record, dead letter or counted drop; all is committed."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        good = [article(number) for number in range(300)]
        bad = [
            In(b"{not json", key=b"k1", headers=[("x-feed", b"f\xff")]),
            In(b'{"headline": "no body"}', key=b"k2"),
            In(b'{"id": "empty", "text": "   "}', key=b"k3"),
            In(None, key=b"k4"),
            In(b"\x00\x01\x02\xff", key=b"k5", headers=[("content-type", b"image/png")]),
        ]
        await send(place, [*good, *bad])
        async with running(place.parts()) as service:
            await until(lambda: processed(service) == 305, "305 outcomes")
            await until(
                lambda: place.database.exists() and RecordReader(place.database).count() == 300, "300 rows"
            )
            assert service.readiness().ok
            assert service.liveness().ok
        records = await read(place, place.topics.structured)
        assert sorted(decode(r.value or b"").id for r in records) == sorted(f"a{n}" for n in range(300))
        assert all(r.key == decode(r.value or b"").id.encode() for r in records)
        letters = await read(place, place.topics.dead)
        assert by_reason(letters) == {
            Reason.MALFORMED_JSON: 1, Reason.INVALID_ARTICLE: 1, Reason.EMPTY_BODY: 1,
            Reason.UNSUPPORTED_CONTENT_TYPE: 1,
        }  # fmt: skip
        assert processed(service) == 305
        assert await committed(place, "desk", place.topics.raw) == await ends(place, place.topics.raw)
        group = "sink-sqlite"
        assert await committed(place, group, place.topics.structured) == await ends(
            place, place.topics.structured
        )

    asyncio.run(run())


def test_a_dead_letter_is_the_original_and_says_why(broker: str, tmp_path: Path) -> None:
    """Key, value and headers are untouched; ours say reason, stage and origin, and hold no article text."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        original = In(
            b'{"text": 12, "secret": "canary"}', key=b"\x00key", headers=[("x-feed", b"\xff\xfe"), ("x", b"")]
        )
        await send(place, [article(0), original])
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 2, "2 outcomes")
            assert service.metrics.value(DEAD_LETTERS, "invalid_article", "decode") == 1
        (letter,) = await read(place, place.topics.dead)
        assert (letter.key, letter.value) == (original.key, original.value)
        assert list(letter.headers[:2]) == list(original.headers)
        said = from_headers(letter.headers)
        assert (said.reason, said.stage) == (Reason.INVALID_ARTICLE, Stage.DECODE)
        assert (said.topic, said.partition, said.offset) == (place.topics.raw, 0, 1)
        assert not any(b"canary" in value for _, value in letter.headers)

    asyncio.run(run())


def test_a_restarted_worker_goes_on_where_it_stopped(broker: str, tmp_path: Path) -> None:
    """After a drained stop nothing is worked on twice."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        for start in (0, 100):
            await send(place, [article(number) for number in range(start, start + 100)])
            async with running(place.parts()) as service:
                await until(lambda s=service: processed(s) == 100, "100 outcomes")
        assert len(await read(place, place.topics.structured)) == 200

    asyncio.run(run())


def test_replaying_the_topic_gives_the_same_table(broker: str, tmp_path: Path) -> None:
    """A second sink group that reads everything again, over versions of the same articles, changes no row."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        first = [article(number, fetchedAt="2026-03-01T10:00:00Z", headline="old") for number in range(40)]
        newer = [
            article(number, fetchedAt="2026-03-02T10:00:00Z", headline="new") for number in range(0, 40, 2)
        ]
        await send(place, [*newer, *first])
        async with running(place.parts()) as service:
            await until(lambda: processed(service) == 60, "60 outcomes")
            await until(
                lambda: place.database.exists() and RecordReader(place.database).count() == 40, "40 rows"
            )
            await until(lambda: sunk(service) == 60, "60 records at the sink")
        with RecordReader(place.database) as reader:
            before = {f"a{n}": reader.get(f"a{n}") for n in range(40)}
        again = msgspec.structs.replace(place, group_prefix=f"{place.group_prefix}-again")
        async with running(again.parts(desk=False)) as service:
            await until(lambda: sunk(service) == 60, "60 records at the sink, again")
        with RecordReader(place.database) as reader:
            after = {f"a{n}": reader.get(f"a{n}") for n in range(40)}
        assert after == before
        assert {n: record.headline for n, record in enumerate(after.values()) if record} == {
            n: "old" if n % 2 else "new" for n in range(40)
        }

    asyncio.run(run())


@pytest.mark.parametrize("value", [b"crash", b"hang", b"exit"])
def test_an_article_that_kills_its_process_becomes_a_dead_letter(
    broker: str, tmp_path: Path, value: bytes
) -> None:
    """A crash or an endless article costs itself only; its neighbours come out."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=2)
        messages = [In(value if n == 17 else b"fine %d" % n, key=b"%d" % n) for n in range(40)]
        await send(place, messages)
        parts = place.parts(sink=False, handler="tests.unit.stream.handlers:Echo", article_time_limit_s=0.5)
        async with running(parts) as service:
            await until(lambda: processed(service) == 40, "40 outcomes")
        wanted = Reason.TIME_LIMIT if value == b"hang" else Reason.PROCESS_CRASHED
        letters = await read(place, place.topics.dead)
        assert by_reason(letters) == {wanted: 1}
        assert letters[0].value == value
        records = await read(place, place.topics.structured)
        assert sorted(r.value or b"" for r in records) == sorted(b"fine %d" % n for n in range(40) if n != 17)

    asyncio.run(run())


def test_a_record_too_large_for_its_topic_becomes_a_dead_letter(broker: str, tmp_path: Path) -> None:
    """What does not fit into a structured message is not lost."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1, max_message_bytes=100_000)
        await send(place, [In(b"small"), In(b"x" * 99_700), In(b"small too")])
        async with running(place.parts(sink=False, handler="tests.unit.stream.handlers:Echo")) as service:
            await until(lambda: processed(service) == 3, "3 outcomes")
        (letter,) = await read(place, place.topics.dead)
        assert from_headers(letter.headers).reason is Reason.RECORD_TOO_LARGE
        assert letter.value == b"x" * 99_700

    asyncio.run(run())


def test_a_record_that_the_broker_refuses_costs_itself_only(broker: str, tmp_path: Path) -> None:
    """Where the topic takes less than we were told, the batch is sent one by one and the large one is dead."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1, max_message_bytes=150_000)
        hopeful = msgspec.structs.replace(
            place, topics=msgspec.structs.replace(place.topics, max_message_bytes=1_000_000)
        )
        small = [b"small %d" % number for number in range(20)]
        large = (
            b"x" * 149_500
        )  # the raw topic takes it; with key and batch header the structured one does not
        await send(place, [In(value) for value in (*small[:10], large, *small[10:])])
        echo = "tests.unit.stream.handlers:Echo"
        async with running(hopeful.parts(sink=False, handler=echo)) as service:
            await until(lambda: processed(service) == 21, "21 outcomes")
            assert service.metrics.value(DEAD_LETTERS, "record_too_large", "deliver") == 1
            sent = [
                service.metrics.value(name, place.topics.structured) for name in (RECORDS_SENT, SENT_BYTES)
            ]
            assert sent == [20, sum(2 * len(value) for value in small)]
        records = await read(place, place.topics.structured)
        assert sorted(record.value or b"" for record in records) == sorted(small)
        (letter,) = await read(place, place.topics.dead)
        assert letter.value == large

    asyncio.run(run())


def test_faust_reply_headers_are_ignored(broker: str, tmp_path: Path) -> None:
    """A message cannot make the service write where its headers say."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        target = place.topics.dead
        forged = [("Faust-Ag-ReplyTo", target.encode()), ("Faust-Ag-CorrelationId", b"1")]
        await send(place, [In(article(1).value, headers=forged)])
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 1, "1 outcome")
        assert await read(place, target) == []
        assert len(await read(place, place.topics.structured)) == 1

    asyncio.run(run())


def test_what_is_no_record_on_the_structured_topic_becomes_a_dead_letter(broker: str, tmp_path: Path) -> None:
    """A foreign message on the sink's topic is neither written nor lost, and does not hold up the rest."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await send(place, [article(1)])
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 1, "1 outcome")
        await send(place, [In(b"no record", key=b"k")], place.topics.structured)
        await send_null(place, place.topics.structured)
        async with running(place.parts(desk=False)) as service:
            await until(lambda: sunk(service) == 3, "3 records at the sink")
        with RecordReader(place.database) as reader:
            assert reader.count() == 1
        letter, null = await read(place, place.topics.dead)
        assert (from_headers(letter.headers).stage, letter.value) == (Stage.SINK, b"no record")
        assert (from_headers(null.headers).reason, null.value) == (Reason.TOMBSTONE, b"")

    asyncio.run(run())


def test_a_backlog_is_no_error(broker: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A worker that has run for an hour and has much to read says nothing of it: Faust's own look would, every second."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await send(place, [article(n) for n in range(1500)])
        async with running(place.parts(sink=False, fetch_bytes=20_000, chunks_in_flight=1)) as service:
            await service.ready()
            consumer: Any = service._members[0].app.consumer
            consumer._thread.time_started -= 3600.0
            await until(lambda: processed(service) == 1500, "all outcomes")

    asyncio.run(run())
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
