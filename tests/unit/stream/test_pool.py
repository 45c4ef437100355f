"""The pool: order, limits, deaths."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from msgspec.structs import replace

from copydesk.outcome import Reason
from copydesk.stream.batches import CODECS, RawRecords, decode
from copydesk.stream.child_process import Cause, ChildOptions
from copydesk.stream.pool import Pool, PoolBroken
from copydesk.stream.wire import OutputOptions, Tally
from tests.unit.stream.building import batch, raw

HANDLERS = "tests.unit.stream.handlers"
PARTITIONS = 3


class Seen:
    """What the pool told of."""

    def __init__(self) -> None:
        self.exits: list[Cause] = []
        self.tallied = 0
        self.size = 0

    def tally(self, tally: Tally) -> None:
        """Add up what children say they saw."""
        self.tallied += tally.errors.get("echo/seen", 0)


@asynccontextmanager
async def running_pool(
    *, processes: int = 1, time_limit_s: float = 5.0, memory_bytes: int = 0, handler: str = "Echo"
) -> AsyncIterator[tuple[Pool, Seen]]:
    """A started pool, and what it told of."""
    seen = Seen()
    options = ChildOptions(
        time_limit_s=time_limit_s,
        memory_bytes=memory_bytes,
        handler=f"{HANDLERS}:{handler}",
        handler_options=b"options",
        output=OutputOptions(most_bytes=20_000_000),
    )
    pool = Pool(
        processes,
        options,
        on_tally=seen.tally,
        on_exit=seen.exits.append,
        on_size=lambda size: setattr(seen, "size", size),
    )
    try:
        await pool.start()
        yield pool, seen
    finally:
        await pool.stop()


def messages(*values: bytes, codec: str | None = None) -> RawRecords:
    """Messages with these values, offsets from 0, in batches of at most three."""
    return raw(b"".join(batch(at, values[at : at + 3], codec=codec) for at in range(0, len(values), 3)))


async def outcomes(pool: Pool, work: RawRecords) -> list[object]:
    """Values of the records that a chunk becomes and reasons of the others, in the order of the messages."""
    found: dict[int, object] = {}
    for answer in await pool.run(work, PARTITIONS):
        for built, data in zip(answer.reply.batches, answer.batches, strict=True):
            for offset, record in zip(built.offsets, decode(data), strict=True):
                assert (
                    built.partition == offset % PARTITIONS
                )  # the handler gives the offset for the key's hash
                found[offset] = record.value
        found |= {failure.offset: failure.reason for failure in answer.reply.failures}
    return [found[offset] for offset in sorted(found)]


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let child processes import the handlers."""
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath), prepend=":")


def test_results_are_in_order_and_measured() -> None:
    """A chunk's results come in the order of its messages, and each message is tallied once."""

    async def run() -> None:
        async with running_pool(processes=2) as (pool, seen):
            values = [b"%d" % number for number in range(500)]
            chunks = [values[start : start + 50] for start in range(0, 500, 50)]
            results = await asyncio.gather(*(outcomes(pool, messages(*chunk)) for chunk in chunks))
            assert results == chunks
            assert seen.tallied == 500
            assert seen.size == 2

    asyncio.run(run())


@pytest.mark.parametrize(
    ("value", "reason", "cause"),
    [
        (b"crash", Reason.PROCESS_CRASHED, Cause.CRASHED),
        (b"exit", Reason.PROCESS_CRASHED, Cause.CRASHED),
        (b"hang", Reason.TIME_LIMIT, Cause.TIME_LIMIT),
    ],
)
def test_a_deadly_article_costs_itself_only(value: bytes, reason: Reason, cause: Cause) -> None:
    """The article that kills its process, or is killed, is rejected; its neighbours are not."""

    async def run() -> None:
        async with running_pool(processes=2, time_limit_s=0.5) as (pool, seen):
            chunk = messages(b"a", b"b", value, b"c", b"d")
            beside = asyncio.gather(*(outcomes(pool, messages(b"x", b"y")) for _ in range(8)))
            assert await outcomes(pool, chunk) == [b"a", b"b", reason, b"c", b"d"]
            assert await beside == [[b"x", b"y"]] * 8
            assert seen.exits == [cause, cause]

    asyncio.run(run())


