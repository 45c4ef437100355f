"""What lies around a worker and fails: a slow store, a topic of the dead that takes nothing, a clock that jumps."""

import asyncio
import os
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from copydesk.broker.embedded import free_port
from copydesk.kafka.topics import topic_specs
from tests.faults import oracle
from tests.faults.conftest import Figures
from tests.faults.load import Load, message
from tests.faults.processes import DYNAMIC, get, started, total
from tests.faults.test_network import finish
from tests.kafka.cluster import KafkaCluster
from tests.kafka.server import KafkaServer
from tests.stream.harness import Place, committed, new_place, send, until
from tests.stream.test_worker import rows

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

EXIT_STALLED = 7
POISONED = 7
"""Offset of the first poison."""
DAY_S = 86_400
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")


def test_a_slow_store(kafka_server: KafkaServer, tmp_path: Path, record_property: Figures) -> None:
    """Each write takes longer than the session: the worker stays a member, is alive, and everything is stored."""

    async def run() -> None:
        place, port = await new_place(kafka_server.bootstrap, tmp_path), free_port()
        await send(place, [message(number) for number in range(60)])
        with started(place, *DYNAMIC, port=port, wound=("slow store", 8)) as process:
            await until(lambda: len(rows(place)) > 0, "some rows")
            await send(place, [message(number) for number in range(60, 120)])
            await until(lambda: oracle.at_rest(place), "everything to be committed", 240)
            assert get(port, "/livez")[0] == 200
            assert total(port, "copydesk_rebalances_total", agent="sink-sqlite") == 1
            seen = await finish(place, process)
        assert seen.duplicates == 0
        record_property("inputs", len(seen.raw))

    asyncio.run(run())


async def need_all_copies(place: Place) -> None:
    """Have the topic of the dead take nothing while one of its three brokers is away; the others need two."""
    spec = next(spec for spec in topic_specs(place.topics) if spec.name == place.topics.dead)
    config = spec.config | {"min.insync.replicas": "3"}
    admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
    await admin.start()
    try:
        await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, place.topics.dead, config)])
    finally:
        await admin.close()


def test_the_topic_of_the_dead_takes_nothing(
    kafka_cluster: KafkaCluster, tmp_path: Path, record_property: Figures
) -> None:
    """It has too few copies: the worker ends with 7, the poison is not committed, and its successor delivers it."""

    async def run() -> None:
        place = await new_place(kafka_cluster.bootstrap, tmp_path, partitions=1, replication_factor=3)
        await need_all_copies(place)
        port = free_port()
        with started(place, *DYNAMIC, "--set", "stream.stall_s=15", port=port) as process:
            await until(lambda: get(port, "/readyz")[0] == HTTPStatus.OK, "a ready worker", 120)
            await asyncio.to_thread(kafka_cluster.nodes[0].kill)
            await send(place, [message(number) for number in range(20)])
            assert await asyncio.to_thread(process.wait, 180) == EXIT_STALLED
        assert (await committed(place, "desk", place.topics.raw))[0] <= POISONED
        assert (await oracle.outcomes(place)).dead == set()
        await asyncio.to_thread(kafka_cluster.nodes[0].start)
        with started(place, *DYNAMIC) as process:
            seen = await finish(place, process)
        record_property("sent again", seen.duplicates)

    asyncio.run(run())


@pytest.fixture
def clock(tmp_path: Path) -> tuple[dict[str, str], Callable[[int], None]]:
    """An environment whose processes see another time, and what sets by how many seconds; skips without libfaketime."""
    if not FAKETIME.exists():
        pytest.skip(f"{FAKETIME} is not there (Debian: apt install faketime)")
    file = tmp_path / "clock"

    def jump(seconds: int) -> None:
        file.with_suffix(".new").write_text(f"{seconds:+d}\n")
        file.with_suffix(".new").replace(file)

    jump(0)
    given = {
        "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }  # fmt: skip
    return dict(os.environ) | given, jump  # noqa: TID251  given to a process


def test_a_clock_that_jumps_by_a_day(
    kafka_server: KafkaServer,
    tmp_path: Path,
    clock: tuple[dict[str, str], Callable[[int], None]],
    record_property: Figures,
) -> None:
    """A day forward, two back, under load: it stays alive and a member, no duration is a day or negative, nothing is lost."""
    environ, jump = clock

    async def run() -> None:
        place, port = await new_place(kafka_server.bootstrap, tmp_path), free_port()
        with started(place, *DYNAMIC, port=port, environ=environ) as process:
            async with Load(place, 20.0):
                for offset in (0, DAY_S, -DAY_S, 0):
                    jump(offset)
                    before = len(rows(place))
                    await until(lambda before=before: len(rows(place)) > before + 50, "50 rows more", 120)
                    assert get(port, "/livez")[0] == 200
            await until(lambda: oracle.at_rest(place), "everything to be committed", 120)
            for name in ("stage", "sink_write"):
                assert 0 <= total(port, f"copydesk_{name}_duration_seconds_sum") < 600
            assert total(port, "copydesk_rebalances_total", agent="desk") == 1
            assert total(port, "copydesk_consumer_lag_seconds") >= 0
            seen = await finish(place, process)
        assert seen.duplicates == 0
        record_property("inputs", len(seen.raw))

    asyncio.run(run())
