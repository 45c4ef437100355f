"""Outboxes: one per partition of the structured topic, each sending what has gathered in the meantime.

While a batch is on its way to the broker, the results of further chunks wait and leave together in the
next one: under load batches are full, at rest nothing waits. That halves the cost of delivery against
a batch per chunk and partition, and needs no linger.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import InvalidMessageError, MessageSizeTooLargeError, RecordListTooLargeError
from msgspec import Struct

from copydesk.stream.wire import Result

BATCH_BYTES = 524_288
"""Most bytes sent together; aiokafka's own 16 kB holds four articles and costs half the speed."""

OVERHEAD_BYTES = 128
"""What Kafka adds to key and value of a message (batch header, varints, timestamps), on the safe side."""

_REFUSED = (MessageSizeTooLargeError, RecordListTooLargeError, InvalidMessageError)


class _Group(Struct, frozen=True, eq=False):
    """Results of one chunk for one partition; `done` gives those that the broker refused for their size."""

    results: Sequence[Result]
    nbytes: int
    done: asyncio.Future[list[Result]]


class Outbox:
    """Sends results to one partition, in the order they were put.

    Errors: the future of `put` raises aiokafka's KafkaError when the broker does not take them.
    """

    def __init__(self, producer: AIOKafkaProducer, topic: str, partition: int) -> None:
        self._producer = producer
        self._topic = topic
        self._partition = partition
        self._waiting: deque[_Group] = deque()
        self._task: asyncio.Task[None] | None = None

    def put(self, results: Sequence[Result], nbytes: int) -> asyncio.Future[list[Result]]:
        """Send these, `nbytes` in all by `message_bytes`; the future ends when all are acknowledged, with those refused for their size."""
        done: asyncio.Future[list[Result]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Group(results, nbytes, done))
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
                refused = await self._send(_batches(groups))
            except BaseException as error:
                for group in groups:
                    _fail(group, error)
                raise
            for group in groups:
                if not group.done.done():
                    group.done.set_result([r for r in group.results if id(r) in refused] if refused else [])

    def _take(self) -> list[_Group]:
        groups: list[_Group] = []
        size = 0
        while self._waiting and (not groups or size < BATCH_BYTES):
            group = self._waiting.popleft()
            groups.append(group)
            size += group.nbytes
        return groups

    async def _send(self, batches: Sequence[Sequence[Result]]) -> set[int]:
        """Send batches; identities of the refused."""
        futures = [await self._send_batch(batch) for batch in batches]
        answers = await asyncio.gather(*futures, return_exceptions=True)
        refused: set[int] = set()
        for answer, batch in zip(answers, batches, strict=True):
            if isinstance(answer, _REFUSED):
                refused |= await self._one_by_one(batch)
            elif isinstance(answer, BaseException):
                raise answer
        return refused

    async def _send_batch(self, results: Sequence[Result]) -> asyncio.Future[Any]:
        batch = self._producer.create_batch()
        for result in results:
            appended = batch.append(key=result.key, value=result.value, timestamp=None)
            assert appended is not None, "_batches keeps them below the limit"
        future: asyncio.Future[Any] = await self._producer.send_batch(
            batch, self._topic, partition=self._partition
        )
        return future

    async def _one_by_one(self, results: Sequence[Result]) -> set[int]:
        """Send the messages of a refused batch alone; identities of those refused again."""
        refused = set()
        for result in results:
            try:
                await (await self._send_batch([result]))
            except _REFUSED:
                refused.add(id(result))
        return refused


def _fail(group: _Group, error: BaseException) -> None:
    if group.done.done():
        return
    if isinstance(error, asyncio.CancelledError):
        group.done.cancel()
    else:
        group.done.set_exception(error)


def message_bytes(result: Result) -> int:
    """Most bytes that a record takes in a batch."""
    assert result.value is not None, "only records are sent"
    return len(result.value) + len(result.key) + OVERHEAD_BYTES


def _batches(groups: Sequence[_Group]) -> list[list[Result]]:
    """Cut into as few batches as the limit allows; a message larger than a batch goes alone."""
    results = [result for group in groups for result in group.results]
    if sum(group.nbytes for group in groups) <= BATCH_BYTES:
        return [results]
    parts: list[list[Result]] = []
    room = 0
    for result in results:
        size = message_bytes(result)
        if size > room:
            parts.append([])
            room = BATCH_BYTES
        parts[-1].append(result)
        room -= size
    return parts
