"""Compressed messages, in and out, with every codec that Kafka has."""

import asyncio
from pathlib import Path

import pytest

from copydesk.codec.record import decode
from copydesk.sinks.sqlite_reader import RecordReader
from tests.stream.harness import committed, ends, new_place, processed, read, running, send, until
from tests.stream.test_desk import article

CODECS = ["gzip", "lz4", "snappy", "zstd"]


@pytest.mark.parametrize("codec", CODECS)
def test_compressed_messages_are_read_and_sent(broker: str, tmp_path: Path, codec: str) -> None:
    """What a producer compressed becomes records, which are sent compressed too and reach the store."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [article(number) for number in range(50)], compression=codec)
        async with running(place.parts(compression=codec)) as service:
            await until(lambda: processed(service) == 50, "50 outcomes")
            await until(
                lambda: place.database.exists() and RecordReader(place.database).count() == 50, "50 rows"
            )
        records = [decode(record.value or b"") for record in await read(place, place.topics.structured)]
        assert sorted(record.id for record in records) == sorted(f"a{number}" for number in range(50))
        assert await committed(place, "desk", place.topics.raw) == await ends(place, place.topics.raw)

    asyncio.run(run())
