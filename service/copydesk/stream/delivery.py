"""Delivery: results to the structured topic, failures to the dead-letter topic, every one awaited."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from msgspec import Struct

from copydesk.codec.dead_letter import to_headers
from copydesk.codec.disposition import first_timestamp
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import DEAD_LETTER_HEADROOM_BYTES, TopicsOptions
from copydesk.outcome import DeadLetter, Reason, Stage
from copydesk.stream.batches import BATCH_BYTES, CODECS, BatchBuilder, RawRecords, Record
from copydesk.stream.child_process import Answer
from copydesk.stream.outbox import Outbox, Outgoing
from copydesk.stream.wire import Failure
from copydesk.version import SERVICE_VERSION

DELIVERY_S = 3600.0
"""Until a batch that no broker takes is given up. A broker that is away is waited for; one that answers while nothing moves
is the watchdog's matter, and comes first."""


class Delivered(Struct, frozen=True):
    """What was delivered of one chunk: counts and bytes by topic, dead letters by reason and stage."""

    records: int
    record_bytes: int
    dead: Sequence[tuple[Reason, Stage]]
    dead_bytes: int
    dropped: Sequence[Reason]


class Addressed(Struct, frozen=True):
    """A message for one partition of a topic."""

    partition: int
    key: bytes | None
    value: bytes


