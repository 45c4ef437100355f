"""Why a page came out wrong: the greatest blocks that are missed or too much, with what the ledger says of them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bench.strip.labels import label
from bench.strip.line_scores import drop_confidences
from bench.strip.own import Own
from bench.strip.pages import DevelopmentPage, normal
from copydesk.article import CleanArticle
from copydesk.ledger import Span

BLOCKS = 3
TEXT_CHARS = 90
_WORD = re.compile(r"\w+")


class Fault(Struct, frozen=True):
    """One block that is not where the gold text has it.

    `missed` ones were removed by `rule`, as `kind`, with `confidence`; the others were kept, and no rule spoke.
    """

    missed: bool
    words: int
    text: str
    kind: str = ""
    rule: str = ""
    confidence: float = 0.0


class Reasons(Struct, frozen=True):
    """What is wrong with one page; `not_on_page` counts words of the gold text that no block of the page has."""

    faults: Sequence[Fault]
    missed_words: int
    extra_words: int
    not_on_page: int
    rejected: bool


def reasons(page: DevelopmentPage, own: Own) -> Reasons:
    """Compare block by block what strip kept with what the gold text holds."""
    article = normal(page)
    clean = own.clean(article, page.site)
    removed = clean or CleanArticle(article=article, removed=())
    texts = [article.text[block.start : block.end] for block in article.blocks]
    wanted = label(texts, page.gold)
    dropped = [one > 0 for one in drop_confidences(removed)] if clean else [True] * len(texts)
    faults = sorted(_faults(removed, texts, wanted, dropped), key=lambda fault: -fault.words)
    on_page = sum(_words(text) for text, keep in zip(texts, wanted, strict=True) if keep)
    chosen = [
        fault
        for missed in (True, False)
        for fault in [one for one in faults if one.missed is missed][:BLOCKS]
    ]
    return Reasons(
        chosen,
        sum(fault.words for fault in faults if fault.missed),
        sum(fault.words for fault in faults if not fault.missed),
        max(0, _words(page.gold) - on_page),
        clean is None,
    )


def _faults(
    clean: CleanArticle, texts: Sequence[str], wanted: Sequence[bool], dropped: Sequence[bool]
) -> Iterator[Fault]:
    for block, text, keep, gone in zip(clean.article.blocks, texts, wanted, dropped, strict=True):
        short = " ".join(text.split())[:TEXT_CHARS]
        if keep and gone:
            span = next(
                (one for one in clean.removed if one.start < block.end and one.end > block.start), None
            )
            yield Fault(True, _words(text), short, *_said(span))
        elif not keep and not gone:
            yield Fault(False, _words(text), short)


def _said(span: Span | None) -> tuple[str, str, float]:
    return (span.kind.value, span.rule, span.confidence) if span else ("", "rejected", 1.0)


def _words(text: str) -> int:
    return len(_WORD.findall(text))
