"""F1 on a sample of the development pages does not fall below the floors."""

from collections import defaultdict
from pathlib import Path

import orjson
import pytest

from bench.strip.metric import PageScore, score_corpus, score_page
from bench.strip.pages import PAGES, normal, read_pages
from copydesk.outcome import RejectArticle
from copydesk.strip.stage import strip

FLOORS: dict[str, float] = orjson.loads((Path(__file__).parent / "floors.json").read_bytes())
EVERY = {"scrapinghub": 1, "fundus": 4, "wcxb": 13}
"""All news pages of the smallest corpus and each n-th of the others: 163 of 996 pages."""


def test_scores_stay_above_their_floors() -> None:
    """Each corpus' F1 on the sample reaches its floor in floors.json."""
    if not PAGES.is_dir():
        pytest.skip(f"no development pages at {PAGES}")
    scores: dict[str, list[PageScore]] = defaultdict(list)
    for page in read_pages(per_corpus=EVERY):
        try:
            text = strip(normal(page)).body
        except RejectArticle:
            text = ""
        scores[page.corpus].append(score_page(page.gold, text))
    reached = {corpus: round(score_corpus(of).f1, 3) for corpus, of in scores.items()}
    assert set(reached) == set(FLOORS)
    assert {corpus: f1 for corpus, f1 in reached.items() if f1 < FLOORS[corpus]} == {}, reached
