"""Watches one agent's partitions: lag, in flight, commits; and whether the broker answers."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import structlog
from faust.types import TP

from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.stream.errors import TopicLost
from copydesk.stream.progress import Progress

log = structlog.get_logger(__name__)

PERIOD_S = 2.0
"""Between looks at the end offsets: one small request each."""
ANSWER_S = 10.0
"""A broker that takes longer counts as not reached."""


class Monitor:
    """Keeps an agent's gauges up to date and tells the health checks what it sees.

    `trouble` and `beat` are read from the health server's thread.
    """

    def __init__(
        self, agent: str, metrics: Metrics, progress: Progress, on_lost: Callable[[TopicLost], None]
    ) -> None:
        self._agent = agent
        self._metrics = metrics
        self._progress = progress
        self._on_lost = on_lost
        self._shown: set[TP] = set()
        self._beyond: set[TP] = set()
        self._joining_since: float | None = time.monotonic()
        self.app: Any = None
        self.connected = asyncio.Event()
        """Set once partitions have been assigned."""
        self.trouble: str | None = "not connected yet"
        """Why the agent does not consume at the moment, or None."""
        self.beat = time.monotonic()
        """When the event loop last ran us; monotonic seconds."""

    def on_assigned(self, partitions: set[TP]) -> None:
        """Note a new assignment of partitions."""
        self._progress.assign(partitions)
        self._metrics.count(m.REBALANCES, 1, self._agent)
        self._metrics.set(m.ASSIGNED_PARTITIONS, len(partitions), self._agent)
        for tp in self._shown - partitions:
            for gauge in (m.LAG_RECORDS, m.LAG_SECONDS):
                self._metrics.forget(gauge, self._agent, tp.topic, str(tp.partition))
        self._shown = set(partitions)
        self.trouble = None
        self.connected.set()
        log.info(
            "Partitions assigned.", agent=self._agent, partitions=sorted(tp.partition for tp in partitions)
        )

    def joining_s(self) -> float:
        """Seconds since the agent waits for the group to give it partitions; 0 while it has them."""
        since = self._joining_since
        return 0.0 if since is None else time.monotonic() - since

    def on_commit(self, committed: bool) -> None:
        """Note an offset commit."""
        self._metrics.count(m.COMMITS, 1, self._agent, "ok" if committed else "failed")
        if committed:
            self._metrics.set(m.LAST_COMMIT, time.time(), self._agent)

    def on_gap(self, tp: TP, offsets: int) -> None:
        """Note offsets that the broker did not deliver, because they expired (transaction markers are delivered)."""
        self._metrics.count(m.OFFSETS_SKIPPED, offsets, self._agent, tp.topic)
        log.error(
            "Messages expired before they were read: retention is too short for this lag.",
            topic=tp.topic,
            partition=tp.partition,
            offsets=offsets,
        )

    async def run(self) -> None:
        """Look every now and then, until cancelled."""
        while True:
            self.beat = time.monotonic()
            self._metrics.set(m.IN_FLIGHT, self._progress.in_flight_records, self._agent)
            settled = self.connected.is_set() and not self.app.rebalancing
            if settled:
                self._joining_since = None
            elif self._joining_since is None:
                self._joining_since = time.monotonic()
            if settled and self._progress.assigned:
                await self._look()
            await asyncio.sleep(PERIOD_S)

    async def _look(self) -> None:
        assigned = set(self._progress.assigned)
        try:
            async with asyncio.timeout(ANSWER_S):
                ends = await self.app.consumer.highwaters(*assigned)
        except Exception as error:  # noqa: BLE001  whatever it is, the broker did not answer; that is what we tell
            self.trouble = f"the broker does not answer: {type(error).__name__}"
            self._metrics.count(m.ERRORS, 1, "monitor", type(error).__name__)
            return
        self.trouble = None
        committed = self.app.consumer._committed_offset  # noqa: SLF001  Faust has no public word for it
        behind = False
        for tp in assigned & self._progress.assigned:
            if tp in ends:
                lag = self._progress.lag(tp, ends[tp], committed.get(tp))
                behind = behind or lag.records > 0
                self._metrics.set(m.LAG_RECORDS, lag.records, self._agent, tp.topic, str(tp.partition))
                self._metrics.set(m.LAG_SECONDS, lag.seconds, self._agent, tp.topic, str(tp.partition))
                self._judge_end(tp, ends[tp], self._progress.read_to(tp) or committed.get(tp) or 0)
        self._progress.note_behind(behind)

    def _judge_end(self, tp: TP, end: int, read: int) -> None:
        """Tell of a partition that ends before what was read, twice in a row: a new leader may be behind at first."""
        if end >= read:
            self._beyond.discard(tp)
        elif tp in self._beyond:
            self._on_lost(
                TopicLost(
                    f"topic {tp.topic}, partition {tp.partition} ends at offset {end}, and {read} was read: it was truncated, "
                    "or deleted and made anew. Where what it holds now is to be read, set the offsets of the consumer group back"
                )
            )
        else:
            self._beyond.add(tp)
