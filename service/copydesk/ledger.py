"""The ledger: what was removed from an article, where, by which rule, how sure.

Promise: kept spans and removed spans together, in order, are exactly the normalised text.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a removed span is; the same word in the record, the metric label and the README."""

    COMMENT_FORM = "comment_form"
    COMMENT_POLICY = "comment_policy"
    COMMENTS = "comments"
    AUTHOR_BIO = "author_bio"
    BYLINE = "byline"
    HEADLINE = "headline"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    NAVIGATION = "navigation"
    TAGS = "tags"
    ADVERTISEMENT = "advertisement"
    COOKIE = "cookie"
    COPYRIGHT = "copyright"
    PAYWALL = "paywall"
    IMAGE_CREDIT = "image_credit"
    CAPTION = "caption"
    EDITORS_NOTE = "editors_note"
    OTHER = "other"


class Span(Struct, frozen=True, gc=False):
    """One removed span of the normalised text.

    Shape: `start` and `end` are Unicode code points, end excluded; `confidence` is 0 to 1.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    confidence: float


def kept_spans(removed: Sequence[Span], length: int) -> Iterator[tuple[int, int]]:
    """Spans of a text of `length` code points that `removed` (sorted, disjoint) leaves."""
    at = 0
    for span in removed:
        if span.start > at:
            yield at, span.start
        at = span.end
    if at < length:
        yield at, length
