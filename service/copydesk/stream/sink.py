"""The sink agent: records of the structured topic to a store, batch and offsets in one transaction.

An outage of the store is not the records' fault: the batch is tried again until it is written.
What the store refuses for its content becomes a dead letter, delivered before the chunk is
acknowledged.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import structlog

from copydesk import metrics as m
from copydesk.codec import record as record_codec
from copydesk.metrics import Metrics
from copydesk.outcome import Reason, RejectArticle, Stage
from copydesk.sinks.base import Batch, Sink, SinkRefused, SinkUnavailable
from copydesk.stream.delivery import Delivery
from copydesk.stream.fast_path import Chunk, Record, chunks
from copydesk.stream.progress import Progress

log = structlog.get_logger(__name__)

AGENT = "sink"
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 30.0
"""Between tries of a batch that the store could not take; doubled each time."""

Refusals = list[tuple[Record, Reason, str]]


class SinkAgent:
    """Writes chunks into one sink, one at a time, in a thread of its own."""

    def __init__(
        self,
        *,
        sink: Sink,
        delivery: Delivery,
        metrics: Metrics,
        on_fault: Callable[[str, BaseException], None],
    ) -> None:
        self._sink = sink
        self._delivery = delivery
        self._metrics = metrics
        self.progress = Progress()
        """What the agent has begun and finished."""
        self._on_fault = on_fault
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"sink-{sink.name}")
        self._stopping = asyncio.Event()
        self.trouble: str | None = None
        """Why the store does not take records at the moment, or None."""

    async def start(self) -> None:
        """Open the store.

        Errors: SinkUnavailable when it cannot be opened.
        """
        await self._call(self._sink.open)

    async def stop(self) -> None:
        """Close the store; a batch that waits for it is abandoned, uncommitted."""
        self._stopping.set()
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
                self._on_fault("The sink could not write a chunk.", fault)
                return
            finally:
                app.chunk_options.in_flight.release()
            chunk.done()
            self.progress.finished(chunk)
            metrics = self._metrics
            metrics.histogram(m.CHUNK_RECORDS).observe(len(chunk.records), AGENT)
            metrics.count(m.RECORDS_RECEIVED, len(chunk.records), chunk.tp.topic)
            metrics.count(m.RECEIVED_BYTES, chunk.nbytes, chunk.tp.topic)

    async def _write(self, chunk: Chunk) -> bool:
        """Write a chunk, trying until the store takes it; False when stopped before."""
        pause = FIRST_PAUSE_S
        refusals: Refusals | None = None
        while refusals is None:
            try:
                refusals = await self._call(self._write_once, chunk)
            except SinkUnavailable as outage:
                if self.trouble is None:
                    log.error(
                        "The sink is unavailable; its records wait.", sink=self._sink.name, error=str(outage)
                    )
                self.trouble = str(outage)
                self._metrics.count(m.SINK_RETRIES, 1, self._sink.name)
                if await self._stops_within(pause):
                    return False
                pause = min(2 * pause, LONGEST_PAUSE_S)
        if self.trouble is not None:
            log.warning("The sink is available again.", sink=self._sink.name)
            self.trouble = None
        for record, reason, detail in refusals:
            await self._delivery.send_dead(record, reason, Stage.SINK, detail)
            self._metrics.count(m.DEAD_LETTERS, 1, reason.value, Stage.SINK.value)
        written = len(chunk.records) - len(refusals)
        self._metrics.count(m.SINK_RECORDS, written, self._sink.name, "written")
        if refusals:
            self._metrics.count(m.SINK_RECORDS, len(refusals), self._sink.name, "refused")
        return True

    async def _stops_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    def _write_once(self, chunk: Chunk) -> Refusals:
        """Decode and write a chunk, in the sink's thread."""
        refusals: Refusals = []
        decoded, sources = [], []
        for record in chunk.records:
            try:
                if record.value is None:
                    raise RejectArticle(Reason.TOMBSTONE, "records are not deleted by a null message")  # noqa: TRY301
                decoded.append((record.offset, record_codec.decode(record.value)))
            except RejectArticle as reject:
                refusals.append((record, reject.reason, reject.detail))
            else:
                sources.append(record)
        batch = Batch(chunk.tp.topic, chunk.tp.partition, decoded, chunk.records[-1].offset + 1)
        started = time.perf_counter()
        try:
            self._sink.write(batch)
        except SinkRefused as refused:
            refusals += [(sources[i], Reason.SINK_REFUSED, detail) for i, detail in refused.refused.items()]
        self._metrics.histogram(m.SINK_WRITE_DURATION).observe(time.perf_counter() - started, self._sink.name)
        return refusals

    async def _call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)
