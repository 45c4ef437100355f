"""The cluster agent: records to sketches, sketches to links, links to records with their cluster.

It reads two topics. What a desk put on the structured one it tells the partition of the article (`Seen`); on the
topic of clusters it folds each partition to a state (`cluster/state.py`), sends on what follows, and writes records
again. A chunk is finished when all of that is acknowledged. The state of a partition is in memory only: who takes
it over reads the partition again, up to where the group had committed.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import structlog
from aiokafka import TopicPartition
from msgspec import Struct

from copydesk.cluster.members import home_of
from copydesk.cluster.messages import Post, Rewrite, encode
from copydesk.cluster.options import ClusterOptions
from copydesk.cluster.state import State
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reading import ranges_of, read_ranges, reader
from copydesk.kafka.topics import TopicsOptions
from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.stream.cluster_records import Fetched, annotated, fetch, read_messages, seen_of
from copydesk.stream.delivery import Addressed, Delivery
from copydesk.stream.fast_path import Chunk, chunks
from copydesk.stream.progress import Progress

log = structlog.get_logger(__name__)

AGENT = "cluster"
CATCH_UP_RECORDS = 5000
"""Messages of a partition that is taken over which are read at a time."""


class _Folded(Struct):
    """The state of a partition, and the offset of the next message that it has not taken."""

    state: State
    next: int


class ClusterAgent:
    """Works on one chunk at a time; what takes CPU is done in a thread of its own."""

    def __init__(
        self,
        *,
        kafka: KafkaOptions,
        topics: TopicsOptions,
        options: ClusterOptions,
        delivery: Delivery,
        metrics: Metrics,
        on_fault: Callable[[str, BaseException], None],
    ) -> None:
        self._kafka = kafka
        self._topics = topics
        self._options = options
        self._delivery = delivery
        self._metrics = metrics
        self._on_fault = on_fault
        metrics.set(m.CLUSTER_WINDOW, options.window_articles)
        self.progress = Progress()
        """What the agent has begun and finished."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=AGENT)
        self._folded: dict[int, _Folded] = {}
        self._partitions = 0

    def stop(self) -> None:
        """End the thread; what it does is finished first."""
        self._thread.shutdown()

    async def run(self, app: Any, stream: Any) -> None:
        """Take chunks until the stream stops; the body of the Faust agent."""
        async for chunk in chunks(app, stream):
            self.progress.started(chunk)
            try:
                await self._handle(chunk)
            except Exception as fault:  # noqa: BLE001  nothing may escape; the worker ends, uncommitted
                app.chunk_options.give_up()
                self._on_fault("The cluster agent could not finish a chunk.", fault)
                return
            finally:
                app.chunk_options.in_flight.release()
            chunk.done()
            self.progress.finished(chunk)
            metrics, topic = self._metrics, chunk.tp.topic
            metrics.histogram(m.CHUNK_RECORDS).observe(len(chunk.records), AGENT)
            metrics.count(m.RECORDS_RECEIVED, len(chunk.records), AGENT, topic)
            metrics.count(
                m.RECEIVED_BYTES, sum(len(record.value or b"") for record in chunk.records), AGENT, topic
            )

    async def _handle(self, chunk: Chunk) -> None:
        await self._look_at_partitions()
        if chunk.tp.topic == self._topics.structured:
            await self._tell_of(chunk)
        else:
            await self._fold(chunk)

    async def _look_at_partitions(self) -> None:
        """Where there are more partitions than before, articles have another home: begin anew.

        What is known of them in the old one is forgotten with the window.
        """
        number = await self._delivery.partitions(self._topics.clusters)
        if number != self._partitions:
            if self._partitions:
                log.warning(
                    "The topic of clusters has another number of partitions: near-duplicates of articles from before are not "
                    "all found until the window has passed.", before=self._partitions, now=number,
                )  # fmt: skip
            self._folded.clear()
            self._partitions = number

    async def _tell_of(self, chunk: Chunk) -> None:
        """Tell the home of each article of a chunk of the structured topic."""
        seen = await self._call(lambda: [seen_of(record) for record in chunk.records])
        told = [message for message in seen if message is not None]
        await self._send([Post(home_of(message.id, self._partitions), message) for message in told])
        compared = sum(message.cluster is None for message in told)
        self._count("compared", compared)
        self._count("left_out", len(seen) - len(told))

    async def _fold(self, chunk: Chunk) -> None:
        folded = await self._state_at(chunk)
        try:
            effects = await self._call(
                lambda: [
                    effect
                    for message, at_s in read_messages(chunk.records)
                    for effect in folded.state.take(message, at_s)
                ]
            )
            await self._send([effect for effect in effects if isinstance(effect, Post)])
            last = {effect.id: effect for effect in effects if isinstance(effect, Rewrite)}
            await self._rewrite(list(last.values()))
        except BaseException:
            self._folded.pop(chunk.tp.partition, None)  # what follows from its messages was not done
            raise
        folded.next = max(folded.next, chunk.raw.end)
        remembered = max(len(folded.state.members), len(folded.state.index))
        self._metrics.set(m.CLUSTER_ARTICLES, remembered, str(chunk.tp.partition))

    async def _state_at(self, chunk: Chunk) -> _Folded:
        """The state up to the first message of a chunk; what other workers have done since is read first."""
        held = {tp.partition for tp in self.progress.assigned if tp.topic == self._topics.clusters}
        for partition in self._folded.keys() - held:
            del self._folded[partition]
            self._metrics.forget(m.CLUSTER_ARTICLES, str(partition))
        partition = chunk.tp.partition
        folded = self._folded.get(partition)
        if folded is None:
            folded = _Folded(State(partition, self._partitions, self._options), 0)
        if folded.next < chunk.raw.start:
            await self._catch_up(folded, partition, chunk.raw.start)
        self._folded[partition] = folded
        return folded

    async def _catch_up(self, folded: _Folded, partition: int, end: int) -> None:
        """Take in what was committed, from the window's start; what follows from it was done before."""
        topic, started = self._topics.clusters, time.monotonic()
        since = datetime.fromtimestamp(time.time() - self._options.window_s, UTC)
        place, taken = TopicPartition(topic, partition), 0

        def take(records: Sequence[Any]) -> None:
            for message, at_s in read_messages(records):
                folded.state.take(message, at_s)

        async with reader(self._kafka) as consumer:
            first, _ = (await ranges_of(consumer, topic, since=since))[place]
            ranges = {place: (max(first, folded.next), end)}
            async for records in read_ranges(consumer, ranges, most=CATCH_UP_RECORDS):
                await self._call(take, records)
                taken += len(records)
                self.progress.moved_at = time.monotonic()
        folded.next = end
        if taken:
            log.info(
                "Read a partition of clusters again.", partition=partition, messages=taken,
                seconds=round(time.monotonic() - started, 1),
            )  # fmt: skip

    async def _send(self, posts: Sequence[Post]) -> None:
        messages = [Addressed(post.partition, None, encode(post.message)) for post in posts]
        await self._deliver(self._topics.clusters, messages)

    async def _rewrite(self, rewrites: Sequence[Rewrite]) -> None:
        """Write the records again, each with its cluster."""
        if not rewrites:
            return
        fetched: Fetched = await fetch(self._kafka, self._topics.structured, rewrites)
        number = await self._delivery.partitions()
        made = await self._call(
            lambda: [annotated(record, rewrite.cluster, number) for rewrite, record in fetched.found]
        )
        messages = [message for message in made if message is not None]
        refused = len(made) - len(messages) + await self._deliver(self._topics.structured, messages)
        self._count("written", len(made) - refused)
        self._count("refused", refused)
        self._count("gone", fetched.gone)

    async def _deliver(self, topic: str, messages: Sequence[Addressed]) -> int:
        """Send messages; returns how many are too large for the topic."""
        if not messages:
            return 0
        refused = await self._delivery.publish(topic, messages)
        self._metrics.count(m.RECORDS_SENT, len(messages) - len(refused), topic)
        sent = sum(len(each.value) for each in messages) - sum(len(each.value) for each in refused)
        self._metrics.count(m.SENT_BYTES, sent, topic)
        return len(refused)

    def _count(self, result: str, number: int) -> None:
        if number:
            self._metrics.count(m.CLUSTER_RECORDS, number, result)

    async def _call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)
