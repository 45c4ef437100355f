"""A broker of the simulation: logs of record batches, groups with generations, and the faults of a schedule.

It answers as Kafka does where that matters to the promise: what is appended stays, in order; a commit of a
member that is no longer in the group's generation is refused; a request may fail before it was done or after.
"""

import asyncio
import random
import struct
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from aiokafka.errors import KafkaTimeoutError, MessageSizeTooLargeError
from aiokafka.record.default_records import DefaultRecordBatchBuilder
from faust.types import TP
from msgspec import Struct

from copydesk.stream.batches import decode
from copydesk.stream.raw_fetch import RawChunks, RawFetch
from tests.simulation.clock import Process, VirtualLoop

_BASE = struct.Struct(">q")
MOST_CHUNK_RECORDS = 8
MOST_RECORD_BYTES = 4_000
"""A larger record is refused, and the batch that holds it."""


class Rates(Struct):
    """How often things go wrong: probability for each request; all 0 when the schedule is over."""

    produce_fails: float = 0.0
    answer_is_lost: float = 0.0
    """Of the requests that fail: done all the same."""
    commit_fails: float = 0.0
    store_fails: float = 0.0
    child_dies: float = 0.0
    slow_s: float = 0.05
    """Longest answer of anything."""


class Broker:
    """Topics, and groups that read them."""

    def __init__(self, chance: random.Random, rates: Rates) -> None:
        self.chance = chance
        self.rates = rates
        self.logs: dict[TP, list[tuple[int, bytes]]] = defaultdict(list)
        """Batches, each with the offset after its last."""
        self.ends: dict[TP, int] = defaultdict(int)
        self.records: dict[TP, list[Any]] = defaultdict(list)
        """What the batches hold, one after the other: offset is index."""
        self.groups: dict[str, Group] = {}
        self.process = Process()
        """Whose requests on their way are: they outlive who sent them."""

    async def answer(self) -> None:
        """Take the time that an answer takes."""
        await asyncio.sleep(self.chance.uniform(0.0, self.rates.slow_s))

    def append(self, tp: TP, data: bytes | bytearray | memoryview) -> None:
        """Append one batch."""
        records = list(decode(bytes(data)))
        batch = bytearray(data)
        _BASE.pack_into(batch, 0, self.ends[tp])
        self.records[tp] += records
        self.ends[tp] += len(records)
        self.logs[tp].append((self.ends[tp], bytes(batch)))

    def fetch(self, tp: TP, position: int, most_batches: int) -> bytes:
        """Return a few whole batches, the first of which holds `position`."""
        log = self.logs[tp]
        first = bisect_right(log, position, key=lambda batch: batch[0])
        return b"".join(data for _, data in log[first : first + most_batches])


class Group:
    """A consumer group: committed offsets, and who holds which partitions in the present generation."""

    def __init__(self) -> None:
        self.generation = 0
        self.holders: dict[TP, Thread] = {}
        self.committed: dict[TP, int] = {}


