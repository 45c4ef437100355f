"""A blocking source is read in a thread, a little ahead, in order."""

import asyncio
import queue
import threading
from collections.abc import Iterator

import pytest

from copydesk.producer.feed import Feed


def test_items_come_in_order_and_the_source_is_not_read_far_ahead() -> None:
    """All items arrive in order; no more than `ahead` are read that nobody took."""
    read = taken = widest = 0

    def source() -> Iterator[int]:
        nonlocal read, widest
        for number in range(1000):
            read += 1
            widest = max(widest, read - taken)
            yield number

    async def run() -> list[int]:
        nonlocal taken
        found = []
        async for number in Feed(source(), ahead=10):
            found.append(number)
            taken += 1
            await asyncio.sleep(0)
        return found

    assert asyncio.run(run()) == list(range(1000))
    # Ten taken at once by the loop, ten more read behind them, and one in the hand of the reader.
    assert widest <= 21


def test_an_item_arrives_while_the_source_waits_for_the_next() -> None:
    """A slow pipe does not hold back what it already gave."""
    pipe: queue.Queue[int | None] = queue.Queue()

    async def run() -> list[int]:
        found = []
        pipe.put(0)
        async for number in Feed(iter(pipe.get, None)):
            found.append(number)
            pipe.put(number + 1 if number < 5 else None)
        return found

    assert asyncio.run(asyncio.wait_for(run(), 10)) == [0, 1, 2, 3, 4, 5]


def test_an_error_comes_after_what_was_read_before_it() -> None:
    """The source's exception is raised from the loop that reads, in its place."""

    def source() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    async def run() -> None:
        stream = aiter(Feed(source()))
        assert await anext(stream) == 1
        with pytest.raises(ValueError, match="broken"):
            await anext(stream)

    asyncio.run(run())


def test_whoever_stops_early_lets_the_reading_thread_end() -> None:
    """Leaving the loop ends the thread at its next item, also of an endless source."""

    def endless() -> Iterator[int]:
        while True:
            yield 1

    async def run() -> None:
        feed = Feed(endless(), ahead=5)
        stream = aiter(feed)
        await anext(stream)
        await stream.aclose()  # type: ignore[attr-defined]

    asyncio.run(run())
    for thread in threading.enumerate():
        if thread.name == "copydesk-feed":
            thread.join(5)
            assert not thread.is_alive()
