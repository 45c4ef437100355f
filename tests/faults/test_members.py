"""Workers that join, leave, die and stand still under load: no partition is left lying, no stale commit counts."""

import asyncio
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest

from copydesk.broker.embedded import free_port
from tests.faults import oracle
from tests.faults.conftest import Figures
from tests.faults.load import Load
from tests.faults.processes import DYNAMIC, get, started, total
from tests.faults.test_network import REST_S, finish
from tests.kafka.server import KafkaServer
from tests.stream.harness import Place, committed, new_place, until
from tests.stream.test_worker import rows

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]

PER_S = 20.0


async def all_move(place: Place, *, store: bool = True) -> None:
    """Wait until the desk, and the sink unless told otherwise, have committed more on each of their partitions."""
    groups = {"desk": place.topics.raw} | ({"sink-sqlite": place.topics.structured} if store else {})
    before = {group: await committed(place, group, topic) for group, topic in groups.items()}

    async def moved() -> bool:
        now = {group: await committed(place, group, topic) for group, topic in groups.items()}
        return all(now[g][p] > offset for g, offsets in before.items() for p, offset in offsets.items())

    await until(moved, "commits on all partitions", REST_S)


def test_a_worker_that_stood_still_past_its_session(
    kafka_server: KafkaServer, tmp_path: Path, record_property: Figures
) -> None:
    """Stopped (SIGSTOP) in the midst of work until another has its partitions, then let go on: what it commits is refused."""

    async def run() -> None:
        place, ports = await new_place(kafka_server.bootstrap, tmp_path), (free_port(), free_port())
        with ExitStack() as stack:
            async with Load(place, PER_S):
                first = stack.enter_context(started(place, *DYNAMIC, port=ports[0]))
                await until(lambda: len(rows(place)) > 20, "some rows")
                first.send_signal(signal.SIGSTOP)
                second = stack.enter_context(started(place, *DYNAMIC, port=ports[1]))
                await until(
                    lambda: total(ports[1], "copydesk_assigned_partitions", agent="desk") == 3,
                    "all partitions",
                    REST_S,
                )
                await all_move(place, store=False)  # it may stand still within a transaction of SQLite
                before = await committed(place, "desk", place.topics.raw)
                first.send_signal(signal.SIGCONT)
                await until(
                    lambda: total(ports[0], "copydesk_rebalances_total", agent="desk") > 1,
                    "the first to join again",
                    REST_S,
                )
                after = await committed(place, "desk", place.topics.raw)
                assert all(after[p] >= offset for p, offset in before.items())
                await oracle.check_committed(place)
                await all_move(place)
            refused = total(ports[0], "copydesk_commits_total", agent="desk", result="failed")
            seen = await finish(place, first, second)
        record_property("commits refused", int(refused))
        record_property("sent again", seen.duplicates)

    asyncio.run(run())


def test_three_workers_join_and_leave(
    kafka_server: KafkaServer, tmp_path: Path, record_property: Figures
) -> None:
    """One after another joins, one is told to leave, one is killed, two come again: after each change all partitions move."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=6)
        with ExitStack() as stack:
            workers = []

            async def join() -> None:
                port = free_port()
                workers.append(stack.enter_context(started(place, *DYNAMIC, port=port)))
                await until(lambda: get(port, "/readyz")[0] == 200, "a worker with partitions", REST_S)
                await all_move(place)

            async with Load(place, PER_S):
                for _ in range(3):
                    await join()
                workers[0].terminate()
                assert await asyncio.to_thread(workers.pop(0).wait, 60) == 0
                await all_move(place)
                workers.pop(0).kill()
                await all_move(place)
                for _ in range(2):
                    await join()
            seen = await finish(place, *workers)
        record_property("inputs", len(seen.raw))
        record_property("sent again", seen.duplicates)

    asyncio.run(run())
