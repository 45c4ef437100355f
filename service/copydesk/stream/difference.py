"""What the present version makes of an article, beside the record that is stored: text by text, field by field."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from copydesk.codec import raw_article
from copydesk.kafka.partition import key_hash
from copydesk.ledger import Span
from copydesk.outcome import Accepted, Reason, RejectArticle, Rejected, Stage
from copydesk.pipeline import PipelineOptions, load, trace
from copydesk.record import Record, read_record
from copydesk.stream.wire import Message, Result, Tally

FIELDS: Final = (
    "url", "canonical_url", "headline", "description", "author", "date_published", "date_modified", "in_language",
    "publisher", "article_section", "keywords", "image",
)  # fmt: skip
"""Fields that a reader would miss; counts and fingerprints follow from the text."""


class Change(Struct, frozen=True):
    """A piece of text that is treated otherwise now: its kind and rule, those of the ledger that removes it."""

    text: str
    kind: str
    rule: str


class Difference(Struct, frozen=True, kw_only=True):
    """One article: text that is removed now and was kept, text that is kept now and was removed, fields that differ.

    `state`: same, changed, or new where nothing is stored of it.
    """

    id: str
    state: str
    removed: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    fields: tuple[str, ...] = ()


class Made(Struct, frozen=True):
    """What a child makes of a message: the normalised text, and the record as JSON."""

    text: str
    record: msgspec.Raw


_ENCODER: Final = msgspec.json.Encoder()
_MADE: Final = msgspec.json.Decoder(Made)


class Maker:
    """A child's handler: the record, with the text that its ledger speaks of; nothing of it goes to a topic."""

    def __init__(self, options: bytes) -> None:
        self._options = msgspec.msgpack.decode(options, type=PipelineOptions)
        load(self._options)

    def __call__(self, message: Message, tally: Tally) -> Result:  # noqa: ARG002  the protocol's signature
        """Make it."""
        try:
            done = trace(raw_article.decode(message.value, message.headers), self._options)
        except RejectArticle as reject:
            return Result(reason=reject.reason, stage=Stage.DECODE, detail=reject.detail)
        except Exception as fault:  # noqa: BLE001  a fault of ours is an outcome here, as it is at the desk
            return Result(reason=Reason.UNEXPECTED, stage=Stage.DECODE, detail=type(fault).__name__)
        match done.outcome:
            case Accepted(record=made) if done.normal is not None:
                key = made.id.encode()
                value = _ENCODER.encode(Made(done.normal.text, msgspec.Raw(_ENCODER.encode(made))))
                return Result(value=value, key=key, key_hash=key_hash(key))
            case Rejected(reason=reason, stage=stage, detail=detail):
                return Result(reason=reason, stage=stage, detail=detail)
            case _:
                return Result(dropped=True, reason=Reason.TOMBSTONE)


def read_made(value: bytes) -> tuple[str, Record]:
    """The normalised text and the record that a child made."""
    made = _MADE.decode(value)
    return made.text, read_record(bytes(made.record))


def compare(old: Record | None, new: Record, text: str) -> Difference:
    """Say what differs; `text` is the normalised text that the new record's ledger speaks of."""
    if old is None:
        return Difference(id=new.id, state="new")
    if len(old.article_body) + sum(span.end - span.start for span in old.removed) == len(text):
        removed = tuple(_beyond(new.removed, old.removed, text))
        kept = tuple(_beyond(old.removed, new.removed, text))
    else:
        # Another text was read from the page: spans cannot be laid beside one another, paragraphs can.
        removed = tuple(_paragraphs(old.paragraphs, new.paragraphs, new.removed, text))
        kept = tuple(_paragraphs(new.paragraphs, old.paragraphs, (), text))
    fields = tuple(name for name in FIELDS if getattr(old, name) != getattr(new, name))
    state = "changed" if removed or kept or fields else "same"
    return Difference(id=new.id, state=state, removed=removed, kept=kept, fields=fields)


def _beyond(spans: Sequence[Span], others: Sequence[Span], text: str) -> Iterator[Change]:
    """Pieces of `spans` that lie in none of `others`; white space alone is none."""
    for span in spans:
        at = span.start
        for other in (*others, None):
            end = span.end if other is None else min(max(other.start, at), span.end)
            piece = text[at:end].strip()
            if piece:
                yield Change(piece, span.kind.value, span.rule)
            if other is None:
                break
            at = max(at, min(other.end, span.end)) if other.end > at else at


def _paragraphs(
    here: Sequence[str], there: Sequence[str], spans: Sequence[Span], text: str
) -> Iterator[Change]:
    """Paragraphs that are only `here`, with the span of the ledger in which their text lies now."""
    for paragraph in Counter(here) - Counter(there):
        at = text.find(paragraph) if spans else -1
        span = next((span for span in spans if span.start <= at < span.end), None)
        yield Change(paragraph, span.kind.value if span else "?", span.rule if span else "?")
