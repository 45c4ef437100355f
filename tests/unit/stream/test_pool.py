"""The pool: order, limits, deaths."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from copydesk.outcome import Reason
from copydesk.stream.child_process import Cause, ChildOptions
from copydesk.stream.pool import Pool, PoolBroken
from copydesk.stream.wire import Message, Tally

HANDLERS = "tests.unit.stream.handlers"


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


def messages(*values: bytes) -> list[Message]:
    """Messages with these values, offsets from 0."""
    return [Message(value, [], "articles.raw", 0, offset, 0) for offset, value in enumerate(values)]


def outcomes(results: Sequence[object]) -> list[object]:
    """Values of the accepted, reasons of the others."""
    return [getattr(result, "value", None) or getattr(result, "reason", None) for result in results]


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
            results = await asyncio.gather(*(pool.run(messages(*chunk)) for chunk in chunks))
            assert [outcomes(result) for result in results] == chunks
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
            beside = asyncio.gather(*(pool.run(messages(b"x", b"y")) for _ in range(8)))
            assert outcomes(await pool.run(chunk)) == [b"a", b"b", reason, b"c", b"d"]
            assert [outcomes(result) for result in await beside] == [[b"x", b"y"]] * 8
            assert seen.exits == [cause, cause]

    asyncio.run(run())


def test_two_deadly_articles_in_one_chunk() -> None:
    """Each of several deadly articles is found."""

    async def run() -> None:
        async with running_pool(time_limit_s=0.5) as (pool, _):
            results = await pool.run(messages(b"crash", b"a", b"hang", b"b", b"crash"))
            crashed, slow = Reason.PROCESS_CRASHED, Reason.TIME_LIMIT
            assert outcomes(results) == [crashed, b"a", slow, b"b", crashed]

    asyncio.run(run())


def test_memory_is_limited() -> None:
    """An article that wants more memory than allowed does not get it, and costs itself only."""

    async def run() -> None:
        async with running_pool(memory_bytes=1 << 30) as (pool, _):
            results = await pool.run(messages(b"a", b"swell", b"b"))
            assert outcomes(results) == [b"a", Reason.PROCESS_CRASHED, b"b"]

    asyncio.run(run())


def test_what_is_printed_is_no_reply() -> None:
    """A library that prints does not break the protocol; drops and rejections pass."""

    async def run() -> None:
        async with running_pool() as (pool, seen):
            results = await pool.run(messages(b"print", b"drop", b"reject"))
            assert outcomes(results) == [b"print", Reason.TOMBSTONE, Reason.NO_ARTICLE]
            assert [result.dropped for result in results] == [False, True, False]
            assert seen.exits == []

    asyncio.run(run())


def test_large_messages_pass() -> None:
    """A chunk far larger than a pipe's buffer passes in both directions."""

    async def run() -> None:
        async with running_pool() as (pool, _):
            values = [bytes([65 + number]) * 5_000_000 for number in range(4)]
            assert outcomes(await pool.run(messages(*values))) == values

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
            await pool.run(messages(b"a"))
            task = asyncio.create_task(pool.run(messages(b"hang")))
            await asyncio.sleep(0)  # the job is handed over
            await pool.stop()
            assert seen.exits == [Cause.STOPPED]
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())
