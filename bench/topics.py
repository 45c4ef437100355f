"""The harness's own dealings with the broker: make and fill topics, watch how much they hold."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Self

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import for_code

PARTITIONS = 4
"""Of every topic, as the service's default."""

MOST_BYTES = 12 << 20
WINDOW = 2000
POLL_S = 0.02
KNOWN_LOOKS = 500


async def create(broker: str, *names: str) -> None:
    """Make empty topics.

    Errors: RuntimeError when the broker refuses.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    try:
        config = {"max.message.bytes": str(MOST_BYTES)}
        response = await admin.create_topics(
            [NewTopic(name, PARTITIONS, 1, topic_configs=config) for name in names]
        )
        for name, code, *message in response.topic_errors:
            if code:
                raise RuntimeError(f"Topic {name}: {for_code(code).__name__} {message}")
        await _known(admin, names)
    finally:
        await admin.close()


async def _known(admin: AIOKafkaAdminClient, names: Sequence[str]) -> None:
    """Wait until every part of the broker knows topics that were just made."""
    for _ in range(KNOWN_LOOKS):
        described = await admin.describe_topics(list(names))
        if all(len(topic["partitions"]) == PARTITIONS for topic in described):
            return
        await asyncio.sleep(POLL_S)
    raise RuntimeError(f"Topics {', '.join(names)} were made and did not appear.")


async def delete(broker: str, *names: str) -> None:
    """Remove topics, for the room they take."""
    admin = AIOKafkaAdminClient(bootstrap_servers=broker)
    await admin.start()
    try:
        await admin.delete_topics(list(names))
    finally:
        await admin.close()


async def fill(broker: str, topic: str, values: Iterable[bytes]) -> int:
    """Send messages to the partitions in turn; how many there were, all acknowledged."""
    count = 0
    producer = AIOKafkaProducer(
        bootstrap_servers=broker, linger_ms=5, max_batch_size=1 << 19, max_request_size=MOST_BYTES
    )
    async with producer:
        sends: list[asyncio.Future[object]] = []
        for value in values:
            sends.append(
                await producer.send(topic, value, key=b"a%08d" % count, partition=count % PARTITIONS)
            )
            count += 1
            if len(sends) >= WINDOW:
                await asyncio.gather(*sends)
                sends.clear()
        await asyncio.gather(*sends)
    return count


class Watch:
    """Counts the messages of a topic by asking for its end offsets: one small request, and nothing is read."""

    def __init__(self, broker: str, topic: str) -> None:
        self._partitions = [TopicPartition(topic, number) for number in range(PARTITIONS)]
        self._consumer = AIOKafkaConsumer(bootstrap_servers=broker)

    async def __aenter__(self) -> Self:
        """Connect."""
        await self._consumer.start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        """Disconnect."""
        await self._consumer.stop()

    async def count(self) -> int:
        """Messages so far."""
        ends: dict[TopicPartition, int] = await self._consumer.end_offsets(self._partitions)
        return sum(ends.values())
