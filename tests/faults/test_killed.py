"""kill -9 of the worker at named points, under load: nothing is lost, nothing is committed too early, the store is right."""

import asyncio
import random
import signal
from pathlib import Path

import pytest

from tests.faults import oracle
from tests.faults.conftest import Figures
from tests.faults.load import Load, message
from tests.faults.processes import started
from tests.faults.wounded import POINTS
from tests.kafka.server import KafkaServer
from tests.stream.harness import new_place, send, until

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

SEEDS = 20
BURST = 40
"""Messages that each worker finds."""
ONE_CHILD = ("--set", "stream.processes=1")
"""A worker that is killed so soon starts quicker with one."""
PER_S = 4.0
"""What comes while it lives, so that any pass is reached."""


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_a_point(
    kafka_server: KafkaServer, tmp_path: Path, point: str, record_property: Figures
) -> None:
    """Twenty workers in turn die there, at a pass of the seed's; what the last left is done by one that lives."""

    async def run() -> None:
        place, first = await new_place(kafka_server.bootstrap, tmp_path), 0
        for seed in range(SEEDS):
            chance = random.Random(f"{point} {seed}")
            passes, records = chance.randint(1, 8), chance.choice((1, 5, 25))
            await send(place, [message(number) for number in range(first, first + BURST)])
            async with Load(place, PER_S, first + BURST) as load:
                with started(
                    place, "--set", f"stream.chunk_records={records}", *ONE_CHILD, wound=(point, passes)
                ) as process:
                    code = await asyncio.to_thread(process.wait, 90)
            assert code == -signal.SIGKILL, f"seed {seed}: pass {passes} was not reached"
            first = load.sent
            await oracle.check_committed(place)
        with started(place) as process:
            await until(lambda: oracle.at_rest(place), "everything to be committed", 180)
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0
        seen = await oracle.check(place)
        record_property("kills", SEEDS)
        record_property("inputs", len(seen.raw))
        record_property("sent again", seen.duplicates)

    asyncio.run(run())
