"""The desk agent: raw messages to the pool, results to their topics, offsets behind a watermark.

Chunks of a partition are worked on together, sent in offset order, and acknowledged only when
every outcome has been delivered. No exception leaves the agent: Faust would acknowledge the
message that raised. A fault of the stream ends the worker instead, uncommitted.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import structlog
from faust.types import TP

from copydesk import metrics as m
from copydesk.metrics import Metrics
from copydesk.stream.delivery import Delivered, Delivery
from copydesk.stream.fast_path import Chunk, chunks
from copydesk.stream.pool import Pool
from copydesk.stream.progress import Progress
from copydesk.stream.wire import Message, Tally

log = structlog.get_logger(__name__)

AGENT = "desk"


class DeskAgent:
    """Runs the desk's chunks; one per app."""

    def __init__(
        self,
        *,
        pool: Pool,
        delivery: Delivery,
        metrics: Metrics,
        structured: str,
        dead: str,
        on_fault: Callable[[str, BaseException], None],
    ) -> None:
        self._pool = pool
        self._delivery = delivery
        self._metrics = metrics
        self.progress = Progress()
        """What the agent has begun and finished."""
        self._structured = structured
        self._dead = dead
        self._on_fault = on_fault
        self._sent: dict[TP, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, app: Any, stream: Any) -> None:
        """Take chunks until the stream stops; the body of the Faust agent."""
        async for chunk in chunks(app, stream):
            sent_before, sent = self._sent.get(chunk.tp), asyncio.Event()
            self._sent[chunk.tp] = sent
            task = asyncio.create_task(self._handle(chunk, sent_before, sent, app.chunk_options.in_flight))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Abandon what is in flight; it stays uncommitted."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _handle(
        self, chunk: Chunk, before: asyncio.Event | None, sent: asyncio.Event, permit: asyncio.Semaphore
    ) -> None:
        self.progress.started(chunk)
        try:
            results = await self._pool.run(_messages(chunk))
            if before is not None:
                await before.wait()
            delivery = await self._delivery.send(chunk.records, results)
            sent.set()
            delivered = await delivery
        except Exception as fault:  # noqa: BLE001  nothing may escape; the worker ends, uncommitted
            self._on_fault("The desk could not deliver a chunk.", fault)
            return
        finally:
            sent.set()
            permit.release()
        chunk.done()
        self.progress.finished(chunk)
        self._count(chunk, delivered)

    def _count(self, chunk: Chunk, delivered: Delivered) -> None:
        metrics, now = self._metrics, time.time()
        metrics.histogram(m.CHUNK_RECORDS).observe(len(chunk.records), AGENT)
        metrics.histogram(m.END_TO_END_LATENCY).observe_many(
            [max(0.0, now - record.timestamp / 1000) for record in chunk.records], AGENT
        )
        metrics.count(m.RECORDS_RECEIVED, len(chunk.records), AGENT, chunk.tp.topic)
        metrics.count(m.RECEIVED_BYTES, chunk.nbytes, AGENT, chunk.tp.topic)
        if delivered.records:
            metrics.count(m.ARTICLES_PROCESSED, delivered.records, "accepted")
            metrics.count(m.RECORDS_SENT, delivered.records, self._structured)
            metrics.count(m.SENT_BYTES, delivered.record_bytes, self._structured)
        if delivered.dropped:
            metrics.count(m.ARTICLES_PROCESSED, len(delivered.dropped), "dropped")
            for reason, number in Counter(delivered.dropped).items():
                metrics.count(m.ARTICLES_DROPPED, number, reason.value)
        if delivered.dead:
            metrics.count(m.ARTICLES_PROCESSED, len(delivered.dead), "rejected")
            metrics.count(m.RECORDS_SENT, len(delivered.dead), self._dead)
            metrics.count(m.SENT_BYTES, delivered.dead_bytes, self._dead)
            for (reason, stage), number in Counter(delivered.dead).items():
                metrics.count(m.DEAD_LETTERS, number, reason.value, stage.value)


def merge_tally(metrics: Metrics, tally: Tally) -> None:
    """Add a child's measurements to the worker's."""
    for stage, (counts, total) in tally.stages.items():
        metrics.histogram(m.STAGE_DURATION).merge(counts, total, stage)
    if tally.removed_ratio is not None:
        metrics.histogram(m.REMOVED_RATIO).merge(*tally.removed_ratio)
    for kind, number in tally.removed_kinds.items():
        metrics.count(m.REMOVED_SPANS, number, kind)
    for kind, chars in tally.text_chars.items():
        metrics.count(m.TEXT_CHARS, chars, kind)
    for name, number in tally.errors.items():
        stage, _, kind = name.partition("/")
        metrics.count(m.ERRORS, number, stage, kind)


def _messages(chunk: Chunk) -> list[Message]:
    return [Message(r.value, r.headers, r.topic, r.partition, r.offset, r.timestamp) for r in chunk.records]
