"""Dead letters sent again or discarded; either is written down beside the letter."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from msgspec import Struct

from copydesk.codec import disposition
from copydesk.codec.disposition import Action, Disposition
from copydesk.dead.letters import FETCH_BYTES, Letter, LetterId
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reading import Kept, ReadingError, read_ranges, reader
from copydesk.kafka.topics import DEAD_LETTER_HEADROOM_BYTES, TopicsOptions

AT_ONCE: Final = 50
"""Letters that are sent, awaited and written down together; after a crash at most so many are sent twice."""


class Settled(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a letter: what was done, or why nothing was. `attempt` is that of the message sent again."""

    letter: str
    result: str
    to: str | None = None
    attempt: int | None = None
    why: str = ""


RETRIED, DISCARDED, LEFT = Action.RETRIED.value, Action.DISCARDED.value, "left"


def judge(letter: Letter, topics: TopicsOptions, most_attempts: int) -> Settled:
    """What `retry` would do with a letter.

    It is sent to the topic it was read from, raw or structured, and to no other: a forged letter names any.
    """
    name, to = str(letter.id), letter.why.topic
    if to not in (topics.raw, topics.structured):
        return Settled(letter=name, result=LEFT, why=f"came from topic {to}, which is none of this service's")
    if letter.attempt >= most_attempts:
        return Settled(
            letter=name,
            result=LEFT,
            why=f"died {letter.attempt} times; --max-attempts {letter.attempt + 1} tries again",
        )
    return Settled(letter=name, result=RETRIED, to=to, attempt=letter.attempt + 1)


async def retry(
    kafka: KafkaOptions, topics: TopicsOptions, letters: Sequence[Letter], *, most_attempts: int, note: str
) -> AsyncIterator[Settled]:
    """Send originals again: value, key and own headers as they were, with the first time and the number of the attempt.

    The first time decides which version of an article is the newest, so that an old one does not get over a newer.
    First it is sent, then written down: what is broken off between is sent again, which does no harm.
    Errors: ReadingError.
    """
    chosen: dict[LetterId, Letter] = {}
    for letter in letters:
        verdict = judge(letter, topics, most_attempts)
        if verdict.result == LEFT:
            yield verdict
        else:
            chosen[letter.id] = letter
    async with _producer(kafka, topics) as producer:
        async for batch in _originals(kafka, topics.dead, chosen):
            results = await asyncio.gather(
                *(_send(producer, message, chosen[_id(message)], topics, most_attempts) for message in batch)
            )
            sent = [LetterId.read(one.letter) for one in results if one.result == RETRIED]
            await _write_down(producer, topics.dead, sent, Action.RETRIED, note)
            for one in results:
                yield one


async def discard(
    kafka: KafkaOptions, topics: TopicsOptions, letters: Sequence[Letter], *, note: str
) -> AsyncIterator[Settled]:
    """Write down that nothing is to be done with these letters; they stay until their topic's retention.

    Errors: ReadingError.
    """
    async with _producer(kafka, topics) as producer:
        for at in range(0, len(letters), AT_ONCE):
            some = [letter.id for letter in letters[at : at + AT_ONCE]]
            await _write_down(producer, topics.dead, some, Action.DISCARDED, note)
            for one in some:
                yield Settled(letter=str(one), result=DISCARDED)


async def original(kafka: KafkaOptions, topic: str, at: LetterId) -> Kept:
    """The message of a letter that was found.

    Errors: ReadingError.
    """
    ranges = {TopicPartition(topic, at.partition): (at.offset, at.offset + 1)}
    async with reader(kafka, max_partition_fetch_bytes=FETCH_BYTES) as consumer:
        found = [message async for batch in read_ranges(consumer, ranges) for message in batch]
    if not found:
        raise ReadingError(f"The dead letter {at} expired just now.", exit_code=1)
    return found[0]


async def _originals(
    kafka: KafkaOptions, topic: str, chosen: Mapping[LetterId, Letter]
) -> AsyncIterator[list[Kept]]:
    by_partition: dict[int, list[int]] = {}
    for one in chosen:
        by_partition.setdefault(one.partition, []).append(one.offset)
    ranges = {TopicPartition(topic, part): (min(all_), max(all_) + 1) for part, all_ in by_partition.items()}
    if not ranges:
        return
    async with reader(kafka, max_partition_fetch_bytes=FETCH_BYTES) as consumer:
        async for batch in read_ranges(consumer, ranges, most=AT_ONCE):
            wanted = [message for message in batch if _id(message) in chosen]
            if wanted:
                yield wanted


def _id(message: Kept) -> LetterId:
    return LetterId(message.partition, message.offset)


async def _send(
    producer: AIOKafkaProducer, message: Kept, letter: Letter, topics: TopicsOptions, most_attempts: int
) -> Settled:
    verdict = judge(letter, topics, most_attempts)
    try:
        await producer.send_and_wait(
            verdict.to,
            message.value,
            key=message.key,
            headers=disposition.again(message.headers, letter.why.timestamp),
        )
    except MessageSizeTooLargeError:
        return Settled(
            letter=verdict.letter,
            result=LEFT,
            why=f"is larger than topic {verdict.to} takes (max.message.bytes)",
        )
    return verdict


async def _write_down(
    producer: AIOKafkaProducer, topic: str, letters: Sequence[LetterId], action: Action, note: str
) -> None:
    """Put a disposition behind each letter, in its partition: it outlives the letter, and one pass reads both."""
    sent = [
        await producer.send(
            topic,
            key=str(one).encode(),
            partition=one.partition,
            headers=disposition.to_headers(Disposition(action, one.offset, note)),
        )
        for one in letters
    ]
    await asyncio.gather(*sent)


@asynccontextmanager
async def _producer(kafka: KafkaOptions, topics: TopicsOptions) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(
        **kafka.client_arguments(),
        acks="all",
        max_request_size=topics.max_message_bytes + DEAD_LETTER_HEADROOM_BYTES,
    )
    try:
        await producer.start()
        yield producer
    except (KafkaError, OSError) as error:
        told = " ".join(str(error).split()) or type(error).__name__
        raise ReadingError(f"The broker at {kafka.bootstrap_servers} did not take it ({told}).") from error
    finally:
        await producer.stop()