class Thread:
    """Stands in for Faust's consumer thread, which is all of the client that Faust's consumer sees."""

    def __init__(self, broker: Broker, group: Group, process: Process) -> None:
        self._broker = broker
        self._group = group
        self._process = process
        self._most_records = MOST_CHUNK_RECORDS
        self._positions: dict[TP, int] = {}
        self.on_committing: list[Any] = []
        """Called with the offsets of each commit that is done, before it is."""

    def assign(self, tps: Iterable[TP]) -> None:
        """Hold these partitions, each from what is committed of it."""
        self._positions = {tp: self._group.committed.get(tp, 0) for tp in tps}

    def assignment(self) -> set[TP]:
        """Return what it believes to hold."""
        return set(self._positions)

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Go back to what is committed."""
        await self._broker.answer()
        for tp in self._positions:
            self._positions[tp] = self._group.committed.get(tp, 0)
        return {tp: self._group.committed[tp] for tp in self._positions if tp in self._group.committed}

    async def getmany(self, active: set[TP] | None, timeout: float) -> Mapping[TP, Sequence[Any]]:  # noqa: ASYNC109  Faust's name
        """Fetch; the answer comes later, whoever holds the partitions by then."""
        found: dict[TP, list[Any]] = {}
        chance = self._broker.chance
        for tp in sorted(active or ()):
            position = self._positions.get(tp)
            if position is None or position >= self._broker.ends[tp]:
                continue
            data = self._broker.fetch(tp, position, chance.randint(1, 4))
            chunks = RawChunks(
                self._most_records, 1 << 20, tp, RawFetch(data), [], position, None, None, True, 0
            )
            taken = [chunk for chunk, _ in zip(chunks, range(chance.randint(1, 4)), strict=False)]
            found[tp] = taken
            self._positions[tp] = taken[-1].end
        await (self._broker.answer() if found else asyncio.sleep(min(timeout, 0.2)))
        return found

    async def commit(self, offsets: Mapping[TP, int]) -> bool:
        """Commit; refused where the generation has changed, as the broker does."""
        await self._broker.answer()
        if not self._process.alive or self._broker.chance.random() < self._broker.rates.commit_fails:
            return False
        if any(self._group.holders.get(tp) is not self for tp in offsets):
            return False
        for listen in self.on_committing:
            listen(offsets)
        self._group.committed |= offsets
        return True


class Producer:
    """Stands in for aiokafka's producer."""

    def __init__(self, broker: Broker, partitions: Mapping[str, int]) -> None:
        self._broker = broker
        self._partitions = partitions
        self._lines: dict[TP, asyncio.Lock] = defaultdict(asyncio.Lock)
        """One request to a partition at a time, in the order of sending."""

    async def partitions_for(self, topic: str) -> set[int]:
        """Partitions of a topic."""
        return set(range(self._partitions[topic]))

    async def send_batch(self, batch: Any, topic: str, *, partition: int) -> asyncio.Future[None]:
        """Send a batch that is built."""
        return self._send(TP(topic, partition), batch._build())

    async def send(
        self, topic: str, value: bytes | None, *, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> asyncio.Future[None]:
        """Send one message."""
        return self._send(TP(topic, 0), one_message(key, value, headers))

    def _send(self, tp: TP, data: bytes | bytearray | memoryview) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        loop.spawn(self._broker.process, self._deliver(tp, data, done))
        done.add_done_callback(
            lambda each: each.cancelled() or each.exception()
        )  # a killed process asks no more
        return done

    async def _deliver(
        self, tp: TP, data: bytes | bytearray | memoryview, done: asyncio.Future[None]
    ) -> None:
        broker = self._broker
        fails = broker.chance.random() < broker.rates.produce_fails
        is_lost = broker.chance.random() < broker.rates.answer_is_lost
        error: Exception | None = None
        async with self._lines[tp]:
            await broker.answer()
            if any(len(record.value or b"") > MOST_RECORD_BYTES for record in decode(bytes(data))):
                error = MessageSizeTooLargeError()
            elif not fails or is_lost:
                broker.append(tp, data)
        await broker.answer()
        if fails and error is None:
            error = KafkaTimeoutError()
        if not done.done():
            if error is not None:
                done.set_exception(error)
            else:
                done.set_result(None)


def one_message(
    key: bytes | None, value: bytes | None, headers: Sequence[tuple[str, bytes]], timestamp_ms: int = 0
) -> bytearray:
    """Return a batch of one message."""
    builder = DefaultRecordBatchBuilder(
        magic=2, compression_type=0, is_transactional=0, producer_id=-1, producer_epoch=-1, base_sequence=0, batch_size=1 << 20
    )  # fmt: skip
    builder.append(0, timestamp_ms, key, value, list(headers))
    built: bytearray = builder.build()
    return built
