"""What tests say of costs: a busy machine fails none, and what grows too fast fails each."""

from collections.abc import Callable
from itertools import count

import pytest

from tests.costs import linear, within


def _disturbed(seconds: Callable[[int], float], *runs: int) -> Callable[[int], float]:
    """The cost of a size, four times as much in the runs named."""
    ran = count()
    return lambda size: seconds(size) * (4 if next(ran) in runs else 1)


@pytest.mark.parametrize("busy", [(), (4,), (4, 9, 14), range(30)])
def test_what_is_linear_is_told_so_on_a_busy_machine(busy: tuple[int, ...]) -> None:
    """The fifth run of each round is of the larger size."""
    assert linear(_disturbed(lambda size: size / 1_000, *busy), 1_000)


@pytest.mark.parametrize("busy", [(), (0,), (0, 1, 2), (0, 1, 2, 5, 6, 7)])
def test_what_is_quadratic_never_is(busy: tuple[int, ...]) -> None:
    """Neither where runs of the smaller size are disturbed."""
    assert not linear(_disturbed(lambda size: (size / 1_000) ** 2, *busy), 1_000)


def test_a_call_is_within_its_bound_or_not() -> None:
    """One quick run of some is enough; none is not."""
    assert within(5, lambda: None)
    assert not within(0, lambda: None)
