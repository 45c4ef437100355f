"""Verdicts to ledger: separators and regions."""

from copydesk.article import Block
from copydesk.ledger import Kind, Span
from copydesk.strip.select import OUTSIDE
from copydesk.strip.spans import ledger
from copydesk.strip.verdict import Verdict

TEXT = "aa\n\nbb\ncc\n\ndd"
BLOCKS = (Block(0, 2), Block(4, 6), Block(7, 9), Block(11, 13))
SHARE = Verdict(Kind.SHARE, "share-word", 0.9)
REGION = Verdict(Kind.OTHER, OUTSIDE, 0.9)


def _spans(*verdicts: Verdict | None) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in ledger(TEXT, BLOCKS, verdicts)]


def test_removed_head_takes_the_separator_after_it() -> None:
    """Nothing is left before the first kept block."""
    assert _spans(SHARE, SHARE, None, None) == [(0, 4), (4, 7)]


def test_removed_foot_takes_the_separator_before_it() -> None:
    """Nothing is left after the last kept block."""
    assert _spans(None, None, SHARE, SHARE) == [(6, 9), (9, 13)]


def test_longest_separator_of_a_run_stays() -> None:
    """Between kept blocks the blank line stays, whichever block it stood at."""
    assert _spans(None, SHARE, None, None) == [(4, 7)]
    assert _spans(None, None, SHARE, None) == [(6, 9)]
    assert _spans(None, SHARE, SHARE, None) == [(4, 7), (7, 11)]


def test_end_of_a_block_leaves_the_separators() -> None:
    """Where only the end of a block goes, both of its separators stay."""
    assert _spans(None, Verdict(Kind.RELATED, "related-trailing", 0.9, keep=1), None, None) == [(5, 6)]


def test_regions_are_one_span_and_blocks_are_not() -> None:
    """Neighbours removed by one rule about regions are one span; those of a rule of wording each have theirs."""
    assert ledger(TEXT, BLOCKS, (REGION, REGION, None, None)) == (Span(0, 7, Kind.OTHER, OUTSIDE, 0.9),)
    other = Verdict(Kind.COMMENTS, OUTSIDE, 0.9)
    assert len(ledger(TEXT, BLOCKS, (REGION, other, None, None))) == 2
    assert len(ledger(TEXT, BLOCKS, (SHARE, SHARE, None, None))) == 2


def test_everything_removed_is_everything() -> None:
    """All blocks removed tile the whole text."""
    assert _spans(SHARE, SHARE, SHARE, SHARE) == [(0, 4), (4, 7), (7, 11), (11, 13)]
