"""Measure stripping on the development pages: `python -m bench.strip.measure --compare trafilatura`.

Prints, per corpus and half (see pages.py), F1, precision, recall, exact pages and pages per second of CPU
time from HTML to text; `--json FILE` writes the same. Needs the shared pages beside the checkout.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import msgspec
import orjson
from rich.console import Console
from rich.table import Table

from bench.strip.metric import CorpusScore, PageScore, score_corpus, score_page
from bench.strip.pages import PAGES, DevelopmentPage, normal, read_pages
from copydesk.normalise.markup import read_markup
from copydesk.outcome import RejectArticle
from copydesk.strip.stage import strip

Extract = Callable[[DevelopmentPage], str]


class Row(msgspec.Struct, frozen=True):
    """One line of the table."""

    extractor: str
    corpus: str
    half: str
    score: CorpusScore
    pages_per_cpu_second: float


def copydesk(page: DevelopmentPage) -> str:
    """Body of the page as this service extracts it."""
    try:
        return strip(normal(page)).body
    except RejectArticle:
        return ""


def trafilatura(page: DevelopmentPage) -> str:
    """Text of the page as trafilatura's defaults extract it, readers' comments left out."""
    from trafilatura import extract  # noqa: PLC0415  only for the comparison

    return str(extract(page.html, include_comments=False) or "")


EXTRACTORS: dict[str, Extract] = {"copydesk": copydesk, "trafilatura": trafilatura}


def measure(names: list[str], every: int) -> list[Row]:
    """Run the extractors over the pages, interleaved page by page, and score them."""
    scores: dict[tuple[str, str, str], list[PageScore]] = defaultdict(list)
    seconds: dict[tuple[str, str, str], float] = defaultdict(float)
    for page in read_pages(every):
        for name in names:
            key = (name, page.corpus, page.half)
            started = time.process_time()
            text = EXTRACTORS[name](page)
            seconds[key] += time.process_time() - started
            scores[key].append(score_page(page.gold, text))
    return [Row(*key, score_corpus(scores[key]), len(scores[key]) / seconds[key]) for key in sorted(scores)]


def speed(every: int) -> dict[str, float]:
    """CPU milliseconds per page of the two stages; strip apart from reading the markup."""
    reading, stripping = [], []
    for page in read_pages(every):
        started = time.process_time()
        read_markup(page.html, base_url=page.url)
        reading.append(time.process_time() - started)
        article = normal(page)
        started = time.process_time()
        try:
            strip(article)
        except RejectArticle:
            continue
        stripping.append(time.process_time() - started)
    return {
        "read_markup_ms_mean": 1e3 * sum(reading) / len(reading),
        "strip_ms_p50": 1e3 * sorted(stripping)[len(stripping) // 2],
        "strip_ms_p95": 1e3 * sorted(stripping)[int(len(stripping) * 0.95)],
    }


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--compare", action="append", default=[], choices=sorted(set(EXTRACTORS) - {"copydesk"})
    )
    parser.add_argument("--every", type=int, default=1, help="take each n-th page only")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    if not PAGES.is_dir():
        sys.stderr.write(f"No development pages at {PAGES}.\n")
        return 1
    rows = measure(["copydesk", *options.compare], options.every)
    times = speed(max(options.every, 5))
    table = Table("extractor", "corpus", "half", "pages", "F1", "P", "R", "exact", "pages/s")
    for row in rows:
        score = row.score
        figures = (f"{value:.3f}" for value in (score.f1, score.precision, score.recall, score.exact))
        table.add_row(
            row.extractor, row.corpus, row.half, str(score.pages), *figures, f"{row.pages_per_cpu_second:.0f}"
        )
    console = Console(width=110)
    console.print(table)
    console.print({name: round(value, 2) for name, value in times.items()})
    if options.json:
        options.json.write_bytes(
            orjson.dumps({"rows": msgspec.to_builtins(rows), "speed": times}, option=orjson.OPT_INDENT_2)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
