"""The bars of stripping against what a run reached."""

import pytest

from bench.strip.bars import rows
from bench.strip.line_scores import ALL, Tally
from bench.strip.lines import PAGE
from bench.strip.metric import CorpusScore
from bench.strip.own import NAME
from bench.strip.speed import Speed
from bench.strip.summary import GroupScore, LeftoverShare


def _score(extractor: str, f1: float, exact: float) -> GroupScore:
    return GroupScore("scrapinghub", extractor, CorpusScore(100, f1, f1, f1, exact), 0.005, None)


def test_each_bar_is_held_against_its_figure() -> None:
    """At a bar is reached, below is not; of leftovers fewer are better; the best other is told by name."""
    scores = [_score(NAME, 0.972, 0.4), _score("a", 0.96, 0.3), _score("b", 0.95, 0.35)]
    shares = [
        LeftoverShare("scrapinghub", name, 100, part, 0.03) for name, part in ((NAME, 0.09), ("a", 0.2))
    ]
    lines = [Tally().score(PAGE, ALL), Tally().score("resiliparse", ALL)]
    fast = [
        Speed(NAME, 100, 300.0, 50.0, 6.0, 5.0, 7.0),
        Speed("copydesk.clean", 100, 200.0, 50.0, 4.0, 3.0, 5.0),
    ]
    found = {row.measure: (row.reached, row.other) for row in rows(scores, shares, lines, fast)}
    assert found == {
        "scrapinghub F1": (True, "a"),
        "scrapinghub exactly right": (False, "b"),
        "scrapinghub, any boilerplate left": (False, "a"),
        "text, whole page, all: F1": (False, "as it came"),
        "text, resiliparse, all: drop F1 at keep recall .99": (False, ""),
        "pages/s, times trafilatura": (True, "trafilatura"),
    }


def test_errors_of_shares() -> None:
    """The share of exact pages has the standard error of a share."""
    exact = next(
        row
        for row in rows([_score(NAME, 0.9, 0.5), _score("a", 0.9, 0.5)], [], [], [])
        if "exactly" in row.measure
    )
    assert exact.error == pytest.approx(0.05)
