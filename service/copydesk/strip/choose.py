"""From a score per block to the blocks that stay: an article is one run of blocks, and a table is one thing.

Scores are log-odds of being a part of the article. What threshold is best depends on how sure they are as a
whole, so each article has its own: that from which on its expected F1 is highest (Lipton et al. 2014).
"""

from collections import defaultdict
from collections.abc import Sequence
from math import exp, fsum
from typing import Final

from copydesk.strip.blocks import Seen

CELL_WORDS: Final = 12
"""A longer cell is a part of a layout, and scored by itself."""
MOST_WORDS: Final = 300
"""A longer block counts as one of this size: one endless block says little about the others."""
PAGE_RUN: Final = (0.3, 1.0)
"""Log-odds that blocks of a page gain in the article's run, and lose outside it."""
TEXT_RUN: Final = (0.7, 4.0)
"""The same for a plain text, which has no elements to tell blocks apart; the second times the share of the text that is
likely not the article's. Out of fold this raised the F1 of whole pages' text from .902 to .924 on scrapinghub
and from .914 to .924 on wcxb, and that of pages by .001."""
APART_BLOCKS: Final = 4
"""From this many blocks off the run on the loss is whole."""
TEXT_SHARE: Final = (0.7, 0.5)
"""Which share of the best F1 is the threshold in a plain text: the first, less the second times the share of the text that
is likely the article's. What an extractor left is nearly all article, and a line lost from its middle costs more
than one too many at its end; the whole text of a page is mostly clutter. Out of fold (.7, .5) instead of (.6, .4) raised the F1 of whole
pages' text on fundus from .900 to .903 and changed no other by more than .001; a higher threshold loses more lines than its F1 is worth."""
_MOST_ODDS: Final = 30.0


def probability(odds: float) -> float:
    """Return what log-odds stand for, 0 to 1."""
    if not -_MOST_ODDS < odds < _MOST_ODDS:
        odds = _MOST_ODDS if odds > 0 else -_MOST_ODDS
    return 1.0 / (1.0 + exp(-odds))


def choose(seen: Sequence[Seen], odds: Sequence[float], *, is_page: bool) -> list[bool]:
    """Tell of each block whether it stays.

    Shape: `odds` are parallel to `seen`, blocks in document order.
    """
    sizes = [min(one.words, MOST_WORDS) for one in seen]
    even = _paragraphs_as_one(seen, _tables_as_one(seen, odds))
    likely = [probability(each) for each in even]
    start, end = _run(likely, sizes)
    gain, loss = PAGE_RUN if is_page else TEXT_RUN
    if not is_page:
        loss *= 1 - _mean(likely, sizes)
    likely = [
        probability(each + gain if start <= at < end else each - loss * _apart(at, start, end))
        for at, each in enumerate(even)
    ]
    most, less = (0.5, 0.0) if is_page else TEXT_SHARE
    least = _best_f1(likely, sizes) * (most - less * _mean(likely, sizes))
    return [each >= least for each in likely]


def _best_f1(likely: Sequence[float], sizes: Sequence[int]) -> float:
    """The highest expected F1 that keeping the likeliest blocks gives; the best threshold is half of it."""
    total = fsum(each * size for each, size in zip(likely, sizes, strict=True))
    best = hits = kept = 0.0
    for each, size in sorted(zip(likely, sizes, strict=True), reverse=True):
        hits += each * size
        kept += size
        best = max(best, 2 * hits / (kept + total))
    return best


def _mean(likely: Sequence[float], sizes: Sequence[int]) -> float:
    """The share of the text that is likely the article's."""
    return fsum(each * size for each, size in zip(likely, sizes, strict=True)) / (sum(sizes) or 1)


def _run(likely: Sequence[float], sizes: Sequence[int]) -> tuple[int, int]:
    """First block of the article's run and the one after its last: where most is gained by keeping all of it."""
    least = _best_f1(likely, sizes) / 2
    best = sum_here = 0.0
    start = found = end = 0
    for at, (each, size) in enumerate(zip(likely, sizes, strict=True)):
        if sum_here <= 0:
            sum_here, start = 0.0, at
        sum_here += (each - least) * size
        if sum_here > best:
            best, found, end = sum_here, start, at + 1
    return found, end


def _apart(at: int, start: int, end: int) -> float:
    """How far a block outside the run is from it, 0 to 1: its next neighbours may well belong to it."""
    return min(1.0, (start - at if at < start else at - end + 1) / APART_BLOCKS)


def _tables_as_one(seen: Sequence[Seen], odds: Sequence[float]) -> list[float]:
    """Give the short cells of a table the mean of their log-odds: a table stays or goes, it does not lose its zeros."""
    even = list(odds)
    tables: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(seen):
        if one.is_cell and one.words < CELL_WORDS:
            tables[one.block.lineage[-3:][:1]].append(
                at
            )  # a cell stands in a row, that in a section, that in the table
    for cells in tables.values():
        mean = fsum(odds[at] for at in cells) / len(cells)
        for at in cells:
            even[at] = mean
    return even


def _paragraphs_as_one(seen: Sequence[Seen], odds: list[float]) -> list[float]:
    """Give the parts of a paragraph the log-odds of its longest: it stays or goes whole."""
    if all(one.paragraph == one.index for one in seen):
        return odds
    parts: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(seen):
        parts[one.paragraph].append(at)
    longest = {of: max(those, key=lambda at: seen[at].words) for of, those in parts.items()}
    return [odds[longest[one.paragraph]] for one in seen]
