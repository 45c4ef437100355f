"""Workers that join and leave under load, on Apache Kafka (the embedded broker is for one worker)."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from copydesk.metrics.definitions import ASSIGNED_PARTITIONS
from copydesk.stream.service import Service
from tests.kafka.server import KafkaServer
from tests.stream.harness import committed, ends, new_place, processed, read, running, send, until
from tests.stream.test_desk import article


def share(service: Service) -> int:
    """Raw partitions a worker holds."""
    return int(service.metrics.value(ASSIGNED_PARTITIONS, "desk"))


@pytest.mark.kafka
def test_workers_join_and_leave_without_loss_or_double_work(
    kafka_server: KafkaServer, tmp_path: Path
) -> None:
    """Partitions move to a worker that joins and back when one leaves; each article is worked on once."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=4)
        total = 0

        async def more() -> None:
            nonlocal total
            await send(place, [article(number) for number in range(total, total + 400)])
            total += 400

        await more()
        async with running(place.parts(sink=False, instance=None)) as first:
            await until(lambda: share(first) == 4, "one worker holds all")
            await more()
            async with running(place.parts(sink=False, instance=None)) as second:
                await until(lambda: share(first) == 2 and share(second) == 2, "two workers hold half each")
                await more()
                await until(lambda: processed(first) + processed(second) == total, f"{total} outcomes")
                assert processed(second) > 0
                await more()
            await until(lambda: share(first) == 4, "the one that stays holds all again")
            await more()
            await until(lambda: processed(first) + processed(second) == total, f"{total} outcomes")
        got = Counter(record.key for record in await read(place, place.topics.structured))
        assert len(got) == total
        assert set(got.values()) == {1}
        assert await committed(place, "desk", place.topics.raw) == await ends(place, place.topics.raw)

    asyncio.run(run())


@pytest.mark.kafka
def test_each_worker_that_joins_gets_partitions(kafka_server: KafkaServer, tmp_path: Path) -> None:
    """Workers that join one after another all get some of four partitions, also where the shares cannot be equal."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=4)
        async with AsyncExitStack() as stack:
            workers: list[Service] = []
            for shares in ([4], [2, 2], [1, 1, 2]):
                workers.append(
                    await stack.enter_async_context(running(place.parts(sink=False, instance=None)))
                )
                await until(
                    lambda shares=shares: sorted(map(share, workers)) == shares, f"shares of {shares}", 30
                )

    asyncio.run(run())
