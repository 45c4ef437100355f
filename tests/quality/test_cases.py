"""Hard cases of plain text: every real paragraph stays, every line of the foot goes."""

import tomllib
from pathlib import Path

import pytest

from copydesk.strip.stage import strip
from tests.quality.articles import plain_article

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_keeps_the_article_and_drops_the_rest(path: Path) -> None:
    """Lines under `must` are in the body, lines under `must_not` are not, and kinds come in the stated order."""
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    clean = strip(plain_article(case["text"].strip(), headline=case.get("headline")))
    paragraphs = clean.paragraphs
    lost = [line for line in case["must"] if not any(p.startswith(line) for p in paragraphs)]
    left = [line for line in case["must_not"] if any(p.startswith(line) for p in paragraphs)]
    assert (lost, left) == ([], [])
    if "kinds" in case:
        assert [span.kind.value for span in clean.removed] == case["kinds"]


def test_there_are_enough_cases() -> None:
    """The suite does not shrink unnoticed."""
    assert len(CASES) >= 36
