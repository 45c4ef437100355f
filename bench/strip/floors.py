"""The quick form of the measurement, and the floors that it must not fall below: tests/quality/floors.json.

Floors are raised freely and lowered on the record only: `--lower-floors PAGE` wants a decision page that names each
floor with its new value, and a test looks through the history for a floor that went down without one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import orjson

from bench.strip.leftovers import Gold, leftovers
from bench.strip.line_scores import line_scores
from bench.strip.lines import PAGE, labelled_texts
from bench.strip.metric import PageScore, score_corpus, score_page
from bench.strip.own import Own
from bench.strip.pages import DevelopmentPage, read_pages

ROOT: Final = Path(__file__).parents[2]
FLOORS: Final = ROOT / "tests" / "quality" / "floors.json"
DECISIONS: Final = ROOT / "service" / "decisions"
EVERY: Final = {"scrapinghub": 1, "fundus": 4, "wcxb": 13}
"""All news pages of the smallest corpus and each n-th of the others: 163 of 996 pages."""

MEANINGS: Final = {
    "fundus": "F1 of web pages",
    "scrapinghub": "F1 of web pages",
    "wcxb": "F1 of web pages",
    "scrapinghub_exact": "share of web pages exactly right",
    "no_leftovers": "share of web pages without any boilerplate left, all corpora",
    "page_text": "F1 of the whole visible text of pages, in text mode, all corpora",
    "page_text_keep_recall": "share of its lines to keep that are kept",
}


def reached(own: Own) -> dict[str, float]:
    """Measure the sample: every floor's figure, rounded down to three digits."""
    pages = list(read_pages(per_corpus=EVERY))
    scores: dict[str, list[PageScore]] = defaultdict(list)
    clean = 0
    for page in pages:
        text = own.text(page)
        scores[page.corpus].append(score_page(page.gold, text))
        clean += not leftovers(text, Gold(page.gold))
    figures = {corpus: score_corpus(of).f1 for corpus, of in scores.items()}
    figures["scrapinghub_exact"] = score_corpus(scores["scrapinghub"]).exact
    figures["no_leftovers"] = clean / len(pages)
    figures |= _text_mode(pages, own)
    return {name: int(figures[name] * 1000) / 1000 for name in MEANINGS}


def _text_mode(pages: Iterable[DevelopmentPage], own: Own) -> dict[str, float]:
    lines = next(score for score in line_scores(labelled_texts(pages, (PAGE,)), own) if score.corpus == "all")
    return {"page_text": lines.f1, "page_text_keep_recall": lines.keep_recall}


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """Return the floors."""
    floors: dict[str, float] = orjson.loads(path.read_bytes())
    return floors


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return the floors that are not reached; a floor without a figure is one of them."""
    return [name for name, floor in floors.items() if figures.get(name, 0.0) < floor]


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors, those raised that are surpassed."""
    return {name: max(figures[name], floors.get(name, 0.0)) for name in figures}


def lowered(figures: Mapping[str, float], floors: Mapping[str, float], page: Path) -> dict[str, float]:
    """Return the floors, those lowered that are not reached.

    Errors: ValueError where `page` is no decision page or does not name a floor with its new value.
    """
    if not page.is_file() or page.resolve().parent != DECISIONS.resolve():
        raise ValueError(f"{page} is no decision page: write one in {DECISIONS.relative_to(ROOT)} first")
    said = page.read_text(encoding="utf-8")
    down = below(figures, floors)
    unsaid = [f"`{name}` {figures[name]:.3f}" for name in down if not names_floor(said, name, figures[name])]
    if unsaid:
        raise ValueError(f"{page.name} does not name what is lowered; write there: {', '.join(unsaid)}")
    return {name: figures[name] if name in down else floor for name, floor in floors.items()}


def names_floor(said: str, name: str, value: float | None) -> bool:
    """Whether a decision page names a floor with its new value: "`wcxb` 0.955", or "`wcxb` removed"."""
    return f"`{name}` {'removed' if value is None else format(value, '.3f')}" in said


def write_floors(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the file, sorted by name."""
    path.write_bytes(orjson.dumps(floors, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n")
