"""A network that holds back, delays and slices, and brokers that go: the worker waits, goes on by itself, and loses nothing."""

import asyncio
import time
from pathlib import Path

import msgspec
import pytest

from copydesk.broker.embedded import free_port
from tests.faults import oracle
from tests.faults.conftest import Figures
from tests.faults.load import Load
from tests.faults.processes import DYNAMIC, get, started, total
from tests.faults.proxied import Proxied
from tests.kafka.cluster import KafkaCluster
from tests.stream.harness import Place, committed, new_place, until
from tests.stream.test_worker import rows

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

PER_S = 20.0
HOLE_S = 60.0
BACK_WITHIN_S = 30.0
REST_S = 120.0
"""For the backlog of a fault; no promise."""


async def through(proxied: Proxied, folder: Path) -> tuple[Place, Place]:
    """A place as tests reach it, and as the worker does: through the proxy."""
    place = await new_place(proxied.server.bootstrap, folder)
    return place, msgspec.structs.replace(place, bootstrap=proxied.bootstrap)


async def finish(place: Place, *processes: object) -> oracle.Outcomes:
    """Have everything committed and the workers drained, then ask for the promise."""
    await until(lambda: oracle.at_rest(place), "everything to be committed", REST_S)
    for process in processes:
        process.terminate()  # type: ignore[attr-defined]
    for process in processes:
        assert await asyncio.to_thread(process.wait, 60) == 0  # type: ignore[attr-defined]
    return await oracle.check(place)


def test_a_black_hole(proxied: Proxied, tmp_path: Path, record_property: Figures) -> None:
    """For a minute nothing answers and nothing ends: unready and alive meanwhile, at work again within 30 s of its end."""

    async def run() -> None:
        place, seen_by_worker = await through(proxied, tmp_path)
        port = free_port()
        with started(seen_by_worker, *DYNAMIC, port=port) as process:
            async with Load(place, PER_S):
                await until(lambda: len(rows(place)) > 50, "some rows")
                proxied.proxy.hold()
                began = time.monotonic()
                await until(lambda: get(port, "/readyz")[0] == 503, "a red /readyz", HOLE_S)
                await until(lambda: time.monotonic() - began > HOLE_S, "the time to pass", HOLE_S + 5)
                assert process.poll() is None
                assert get(port, "/livez")[0] == 200
                before = len(rows(place))
                proxied.proxy.release()
                began = time.monotonic()
                await until(lambda: len(rows(place)) > before, "new rows", BACK_WITHIN_S)
                record_property("recovery s", round(time.monotonic() - began, 1))
            seen = await finish(place, process)
        record_property("sent again", seen.duplicates)

    asyncio.run(run())


def test_sigterm_while_nothing_answers(proxied: Proxied, tmp_path: Path, record_property: Figures) -> None:
    """Told to stop in a black hole under load, it ends by its deadline, with a code that is not 0, and its successor does the rest."""

    async def run() -> None:
        place, seen_by_worker = await through(proxied, tmp_path)
        async with Load(place, PER_S):
            with started(seen_by_worker, *DYNAMIC, "--set", "stream.drain_s=3") as process:
                await until(lambda: len(rows(place)) > 50, "some rows")
                proxied.proxy.hold()
                process.terminate()
                began = time.monotonic()
                assert await asyncio.to_thread(process.wait, 60) in {5, 6}
                took = time.monotonic() - began
                record_property("seconds to the end", round(took, 1))
                # The drain limit, 5 s to leave the group, 10 s to close; and what a busy machine takes.
                assert took < 3 + 5 + 10 + 7
            proxied.proxy.release()
        with started(seen_by_worker, *DYNAMIC) as process:
            await finish(place, process)

    asyncio.run(run())


def test_latency_and_slices(proxied: Proxied, tmp_path: Path, record_property: Figures) -> None:
    """With 50 ms on each piece and pieces of at most 500 bytes no member is taken for dead: one assignment from start to end."""

    async def run() -> None:
        place, seen_by_worker = await through(proxied, tmp_path)
        proxied.proxy.latency_s, proxied.proxy.slice_bytes = 0.05, 500
        port = free_port()
        with started(seen_by_worker, *DYNAMIC, port=port) as process:
            async with Load(place, PER_S) as load:
                await until(lambda: load.sent > 600, "30 s of load")
            await until(lambda: oracle.at_rest(place), "everything to be committed", REST_S)
            for agent in ("desk", "sink-sqlite"):
                assert total(port, "copydesk_rebalances_total", agent=agent) == 1
            seen = await finish(place, process)
        assert seen.duplicates == 0
        record_property("inputs", len(seen.raw))

    asyncio.run(run())


def test_connections_cut_again_and_again(proxied: Proxied, tmp_path: Path, record_property: Figures) -> None:
    """All connections are cut, each time after some progress, ten times: it goes on, and nothing is lost."""

    async def run() -> None:
        place, seen_by_worker = await through(proxied, tmp_path)
        with started(seen_by_worker, *DYNAMIC) as process:
            async with Load(place, PER_S):
                for _ in range(10):
                    before = len(rows(place))
                    await until(lambda before=before: len(rows(place)) > before, "new rows", REST_S)
                    proxied.proxy.cut()
            seen = await finish(place, process)
        record_property("sent again", seen.duplicates)

    asyncio.run(run())


def test_one_of_three_brokers_is_killed(
    kafka_cluster: KafkaCluster, tmp_path: Path, record_property: Figures
) -> None:
    """Each of three in turn, leaders and coordinator among them: the worker goes on with the two that are left."""

    async def run() -> None:
        place = await new_place(kafka_cluster.bootstrap, tmp_path, replication_factor=3)
        longest = 0.0
        with started(place, *DYNAMIC) as process:
            async with Load(place, PER_S):
                await until(lambda: len(rows(place)) > 50, "some rows")
                for node in kafka_cluster.nodes:
                    await asyncio.to_thread(node.kill)
                    began, before = time.monotonic(), await committed(place, "desk", place.topics.raw)

                    async def all_move(before: dict[int, int] = before) -> bool:
                        now = await committed(place, "desk", place.topics.raw)
                        return all(now[partition] > before[partition] for partition in before)

                    await until(all_move, "commits on all partitions", REST_S)
                    longest = max(longest, time.monotonic() - began)
                    await asyncio.to_thread(node.start)
            seen = await finish(place, process)
        record_property("longest recovery s", round(longest, 1))
        record_property("sent again", seen.duplicates)

    asyncio.run(run())
