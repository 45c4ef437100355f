"""Pages per second of CPU time: ours beside trafilatura's defaults, page by page in one process.

Each page goes through one after the other, in alternating order, so that what else runs on the machine, the
clock, the caches and the garbage of the process are the same for both. Both get the page as text and give text.
"""

import time
from collections.abc import Callable, Iterable

from msgspec import Struct

from bench.strip.bootstrap import ratio_interval
from bench.strip.extractors import EXTRACTORS
from bench.strip.own import NAME, Own
from bench.strip.pages import DevelopmentPage
from copydesk.library import clean
from copydesk.outcome import DropArticle, RejectArticle

REFERENCE = "trafilatura"
WHOLE = "copydesk.clean"
"""The whole way to the record: normalise, strip, enrich."""
WARM = 5
"""So many pages are not counted: what is imported or compiled at first use."""


class Speed(Struct, frozen=True):
    """Speed of one of ours against the reference, and the interval of 95 % of the draws of pages."""

    name: str
    pages: int
    pages_per_second: float
    reference_pages_per_second: float
    ratio: float
    low: float
    high: float


def speeds(pages: Iterable[DevelopmentPage], own: Own) -> list[Speed]:
    """Measure on these pages; the first few only warm up."""
    runs: dict[str, Callable[[DevelopmentPage], object]] = {
        NAME: own.text,
        REFERENCE: EXTRACTORS[REFERENCE].text,
        WHOLE: _clean,
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for at, page in enumerate(pages):
        for name in list(runs) if at % 2 else reversed(runs):
            began = time.process_time()
            runs[name](page)
            took = time.process_time() - began
            if at >= WARM:
                seconds[name].append(took)
    reference = seconds.pop(REFERENCE)
    count = len(reference)
    if not count:
        return []
    return [
        Speed(
            name,
            count,
            count / sum(took),
            count / sum(reference),
            *ratio_interval(reference, took),
        )
        for name, took in seconds.items()
    ]


def _clean(page: DevelopmentPage) -> None:
    try:
        clean(page.html, page.url, kind="html")
    except (RejectArticle, DropArticle):
        return
