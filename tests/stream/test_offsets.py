"""Partitions that are added, and offsets that are gone: new ones are read from their start, lost ones counted and told."""

import asyncio
import http.client
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, RecordsToDelete
from aiokafka.errors import CommitFailedError
from msgspec import Struct

from copydesk.broker.embedded import free_port
from copydesk.kafka.topics import create_topics
from copydesk.stream.commits import bind_commits
from tests.kafka.server import KafkaServer
from tests.stream.harness import Place, new_place, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import rows, worker

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(200)]

DYNAMIC = ("--set", "stream.instance=")


async def filled(kafka_server: KafkaServer, tmp_path: Path, articles: int) -> tuple[Place, TopicPartition]:
    """A place whose raw topic has one partition, with articles on it; and that partition."""
    place = await new_place(kafka_server.bootstrap, tmp_path, partitions=1)
    await send(place, [article(number) for number in range(articles)])
    return place, TopicPartition(place.topics.raw, 0)


async def send_to(place: Place, partition: int, numbers: range) -> None:
    """Send articles to one partition."""
    async with AIOKafkaProducer(bootstrap_servers=place.bootstrap) as producer:
        for number in numbers:
            one = article(number)
            await producer.send_and_wait(place.topics.raw, one.value, key=one.key, partition=partition)


def metrics(port: int) -> str:
    """What /metrics answers; empty where nothing does."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/metrics")
        return connection.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        connection.close()


def test_partitions_that_are_added_are_read_from_their_start(
    kafka_server: KafkaServer, tmp_path: Path
) -> None:
    """From 2 to 6 under a running worker: what was sent before it knew of them comes out too."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=2)
        await send(place, [article(number) for number in range(20)])
        with worker(place, *DYNAMIC):
            await until(lambda: len(rows(place)) == 20, "20 rows")
            admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
            await admin.start()
            await admin.create_partitions({place.topics.raw: NewPartitions(6, [[1]] * 4)})
            await admin.close()
            for partition in range(6):
                first = 100 * (partition + 1)
                await send_to(place, partition, range(first, first + 5))
            await until(lambda: len(rows(place)) == 50, "50 rows", 60)

    asyncio.run(run())


class Known(Struct):
    """Topics of one id."""

    id: str

    async def same(self) -> bool:
        """Whether they are those that were read."""
        return True

    def id_of(self, topic: str) -> str:
        """The one id."""
        return self.id


@asynccontextmanager
async def consumer_of(place: Place, topic_id: str) -> AsyncIterator[AIOKafkaConsumer]:
    """A member of a group that reads the raw topic and takes it to have this id."""
    async with AIOKafkaConsumer(
        place.topics.raw, bootstrap_servers=place.bootstrap, group_id=place.group_prefix,
        enable_auto_commit=False, auto_offset_reset="earliest",
    ) as consumer:  # fmt: skip
        bind_commits(consumer._coordinator, Known(topic_id))
        while not consumer.assignment():
            await consumer.getmany(timeout_ms=100)
        yield consumer


def test_what_was_committed_of_another_topic_is_passed_over(
    kafka_server: KafkaServer, tmp_path: Path
) -> None:
    """A topic of the same name and another id is read from its start; where there are no ids, the name is all there is."""

    async def run() -> None:
        place, tp = await filled(kafka_server, tmp_path, 9)
        async with consumer_of(place, "aa") as consumer:
            await consumer.commit({tp: 5})
        for topic_id, committed, first in (("aa", 5, 5), ("", 5, 5), ("bb", None, 0)):
            async with consumer_of(place, topic_id) as consumer:
                assert await consumer.committed(tp) == committed
                assert (await consumer.getone(tp)).offset == first
        async with consumer_of(place, "bb") as consumer:
            await consumer.commit({tp: 1})
        async with consumer_of(place, "bb") as consumer:
            assert (await consumer.getone(tp)).offset == 1

    asyncio.run(run())


async def commit_until_it_fails(consumer: AIOKafkaConsumer, tp: TopicPartition) -> None:
    """A broker may know a topic that was deleted for a moment yet."""
    while True:
        await consumer.commit({tp: 5})


def test_a_commit_that_fails_is_not_tried_again_on_a_topic_made_anew(
    kafka_server: KafkaServer, tmp_path: Path
) -> None:
    """It is given up, so that somebody can look first; the new topic has nothing committed."""

    async def run() -> None:
        place, tp = await filled(kafka_server, tmp_path, 5)
        admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
        await admin.start()
        async with consumer_of(place, "") as consumer:
            await admin.delete_topics([tp.topic])
            with pytest.raises(CommitFailedError, match="UnknownTopicOrPartitionError"):
                await commit_until_it_fails(consumer, tp)
            await create_topics(place.kafka, place.specs)
            assert await consumer.committed(tp) is None
        await admin.close()

    asyncio.run(run())


def test_offsets_that_expired_are_counted_and_passed_over(kafka_server: KafkaServer, tmp_path: Path) -> None:
    """A worker that comes too late goes on with what is there, and says how much is gone and where."""

    async def run() -> None:
        place, port = await new_place(kafka_server.bootstrap, tmp_path, partitions=1), free_port()
        await send(place, [article(number) for number in range(10)])
        with worker(place, *DYNAMIC) as process:
            await until(lambda: len(rows(place)) == 10, "10 rows")
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0
        await send(place, [article(number) for number in range(10, 40)])
        admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
        await admin.start()
        await admin.delete_records({TopicPartition(place.topics.raw, 0): RecordsToDelete(before_offset=25)})
        await admin.close()
        with worker(place, *DYNAMIC, "--metrics-port", str(port)):
            await until(lambda: len(rows(place)) == 25, "25 rows")
            skipped = f'copydesk_offsets_skipped_total{{agent="desk",topic="{place.topics.raw}"}} 15.0'
            await until(lambda: skipped in metrics(port), "15 offsets counted as lost")
        assert b"Messages expired before they were read" in (place.data_dir / "worker.log").read_bytes()

    asyncio.run(run())
