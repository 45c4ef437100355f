r"""The ledger of an article: verdicts per block to spans that tile its text.

Blocks are joined by "\n\n" or "\n", parts of a paragraph also by " " or nothing. Of a run of removed blocks between two kept ones exactly one
separator stays (the first of the longest), at the head and the foot of the article none; every
other separator goes with the removed block that stands between it and the one that stays. So the
kept text is the kept blocks with one separator between each two, and nothing else.
"""

from collections.abc import Iterator, Sequence

from copydesk.article import Block
from copydesk.ledger import Span
from copydesk.strip.select import REGION_RULES
from copydesk.strip.verdict import Verdict


def ledger(text: str, blocks: Sequence[Block], verdicts: Sequence[Verdict | None]) -> tuple[Span, ...]:
    """Return the sorted, disjoint spans that the verdicts remove from the text.

    Shape: one verdict per block, None where it stays.
    """
    spans: list[Span] = []
    at, count = 0, len(blocks)
    while at < count:
        verdict = verdicts[at]
        if verdict is None:
            at += 1
        elif verdict.keep:  # the end of a block goes, so both separators around it stay
            start = blocks[at].start
            spans.append(_span(start + verdict.keep, blocks[at].end, verdict))
            at += 1
        else:
            end = at
            while end + 1 < count and (later := verdicts[end + 1]) is not None and not later.keep:
                end += 1
            spans.extend(_run(text, blocks, verdicts, at, end))
            at = end + 1
    return tuple(_merged(spans))


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Join neighbours that one rule about regions removed as one kind: a page's menu is one span."""
    last: Span | None = None
    for span in spans:
        if last is not None and last.end == span.start and last.rule in REGION_RULES and _same(last, span):
            last = Span(last.start, span.end, last.kind, last.rule, last.confidence)
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def _same(one: Span, other: Span) -> bool:
    return one.kind is other.kind and one.rule == other.rule


def _run(
    text: str, blocks: Sequence[Block], verdicts: Sequence[Verdict | None], first: int, last: int
) -> list[Span]:
    """Spans of a run of removed blocks; `stays` is the block after which the kept separator stands."""
    at_head, at_foot = first == 0, last == len(blocks) - 1
    if at_head:
        stays = -1
    elif at_foot:
        stays = last
    else:
        lengths = [blocks[i + 1].start - blocks[i].end for i in range(first - 1, last + 1)]
        stays = first - 1 + lengths.index(max(lengths))
    spans = []
    for i in range(first, last + 1):
        start, end = blocks[i].start, blocks[i].end
        if i <= stays:
            start = blocks[i - 1].end
        else:
            end = blocks[i + 1].start if i + 1 < len(blocks) else len(text)
            start = 0 if i == 0 else start
        verdict = verdicts[i]
        assert verdict is not None
        spans.append(_span(start, end, verdict))
    return spans


def _span(start: int, end: int, verdict: Verdict) -> Span:
    return Span(start, end, verdict.kind, verdict.rule, verdict.confidence)
