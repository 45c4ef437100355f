"""The bars of stripping, and what a run reached of them.

They are meant for pages that nobody here has seen; out of fold, the development pages say what to expect there,
within the standard error.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from bench.strip.bootstrap import share_error
from bench.strip.line_scores import ALL, LineScore
from bench.strip.lines import PAGE, SOURCES
from bench.strip.own import NAME
from bench.strip.speed import Speed
from bench.strip.summary import GroupScore, LeftoverShare

F1 = {"scrapinghub": 0.972, "wcxb": 0.962, "fundus": 0.963}
EXACT = 0.50
"""Of the scrapinghub pages."""
ANY_LEFTOVER = 0.08
PAGE_TEXT = 0.93
RESIDUE = 0.80
SPEED = 6.0
"""Times trafilatura's defaults."""


class Row(Struct, frozen=True):
    """A measure, what was reached, and its bar; `error` is a standard error, None where there is none.

    `best_other` is the best of the extractors compared with (in text mode: the text as it came), with its name.
    """

    measure: str
    figure: float
    error: float | None
    bar: float
    reached: bool
    best_other: float | None = None
    other: str = ""


def rows(
    corpora: Iterable[GroupScore],
    shares: Sequence[LeftoverShare],
    lines: Iterable[LineScore],
    speeds: Iterable[Speed],
) -> list[Row]:
    """Hold the figures of one run against the bars."""
    return [
        *_page_rows(list(corpora)),
        *_leftover_rows(shares),
        *_text_rows(list(lines)),
        *_speed_rows(speeds),
    ]


def _page_rows(scores: Sequence[GroupScore]) -> Iterable[Row]:
    for corpus, bar in F1.items():
        own, others = _split([one for one in scores if one.group == corpus])
        if own is None:
            continue
        best = max(others, key=lambda one: one.score.f1)
        f1, f1_error = own.score.f1, own.f1_error
        yield Row(f"{corpus} F1", f1, f1_error, bar, f1 >= bar, best.score.f1, best.extractor)
        if corpus == "scrapinghub":
            best = max(others, key=lambda one: one.score.exact)
            exact, pages = own.score.exact, own.score.pages
            error = share_error(round(exact * pages), pages)
            reached = exact >= EXACT
            yield Row(
                f"{corpus} exactly right", exact, error, EXACT, reached, best.score.exact, best.extractor
            )


def _leftover_rows(shares: Sequence[LeftoverShare]) -> Iterable[Row]:
    for corpus in dict.fromkeys(one.corpus for one in shares):
        mine = {one.extractor: one for one in shares if one.corpus == corpus}
        own = mine.pop(NAME)
        best = min(mine.values(), key=lambda one: one.any_share)
        reached = own.any_share <= ANY_LEFTOVER
        measure = f"{corpus}, any boilerplate left"
        yield Row(
            measure, own.any_share, own.any_error, ANY_LEFTOVER, reached, best.any_share, best.extractor
        )


def _text_rows(lines: Sequence[LineScore]) -> Iterable[Row]:
    found = {(one.source, one.corpus): one for one in lines}
    for corpus in ("scrapinghub", ALL):
        one = found.get((PAGE, corpus))
        if one:
            reached = one.f1 >= PAGE_TEXT
            yield Row(
                f"text, whole page, {corpus}: F1",
                one.f1,
                one.f1_error,
                PAGE_TEXT,
                reached,
                one.keep_all,
                "as it came",
            )
    for source in SOURCES:
        one = found.get((source, ALL))
        if one and source != PAGE:
            measure = f"text, {source}, all: drop F1 at keep recall .99"
            reached = one.sure_drop_f1 >= RESIDUE
            yield Row(measure, one.sure_drop_f1, one.sure_drop_error, RESIDUE, reached)


def _speed_rows(speeds: Iterable[Speed]) -> Iterable[Row]:
    for one in speeds:
        if one.name == NAME:
            yield Row(
                "pages/s, times trafilatura", one.ratio, None, SPEED, one.ratio >= SPEED, 1.0, "trafilatura"
            )


def _split(scores: Iterable[GroupScore]) -> tuple[GroupScore | None, list[GroupScore]]:
    own = None
    others = []
    for one in scores:
        if one.extractor == NAME:
            own = one
        else:
            others.append(one)
    return own, others
