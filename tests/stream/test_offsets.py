"""Partitions that are added, and offsets that are gone: new ones are read from their start, lost ones counted and told."""

import asyncio
import http.client
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, RecordsToDelete

from copydesk.broker.embedded import free_port
from tests.kafka.server import KafkaServer
from tests.stream.harness import Place, new_place, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import rows, worker

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(200)]

DYNAMIC = ("--set", "stream.instance=")


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
