"""What the stream tests share: topics of their own on a broker, messages in, messages out, a worker."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.structs import ConsumerRecord
from msgspec import Struct

from copydesk.bootstrap import embedded_topic_specs
from copydesk.cluster.options import ClusterOptions
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions, TopicSpec, create_topics, topic_specs
from copydesk.metrics.definitions import ARTICLES_PROCESSED, SINK_RECORDS
from copydesk.metrics.options import MetricsOptions
from copydesk.pipeline import PipelineOptions
from copydesk.settings.model import Settings
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.stream.options import StreamOptions
from copydesk.stream.parts import DESK_HANDLER, Parts
from copydesk.stream.service import Service

SLOW = pytest.mark.parametrize(
    "broker",
    [pytest.param("embedded", marks=pytest.mark.slow), pytest.param("kafka", marks=pytest.mark.kafka)],
    indirect=True,
)
"""For a test that starts several workers in turn: `make test` leaves it out on the embedded broker too."""
PATIENCE_S = 60.0
EMBEDDED: set[str] = set()
"""Bootstrap servers of the embedded brokers that run, on which topics are made as the service makes them there."""

OUTCOMES = ("accepted", "dropped", "rejected")

Received: TypeAlias = ConsumerRecord[bytes | None, bytes | None]


class In(Struct, frozen=True):
    """A message to send to the raw topic."""

    value: bytes | None
    key: bytes | None = None
    headers: Sequence[tuple[str, bytes]] = ()


class Place(Struct, frozen=True):
    """A broker, with topics and groups that no other test uses."""

    bootstrap: str
    topics: TopicsOptions
    group_prefix: str
    data_dir: Path

    @property
    def kafka(self) -> KafkaOptions:
        """How to connect."""
        return KafkaOptions(bootstrap_servers=self.bootstrap)

    @property
    def specs(self) -> Sequence[TopicSpec]:
        """The topics as they are made on this broker."""
        if self.bootstrap in EMBEDDED:
            return embedded_topic_specs(Settings(topics=self.topics))
        return topic_specs(self.topics)

    @property
    def database(self) -> Path:
        """The SQLite sink's file."""
        return self.data_dir / "articles.db"

    def parts(
        self,
        *,
        desk: bool = True,
        sink: bool = True,
        cluster: bool = False,
        handler: str = DESK_HANDLER,
        instance: str | None = "test",
        **stream: Any,
    ) -> Parts:
        """A worker on this place."""
        return Parts(
            kafka=self.kafka,
            topics=self.topics,
            topic_specs=self.specs,
            stream=StreamOptions(
                group_prefix=self.group_prefix,
                instance=instance,
                session_timeout_s=6.0,
                commit_interval_s=0.2,
                **({"article_time_limit_s": 5.0, "drain_s": 15.0} | stream),
            ),
            metrics=MetricsOptions(port=0),
            pipeline=PipelineOptions(),
            processes=2,
            sinks=[SqliteSink(SqliteOptions(path=str(self.database)))] if sink else [],
            desk=desk,
            cluster=ClusterOptions() if cluster else None,
            handler=handler,
            fetch_pause_s=0.01,
        )


async def new_place(bootstrap: str, data_dir: Path, **topics: Any) -> Place:
    """Make topics of a fresh name on the broker."""
    name = uuid.uuid4().hex[:8]
    options = TopicsOptions(
        raw=f"raw-{name}",
        structured=f"structured-{name}",
        dead=f"dead-{name}",
        clusters=f"clusters-{name}",
        **({"partitions": 3} | topics),
    )
    place = Place(bootstrap, options, f"group-{name}", data_dir)
    await create_topics(place.kafka, place.specs)
    return place


async def send(
    place: Place, messages: Sequence[In], topic: str | None = None, compression: str | None = None
) -> None:
    """Send messages to the raw topic, unless another is named; every one is acknowledged."""
    async with AIOKafkaProducer(
        bootstrap_servers=place.bootstrap, linger_ms=2, max_batch_size=1 << 18, max_request_size=16 << 20,
        compression_type=compression,
    ) as producer:  # fmt: skip
        futures = [
            await producer.send(topic or place.topics.raw, m.value, key=m.key, headers=list(m.headers))
            for m in messages
        ]
        await asyncio.gather(*futures)


async def send_null(place: Place, topic: str) -> None:
    """Send a message without key and value, which aiokafka's own builder of batches refuses to send."""
    async with AIOKafkaProducer(bootstrap_servers=place.bootstrap) as producer:
        batch = producer.create_batch()
        batch.append(key=None, value=None, timestamp=None)
        await (await producer.send_batch(batch, topic, partition=0))


async def read(place: Place, topic: str) -> list[Received]:
    """Everything that is on a topic now, by partition and offset."""
    async with AIOKafkaConsumer(
        bootstrap_servers=place.bootstrap, auto_offset_reset="earliest", max_partition_fetch_bytes=16 << 20
    ) as consumer:
        tps = [TopicPartition(topic, p) for p in sorted(await partitions(consumer, topic))]
        consumer.assign(tps)
        ends = await consumer.end_offsets(tps)
        got: list[Received] = []
        for tp in tps:
            while await consumer.position(tp) < ends[tp]:
                got += (await consumer.getmany(tp, timeout_ms=1000)).get(tp, [])
        return sorted(got, key=lambda r: (r.partition, r.offset))


async def partitions(consumer: AIOKafkaConsumer, topic: str) -> set[int]:
    """Partitions of a topic the client has not heard of yet."""
    await consumer._client.add_topic(topic)
    await consumer._client.force_metadata_update()
    return set(consumer.partitions_for_topic(topic) or ())


async def committed(place: Place, group: str, topic: str) -> dict[int, int]:
    """What a group has committed, by partition; 0 where it has committed nothing."""
    async with AIOKafkaConsumer(
        bootstrap_servers=place.bootstrap, group_id=f"{place.group_prefix}-{group}", enable_auto_commit=False
    ) as consumer:
        return {
            p: await consumer.committed(TopicPartition(topic, p)) or 0
            for p in await partitions(consumer, topic)
        }


async def ends(place: Place, topic: str) -> dict[int, int]:
    """End offsets of a topic."""
    async with AIOKafkaConsumer(bootstrap_servers=place.bootstrap) as consumer:
        tps = [TopicPartition(topic, p) for p in await partitions(consumer, topic)]
        return {tp.partition: end for tp, end in (await consumer.end_offsets(tps)).items()}


def processed(service: Service) -> int:
    """Articles finished, whatever their outcome."""
    return sum(int(service.metrics.value(ARTICLES_PROCESSED, outcome)) for outcome in OUTCOMES)


def sunk(service: Service) -> int:
    """Records the sink is done with, refused ones among them."""
    return sum(
        int(service.metrics.value(SINK_RECORDS, "sqlite", result)) for result in ("written", "refused")
    )


@asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[Service]:
    """A started worker, drained at the end."""
    service = Service(parts)
    await service.start()
    try:
        yield service
    finally:
        assert await service.stop(), "the worker did not drain in time"


async def until(condition: Any, what: str, seconds: float = PATIENCE_S) -> None:
    """Wait for a condition that other processes bring about; fails, saying which, when it does not come."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while True:
        value = condition()
        if asyncio.iscoroutine(value):
            value = await value
        if value:
            return
        assert loop.time() < deadline, f"not within {seconds:g} s: {what}"
        await asyncio.sleep(0.05)
