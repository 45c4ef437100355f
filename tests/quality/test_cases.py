"""Hard cases: what belongs to the article stays, what does not goes, under the right name."""

from collections import Counter
from pathlib import Path

import pytest

from tests.quality.cases import case_id, faults_of, known_failures, paths, read, vacuous

CASES = paths()
KNOWN = known_failures()


def _params() -> list[object]:
    return [
        pytest.param(
            path,
            id=case_id(path),
            marks=[pytest.mark.xfail(reason=KNOWN[case_id(path)])] if case_id(path) in KNOWN else [],
        )
        for path in CASES
    ]


@pytest.mark.parametrize("path", _params())
def test_case_keeps_the_article_and_drops_the_rest(path: Path) -> None:
    """Lines under `must` are kept in order, lines under `must_not` go, each as a kind it may go as."""
    wrong, told = faults_of(read(path))
    if wrong:
        pytest.fail("\n".join([f"{case_id(path)}: {read(path).about}", *wrong, "", told]), pytrace=False)


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_case_asks_about_lines_that_are_there(path: Path) -> None:
    """A line that the normalised text does not hold would pass whatever happens."""
    case = read(path)
    assert bool(case.text) != bool(case.html) or case.rejected
    assert case.rejected or case.must
    assert vacuous(case) == []


def test_there_are_enough_cases() -> None:
    """The suite does not shrink unnoticed."""
    assert len(CASES) >= 1240


def test_known_failures_are_cases() -> None:
    """The list of what fails names cases, each once and with its reason; the strict xfail keeps it short."""
    assert set(KNOWN) <= {case_id(path) for path in CASES}
    assert all(KNOWN.values())


def test_no_two_cases_are_one() -> None:
    """No text stands in two files."""
    times = Counter((read(path).text or read(path).html).strip() for path in CASES)
    assert [text[:60] for text, count in times.items() if count > 1] == []
