"""A topic read from one place to another, without a consumer group: nothing is committed, nobody is disturbed."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final, TypeAlias

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from aiokafka.structs import ConsumerRecord

from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reach import why_unreachable

STALL_S: Final = 30.0
"""A broker that gives nothing for so long, where there is something to read, counts as gone."""

Kept: TypeAlias = "ConsumerRecord[bytes | None, bytes | None]"
Ranges: TypeAlias = Mapping[TopicPartition, tuple[int, int]]
"""Partition to the first offset to read, and the one before which to stop."""


class ReadingError(Exception):
    """A topic could not be read; the text says why and what to do. `exit_code` as the README has it."""

    def __init__(self, message: str, exit_code: int = 3) -> None:
        super().__init__(message)
        self.exit_code = exit_code


@asynccontextmanager
async def reader(kafka: KafkaOptions, **settings: Any) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer without a group, connected.

    Errors: ReadingError when no broker answers, at the start or while it is used.
    """
    consumer = AIOKafkaConsumer(
        **kafka.client_arguments(), enable_auto_commit=False, auto_offset_reset="none", **settings
    )
    try:
        await consumer.start()
        await asyncio.sleep(0)  # a task of its own must have begun before it can be stopped
        yield consumer
    except (KafkaError, OSError, TimeoutError) as error:
        told = await why_unreachable(kafka) or " ".join(str(error).split()) or type(error).__name__
        raise ReadingError(
            f"The broker at {kafka.bootstrap_servers} did not answer ({told}). Name yours: --broker host:port."
        ) from error
    finally:
        await consumer.stop()


async def ranges_of(
    consumer: AIOKafkaConsumer, topic: str, *, since: datetime | None = None
) -> dict[TopicPartition, tuple[int, int]]:
    """What a topic holds now, from the first message that was sent at `since` or later.

    Errors: ReadingError when there is no such topic.
    """
    cluster = await consumer._client.fetch_all_metadata()  # noqa: SLF001  `partitions_for_topic` knows only what is assigned
    if topic not in cluster.topics():
        raise ReadingError(f"There is no topic {topic}; make it with `copydesk topics create`.", exit_code=1)
    places = [TopicPartition(topic, number) for number in sorted(cluster.partitions_for_topic(topic))]
    ends = await consumer.end_offsets(places)
    starts = dict(await consumer.beginning_offsets(places))
    if since is not None:
        found = await consumer.offsets_for_times(dict.fromkeys(places, int(since.timestamp() * 1000)))
        for place, first in found.items():
            # None or -1: nothing was sent since.
            starts[place] = ends[place] if first is None or first.offset < 0 else first.offset
    return {place: (starts[place], ends[place]) for place in places}


async def read_ranges(
    consumer: AIOKafkaConsumer, ranges: Ranges, *, most: int = 500
) -> AsyncIterator[Sequence[Kept]]:
    """Yield what lies in the ranges, at most `most` messages of one partition at a time; one partition after the other.

    Errors: ReadingError when nothing comes for `STALL_S`.
    """
    for place, (start, end) in ranges.items():
        if start >= end:
            continue
        consumer.assign([place])
        consumer.seek(place, start)
        loop = asyncio.get_running_loop()
        moved_at = loop.time()
        while (position := await consumer.position(place)) < end:
            got = await consumer.getmany(place, timeout_ms=1000, max_records=most)
            batch = [record for records in got.values() for record in records if record.offset < end]
            if batch:
                yield batch
            # What is no message for us (transaction markers, compacted away) moves the position alone.
            if await consumer.position(place) != position:
                moved_at = loop.time()
            elif loop.time() - moved_at > STALL_S:
                raise ReadingError(
                    f"The broker gave nothing of {place.topic}, partition {place.partition}, from offset {position} on "
                    f"for {STALL_S:.0f} s."
                )
