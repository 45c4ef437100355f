"""Publish raw articles: batched, idempotent, a bounded number in flight, every delivery awaited."""

import asyncio
from collections.abc import AsyncIterable, Iterable
from contextlib import suppress

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from aiokafka.structs import RecordMetadata
from msgspec import Struct

from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reach import why_unreachable
from copydesk.producer.feed import Feed
from copydesk.producer.items import BadItem, Item
from copydesk.producer.problems import (
    PublishError,
    cannot_deliver,
    not_reached,
    refused_reason,
    stalled,
    topic_missing,
)
from copydesk.producer.rate import TokenBucket

_BATCH_BYTES = 512 * 1024
"""The stock 16 kB holds four articles; measured, 512 kB gives nearly three times the throughput."""

_LINGER_MS = 5
_STOP_S = 2.0
_RECORD_FRAME_BYTES = 512
"""Room for the frame of a batch of one record."""


class PublishOptions(Struct, frozen=True, kw_only=True):
    """How to publish. `rate` is articles a second, `limit` the most that are sent; None is no bound."""

    max_message_bytes: int
    in_flight: int = 1000
    in_flight_bytes: int = 64 * 1024 * 1024
    stall_s: float = 60.0
    """Without any delivery for so long the broker counts as gone; a leader election takes some 20 s."""
    rate: float | None = None
    limit: int | None = None


class PublishReport(Struct, frozen=True, kw_only=True, rename="camel"):
    """What became of it: `acknowledged` were confirmed by the broker, `rejected` were not sent or refused.

    Units: `bytes` are of the acknowledged messages, key and headers included.
    """

    sent: int
    acknowledged: int
    rejected: int
    bytes: int
    seconds: float


class Watcher:
    """Hears of each item as its fate is known; what `publish` is given to show progress."""

    def acknowledged(self, item: Item, partition: int, offset: int) -> None:
        """Take note that the broker confirmed `item`, stored at `partition` and `offset`."""

    def rejected(self, bad: BadItem) -> None:
        """Take note that something was not sent, or refused by the broker."""


async def publish(
    source: Iterable[Item | BadItem] | AsyncIterable[Item | BadItem],
    kafka: KafkaOptions,
    topic: str,
    options: PublishOptions,
    watcher: Watcher | None = None,
) -> PublishReport:
    """Send every item of `source` to `topic` and wait until each was acknowledged.

    A blocking `source` is read in a thread. What is bad, too large or refused goes to the
    watcher and the rest goes on. Errors: PublishError when the broker is not reached, the topic
    is missing, or delivery fails for all; what was acknowledged until then is in its report.
    """
    run = _Run(kafka, topic, options, watcher or Watcher())
    items = source if isinstance(source, AsyncIterable) else Feed(source)
    return await run.all(items)