def test_two_deadly_articles_in_one_chunk() -> None:
    """Each of several deadly articles is found."""

    async def run() -> None:
        async with running_pool(time_limit_s=0.5) as (pool, _):
            results = await outcomes(pool, messages(b"crash", b"a", b"hang", b"b", b"crash"))
            crashed, slow = Reason.PROCESS_CRASHED, Reason.TIME_LIMIT
            assert results == [crashed, b"a", slow, b"b", crashed]

    asyncio.run(run())


def test_memory_is_limited() -> None:
    """An article that wants more memory than allowed does not get it, and costs itself only."""

    async def run() -> None:
        async with running_pool(memory_bytes=1 << 30) as (pool, _):
            results = await outcomes(pool, messages(b"a", b"swell", b"b"))
            assert results == [b"a", Reason.PROCESS_CRASHED, b"b"]

    asyncio.run(run())


def test_what_is_printed_is_no_reply() -> None:
    """A library that prints does not break the protocol; drops and rejections pass."""

    async def run() -> None:
        async with running_pool() as (pool, seen):
            (answer,) = await pool.run(messages(b"print", b"drop", b"reject"), PARTITIONS)
            assert [record.value for record in decode(answer.batches[0])] == [b"print"]
            said = [(each.offset, each.reason, each.dropped) for each in answer.reply.failures]
            assert said == [(1, Reason.TOMBSTONE, True), (2, Reason.NO_ARTICLE, False)]
            assert (answer.reply.messages, answer.reply.message_bytes) == (3, 15)
            assert seen.exits == []

    asyncio.run(run())


def test_large_messages_pass() -> None:
    """A chunk far larger than a pipe's buffer passes in both directions."""

    async def run() -> None:
        async with running_pool() as (pool, _):
            values = [bytes([65 + number]) * 5_000_000 for number in range(4)]
            assert await outcomes(pool, messages(*values)) == values

    asyncio.run(run())


def test_a_handler_that_cannot_start_breaks_the_pool() -> None:
    """Children that never start end in an error, not in an endless loop."""

    async def run() -> None:
        with pytest.raises(PoolBroken, match="do not start"):
            async with running_pool(handler="Broken"):
                pass

    asyncio.run(run())


def test_stop_ends_children_that_are_busy() -> None:
    """Stopping does not wait for a stuck article."""

    async def run() -> None:
        async with running_pool(time_limit_s=3600) as (pool, seen):
            await outcomes(pool, messages(b"a"))
            task = asyncio.create_task(outcomes(pool, messages(b"hang")))
            await asyncio.sleep(0)  # the job is handed over
            await pool.stop()
            assert seen.exits == [Cause.STOPPED]
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())


@pytest.mark.parametrize("codec", list(CODECS))
def test_the_middle_of_a_batch_of_any_codec(codec: str | None) -> None:
    """A job that begins and ends within batches gives what lies between; a death in it costs one article."""

    async def run() -> None:
        async with running_pool() as (pool, _):
            work = messages(b"a", b"b", b"c", b"d", b"crash", b"e", b"f", b"g", codec=codec)
            middle = replace(work.since(1), end=7)
            assert await outcomes(pool, middle) == [b"b", b"c", b"d", Reason.PROCESS_CRASHED, b"e", b"f"]

    asyncio.run(run())


def test_a_batch_that_no_child_can_decode_costs_two_children() -> None:
    """What swells beyond the memory limit when it is decompressed is rejected as a whole, and its neighbours are not."""

    async def run() -> None:
        async with running_pool(memory_bytes=256 << 20) as (pool, seen):
            bomb = batch(1, [b"x" * (240 << 20), b"y"], codec="zstd")
            work = raw(batch(0, [b"a"]) + bomb + batch(3, [b"b"]))
            crashed = Reason.PROCESS_CRASHED
            assert await outcomes(pool, work) == [b"a", crashed, crashed, b"b"]
            assert seen.exits == [Cause.CRASHED] * 2

    asyncio.run(run())
