"""Replay: stored raw messages through the present version once more, beside the live stream.

In a process and a consumer group of its own, on the desk's own parts: child processes, batches as bytes, deliveries
awaited. A record of the same raw message is as new as the one that is stored, and so replaces it (decision 7).
What does not come out is told and makes no dead letter: it had its outcome the first time.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from msgspec import Struct
from msgspec.structs import replace

from copydesk.kafka.lag import most_behind
from copydesk.kafka.reading import STALL_S, ReadingError
from copydesk.stream.batches import RawRecords
from copydesk.stream.child_process import Answer
from copydesk.stream.delivery import Delivery
from copydesk.stream.parts import Parts
from copydesk.stream.pool import Pool
from copydesk.stream.raw_fetch import fetch_raw

Stretch = tuple[TopicPartition, int, int]
"""A partition, the first offset to read, and the one before which to stop."""

MOST_BEHIND: Final = 1000
"""Records that a sink may be behind before the replay waits for it: live records stand in the same line."""
_LOOK_S: Final = 0.5


class ReplayReport(Struct, kw_only=True, rename="camel"):
    """What was done: messages read, records sent, what was dropped or rejected by reason, and how long it took."""

    messages: int = 0
    records: int = 0
    dropped: int = 0
    rejected: dict[str, int] = {}
    seconds: float = 0.0


class Replay:
    """Replays stretches of the raw topic; use it once.

    `group` is where it commits how far it came. Groups whose names begin with
    `sink_prefix` are waited for where they are behind. `rate` is messages a second, None no bound. `on_progress` is given
    how many messages a chunk had; `on_answers` gets every chunk's answers, and then nothing is sent or committed.
    """

    def __init__(
        self,
        parts: Parts,
        *,
        group: str,
        sink_prefix: str,
        rate: float | None = None,
        on_progress: Callable[[int], None] = lambda _: None,
        on_answers: Callable[[Sequence[Answer]], None] | None = None,
    ) -> None:
        self._parts = parts
        self._rate = rate
        self._sink_prefix = sink_prefix
        self._sink_groups: Sequence[str] = ()
        self._on_progress = on_progress
        self._on_answers = on_answers
        self.report = ReplayReport()
        """What was done until now; complete when `run` has returned, or was broken off."""
        self._consumer = AIOKafkaConsumer(
            **parts.kafka.client_arguments(), group_id=group, enable_auto_commit=False, auto_offset_reset="none",
            max_partition_fetch_bytes=parts.stream.fetch_bytes,
        )  # fmt: skip
        self._delivery = Delivery(
            parts.kafka, parts.topics, compression=parts.stream.compression, on_failure=lambda _: None
        )
        self._pool = Pool(
            parts.processes, parts.child_options, on_tally=_ignore, on_exit=_ignore, on_size=_ignore
        )
        self._admin = AIOKafkaAdminClient(**parts.kafka.client_arguments())
        self._paced_until = self._looked_at = 0.0

    async def run(self, stretches: Sequence[Stretch], *, resume: bool = False) -> ReplayReport:
        """Replay the stretches, each partition in order; with `resume` from where the group came to.

        Errors: ReadingError when the broker does not answer any more; PoolBroken.
        """
        loop = asyncio.get_running_loop()
        began = self._paced_until = loop.time()
        try:
            await self._consumer.start()
            fetch_raw(self._fetcher, self._most_records, self._parts.stream.chunk_bytes)
            await asyncio.gather(self._pool.start(), self._delivery.start(), self._admin.start())
            groups = [name for name, _ in await self._admin.list_consumer_groups()]
            self._sink_groups = [name for name in groups if name.startswith(self._sink_prefix)]
            for place, start, end in stretches:
                done = await self._done(place) if resume else 0
                await self._stretch(place, max(start, done), end)
        except (KafkaError, OSError, TimeoutError) as error:
            told = " ".join(str(error).split()) or type(error).__name__
            raise ReadingError(
                f"The broker at {self._parts.kafka.bootstrap_servers} did not answer ({told})."
            ) from error
        finally:
            self.report.seconds = loop.time() - began
            await self._pool.stop()
            await self._delivery.stop()
            await self._admin.close()
            await self._consumer.stop()
        return self.report

    @property
    def _fetcher(self) -> Any:
        return self._consumer._fetcher  # noqa: SLF001  as the desk's consumer does, see raw_fetch.py

    @property
    def _most_records(self) -> int:
        """A chunk is no more than a second's worth."""
        most = self._parts.stream.chunk_records
        return most if self._rate is None else max(1, min(most, int(self._rate)))

    async def _done(self, place: TopicPartition) -> int:
        """How far the group came in a partition."""
        self._consumer.assign([place])
        return await self._consumer.committed(place) or 0

    async def _stretch(self, place: TopicPartition, start: int, end: int) -> None:
        """Work on chunks together, as many as there are children, and finish them in order."""
        if start >= end:
            return
        working: list[tuple[RawRecords, asyncio.Task[list[Answer]]]] = []
        partitions = await self._delivery.partitions()
        try:
            async for raw in self._read(place, start, end):
                await self._pace(raw.count)
                working.append((raw, asyncio.create_task(self._pool.run(raw, partitions))))
                if len(working) > self._parts.processes:
                    await self._finish(*working.pop(0))
            while working:
                await self._finish(*working.pop(0))
        finally:
            for _, task in working:
                task.cancel()
            await asyncio.gather(*(task for _, task in working), return_exceptions=True)

    async def _read(self, place: TopicPartition, start: int, end: int) -> AsyncIterator[RawRecords]:
        consumer, loop = self._consumer, asyncio.get_running_loop()
        consumer.assign([place])
        consumer.seek(place, start)
        at, moved_at = start, loop.time()
        while at < end:
            got: Sequence[Any] = (await consumer.getmany(place, timeout_ms=1000, max_records=1)).get(
                place, ()
            )
            for raw in got:
                if raw.end > at:
                    yield replace(raw.since(at), end=min(raw.end, end))
                at, moved_at = max(at, raw.end), loop.time()
            if loop.time() - moved_at > STALL_S:
                raise ReadingError(
                    f"The broker gave nothing of {place.topic}, partition {place.partition}, from offset {at} on for {STALL_S:.0f} s."
                )

    async def _pace(self, messages: int) -> None:
        """Wait for the rate; what a pause left unused is not made up for."""
        if self._rate is None:
            return
        loop = asyncio.get_running_loop()
        self._paced_until = max(self._paced_until, loop.time()) + messages / self._rate
        await asyncio.sleep(self._paced_until - messages / self._rate - loop.time())

    async def _finish(self, raw: RawRecords, task: Awaitable[list[Answer]]) -> None:
        answers = await task
        if self._on_answers is not None:
            self._on_answers(answers)
        self._count(answers)
        if self._on_answers is None:
            await self._wait_for_sinks()
            delivered = await (
                await self._delivery.send(raw, [_without_letters(answer) for answer in answers])
            )
            self.report.records += delivered.records
            await self._consumer.commit({TopicPartition(raw.topic, raw.partition): raw.end})
        self._on_progress(raw.end - raw.start)

    async def _wait_for_sinks(self) -> None:
        """Let the sinks catch up: what the live stream sends would stand behind the replay."""
        loop = asyncio.get_running_loop()
        while self._sink_groups and loop.time() - self._looked_at >= _LOOK_S:
            topic = self._parts.topics.structured
            places = [TopicPartition(topic, number) for number in range(await self._delivery.partitions())]
            behind = await most_behind(self._admin, self._consumer, self._sink_groups, places)
            if behind <= MOST_BEHIND:
                self._looked_at = loop.time()
                return
            await asyncio.sleep(_LOOK_S)

    def _count(self, answers: Sequence[Answer]) -> None:
        rejected = Counter(self.report.rejected)
        for answer in answers:
            self.report.messages += answer.reply.messages
            for failure in answer.reply.failures:
                if failure.dropped:
                    self.report.dropped += 1
                else:
                    rejected[failure.reason.value] += 1
        self.report.rejected = dict(rejected.most_common())


def _without_letters(answer: Answer) -> Answer:
    failures = [replace(failure, dropped=True) for failure in answer.reply.failures]
    return Answer(replace(answer.reply, failures=failures), answer.batches)


def _ignore(_: object) -> None:
    """Nobody reads the metrics of a replay."""
