"""How right an extracted text is: 4-word shingles against gold, as the public article-extraction benchmark counts.

Precision and recall of a page are over multisets of shingles; a corpus' are the means over its pages
(pages without output do not count for precision), F1 is of the two means, exact is the share of pages
whose words are the gold words in the same order.
"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from msgspec import Struct

SHINGLE_WORDS = 4
_WORD = re.compile(r"\w+")


class PageScore(Struct, frozen=True):
    """Shingles of one page: in both texts, only in the output, only in the gold."""

    both: int
    extra: int
    missed: int
    exact: bool


class CorpusScore(Struct, frozen=True):
    """The figures of one corpus, 0 to 1."""

    pages: int
    f1: float
    precision: float
    recall: float
    exact: float


def score_page(gold: str, output: str) -> PageScore:
    """Compare one output with its gold text."""
    gold_words, words = _WORD.findall(gold), _WORD.findall(output)
    wanted, got = _shingles(gold_words), _shingles(words)
    both = sum((wanted & got).values())
    return PageScore(both, sum(got.values()) - both, sum(wanted.values()) - both, gold_words == words)


def score_corpus(scores: Sequence[PageScore]) -> CorpusScore:
    """Sum up the pages of one corpus."""
    precisions = [s.both / (s.both + s.extra) for s in scores if s.both + s.extra]
    recalls = [s.both / (s.both + s.missed) for s in scores if s.both + s.missed]
    precision = fmean(precisions) if precisions else 0.0
    recall = fmean(recalls) if recalls else 0.0
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return CorpusScore(len(scores), f1, precision, recall, fmean(s.exact for s in scores) if scores else 0.0)


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    if not words:
        return Counter()
    if len(words) < SHINGLE_WORDS:
        return Counter([tuple(words)])
    return Counter(zip(*(words[at:] for at in range(SHINGLE_WORDS)), strict=False))