class Delivery:
    """Sends the results of chunks.

    Shape: `send` returns an awaitable; when it is done, every message of the chunk has been
    acknowledged by the broker. Sends of one caller to one partition keep their order.
    Errors: aiokafka's KafkaError when the broker does not take a message; the caller must then
    not acknowledge the chunk. `on_failure` is told the topic.
    """

    def __init__(
        self,
        kafka: KafkaOptions,
        topics: TopicsOptions,
        *,
        compression: str | None,
        on_failure: Callable[[str], None],
    ) -> None:
        self._kafka = kafka
        self._topics = topics
        self._compression = compression
        self._codec = CODECS[compression]
        self._on_failure = on_failure
        self._producer: AIOKafkaProducer | None = None
        self._outboxes: dict[tuple[str, int], Outbox] = {}

    async def start(self) -> None:
        """Connect.

        Errors: KafkaConnectionError.
        """
        self._producer = AIOKafkaProducer(
            **self._kafka.client_arguments(),
            # Not idempotent: after one refused batch aiokafka's sequence is spent and everything after it is
            # refused too. A retried request may double messages; so may a restart, and a sink takes both.
            acks="all",
            compression_type=self._compression,
            linger_ms=5,
            max_batch_size=BATCH_BYTES,
            max_request_size=self._topics.max_message_bytes + DEAD_LETTER_HEADROOM_BYTES,
        )
        # aiokafka has one limit for an answer and for all tries together (40 s): a minute's black hole would end the worker.
        self._producer._request_timeout_ms = DELIVERY_S * 1000  # noqa: SLF001
        self._producer._message_accumulator._batch_ttl = DELIVERY_S  # noqa: SLF001
        await self._producer.start()

    async def stop(self) -> None:
        """Send what is buffered and disconnect."""
        for outbox in self._outboxes.values():
            outbox.abandon()
        if self._producer is not None:
            await self._producer.stop()

    async def partitions(self, topic: str | None = None) -> int:
        """How many partitions a topic has, the structured one unless another is named."""
        return len(await self._started().partitions_for(topic or self._topics.structured))

    async def publish(self, topic: str, messages: Sequence[Addressed]) -> list[Addressed]:
        """Send messages in order and wait for all; those that are too large for the topic come back."""
        places: dict[int, list[Addressed]] = {}
        for message in messages:
            places.setdefault(message.partition, []).append(message)
        sends = [
            self._outbox(partition, topic).put(_batches(those, self._codec))
            for partition, those in places.items()
        ]
        with self._failures_of(topic):
            refused = await asyncio.gather(*sends)
        return [
            those[place] for those, group in zip(places.values(), refused, strict=True) for place in group
        ]

    async def send(self, raw: RawRecords, answers: Sequence[Answer]) -> Awaitable[Delivered]:
        """Start sending what became of a chunk; await what it returns for the delivery."""
        groups: dict[int, list[Outgoing]] = {}
        failures = [failure for answer in answers for failure in answer.reply.failures]
        records = payload_bytes = 0
        for answer in answers:
            for built, data in zip(answer.reply.batches, answer.batches, strict=True):
                groups.setdefault(built.partition, []).append(
                    Outgoing(data, built.offsets, built.payload_bytes)
                )
                records += len(built.offsets)
                payload_bytes += built.payload_bytes
        sends = [self._outbox(partition).put(group) for partition, group in groups.items()]
        rejected = [failure for failure in failures if not failure.dropped]
        dead = _find(raw, rejected)
        letters = [await self._send_dead(record, failure) for record, failure in dead]
        delivered = Delivered(
            records,
            payload_bytes,
            [(failure.reason, failure.stage) for failure in rejected],
            sum(len(record.value or b"") for record, _ in dead),
            [failure.reason for failure in failures if failure.dropped],
        )
        return self._settle(sends, letters, delivered, raw)

    async def send_dead(self, record: Record, reason: Reason, stage: Stage, detail: str) -> None:
        """Send one dead letter and wait for its delivery."""
        sent = await self._send_dead(record, Failure(record.offset, reason, stage, detail))
        with self._failures_of(self._topics.dead):
            await sent

    @contextmanager
    def _failures_of(self, topic: str) -> Iterator[None]:
        try:
            yield
        except KafkaError:
            self._on_failure(topic)
            raise

    def _started(self) -> AIOKafkaProducer:
        assert self._producer is not None, "start() comes first"
        return self._producer

    def _outbox(self, partition: int, topic: str | None = None) -> Outbox:
        topic = topic or self._topics.structured
        outbox = self._outboxes.get((topic, partition))
        if outbox is None:
            outbox = self._outboxes[topic, partition] = Outbox(self._started(), topic, partition, self._codec)
        return outbox

    async def _send_dead(self, record: Record, failure: Failure) -> asyncio.Future[Any]:
        letter = DeadLetter(
            reason=failure.reason,
            stage=failure.stage,
            detail=failure.detail,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            timestamp=first_timestamp(record.headers, record.timestamp),
            version=SERVICE_VERSION,
        )
        headers = [*record.headers, *to_headers(letter)]
        # aiokafka sends no message without both.
        value = b"" if record.value is None and record.key is None else record.value
        with self._failures_of(self._topics.dead):
            future: asyncio.Future[Any] = await self._started().send(
                self._topics.dead, value, key=record.key, headers=headers
            )
        return future

    async def _settle(
        self,
        sends: Sequence[asyncio.Future[dict[int, int]]],
        letters: Sequence[asyncio.Future[Any]],
        delivered: Delivered,
        raw: RawRecords,
    ) -> Delivered:
        lettered = asyncio.gather(*letters, return_exceptions=True)
        with self._failures_of(self._topics.structured):
            refused = {
                offset: size for group in await asyncio.gather(*sends) for offset, size in group.items()
            }
        with self._failures_of(self._topics.dead):
            for answer in await lettered:
                if isinstance(answer, BaseException):
                    raise answer
        reason, stage = Reason.RECORD_TOO_LARGE, Stage.DELIVER
        detail = "the broker refused the record for its size"
        failures = [Failure(offset, reason, stage, detail) for offset in sorted(refused)]
        for record, _ in _find(raw, failures):
            await self.send_dead(record, reason, stage, detail)
            delivered = Delivered(
                delivered.records - 1,
                delivered.record_bytes - refused[record.offset],
                [*delivered.dead, (reason, stage)],
                delivered.dead_bytes + len(record.value or b""),
                delivered.dropped,
            )
        return delivered


def _find(raw: RawRecords, failures: Sequence[Failure]) -> list[tuple[Record, Failure]]:
    """The original message of each; nothing is decoded where there is none."""
    if not failures:
        return []
    by_offset = {record.offset: record for record in raw.decode()}
    return [(by_offset[failure.offset], failure) for failure in failures]


def _batches(messages: Sequence[Addressed], codec: int) -> list[Outgoing]:
    """Messages of one partition as batches; their places stand for offsets."""
    builders = [BatchBuilder(codec)]
    for place, message in enumerate(messages):
        if not builders[-1].append(place, message.key, message.value):
            builders.append(BatchBuilder(codec))
            builders[-1].append(place, message.key, message.value)
    return [Outgoing(memoryview(each.build()), each.offsets, each.payload_bytes) for each in builders]
