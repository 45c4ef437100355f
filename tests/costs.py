"""CPU seconds of a call, judged so that a busy machine fails no test: what disturbs a run only lengthens it."""

import time
import timeit
from collections.abc import Callable

ROUNDS = 8
"""Times that a cost beyond its bound is measured before it is believed."""


def cpu_s(call: Callable[[], object]) -> float:
    """Return the CPU seconds that one call takes, without what the rest of the process lets the garbage collector do."""
    return timeit.timeit(call, timer=time.process_time, number=1)


def within(bound_s: float, call: Callable[[], object]) -> bool:
    """Return whether the call takes less than that many CPU seconds in one of some runs."""
    return any(cpu_s(call) < bound_s for _ in range(ROUNDS))


def linear(cost: Callable[[int], float], size: int) -> bool:
    """Return whether ten times the size costs at most about 22 times as much, by the least of some runs of each.

    `cost` gives the CPU seconds of a size. What is linear costs 10 times as much, what is quadratic up to 100 times; 20 ms stand
    for what costs next to nothing.
    """
    small = large = float("inf")
    for _ in range(ROUNDS):
        small = min(small, *(cost(size) for _ in range(4)))
        large = min(large, cost(10 * size))
        if large < 22 * small + 0.02:
            return True
    return False
