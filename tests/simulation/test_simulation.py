"""The promise of delivery under thousands of schedules of faults, and that the simulation would see it broken.

`make simulate` runs more of them; SIMULATION_SEED=N runs the one of that seed alone, step for step as it was.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from copydesk.sinks.base import SinkUnavailable
from copydesk.sinks.memory import MemorySink
from copydesk.stream import delivery
from copydesk.stream.delivery import Delivery
from copydesk.stream.fast_path import ChunkConsumer
from copydesk.stream.sink import SinkAgent, Written
from copydesk.stream.watermark import Watermark
from tests.simulation.promise import Broken
from tests.simulation.world import run

SCHEDULES = int(os.environ.get("SIMULATIONS", "120"))  # noqa: TID251
PARTS = 12
"""The schedules are so many tests, for several processes to share."""
MOST_TRIES = 200
"""Within so many schedules a fault of ours must show."""


@pytest.mark.parametrize("part", range(PARTS))
def test_the_promise_holds_in_every_schedule(part: int) -> None:
    """Every message ends in one outcome, the store with the newest records, and no commit is ahead of the work."""
    chosen = os.environ.get("SIMULATION_SEED")  # noqa: TID251
    _run_many([int(chosen)] if chosen else range(part, SCHEDULES, PARTS))


async def _not_waited_for(*given: Any) -> Any:
    """`Delivery._settle`, if it did not wait for the broker."""
    return given[3]


def _jumps(self: Watermark, ticket: Any) -> None:
    """`Watermark.close`, if it did not care for what is open before."""
    self.position = max(self.position or 0, ticket[0])
    self._open = type(self._open)(each for each in self._open if each is not ticket)


async def _taken_as_written(self: SinkAgent, function: Callable[..., Any], *arguments: Any) -> Any:
    """`SinkAgent._until_done`, if a store that is away were no matter."""
    try:
        return (await self._call(function, *arguments),)
    except SinkUnavailable:
        return (Written(),)


async def _nothing(*_: Any, **__: Any) -> None:
    """What is left undone."""


async def _commits_once(self: ChunkConsumer, *_: Any, **__: Any) -> bool:
    """`ChunkConsumer.force_commit`, if a commit that failed were taken for done, as Faust does."""
    offsets = {
        tp: watermark.position
        for tp, watermark in self.watermarks.items()
        if watermark.position is not None and self._should_commit(tp, watermark.position)
    }
    return bool(offsets) and await self._commit_offsets(offsets)


MUTATIONS: dict[str, tuple[Any, str, Any]] = {
    "the broker's answer is not waited for": (Delivery, "_settle", _not_waited_for),
    "an open chunk does not hold the commit back": (Watermark, "close", _jumps),
    "a failed write counts as written": (SinkAgent, "_until_done", _taken_as_written),
    "what the store refuses is dropped": (Delivery, "send_dead", _nothing),
    "what is rejected is dropped": (delivery, "_find", lambda *_: []),
    "a failed commit is not tried again": (ChunkConsumer, "force_commit", _commits_once),
    "an older version wins": (MemorySink, "_is_newer", staticmethod(lambda *_, **__: True)),
}
"""Faults that we might make: where, what, and instead of it."""


@pytest.mark.parametrize("fault", MUTATIONS)
def test_a_fault_of_ours_would_show(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one step of the service left out or done wrong, a schedule breaks the promise."""
    monkeypatch.setattr(*MUTATIONS[fault])
    with pytest.raises(Broken):
        _run_many(range(MOST_TRIES))


def _run_many(seeds: Iterable[int]) -> None:
    for seed in seeds:
        run(seed)
