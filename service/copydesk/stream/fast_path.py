"""The fast path: whole chunks of one partition from Faust's consumer to a batch agent.

Faust keeps the process, the consumer thread, group membership, rebalancing and the commit loop.
Only its per-message machinery (two asyncio tasks and a stream event per message) is passed by:
`_drain_messages` puts chunks of undecoded records (`raw_fetch.py`) into a bounded queue, and what is
committed is a watermark of our own per partition.

It leans on private attributes of faust-streaming 0.15.3, which is pinned exactly; a test names
each of them and fails when one changes.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from functools import cached_property
from typing import Any

import structlog
from aiokafka.errors import KafkaError
from faust.transport.drivers.aiokafka import Consumer as AIOKafkaConsumer
from faust.transport.drivers.aiokafka import Transport
from faust.types import TP

from copydesk.stream.batches import RawRecords, Record
from copydesk.stream.commits import Topics
from copydesk.stream.patience import PatientConsumerThread
from copydesk.stream.watermark import Watermark

log = structlog.get_logger(__name__)

LAST_COMMITS = 3
COMMIT_PAUSE_S = 0.1
"""Nobody comes again after the last commit: it is tried so often, so far apart."""


class Chunk:
    """Consecutive records of one partition.

    Its watermark belongs to one assignment: a chunk that finishes after its partition was given
    away closes a watermark that nobody commits, and the new owner reads its records again.
    """

    def __init__(self, raw: RawRecords, watermark: Watermark, committed: int = 0) -> None:
        self.tp = TP(raw.topic, raw.partition)
        self.raw = raw
        self.committed = committed
        """What the group had committed of the partition when the chunk was read."""
        self.count = raw.count
        """Records at most; what was compacted away is told only by decoding."""
        self.first_s = raw.batches[0].first_ms / 1000
        self.last_s = raw.batches[-1].last_ms / 1000
        """When the first and the last record were sent, as the batches say; Unix seconds."""
        self._watermark = watermark
        self._ticket = watermark.open(raw.end)

    @cached_property
    def records(self) -> list[Record]:
        """The records, decoded when first asked for.

        Errors: aiokafka's CorruptRecordException.
        """
        return self.raw.decode()

    def done(self) -> None:
        """Say that every record of the chunk is finished and its outcome delivered."""
        self._watermark.close(self._ticket)


class ChunkOptions:
    """What `install` gives the consumer: sizes of chunks and queue, and who hears of assignments, commits and gaps."""

    def __init__(
        self,
        *,
        records: int,
        nbytes: int,
        in_flight: int,
        drain_s: float,
        fetch_pause_s: float,
        on_assigned: Callable[[set[TP]], None],
        on_commit: Callable[[bool], None],
        on_gap: Callable[[TP, int], None],
        topics: Topics,
    ) -> None:
        self.records = records
        self.nbytes = nbytes
        self.drain_s = drain_s
        self.fetch_pause_s = fetch_pause_s
        self.on_assigned = on_assigned
        self.on_commit = on_commit
        self.on_gap = on_gap
        self.topics = topics
        self.queue: asyncio.Queue[Chunk] = asyncio.Queue()
        """Chunks read and not yet taken by the agent; bounded by `in_flight`."""
        self.in_flight = asyncio.Semaphore(in_flight)
        """One permit per chunk, from reading it to the delivery of its outcomes: bounds memory."""

    def give_up(self) -> None:
        """A chunk failed, and so the worker ends: what is in flight is not waited for, it is done again."""
        self.drain_s = 0.0


class ChunkConsumer(AIOKafkaConsumer):
    """Faust's aiokafka consumer, handing on chunks instead of messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.watermarks: dict[TP, Watermark] = {}
        self._assignments = 0
        app: Any = self.app
        self.options: ChunkOptions = app.chunk_options

    def _new_consumer_thread(self) -> PatientConsumerThread:
        return PatientConsumerThread(self, loop=self.loop, beacon=self.beacon)

    async def _drain_messages(self, fetcher: Any) -> None:
        """Faust's fetcher runs this: read what was fetched and put it on as chunks.

        What is fetched while the flow is suspended, or was asked for before a rebalance, is let go of, and
        read again: the fetch position is already behind it, so we go back to what is committed.
        """
        try:
            while not (self._stopped.is_set() or fetcher._stopped.is_set()):  # noqa: SLF001  as Faust's own loop
                assignments = self._assignments
                records, _ = await self._wait_next_records(1.0)
                if self.should_stop:
                    return
                if not records:
                    await asyncio.sleep(0)
                elif self.flow_active and assignments == self._assignments:
                    await self._put_chunks(records)
                else:
                    await self._seek_back()
        except self.consumer_stopped_errors:
            if not self.transport.app.should_stop:
                raise

    async def _seek_back(self) -> None:
        try:
            await self.perform_seek()
        except KafkaError as error:
            # In the middle of a rebalance; Faust seeks once more before it resumes the flow.
            log.warning("Could not go back to the committed offsets yet.", error=str(error))

    async def _put_chunks(self, fetched: Mapping[Any, list[RawRecords]]) -> None:
        for raw_tp, parts in fetched.items():
            tp = TP(raw_tp.topic, raw_tp.partition)
            for part in parts:
                unread = self._unread(tp, part)
                if unread is None:
                    continue
                if not await self._permit():
                    return
                watermark = self.watermarks.setdefault(tp, Watermark())
                if unread.start < watermark.opened:
                    self.options.in_flight.release()  # sought back while we waited: it comes again
                    break
                self.options.queue.put_nowait(Chunk(unread, watermark, self._committed_offset.get(tp) or 0))
                self._read_offset[tp] = unread.end

    def _unread(self, tp: TP, part: RawRecords) -> RawRecords | None:
        """What is beyond that already put on; a gap between them is told."""
        read = self._read_offset[tp]
        opened = self.watermarks[tp].opened if tp in self.watermarks else 0
        start = max(read or 0, opened)
        if part.end <= start:
            return None
        if read is not None and part.start > start:
            self.options.on_gap(tp, part.start - start)
        return part.since(start)

    async def _permit(self) -> bool:
        """Wait until one more chunk may be in flight; False when partitions are being taken away meanwhile."""
        in_flight = self.options.in_flight
        if not in_flight.locked():
            await in_flight.acquire()
            return True
        acquired = asyncio.ensure_future(in_flight.acquire())
        suspended = asyncio.ensure_future(self.suspend_flow.wait())
        await asyncio.wait({acquired, suspended}, return_when=asyncio.FIRST_COMPLETED)
        suspended.cancel()
        if acquired.done() and self.flow_active:
            return True
        if acquired.done():
            in_flight.release()
        else:
            acquired.cancel()
        return False

    async def force_commit(self, topics: Any = None, start_new_transaction: bool = True) -> bool:  # noqa: ARG002
        """Commit each partition's watermark, where the topics are still those that were read; Faust's commit loop calls it."""
        offsets = self._uncommitted()
        if not offsets or not await self.options.topics.same():
            return False
        before = {tp: self._committed_offset[tp] for tp in offsets}
        committed: bool = await self._commit_offsets(offsets, start_new_transaction=False)
        if not committed:
            # Faust takes note of them all the same, and so would not try again before something new is finished.
            self._committed_offset.update(before)
        self.options.on_commit(committed)
        return committed

    def _uncommitted(self) -> dict[TP, int]:
        return {
            tp: watermark.position
            for tp, watermark in self.watermarks.items()
            if watermark.position is not None and self._should_commit(tp, watermark.position)
        }

    async def wait_empty(self) -> None:
        """Let the chunks in flight finish, within the drain limit, then commit; before a rebalance and at stop."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.options.drain_s
        while any(watermark.pending for watermark in self.watermarks.values()) and loop.time() < deadline:
            await self.commit()
            await asyncio.sleep(0.02)
        for _ in range(LAST_COMMITS):
            if await self.commit() or not self._uncommitted():
                return
            await asyncio.sleep(COMMIT_PAUSE_S)

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Finish, commit, then forget: Faust alone would forget first and so commit nothing."""
        self.stop_flow()
        self.app.flow_control.suspend()
        await self.wait_empty()
        self.watermarks.clear()
        await super().on_partitions_revoked(revoked)

    async def on_partitions_assigned(self, assigned: set[TP], generation_id: int = 0) -> None:
        """Start new watermarks for the new assignment."""
        self._assignments += 1
        self.watermarks.clear()
        await super().on_partitions_assigned(assigned, generation_id)
        self.options.on_assigned(assigned)


class ChunkTransport(Transport):
    """Faust's aiokafka transport with our consumer."""

    Consumer = ChunkConsumer


def install(app: Any, options: ChunkOptions) -> None:
    """Make `app` (a faust.App not yet started) read through chunks."""
    app.chunk_options = options
    app.transport = ChunkTransport(app.conf.broker_consumer, app)


async def chunks(app: Any, stream: Any) -> AsyncIterator[Chunk]:
    """Yield chunks as they come, until the stream stops.

    Whoever takes one must call `done()` on it and release `app.chunk_options.in_flight`.
    """
    aiter(stream.channel)  # tells Faust's conductor to subscribe to the topic
    options: ChunkOptions = app.chunk_options
    while not stream.should_stop:
        yield await options.queue.get()