class _Run:
    def __init__(self, kafka: KafkaOptions, topic: str, options: PublishOptions, watcher: Watcher) -> None:
        self.kafka = kafka
        self.topic = topic
        self.options = options
        self.watcher = watcher
        self.started = asyncio.get_running_loop().time()
        self.sent = self.acknowledged = self.rejected = self.bytes = 0
        self.in_flight = self.in_flight_bytes = 0
        self.room = asyncio.Event()
        self.again: list[Item] = []
        """Items whose batch the broker refused for one of them; sent one by one."""
        self.failed: BaseException | None = None

    def report(self) -> PublishReport:
        return PublishReport(
            sent=self.sent,
            acknowledged=self.acknowledged,
            rejected=self.rejected,
            bytes=self.bytes,
            seconds=asyncio.get_running_loop().time() - self.started,
        )

    async def all(self, items: AsyncIterable[Item | BadItem]) -> PublishReport:
        bucket = TokenBucket(self.options.rate) if self.options.rate else None
        producer = await self.producer(batching=True)
        try:
            async for item in items:
                if isinstance(item, BadItem):
                    self.reject(item)
                    continue
                if self.options.limit is not None and self.sent >= self.options.limit:
                    break
                if bucket:
                    await bucket.take()
                await self.has_room(item)
                if self.again:
                    producer = await self.send_again(producer)
                await self.send(producer, item)
                self.raise_failure()
            await self.landed()
            while self.again:
                producer = await self.send_again(producer)
            self.raise_failure()
        except BaseException:
            await self.abandon(producer)
            raise
        await producer.stop()
        return self.report()

    async def producer(self, *, batching: bool) -> AIOKafkaProducer:
        """Start a producer. Errors: PublishError when no broker answers or the topic is missing."""
        producer = AIOKafkaProducer(
            **self.kafka.client_arguments(),
            acks="all",
            enable_idempotence=batching,
            linger_ms=_LINGER_MS if batching else 0,
            max_batch_size=_BATCH_BYTES if batching else 1,
            max_request_size=self.options.max_message_bytes + _RECORD_FRAME_BYTES,
        )
        try:
            await producer.start()
            # Sending to a topic that is not there would be tried again until it times out.
            cluster = await producer.client.fetch_all_metadata()
        except (KafkaError, OSError) as error:
            await producer.stop()
            why = await why_unreachable(self.kafka)
            raise not_reached(self.kafka, error, self.report(), why) from error
        if self.topic not in cluster.topics(exclude_internal_topics=False):
            await producer.stop()
            raise topic_missing(self.topic, self.report())
        return producer

    async def send(self, producer: AIOKafkaProducer, item: Item) -> None:
        if item.size > self.options.max_message_bytes:
            self.too_large(item)
            return
        try:
            delivery = await producer.send(
                self.topic, value=item.value, key=item.key, headers=list(item.headers)
            )
        except MessageSizeTooLargeError:
            self.too_large(item)
            return
        except (KafkaError, OSError) as error:
            self.failed = self.failed or error
            return
        self.sent += 1
        self.in_flight += 1
        self.in_flight_bytes += item.size
        delivery.add_done_callback(lambda done: self.delivered(item, done))

    def delivered(self, item: Item, done: "asyncio.Future[RecordMetadata]") -> None:
        self.in_flight -= 1
        self.in_flight_bytes -= item.size
        self.room.set()
        error = asyncio.CancelledError() if done.cancelled() else done.exception()
        if error is None:
            self.confirm(item, done.result())
        elif refused_reason(error) or self.again:
            # Of an idempotent producer, what follows a refused batch is refused for its sequence number.
            self.again.append(item)
        else:
            self.failed = self.failed or error

    def confirm(self, item: Item, stored: RecordMetadata) -> None:
        self.acknowledged += 1
        self.bytes += item.size
        self.watcher.acknowledged(item, stored.partition, stored.offset)

    def too_large(self, item: Item) -> None:
        reason = (
            f"is {item.size} bytes, more than topics.max_message_bytes ({self.options.max_message_bytes})"
        )
        self.reject(BadItem(origin=item.origin, reason=reason, original=item.value))

    def reject(self, bad: BadItem) -> None:
        self.rejected += 1
        self.watcher.rejected(bad)

    def raise_failure(self) -> None:
        if self.failed is not None:
            raise cannot_deliver(self.failed, self.report()) from self.failed

    async def has_room(self, item: Item) -> None:
        """Wait until one more fits into what may be in flight."""
        while self.in_flight and (
            self.in_flight >= self.options.in_flight
            or self.in_flight_bytes + item.size > self.options.in_flight_bytes
        ):
            await self.next_delivery()

    async def landed(self) -> None:
        """Wait until nothing is in flight."""
        while self.in_flight:
            await self.next_delivery()

    async def abandon(self, producer: AIOKafkaProducer) -> None:
        """Stop a producer that may hold what it can never deliver, for which its own stop would wait."""
        with suppress(TimeoutError, PublishError):
            await asyncio.wait_for(self.landed(), _STOP_S)
        # The client has no public way to give up: its parts are closed one by one.
        producer._closed = True  # noqa: SLF001
        await producer._sender.close()  # noqa: SLF001
        await producer.client.close()

    async def next_delivery(self) -> None:
        """Wait until one that is in flight was delivered or failed.

        Errors: PublishError when none is for too long: the client would try for ever.
        """
        self.room.clear()
        try:
            await asyncio.wait_for(self.room.wait(), self.options.stall_s)
        except TimeoutError as error:
            raise stalled(self.options.stall_s, self.report()) from error

    async def send_again(self, producer: AIOKafkaProducer) -> AIOKafkaProducer:
        """Send one by one what a batch was refused with; return a fresh producer for the rest.

        The refused batch has spent sequence numbers, so the old producer is of no use.
        """
        await self.landed()
        await producer.stop()
        items, self.again = self.again, []
        careful = await self.producer(batching=False)
        try:
            for item in items:
                try:
                    stored = await careful.send_and_wait(
                        self.topic, value=item.value, key=item.key, headers=list(item.headers)
                    )
                except (KafkaError, OSError) as error:
                    reason = refused_reason(error)
                    if not reason:
                        raise cannot_deliver(error, self.report()) from error
                    self.reject(BadItem(origin=item.origin, reason=reason, original=item.value))
                else:
                    self.confirm(item, stored)
        finally:
            await careful.stop()
        return await self.producer(batching=True)
