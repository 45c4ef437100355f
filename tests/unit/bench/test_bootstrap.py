"""Standard errors and paired differences of F1."""

import importlib.util
from types import ModuleType

import pytest

from bench.strip.bootstrap import difference, page_f1, ratio_interval, share_error, standard_error
from bench.strip.metric import PageScore, score_corpus
from bench.strip.pages import PAGES

MINE = [PageScore(90 + at % 7, at % 5, at % 3, at % 4 == 0) for at in range(60)]
THEIRS = [PageScore(80 + at % 11, at % 13, at % 6, False) for at in range(59)] + [PageScore(0, 0, 40, False)]


def _shared() -> ModuleType:
    path = PAGES.parent / "metrics.py"
    if not path.is_file():
        pytest.skip(f"no {path}")
    spec = importlib.util.spec_from_file_location("shared_metrics", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _counts(scores: list[PageScore]) -> list[tuple[int, int, int, bool]]:
    return [(one.both, one.extra, one.missed, one.exact) for one in scores]


def test_differences_are_those_of_the_shared_metric() -> None:
    """Difference and interval are what paired_f1_delta gives, and the corpus' F1 is the same."""
    shared = _shared()
    found = difference(MINE, THEIRS)
    assert (found.f1, found.low, found.high) == pytest.approx(
        shared.paired_f1_delta(_counts(MINE), _counts(THEIRS))
    )
    assert score_corpus(THEIRS).f1 == pytest.approx(shared.aggregate(_counts(THEIRS))["f1"])


def test_an_interval_holds_its_difference() -> None:
    """The better one is ahead by the difference of the F1, inside its interval; against itself there is none."""
    found = difference(MINE, THEIRS)
    assert found.f1 == pytest.approx(score_corpus(MINE).f1 - score_corpus(THEIRS).f1)
    assert 0 < found.low < found.f1 < found.high
    assert (difference(MINE, MINE).low, difference(MINE, MINE).high) == (0.0, 0.0)


def test_standard_errors() -> None:
    """Pages that are all alike have none, more pages have a smaller one."""
    assert standard_error([PageScore(9, 1, 1, False)] * 20) == pytest.approx(0.0)
    assert standard_error(MINE[:1]) == 0.0
    assert 0 < standard_error(THEIRS * 4) < standard_error(THEIRS)
    assert share_error(25, 100) == pytest.approx(0.0433, abs=1e-4)


def test_page_f1() -> None:
    """Empty against empty is right, empty against something is wrong."""
    assert page_f1(PageScore(0, 0, 0, True)) == 1.0
    assert page_f1(PageScore(0, 0, 5, False)) == 0.0
    assert page_f1(PageScore(8, 2, 2, False)) == pytest.approx(0.8)


def test_ratios_of_paired_times() -> None:
    """A ratio is of the sums, and its interval holds it."""
    ratio, low, high = ratio_interval([2.0, 4.0, 9.0], [1.0, 2.0, 3.0])
    assert ratio == pytest.approx(2.5)
    assert low <= ratio <= high
