"""Delivery: results to the structured topic, failures to the dead-letter topic, every one awaited."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from msgspec import Struct

from copydesk.codec.dead_letter import to_headers
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import DEAD_LETTER_HEADROOM_BYTES, TopicsOptions
from copydesk.outcome import DeadLetter, Reason, Stage
from copydesk.stream.fast_path import Record
from copydesk.stream.outbox import BATCH_BYTES, Outbox, message_bytes
from copydesk.stream.wire import Result
from copydesk.version import SERVICE_VERSION


class Delivered(Struct, frozen=True):
    """What was delivered of one chunk: counts and bytes by topic, dead letters by reason and stage."""

    records: int
    record_bytes: int
    dead: Sequence[tuple[Reason, Stage]]
    dead_bytes: int
    dropped: Sequence[Reason]


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
        self._on_failure = on_failure
        self._limit = topics.max_message_bytes
        self._producer: AIOKafkaProducer | None = None
        self._outboxes: dict[int, Outbox] = {}

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
        await self._producer.start()

    async def stop(self) -> None:
        """Send what is buffered and disconnect."""
        for outbox in self._outboxes.values():
            outbox.abandon()
        if self._producer is not None:
            await self._producer.stop()

    async def send(self, records: Sequence[Record], results: Sequence[Result]) -> Awaitable[Delivered]:
        """Start sending a chunk's results; await what it returns for their delivery."""
        partitions = len(await self._started().partitions_for(self._topics.structured))
        good: dict[int, tuple[list[Result], list[int]]] = {}
        dead: list[tuple[Record, Result]] = []
        dropped: list[Reason] = []
        for record, result in zip(records, results, strict=True):
            if result.value is not None and (size := message_bytes(result)) <= self._limit:
                group, sizes = good.setdefault(result.key_hash % partitions, ([], []))
                group.append(result)
                sizes.append(size)
            elif result.value is not None:
                dead.append((record, _too_large(len(result.value), self._limit)))
            elif result.dropped and result.reason is not None:
                dropped.append(result.reason)
            else:
                dead.append((record, result))
        sends = [self._outbox(partition).put(group, sum(sizes)) for partition, (group, sizes) in good.items()]
        letters = [await self._send_dead(record, result) for record, result in dead]
        delivered = Delivered(
            sum(len(group) for group, _ in good.values()),
            sum(sum(sizes) for _, sizes in good.values()),
            [(result.reason, result.stage) for _, result in dead if result.reason],
            sum(len(record.value or b"") for record, _ in dead),
            dropped,
        )
        return self._settle(sends, letters, delivered, records, results)

    async def send_dead(self, record: Record, reason: Reason, stage: Stage, detail: str) -> None:
        """Send one dead letter and wait for its delivery."""
        sent = await self._send_dead(record, Result(reason=reason, stage=stage, detail=detail))
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

    def _outbox(self, partition: int) -> Outbox:
        outbox = self._outboxes.get(partition)
        if outbox is None:
            outbox = Outbox(self._started(), self._topics.structured, partition)
            self._outboxes[partition] = outbox
        return outbox

    async def _send_dead(self, record: Record, result: Result) -> asyncio.Future[Any]:
        assert result.reason is not None
        letter = DeadLetter(
            reason=result.reason,
            stage=result.stage,
            detail=result.detail,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            timestamp=datetime.fromtimestamp(record.timestamp / 1000, UTC),
            version=SERVICE_VERSION,
        )
        headers = [*record.headers, *to_headers(letter)]
        with self._failures_of(self._topics.dead):
            future: asyncio.Future[Any] = await self._started().send(
                self._topics.dead, record.value, key=record.key, headers=headers
            )
        return future

    async def _settle(
        self,
        sends: Sequence[asyncio.Future[list[Result]]],
        letters: Sequence[asyncio.Future[Any]],
        delivered: Delivered,
        records: Sequence[Record],
        results: Sequence[Result],
    ) -> Delivered:
        with self._failures_of(self._topics.structured):
            refused = {id(result) for group in await asyncio.gather(*sends) for result in group}
        with self._failures_of(self._topics.dead):
            await asyncio.gather(*letters)
        for record, result in zip(records, results, strict=True) if refused else ():
            if id(result) in refused:
                reason, stage = Reason.RECORD_TOO_LARGE, Stage.DELIVER
                await self.send_dead(record, reason, stage, "the broker refused the record for its size")
                delivered = Delivered(
                    delivered.records - 1,
                    delivered.record_bytes - message_bytes(result),
                    [*delivered.dead, (reason, stage)],
                    delivered.dead_bytes + len(record.value or b""),
                    delivered.dropped,
                )
        return delivered


def _too_large(size: int, limit: int) -> Result:
    detail = f"{size} bytes; the structured topic takes {limit}"
    return Result(reason=Reason.RECORD_TOO_LARGE, stage=Stage.DELIVER, detail=detail)
