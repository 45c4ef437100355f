"""The sink agent: records of the structured topic to a store, batch and offsets in one transaction.

An outage of the store is not the records' fault: opening it, and every batch, is tried again until it
succeeds; other sinks of the worker go on meanwhile. What the store refuses for its content becomes a
dead letter, delivered before the chunk is acknowledged. A sink that keeps dead letters reads their
topic too.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import structlog
from faust.types import TP
from msgspec import Struct

from copydesk.codec import dead_letter as dead_letter_codec
from copydesk.codec import disposition
from copydesk.codec import record as record_codec
from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.outcome import Reason, RejectArticle, Stage
from copydesk.sinks.base import Batch, Sink, SinkRefused, SinkUnavailable
from copydesk.stream.batches import Record
from copydesk.stream.delivery import Delivery
from copydesk.stream.errors import StoreBehind
from copydesk.stream.fast_path import Chunk, chunks
from copydesk.stream.progress import Progress

log = structlog.get_logger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 30.0
"""Between tries of what the store could not do; doubled each time."""


class Written(Struct):
    """What became of a chunk: messages by result, records to be dead letters, and when the raw ones were sent.

    Units: Unix seconds.
    """

    results: dict[str, int] = {}
    refused: list[tuple[Record, Reason, str]] = []
    sent_s: list[float] = []


class SinkAgent:
    """Writes chunks into one sink, one at a time, in a thread of its own."""

    def __init__(
        self,
        *,
        sink: Sink,
        dead_topic: str,
        delivery: Delivery,
        metrics: Metrics,
        on_fault: Callable[[str, BaseException], None],
    ) -> None:
        self._sink = sink
        self.name = f"sink-{sink.name}"
        """What it is called in metrics, logs, and the consumer group."""
        self._dead_topic = dead_topic
        self._delivery = delivery
        self._metrics = metrics
        self.progress = Progress()
        """What the agent has begun and finished."""
        self._on_fault = on_fault
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=self.name)
        self._stopping = asyncio.Event()
        self._opening: asyncio.Task[bool] | None = None
        self._checked: set[TP] = set()
        self.trouble: str | None = None
        """Why the store does not take records at the moment, or None."""

    async def start(self) -> None:
        """Open the store; where it is away, go on trying in the background.

        Errors: SinkMisconfigured when trying again would not help.
        """
        try:
            await self._call(self._sink.open)
        except SinkUnavailable as outage:
            self._note(outage)
            self._opening = asyncio.create_task(self._open())

    async def stop(self) -> None:
        """Close the store; a batch that waits for it is abandoned, uncommitted."""
        self._stopping.set()
        if self._opening is not None:
            await asyncio.gather(self._opening, return_exceptions=True)
        await self._call(self._sink.close)
        self._thread.shutdown()

    async def run(self, app: Any, stream: Any) -> None:
        """Take chunks until the stream stops; the body of the Faust agent."""
        async for chunk in chunks(app, stream):
            self.progress.started(chunk)
            try:
                if not await self._write(chunk):
                    return
            except Exception as fault:  # noqa: BLE001  nothing may escape; the worker ends, uncommitted
                app.chunk_options.give_up()
                self._on_fault(f"The {self._sink.name} sink could not write a chunk.", fault)
                return
            finally:
                app.chunk_options.in_flight.release()
            chunk.done()
            self.progress.finished(chunk)
            metrics, topic = self._metrics, chunk.tp.topic
            metrics.histogram(m.CHUNK_RECORDS).observe(len(chunk.records), self.name)
            metrics.count(m.RECORDS_RECEIVED, len(chunk.records), self.name, topic)
            metrics.count(
                m.RECEIVED_BYTES, sum(len(record.value or b"") for record in chunk.records), self.name, topic
            )

    async def _open(self) -> bool:
        """Try to open the store until it is open; False when stopped before."""
        return await self._until_done(self._sink.open) is not None

    async def _write(self, chunk: Chunk) -> bool:
        """Write a chunk, trying until the store takes it; False when stopped before."""
        if self._opening is not None and not await self._opening:
            return False
        if not await self._check_store(chunk):
            return False
        write = self._write_dead if chunk.tp.topic == self._dead_topic else self._write_records
        done = await self._until_done(write, chunk)
        if done is None:
            return False
        written: Written = done[0]
        for record, reason, detail in written.refused:
            await self._delivery.send_dead(record, reason, Stage.SINK, detail)
            self._metrics.count(m.DEAD_LETTERS, 1, reason.value, Stage.SINK.value)
        now = time.time()
        self._metrics.histogram(m.END_TO_END_LATENCY).observe_many(
            [max(0.0, now - sent) for sent in written.sent_s], self.name
        )
        for result, number in written.results.items():
            self._metrics.count(m.SINK_RECORDS, number, self._sink.name, result)
        return True

    async def _check_store(self, chunk: Chunk) -> bool:
        """Look, at the first chunk of an assignment, whether the store has what the group has committed.

        It commits after the store did; a store that is behind it has lost something: its log, or it is a copy of before.
        Errors: StoreBehind. False when stopped before.
        """
        if chunk.tp in self._checked or not self._sink.one_store:
            return True
        done = await self._until_done(self._sink.committed, chunk.tp.topic, chunk.tp.partition)
        if done is None:
            return False
        stored: int | None = done[0]
        if stored is not None and stored < chunk.committed:
            raise StoreBehind(
                f"the store of {self.name} has {chunk.tp.topic}, partition {chunk.tp.partition}, up to offset {stored}, and it had "
                f"been told that everything up to {chunk.committed} is written. It has lost what lies between. Stop its workers; "
                "`copydesk records rebuild` has it read the topics again"
            )
        self._checked.add(chunk.tp)
        return True

    async def _until_done(self, function: Callable[..., Any], *arguments: Any) -> tuple[Any] | None:
        """What `function` returns, in a tuple, once the store is there for it; None when stopped before."""
        pause = FIRST_PAUSE_S
        while True:
            try:
                result = await self._call(function, *arguments)
            except SinkUnavailable as outage:
                self._note(outage)
                if await self._stops_within(pause):
                    return None
                pause = min(2 * pause, LONGEST_PAUSE_S)
            else:
                if self.trouble is not None:
                    log.warning("The sink is available again.", sink=self._sink.name)
                    self.trouble = None
                return (result,)

    def _note(self, outage: SinkUnavailable) -> None:
        if self.trouble is None:
            log.error("The sink is unavailable; its records wait.", sink=self._sink.name, error=str(outage))
        self.trouble = str(outage)
        self._metrics.count(m.SINK_RETRIES, 1, self._sink.name)

    async def _stops_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    def _write_records(self, chunk: Chunk) -> Written:
        """Decode and write a chunk of records, in the sink's thread."""
        written = Written()
        decoded, sources = [], []
        for record in chunk.records:
            try:
                if record.value is None:
                    raise RejectArticle(Reason.TOMBSTONE, "records are not deleted by a null message")  # noqa: TRY301
                article = record_codec.decode(record.value)
            except RejectArticle as reject:
                written.refused.append((record, reject.reason, reject.detail))
            else:
                decoded.append((record.offset, article))
                sources.append(record)
                # With its cluster it comes once more, maybe days later: that is no latency. A dead letter that was sent again
                # counts from its first time: its record does not tell it from one that waited for us.
                if article.ingest is not None and article.cluster is None:
                    written.sent_s.append(article.ingest.timestamp.timestamp())
        try:
            self._timed_write(Batch(chunk.tp.topic, chunk.tp.partition, decoded, chunk.raw.end))
        except SinkRefused as refused:
            written.refused += [
                (sources[i], Reason.SINK_REFUSED, detail) for i, detail in refused.refused.items()
            ]
        refusals = len(written.refused)
        written.results = {"written": len(chunk.records) - refusals, "refused": refusals}
        return written

    def _write_dead(self, chunk: Chunk) -> Written:
        """Read and write a chunk of dead letters, in the sink's thread.

        One that cannot be kept is told and left out: it is on the topic of the dead already. What was done with
        letters since (`codec.disposition`) stands between them, and is left out too.
        """
        letters = []
        for record in chunk.records:
            if disposition.from_headers(record.headers) is not None:
                continue
            try:
                letters.append((record.offset, dead_letter_codec.from_headers(record.headers)))
            except ValueError as error:
                log.warning(
                    "A message of the dead-letter topic is not kept in the sink.", sink=self._sink.name,
                    partition=record.partition, offset=record.offset, error=str(error),
                )  # fmt: skip
        self._timed_write(Batch(chunk.tp.topic, chunk.tp.partition, (), chunk.raw.end, dead_letters=letters))
        return Written({"dead_letter": len(letters), "left_out": len(chunk.records) - len(letters)})

    def _timed_write(self, batch: Batch) -> None:
        started = time.perf_counter()
        try:
            self._sink.write(batch)
        finally:
            elapsed = time.perf_counter() - started
            self._metrics.histogram(m.SINK_WRITE_DURATION).observe(elapsed, self._sink.name)

    async def _call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)
