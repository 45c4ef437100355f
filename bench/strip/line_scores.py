"""Text mode, measured: how right the lines are that strip keeps of already extracted text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress

from msgspec import Struct

from bench.strip.bootstrap import standard_error
from bench.strip.lines import LabelledText
from bench.strip.metric import PageScore, score_corpus, score_page
from bench.strip.own import Own
from copydesk.article import CleanArticle

ALL = "all"
"""The corpora together."""
DROPPED_SHARE = 0.5
"""A line is dropped where more than this share of its characters is removed."""


class LineScore(Struct, frozen=True):
    """One source in one corpus.

    `keep_all`, `f1` and `perfect` are F1 of the whole text against the gold: as it came, stripped, and with exactly
    the labelled lines. The drop figures count lines: of those that are to be dropped; `keep_recall` is the share
    of the lines to keep that were kept.
    """

    source: str
    corpus: str
    texts: int
    lines: int
    to_keep: float
    keep_all: float
    f1: float
    f1_error: float
    perfect: float
    drop_precision: float
    drop_recall: float
    drop_f1: float
    keep_recall: float


class _Tally:
    """Sums of one source in one corpus."""

    def __init__(self) -> None:
        self.came: list[PageScore] = []
        self.stripped: list[PageScore] = []
        self.perfect: list[PageScore] = []
        self.dropped_right = self.dropped = self.to_drop = self.lines = 0

    def add(self, text: LabelledText, body: str, dropped: Sequence[bool]) -> None:
        self.came.append(score_page(text.gold, "\n".join(text.lines)))
        self.stripped.append(score_page(text.gold, body))
        self.perfect.append(score_page(text.gold, "\n".join(compress(text.lines, text.labels))))
        wrong = [not label for label in text.labels]
        self.lines += len(wrong)
        self.to_drop += sum(wrong)
        self.dropped += sum(dropped)
        self.dropped_right += sum(compress(wrong, dropped))

    def score(self, source: str, corpus: str) -> LineScore:
        to_keep = self.lines - self.to_drop
        precision = self.dropped_right / self.dropped if self.dropped else 0.0
        recall = self.dropped_right / self.to_drop if self.to_drop else 0.0
        return LineScore(
            source,
            corpus,
            len(self.came),
            self.lines,
            to_keep / self.lines if self.lines else 0.0,
            score_corpus(self.came).f1,
            score_corpus(self.stripped).f1,
            standard_error(self.stripped),
            score_corpus(self.perfect).f1,
            precision,
            recall,
            2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            1 - (self.dropped - self.dropped_right) / to_keep if to_keep else 0.0,
        )


def line_scores(texts: Iterable[LabelledText], own: Own) -> list[LineScore]:
    """Strip every text and score what is kept, by source and corpus and by source over all corpora."""
    tallies: dict[tuple[str, str], _Tally] = defaultdict(_Tally)
    for text in texts:
        found = own.clean(text.article, text.site) if text.article else None
        body = found.body if found else ""
        dropped = dropped_lines(found) if found else [True] * len(text.lines)
        for corpus in (text.corpus, ALL):
            tallies[text.source, corpus].add(text, body, dropped)
    return [tally.score(*key) for key, tally in tallies.items()]


def dropped_lines(clean: CleanArticle) -> list[bool]:
    """Tell for each block whether it was removed, for the greater part."""
    dropped = []
    spans = iter(clean.removed)
    span = next(spans, None)
    for block in clean.article.blocks:
        gone = 0
        while span is not None and span.start < block.end:
            gone += max(0, min(span.end, block.end) - max(span.start, block.start))
            if span.end > block.end:
                break
            span = next(spans, None)
        dropped.append(gone > DROPPED_SHARE * (block.end - block.start))
    return dropped
