"""Delivery: results to the structured topic, failures to the dead-letter topic, every one awaited."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidMessageError, MessageSizeTooLargeError, RecordListTooLargeError
from msgspec import Struct

from copydesk.codec.dead_letter import DeadLetter, to_headers
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import DEAD_LETTER_HEADROOM_BYTES, TopicsOptions
from copydesk.outcome import Reason, Stage
from copydesk.stream.fast_path import Record
from copydesk.stream.wire import Result
from copydesk.version import SERVICE_VERSION

BATCH_BYTES = 524_288
"""Most bytes sent together to a partition; aiokafka's own 16 kB holds four articles and costs half the speed."""

OVERHEAD_BYTES = 512
"""What Kafka adds to one message (batch header, key, varints), on the safe side."""

_REFUSED = (MessageSizeTooLargeError, RecordListTooLargeError, InvalidMessageError)


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
    not acknowledge the chunk.
    """

    def __init__(
        self, kafka: KafkaOptions, topics: TopicsOptions, *, compression: str | None, password: str | None
    ) -> None:
        self._kafka = kafka
        self._topics = topics
        self._compression = compression
        self._password = password
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        """Connect.

        Errors: KafkaConnectionError.
        """
        self._producer = AIOKafkaProducer(
            **self._kafka.client_arguments(self._password),
            # An idempotent producer does not double messages when it retries a request.
            enable_idempotence=True,
            acks="all",
            compression_type=self._compression,
            linger_ms=5,
            max_batch_size=BATCH_BYTES,
            max_request_size=self._topics.max_message_bytes + DEAD_LETTER_HEADROOM_BYTES,
        )
        await self._producer.start()

    async def stop(self) -> None:
        """Send what is buffered and disconnect."""
        if self._producer is not None:
            await self._producer.stop()

    async def send(self, records: Sequence[Record], results: Sequence[Result]) -> Awaitable[Delivered]:
        """Start sending a chunk's results; await what it returns for their delivery."""
        producer = self._started()
        partitions = len(await producer.partitions_for(self._topics.structured))
        by_partition: dict[int, list[int]] = {}
        dead: list[tuple[int, Result]] = []
        dropped: list[Reason] = []
        limit = self._topics.max_message_bytes - OVERHEAD_BYTES
        for index, result in enumerate(results):
            if result.value is None:
                assert result.reason is not None
                if result.dropped:
                    dropped.append(result.reason)
                else:
                    dead.append((index, result))
            elif len(result.value) > limit:
                dead.append((index, _too_large(len(result.value), limit)))
            else:
                by_partition.setdefault(result.key_hash % partitions, []).append(index)
        sends = [
            await self._send_batch(partition, [results[index] for index in indices])
            for partition, indices in by_partition.items()
            for indices in _by_size(indices, results)
        ]
        letters = [await self._send_dead(records[index], result) for index, result in dead]
        sizes = [
            len(result.value) for result in results if result.value is not None and len(result.value) <= limit
        ]
        return self._settle(sends, letters, records, results, Delivered(
            len(sizes), sum(sizes), [(r.reason, r.stage) for _, r in dead if r.reason],
            sum(len(records[index].value or b"") for index, _ in dead), dropped,
        ))  # fmt: skip

    async def send_dead(self, record: Record, reason: Reason, stage: Stage, detail: str) -> None:
        """Send one dead letter and wait for its delivery."""
        await (await self._send_dead(record, Result(reason=reason, stage=stage, detail=detail)))

    def _started(self) -> AIOKafkaProducer:
        assert self._producer is not None, "start() comes first"
        return self._producer

    async def _send_batch(
        self, partition: int, results: Sequence[Result]
    ) -> tuple[asyncio.Future[Any], int, Sequence[Result]]:
        producer = self._started()
        batch = producer.create_batch()
        for result in results:
            appended = batch.append(key=result.key, value=result.value, timestamp=None)
            assert appended is not None, "_by_size keeps batches below the limit"
        future = await producer.send_batch(batch, self._topics.structured, partition=partition)
        return future, partition, results

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
        future: asyncio.Future[Any] = await self._started().send(
            self._topics.dead, record.value, key=record.key, headers=headers
        )
        return future

    async def _settle(
        self,
        sends: Sequence[tuple[asyncio.Future[Any], int, Sequence[Result]]],
        letters: Sequence[asyncio.Future[Any]],
        records: Sequence[Record],
        results: Sequence[Result],
        delivered: Delivered,
    ) -> Delivered:
        answers = await asyncio.gather(*(future for future, _, _ in sends), return_exceptions=True)
        refused: list[Result] = []
        for answer, (_, partition, batch) in zip(answers, sends, strict=True):
            if isinstance(answer, _REFUSED):
                refused += await self._one_by_one(partition, batch)
            elif isinstance(answer, BaseException):
                raise answer
        await asyncio.gather(*letters)
        if not refused:
            return delivered
        by_identity = {id(result): index for index, result in enumerate(results)}
        dead = list(delivered.dead)
        for result in refused:
            record = records[by_identity[id(result)]]
            detail = "the broker refused the record for its size"
            await self.send_dead(record, Reason.RECORD_TOO_LARGE, Stage.DELIVER, detail)
            dead.append((Reason.RECORD_TOO_LARGE, Stage.DELIVER))
        nbytes = sum(len(result.value or b"") for result in refused)
        return Delivered(
            delivered.records - len(refused), delivered.record_bytes - nbytes, dead,
            delivered.dead_bytes, delivered.dropped,
        )  # fmt: skip

    async def _one_by_one(self, partition: int, results: Sequence[Result]) -> list[Result]:
        """Send the messages of a refused batch alone; return those that are refused again."""
        refused = []
        for result in results:
            try:
                future, _, _ = await self._send_batch(partition, [result])
                await future
            except _REFUSED:
                refused.append(result)
        return refused


def _too_large(size: int, limit: int) -> Result:
    detail = f"{size} bytes; the structured topic takes {limit}"
    return Result(reason=Reason.RECORD_TOO_LARGE, stage=Stage.DELIVER, detail=detail)


def _by_size(indices: Sequence[int], results: Sequence[Result]) -> list[list[int]]:
    """Cut what goes to one partition into batches; a message larger than a batch goes alone."""
    parts: list[list[int]] = []
    room = 0
    for index in indices:
        result = results[index]
        size = len(result.value or b"") + len(result.key) + 64
        if size > room:
            parts.append([])
            room = BATCH_BYTES - OVERHEAD_BYTES
        parts[-1].append(index)
        room -= size
    return parts
