"""How sure a figure is: standard errors and intervals by drawing pages again, with replacement.

The difference of two extractors is drawn on the same pages for both. Draws, rounds and quantiles are those of
`paired_f1_delta` in the shared metrics.py, so that both give the same numbers.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean, stdev
from typing import TypeVar

from msgspec import Struct

from bench.strip.metric import PageScore

ROUNDS = 1000
FEW_ROUNDS = 200
"""For a figure that takes long: its error is then known within a twentieth."""
SEED = 7

_One = TypeVar("_One")


class Difference(Struct, frozen=True):
    """F1 of one less F1 of the other, and the interval that holds 95 % of the draws."""

    f1: float
    low: float
    high: float


class _Page(Struct, frozen=True):
    """What a page adds to the means: nothing to precision where there is no output."""

    precision: float
    has_output: int
    recall: float
    has_gold: int


def standard_error(scores: Sequence[PageScore]) -> float:
    """Return the standard deviation of a corpus' F1 over the draws."""
    pages = [_page(score) for score in scores]
    if len(pages) < 2:
        return 0.0
    return stdev(_f1([pages[at] for at in drawn]) for drawn in _draws(len(pages)))


def spread(of: Sequence[_One], figure: Callable[[Iterator[_One]], float]) -> float:
    """Return the standard deviation of any figure over the draws, FEW_ROUNDS of them."""
    if len(of) < 2:
        return 0.0
    return stdev(figure(of[at] for at in drawn) for drawn in _draws(len(of), FEW_ROUNDS))


def difference(own: Sequence[PageScore], other: Sequence[PageScore]) -> Difference:
    """Return how much better the first is on the same pages, in the same order."""
    mine, theirs = [_page(score) for score in own], [_page(score) for score in other]
    found = sorted(
        _f1([mine[at] for at in drawn]) - _f1([theirs[at] for at in drawn]) for drawn in _draws(len(mine))
    )
    return Difference(_f1(mine) - _f1(theirs), found[int(0.025 * ROUNDS)], found[int(0.975 * ROUNDS)])


def share_error(count: int, pages: int) -> float:
    """Return the standard error of a share of pages."""
    share = count / pages if pages else 0.0
    return (share * (1 - share) / pages) ** 0.5 if pages else 0.0


def ratio_interval(above: Sequence[float], below: Sequence[float]) -> tuple[float, float, float]:
    """Return sum over sum of paired times, with the interval of 95 % of the draws."""
    found = sorted(
        sum(above[at] for at in drawn) / sum(below[at] for at in drawn) for drawn in _draws(len(above))
    )
    return sum(above) / sum(below), found[int(0.025 * ROUNDS)], found[int(0.975 * ROUNDS)]


def _draws(pages: int, rounds: int = ROUNDS) -> Iterator[list[int]]:
    draw = random.Random(SEED)
    for _ in range(rounds):
        yield [draw.randrange(pages) for _ in range(pages)]


def _page(score: PageScore) -> _Page:
    output, gold = score.both + score.extra, score.both + score.missed
    return _Page(
        score.both / output if output else 0.0,
        int(bool(output)),
        score.both / gold if gold else 0.0,
        int(bool(gold)),
    )


def _f1(pages: Sequence[_Page]) -> float:
    outputs, golds = sum(page.has_output for page in pages), sum(page.has_gold for page in pages)
    precision = sum(page.precision for page in pages) / outputs if outputs else 0.0
    recall = sum(page.recall for page in pages) / golds if golds else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean_f1(scores: Sequence[PageScore]) -> float:
    """Return the mean of the pages' own F1: the measure of a single page, 1 where both texts are empty."""
    return fmean(page_f1(score) for score in scores) if scores else 0.0


def page_f1(score: PageScore) -> float:
    """Return the F1 of one page."""
    total = 2 * score.both + score.extra + score.missed
    return 2 * score.both / total if total else 1.0
