"""Batches as producers send them: compressed, with headers, begun before, in transactions; none is decoded by the worker."""

import asyncio
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.structs import OffsetAndMetadata

from copydesk.metrics import definitions as m
from copydesk.metrics.definitions import DEAD_LETTERS
from tests.kafka.server import KafkaServer
from tests.stream.harness import Place, committed, ends, new_place, processed, read, running, until
from tests.stream.test_desk import article


async def send_batch(place: Place, numbers: range, *, compression: str | None = None) -> None:
    """Send articles of these numbers to partition 0 as one batch."""
    async with AIOKafkaProducer(
        bootstrap_servers=place.bootstrap, compression_type=compression, max_batch_size=1 << 20
    ) as producer:
        batch = producer.create_batch()
        for number in numbers:
            batch.append(
                key=None,
                value=article(number).value,
                timestamp=None,
                headers=[("x-feed", b"\xff"), ("n", None)],
            )
        await (await producer.send_batch(batch, place.topics.raw, partition=0))


async def commit_offset(place: Place, offset: int) -> None:
    """Let the desk's group have finished what lies before this offset of partition 0."""
    async with AIOKafkaConsumer(
        bootstrap_servers=place.bootstrap, group_id=f"{place.group_prefix}-desk", enable_auto_commit=False
    ) as consumer:
        tp = TopicPartition(place.topics.raw, 0)
        consumer.assign([tp])
        await consumer.commit({tp: OffsetAndMetadata(offset, "")})


def test_a_batch_begun_before_is_gone_on_with_in_its_middle(broker: str, tmp_path: Path) -> None:
    """A committed offset within a batch: what lies before it is not worked on again, what lies behind it is; in several chunks."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await send_batch(place, range(100), compression="gzip")
        await commit_offset(place, 37)
        async with running(place.parts(sink=False, chunk_records=10)) as service:
            await until(lambda: processed(service) == 63, "63 outcomes")
        assert service.metrics.value(m.RECORDS_RECEIVED, "desk", place.topics.raw) == 63
        keys = [record.key for record in await read(place, place.topics.structured)]
        assert keys == [b"a%d" % number for number in range(37, 100)]

    asyncio.run(run())


def test_a_dead_letter_out_of_a_compressed_batch_is_the_original(broker: str, tmp_path: Path) -> None:
    """Null key, headers with and without value, and the value come out as they came in."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        async with AIOKafkaProducer(bootstrap_servers=place.bootstrap, compression_type="lz4") as producer:
            batch = producer.create_batch()
            batch.append(key=None, value=article(1).value, timestamp=None)
            batch.append(key=None, value=b"{no json", timestamp=1234, headers=[("x", b"\xff"), ("x", None)])
            await (await producer.send_batch(batch, place.topics.raw, partition=0))
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 2, "2 outcomes")
            assert service.metrics.value(DEAD_LETTERS, "malformed_json", "decode") == 1
        (letter,) = await read(place, place.topics.dead)
        assert (letter.key, letter.value) == (None, b"{no json")
        assert letter.headers[:2] == (("x", b"\xff"), ("x", None))

    asyncio.run(run())


@pytest.mark.kafka
def test_transactions_are_read_and_their_markers_passed(kafka_server: KafkaServer, tmp_path: Path) -> None:
    """Messages of several transactions are worked on once; what is committed lies behind the last marker, and no gap is told."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=2)
        async with AIOKafkaProducer(
            bootstrap_servers=place.bootstrap, transactional_id=place.group_prefix
        ) as producer:
            for start in range(0, 60, 20):
                async with producer.transaction():
                    for number in range(start, start + 20):
                        await producer.send(place.topics.raw, article(number).value, partition=number % 2)
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 60, "60 outcomes")
            assert service.metrics.value(m.OFFSETS_SKIPPED, "desk", place.topics.raw) == 0
        assert len(await read(place, place.topics.structured)) == 60
        done = await committed(place, "desk", place.topics.raw)
        assert done == await ends(place, place.topics.raw) == {0: 33, 1: 33}

    asyncio.run(run())
