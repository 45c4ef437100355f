"""Text mode, measured: how right the lines are that strip keeps of already extracted text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress

from msgspec import Struct

from bench.strip.bootstrap import spread, standard_error
from bench.strip.lines import LabelledText
from bench.strip.metric import PageScore, score_corpus, score_page
from bench.strip.own import Own
from copydesk.article import CleanArticle

ALL = "all"
"""The corpora together."""
SURE_KEEP_RECALL = 0.99
DROPPED_SHARE = 0.5
"""A line is dropped where more than this share of its characters is removed."""


class LineScore(Struct, frozen=True):
    """One source in one corpus.

    `keep_all`, `f1` and `perfect` are F1 of the whole text against the gold: as it came, stripped, and with exactly
    the labelled lines. The drop figures count lines: of those that are to be dropped; `keep_recall` is the share
    of the lines to keep that were kept. `sure_drop_f1` is the best drop F1 for who drops only what the ledger is at least
    `sure_confidence` sure of, chosen on these lines so that SURE_KEEP_RECALL of the lines to keep stay; its error is
    that of drawing the texts again, each with all of its lines: a few long ones weigh most.
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
    sure_drop_f1: float
    sure_drop_error: float
    sure_confidence: float


class Drops:
    """Lines of one text, or of several: how many, how many to drop, and of the dropped ones how sure and how right."""

    def __init__(self, lines: int = 0, to_drop: int = 0) -> None:
        self.lines = lines
        self.to_drop = to_drop
        self.dropped: Counter[float] = Counter()
        self.right: Counter[float] = Counter()

    @classmethod
    def of(cls, sure: Sequence[float], labels: Sequence[bool]) -> "Drops":
        """Count one text: how sure each line was dropped, 0 where it was kept, and whether it is to be kept."""
        made = cls(len(labels), labels.count(False))
        for one, keep in zip(sure, labels, strict=True):
            if one:
                made.dropped[one] += 1
                made.right[one] += not keep
        return made

    @classmethod
    def together(cls, texts: Iterable["Drops"]) -> "Drops":
        """Sum up texts."""
        made = cls()
        for text in texts:
            made.lines += text.lines
            made.to_drop += text.to_drop
            made.dropped.update(text.dropped)
            made.right.update(text.right)
        return made

    def sure(self) -> tuple[float, float]:
        """Return the best drop F1 that leaves enough, and the least confidence it takes."""
        best, right, dropped = (0.0, 1.0), 0, 0
        for confidence in sorted(self.dropped, reverse=True):
            dropped, right = dropped + self.dropped[confidence], right + self.right[confidence]
            if dropped - right > (1 - SURE_KEEP_RECALL) * (self.lines - self.to_drop):
                break
            best = max(best, (_drop_f1(right, dropped, self.to_drop), confidence))
        return best


class Tally:
    """Sums of one source in one corpus."""

    def __init__(self) -> None:
        self.came: list[PageScore] = []
        self.stripped: list[PageScore] = []
        self.perfect: list[PageScore] = []
        self.drops: list[Drops] = []
        """Of each text."""

    def add(self, text: LabelledText, body: str, sure: Sequence[float]) -> None:
        """Count one text, what was kept of it, and how sure each line was dropped, 0 where it was kept."""
        self.came.append(score_page(text.gold, "\n".join(text.lines)))
        self.stripped.append(score_page(text.gold, body))
        self.perfect.append(score_page(text.gold, "\n".join(compress(text.lines, text.labels))))
        self.drops.append(Drops.of(sure, text.labels))

    def score(self, source: str, corpus: str) -> LineScore:
        """Return the figures so far."""
        every = Drops.together(self.drops)
        lines, to_keep = every.lines, every.lines - every.to_drop
        dropped, right = every.dropped.total(), every.right.total()
        sure, confidence = every.sure()
        return LineScore(
            source,
            corpus,
            len(self.came),
            lines,
            to_keep / lines if lines else 0.0,
            score_corpus(self.came).f1,
            score_corpus(self.stripped).f1,
            standard_error(self.stripped),
            score_corpus(self.perfect).f1,
            right / dropped if dropped else 0.0,
            right / every.to_drop if every.to_drop else 0.0,
            _drop_f1(right, dropped, every.to_drop),
            1 - (dropped - right) / to_keep if to_keep else 0.0,
            sure,
            spread(self.drops, lambda drawn: Drops.together(drawn).sure()[0]),
            confidence,
        )


def _drop_f1(right: int, dropped: int, to_drop: int) -> float:
    return 2 * right / (dropped + to_drop) if dropped + to_drop else 0.0


def line_scores(texts: Iterable[LabelledText], own: Own) -> list[LineScore]:
    """Strip every text and score what is kept, by source and corpus and by source over all corpora."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for text in texts:
        found = own.clean(text.article, text.site) if text.article else None
        body = found.body if found else ""
        sure = drop_confidences(found) if found else [1.0] * len(text.lines)
        for corpus in (text.corpus, ALL):
            tallies[text.source, corpus].add(text, body, sure)
    return [tally.score(*key) for key, tally in tallies.items()]


def drop_confidences(clean: CleanArticle) -> list[float]:
    """Return for each block how sure the ledger is of its removal; 0 where it was kept, for the greater part."""
    confidences = []
    spans = iter(clean.removed)
    span = next(spans, None)
    for block in clean.article.blocks:
        gone, sure = 0, 0.0
        while span is not None and span.start < block.end:
            inside = max(0, min(span.end, block.end) - max(span.start, block.start))
            if inside:
                gone, sure = gone + inside, max(sure, span.confidence)
            if span.end > block.end:
                break
            span = next(spans, None)
        confidences.append(sure if gone > DROPPED_SHARE * (block.end - block.start) else 0.0)
    return confidences
