"""The harness itself: the server it starts keeps what it acknowledged, and never outlives its run."""

import asyncio
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import for_code

from tests.kafka.server import KafkaServer

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(300)]

TOPIC = "harness"
VALUES = [f"value {number}".encode() for number in range(500)]


async def create(server: KafkaServer) -> None:
    """Make the topic, and fail when the broker refuses."""
    admin = AIOKafkaAdminClient(bootstrap_servers=server.bootstrap)
    await admin.start()
    try:
        response = await admin.create_topics([NewTopic(TOPIC, 2, 1)])
        for _name, code, message in response.topic_errors:
            assert code == 0, f"{for_code(code)}: {message}"
    finally:
        await admin.close()


async def produce(server: KafkaServer) -> None:
    """Send all values, every other one to the second partition; wait for each acknowledgement."""
    async with AIOKafkaProducer(bootstrap_servers=server.bootstrap, acks="all") as producer:
        sent = [await producer.send(TOPIC, value, partition=n % 2) for n, value in enumerate(VALUES)]
        await asyncio.gather(*sent)


async def consume(server: KafkaServer) -> list[bytes]:
    """Everything the topic holds, partition by partition."""
    found: list[bytes] = []
    consumer = AIOKafkaConsumer(bootstrap_servers=server.bootstrap)
    await consumer.start()
    try:
        for partition in (TopicPartition(TOPIC, 0), TopicPartition(TOPIC, 1)):
            consumer.assign([partition])
            await consumer.seek_to_beginning()
            end = (await consumer.end_offsets([partition]))[partition]
            while await consumer.position(partition) < end:
                got = await consumer.getmany(timeout_ms=1000)
                found += [record.value for records in got.values() for record in records]
    finally:
        await consumer.stop()
    return found


def test_a_killed_server_keeps_what_it_acknowledged(own_kafka_server: KafkaServer) -> None:
    """Kill -9 after acknowledged sends and a restart on the same port lose nothing and double nothing."""
    asyncio.run(create(own_kafka_server))
    asyncio.run(produce(own_kafka_server))
    address = own_kafka_server.bootstrap
    own_kafka_server.kill()
    assert own_kafka_server.pid is None
    own_kafka_server.restart()
    assert own_kafka_server.bootstrap == address
    assert asyncio.run(consume(own_kafka_server)) == VALUES[::2] + VALUES[1::2]


def test_topics_are_made_on_purpose(kafka_server: KafkaServer) -> None:
    """Asking for a topic that nobody created does not create it."""

    async def ask() -> set[str]:
        admin = AIOKafkaAdminClient(bootstrap_servers=kafka_server.bootstrap)
        await admin.start()
        try:
            described = await admin.describe_topics(["nobody-made-this"])
            assert described[0]["error_code"] == 3  # UNKNOWN_TOPIC_OR_PARTITION
            return set(await admin.list_topics())
        finally:
            await admin.close()

    assert "nobody-made-this" not in asyncio.run(ask())


def test_a_run_that_dies_takes_its_server_along() -> None:
    """When the process that started a server is killed, the server ends and its files go."""
    program = (
        "import sys, time; from tests.kafka.server import KafkaServer; server = KafkaServer(); server.start();"
        "print(server.pid, server._work, flush=True); time.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid, folder = parent.stdout.readline().split(maxsplit=1)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 30
    while (_alive(int(pid)) or Path(folder.strip()).exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(int(pid))
    assert not Path(folder.strip()).exists()


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
