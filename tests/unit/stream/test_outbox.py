"""Outboxes: which batches go out, in which order, and what becomes of refused ones."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiokafka.errors import MessageSizeTooLargeError

from copydesk.stream.batches import CODECS, BatchBuilder, decode
from copydesk.stream.outbox import Outbox, Outgoing


class Taker:
    """Stands where aiokafka's producer would: keeps batches, refuses those that are too large, and can be held back."""

    def __init__(self, most_bytes: int = 1 << 30) -> None:
        self.taken: list[list[bytes]] = []
        self.open = asyncio.Event()
        self._most_bytes = most_bytes

    async def send_batch(self, batch: Any, topic: str, *, partition: int) -> asyncio.Future[None]:
        """Take a batch."""
        assert (topic, partition) == ("t", 3)
        data = batch._build()
        assert batch.closed()
        assert batch.size() == len(data)
        values = [record.value for record in decode(data)]
        assert batch.record_count() == len(values)
        return asyncio.ensure_future(self._take(values, len(data)))

    async def _take(self, values: list[bytes], size: int) -> None:
        await self.open.wait()
        if size > self._most_bytes:
            raise MessageSizeTooLargeError
        self.taken.append(values)


def outgoing(values: Sequence[bytes], codec: str | None, first: int = 0) -> Outgoing:
    """A batch of these, made of the messages from offset `first` on."""
    builder = BatchBuilder(CODECS[codec])
    for place, value in enumerate(values):
        assert builder.append(first + place, b"key", value)
    return Outgoing(memoryview(builder.build()), builder.offsets, builder.payload_bytes)


def outbox(taker: Taker, codec: str | None = None) -> Outbox:
    """An outbox of partition 3 of topic t."""
    producer: Any = taker
    return Outbox(producer, "t", 3, CODECS[codec])


def test_small_batches_that_wait_are_made_into_one() -> None:
    """While one is on its way the small ones behind it gather; a large one stays as it is; the order is kept."""

    async def run(codec: str | None) -> None:
        taker = Taker()
        box = outbox(taker, codec)
        large = [b"L" * 30_000] * 3
        first = box.put([outgoing([b"0"], codec)])
        await asyncio.sleep(0)  # the first is on its way
        rest = [
            box.put([outgoing([b"1"], codec), outgoing([b"2", b"3"], codec)]),
            box.put([outgoing(large, codec), outgoing([b"4"], codec)]),
            box.put([outgoing([b"5"], codec)]),
        ]
        taker.open.set()
        assert [await each for each in (first, *rest)] == [{}] * 4
        assert taker.taken == [[b"0"], [b"1", b"2", b"3"], large, [b"4", b"5"]]

    for codec in CODECS:
        asyncio.run(run(codec))


def test_a_batch_made_of_small_ones_is_no_larger_than_others() -> None:
    """So many small ones that they exceed a batch go out in several."""

    async def run() -> None:
        taker = Taker()
        box = outbox(taker)
        taker.open.set()
        await box.put([outgoing([b"%02d" % number * 30_000], None) for number in range(20)])
        assert [len(values) for values in taker.taken] == [8, 8, 4]
        assert [value[:2] for values in taker.taken for value in values] == [b"%02d" % n for n in range(20)]

    asyncio.run(run())


def test_what_is_refused_for_its_size_costs_itself_only() -> None:
    """A refused batch goes out record by record; each chunk hears of its own, though offsets repeat between chunks."""

    async def run() -> None:
        taker = Taker(most_bytes=5000)
        box = outbox(taker)
        first = box.put([outgoing([b"a"], None)])
        await asyncio.sleep(0)
        one = box.put([outgoing([b"b", b"X" * 6000, b"c"], None, first=10)])
        other = box.put([outgoing([b"Y" * 6000, b"d"], None, first=10)])
        taker.open.set()
        assert [await each for each in (first, one, other)] == [{}, {11: 6003}, {10: 6003}]
        assert taker.taken == [[b"a"], [b"b"], [b"c"], [b"d"]]

    asyncio.run(run())
