"""The desk agent: raw messages to the pool, results to their topics, offsets behind a watermark.

Chunks of a partition are worked on together, sent in offset order, and acknowledged only when
every outcome has been delivered. No exception leaves the agent: Faust would acknowledge the
message that raised. A fault of the stream ends the worker instead, uncommitted.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from faust.types import TP

from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.stream.delivery import Delivered, Delivery
from copydesk.stream.fast_path import Chunk, ChunkOptions, chunks
from copydesk.stream.poison import DeadShare
from copydesk.stream.pool import Pool
from copydesk.stream.progress import Progress
from copydesk.stream.wire import Reply, Tally

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
        dead_share: DeadShare,
        on_fault: Callable[[str, BaseException], None],
    ) -> None:
        self._dead_share = dead_share
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
            task = asyncio.create_task(self._handle(chunk, sent_before, sent, app.chunk_options))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Abandon what is in flight; it stays uncommitted."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _handle(
        self, chunk: Chunk, before: asyncio.Event | None, sent: asyncio.Event, options: ChunkOptions
    ) -> None:
        self.progress.started(chunk)
        try:
            answers = await self._pool.run(chunk.raw, await self._delivery.partitions())
            if before is not None:
                await before.wait()
            self._judge([answer.reply for answer in answers])
            delivery = await self._delivery.send(chunk.raw, answers)
            sent.set()
            delivered = await delivery
        except Exception as fault:  # noqa: BLE001  nothing may escape; the worker ends, uncommitted
            options.give_up()
            self._on_fault("The desk could not deliver a chunk.", fault)
            return
        finally:
            sent.set()
            options.in_flight.release()
        chunk.done()
        self.progress.finished(chunk)
        self._count(chunk.tp.topic, [answer.reply for answer in answers], delivered)

    def _judge(self, replies: Sequence[Reply]) -> None:
        """Stop before most of a topic becomes dead letters.

        Errors: TooManyDead.
        """
        dead = sum(not failure.dropped for reply in replies for failure in reply.failures)
        self._dead_share.add(dead, sum(reply.messages for reply in replies))

    def _count(self, topic: str, replies: Sequence[Reply], delivered: Delivered) -> None:
        metrics, now = self._metrics, time.time()
        messages = sum(reply.messages for reply in replies)
        metrics.histogram(m.CHUNK_RECORDS).observe(messages, AGENT)
        metrics.histogram(m.END_TO_END_LATENCY).observe_many(
            [
                latency_s
                for reply in replies
                for sent_ms, number in reply.sent_ms
                for latency_s in [max(0.0, now - sent_ms / 1000)] * number
            ],
            AGENT,
        )
        metrics.count(m.RECORDS_RECEIVED, messages, AGENT, topic)
        metrics.count(m.RECEIVED_BYTES, sum(reply.message_bytes for reply in replies), AGENT, topic)
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
