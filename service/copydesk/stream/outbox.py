"""Outboxes: one per partition of the structured topic, each sending what has gathered in the meantime.

Batches come ready from the child processes and go out as they are, one after the other. While one is on its
way, small ones that wait are made into one: under load batches are full, at rest nothing waits, and no
linger is needed.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidMessageError, MessageSizeTooLargeError, RecordListTooLargeError
from msgspec import Struct

from copydesk.stream.batches import BATCH_BYTES, BatchBuilder, ReadyBatch, decode

SMALL_BYTES = 65_536
"""A batch of this size is worth a place of its own: taking it apart would cost more than it saves."""

NO_LIMIT = 1 << 30
"""A batch made of small ones is bounded by what they hold."""

_REFUSED = (MessageSizeTooLargeError, RecordListTooLargeError, InvalidMessageError)


class Outgoing(Struct, frozen=True, eq=False):
    """A batch of a chunk; `offsets` say for each of its records which message of the chunk it was made of."""

    data: memoryview
    offsets: Sequence[int]
    payload_bytes: int


class _Group(Struct, frozen=True, eq=False):
    """Batches of one chunk for one partition; `done` gives those that the broker refused for their size: offsets, with bytes of key and value."""

    batches: Sequence[Outgoing]
    done: asyncio.Future[dict[int, int]]
    refused: dict[int, int]


class _Sending(Struct, frozen=True, eq=False):
    """A batch on its way: of one group or, made of small ones, of several; their offsets one after the other."""

    data: memoryview | bytearray
    sources: Sequence[tuple[_Group, Sequence[int]]]

    @property
    def count(self) -> int:
        """Records in it."""
        return sum(len(offsets) for _, offsets in self.sources)


class Outbox:
    """Sends batches to one partition, in the order they were put.

    Errors: the future of `put` raises aiokafka's KafkaError when the broker does not take them.
    """

    def __init__(self, producer: AIOKafkaProducer, topic: str, partition: int, codec: int) -> None:
        self._producer = producer
        self._topic = topic
        self._partition = partition
        self._codec = codec
        self._waiting: deque[_Group] = deque()
        self._task: asyncio.Task[None] | None = None

    def put(self, batches: Sequence[Outgoing]) -> asyncio.Future[dict[int, int]]:
        """Send these; the future ends when all are acknowledged, with those refused for their size (see `_Group`)."""
        done: asyncio.Future[dict[int, int]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Group(batches, done, {}))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._send_waiting())
        return done

    def abandon(self) -> None:
        """Stop sending; what waits stays unsent."""
        if self._task is not None:
            self._task.cancel()

    async def _send_waiting(self) -> None:
        while self._waiting:
            groups = self._take()
            try:
                await self._send(self._gather(groups))
            except Exception as error:  # noqa: BLE001  told by the groups' futures, and by nothing else
                for group in groups:
                    _fail(group, error)
                return
            except BaseException as error:
                for group in [*groups, *self._waiting]:
                    _fail(group, error)
                self._waiting.clear()
                if isinstance(error, Exception):
                    return  # those who wait for it know
                raise
            for group in groups:
                if not group.done.done():
                    group.done.set_result(group.refused)

    def _take(self) -> list[_Group]:
        groups: list[_Group] = []
        size = 0
        while self._waiting and (not groups or size < BATCH_BYTES):
            group = self._waiting.popleft()
            groups.append(group)
            size += sum(batch.payload_bytes for batch in group.batches)
        return groups

    def _gather(self, groups: Sequence[_Group]) -> list[_Sending]:
        """What to send, in order: small batches next to one another are made into one."""
        sendings: list[_Sending] = []
        small: list[tuple[_Group, Outgoing]] = []
        room = BATCH_BYTES
        for group in groups:
            for batch in group.batches:
                if batch.payload_bytes >= SMALL_BYTES or batch.payload_bytes > room:
                    sendings += self._merge(small)
                    small, room = [], BATCH_BYTES
                if batch.payload_bytes >= SMALL_BYTES:
                    sendings.append(_Sending(batch.data, [(group, batch.offsets)]))
                else:
                    small.append((group, batch))
                    room -= batch.payload_bytes
        return sendings + self._merge(small)

    def _merge(self, small: Sequence[tuple[_Group, Outgoing]]) -> list[_Sending]:
        sources = [(group, batch.offsets) for group, batch in small]
        if len(small) <= 1:
            return [_Sending(batch.data, sources) for _, batch in small]
        builder = BatchBuilder(self._codec, most_bytes=NO_LIMIT)
        for _, batch in small:
            for record in decode(batch.data):
                builder.append(0, record.key, record.value, record.timestamp)
        return [_Sending(builder.build(), sources)]

    async def _send(self, sendings: Sequence[_Sending]) -> None:
        """Send batches, and wait for all; note what is refused."""
        futures = [await self._send_batch(each.data, each.count) for each in sendings]
        answers = await asyncio.gather(*futures, return_exceptions=True)
        for answer, sending in zip(answers, sendings, strict=True):
            if isinstance(answer, _REFUSED):
                await self._one_by_one(sending)
            elif isinstance(answer, BaseException):
                raise answer

    async def _send_batch(self, data: memoryview | bytearray, count: int) -> asyncio.Future[Any]:
        batch: Any = ReadyBatch(data, count)
        future: asyncio.Future[Any] = await self._producer.send_batch(
            batch, self._topic, partition=self._partition
        )
        return future

    async def _one_by_one(self, sending: _Sending) -> None:
        """Send the records of a refused batch alone; note those refused again."""
        places = [(group, offset) for group, offsets in sending.sources for offset in offsets]
        for record, (group, offset) in zip(decode(sending.data), places, strict=True):
            builder = BatchBuilder(self._codec)
            builder.append(offset, record.key, record.value, record.timestamp)
            try:
                await (await self._send_batch(builder.build(), 1))
            except _REFUSED:
                group.refused[offset] = builder.payload_bytes


def _fail(group: _Group, error: BaseException) -> None:
    if group.done.done():
        return
    if isinstance(error, asyncio.CancelledError):
        group.done.cancel()
    else:
        group.done.set_exception(error)
