"""One message of a topic, found again by its place."""

import asyncio
from typing import Final

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from msgspec import Struct

from copydesk.kafka.options import KafkaOptions

PATIENCE_S: Final = 10.0
"""For connecting and reading together: a person waits at a terminal."""


class Message(Struct, frozen=True):
    """What a producer sent, and Kafka's timestamp of it."""

    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    timestamp_ms: int


class MessageError(Exception):
    """A message was not found; the text says why, as the end of a sentence."""


async def fetch_message(kafka: KafkaOptions, topic: str, partition: int, offset: int) -> Message:
    """Read one message; nothing is committed.

    Errors: MessageError when the broker is not reached or the message is not there any more.
    """
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await _fetch(kafka, TopicPartition(topic, partition), offset)
    except TimeoutError:
        raise MessageError(
            f"the broker at {kafka.bootstrap_servers} did not answer in {PATIENCE_S:.0f} s"
        ) from None
    except (KafkaError, OSError) as error:
        raise MessageError(
            f"the broker at {kafka.bootstrap_servers} was not reached ({type(error).__name__}); --broker names another"
        ) from None


async def _fetch(kafka: KafkaOptions, place: TopicPartition, offset: int) -> Message:
    consumer = AIOKafkaConsumer(**kafka.client_arguments(), enable_auto_commit=False)
    try:
        await consumer.start()
        if place.topic not in await consumer.topics():
            raise MessageError(f"the broker at {kafka.bootstrap_servers} has no topic {place.topic}")
        consumer.assign([place])
        first = (await consumer.beginning_offsets([place]))[place]
        end = (await consumer.end_offsets([place]))[place]
        if not first <= offset < end:
            raise MessageError(
                f"{place.topic} holds offsets {first} to {end - 1} of partition {place.partition}, and it was {offset}"
            )
        consumer.seek(place, offset)
        found = await consumer.getone(place)
    finally:
        await consumer.stop()
    if found.offset != offset:
        raise MessageError(f"{place.topic} has no message at offset {offset} of partition {place.partition}")
    return Message(found.value, tuple(found.headers), found.timestamp)
