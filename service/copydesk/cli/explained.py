"""What `copydesk explain` shows, gathered: an article's way through the stages, whichever form it is printed in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from copydesk.article import NormalArticle, RawArticle
from copydesk.codec.raw_article import decode
from copydesk.ledger import Span
from copydesk.normalise.encoding import decode_body
from copydesk.normalise.mojibake import looks_like_mojibake
from copydesk.outcome import Accepted, DropArticle, Dropped, RejectArticle, Rejected, Stage
from copydesk.pipeline import PipelineOptions, Trace, trace
from copydesk.record import Cluster, Record

Facts = tuple[tuple[str, str], ...]
"""Names and values, in order."""


class Segment(Struct, frozen=True):
    """A piece of the normalised text: kept where it has no span.

    Shape: `text` is None where only its length in code points is known.
    """

    chars: int
    text: str | None
    span: Span | None = None


class Field(Struct, frozen=True):
    """A field of the record and how it was got; `method` is empty where it needs no telling."""

    name: str
    value: str
    method: str = ""
    confidence: float | None = None

    @property
    def sure(self) -> str:
        """The confidence as it is shown."""
        return "" if self.confidence is None else f"{self.confidence:.2f}"


class Explained(Struct, frozen=True, kw_only=True):
    """One article, step by step. What it did not reach is empty; `failure` says where and why it ended."""

    origin: str
    came: Facts
    normalised: Facts = ()
    segments: tuple[Segment, ...] = ()
    fields: tuple[Field, ...] = ()
    record: Record | None = None
    failure: Dropped | Rejected | None = None
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """How it ended, in words."""
        match self.failure:
            case None:
                return "accepted"
            case Dropped(reason, stage):
                return f"dropped in {stage.value}: {reason.value}"
            case Rejected(reason, stage, detail):
                return f"rejected in {stage.value}: {reason.value}" + (f" ({detail})" if detail else "")

    @property
    def kinds(self) -> Counter[str]:
        """Removed spans by kind, the most frequent first."""
        found = Counter(one.span.kind.value for one in self.segments if one.span is not None)
        return Counter(dict(found.most_common()))

    @property
    def summary(self) -> str:
        """How much of the text was kept, and what was removed."""
        total = sum(one.chars for one in self.segments)
        kept = sum(one.chars for one in self.segments if one.span is None)
        kinds = ", ".join(f"{kind} {number}" for kind, number in self.kinds.items())
        return f"kept {kept:,} of {total:,} characters; removed: {kinds or 'nothing'}"


def run_summary(run: Sequence[Segment]) -> str:
    """Say how much a run of removed segments is, and of which kinds."""
    kinds = Counter(one.span.kind.value for one in run if one.span is not None)
    told = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    return f"{len(run)} removed, {sum(one.chars for one in run):,} characters: {told}"


def explain_message(
    value: bytes | None, headers: Sequence[tuple[str, bytes]], origin: str, options: PipelineOptions
) -> Explained:
    """Explain a message of the raw topic, or what would be one."""
    size = ("size", f"{len(value or b''):,} bytes")
    try:
        raw = decode(value, headers)
    except DropArticle as drop:
        return Explained(origin=origin, came=(size,), failure=Dropped(drop.reason, Stage.DECODE))
    except RejectArticle as reject:
        failure = Rejected(reject.reason, Stage.DECODE, reject.detail)
        return Explained(origin=origin, came=(size,), failure=failure)
    return _explain(trace(raw, options), raw, origin, size)


def explain_record(record: Record, origin: str, note: str) -> Explained:
    """Explain a record alone: where something was removed and how long it was, but not what."""
    ingest = record.ingest
    came = {
        "url": record.url,
        "source": ingest.source if ingest else None,
        "message": f"{ingest.topic}, partition {ingest.partition}, offset {ingest.offset}"
        if ingest
        else None,
        "sent": str(ingest.timestamp) if ingest else None,
        "pipeline": ingest.pipeline_version if ingest else None,
    }
    return Explained(
        origin=origin,
        came=_facts(came),
        segments=tuple(_of_record(record)),
        fields=tuple(_fields(record)),
        record=record,
        notes=(note,),
    )


def with_cluster(explained: Explained, cluster: Cluster | None) -> Explained:
    """Add what only the stored record tells: the near-duplicates that it belongs to."""
    if explained.record is None or cluster is None:
        return explained
    record = replace(explained.record, cluster=cluster)
    return replace(explained, record=record, fields=tuple(_fields(record)))


def _explain(done: Trace, raw: RawArticle, origin: str, size: tuple[str, str]) -> Explained:
    record = done.outcome.record if isinstance(done.outcome, Accepted) else None
    normal = done.normal
    segments: tuple[Segment, ...] = ()
    if normal is not None:
        # Where nothing was kept there is no ledger: the text stands as it was judged.
        removed = done.clean.removed if done.clean else ()
        segments = tuple(_of_text(normal.text, removed))
    return Explained(
        origin=origin,
        came=(size, *_facts(_came(raw))),
        normalised=_facts(_normalised(normal, raw)) if normal else (),
        segments=segments,
        fields=tuple(_fields(record)) if record else (),
        record=record,
        failure=None if isinstance(done.outcome, Accepted) else done.outcome,
    )


def _came(raw: RawArticle) -> dict[str, object]:
    return {
        "kind": raw.kind,
        "charset sent": raw.charset,
        "id": raw.id,
        "url": raw.url,
        "source": raw.source,
        "headline": raw.headline,
        "author": ", ".join(raw.author),
        "datePublished": raw.date_published,
        "language": raw.language,
        "fetchedAt": raw.fetched_at,
        "extra fields": ", ".join(raw.extra),
    }


def _normalised(normal: NormalArticle, raw: RawArticle) -> dict[str, object]:
    page, blocks = normal.page, normal.blocks
    hidden = sum(block.hidden for block in blocks)
    spoilt = looks_like_mojibake(decode_body(raw.body, raw.charset, raw.kind)[0])
    kinds = Counter(str(one["@type"]) for one in page.json_ld if one.get("@type"))
    return {
        "charset": normal.charset,
        "text": f"{len(normal.text):,} characters in {len(blocks):,} blocks"
        + (f", {hidden} hidden" if hidden else ""),
        "mojibake": ("left" if looks_like_mojibake(normal.text) else "repaired") if spoilt else None,
        "id": f"{normal.id} ({normal.id_method})",
        "canonical url": normal.canonical_url and f"{normal.canonical_url} ({normal.canonical_url_method})",
        "site": normal.site,
        "title": page.title,
        "page's language": page.language,
        "meta elements": len(page.meta) or None,
        "JSON-LD": ", ".join(kinds),
    }


def _facts(given: dict[str, Any]) -> Facts:
    return tuple((name, str(value)) for name, value in given.items() if value)


def _of_text(text: str, removed: Sequence[Span]) -> Iterator[Segment]:
    at = 0
    for span in removed:
        if span.start > at:
            yield Segment(span.start - at, text[at : span.start])
        yield Segment(span.end - span.start, text[span.start : span.end], span)
        at = span.end
    if at < len(text):
        yield Segment(len(text) - at, text[at:])


def _of_record(record: Record) -> Iterator[Segment]:
    """Divide the body at the gaps that the ledger tells."""
    body, taken = record.article_body, 0
    places = [0, *(place for span in record.removed for place in (span.start, span.end))]
    for gap, span in zip(list(pairwise(places))[::2], record.removed, strict=True):
        kept = gap[1] - gap[0]
        if kept:
            yield Segment(kept, body[taken : taken + kept])
            taken += kept
        yield Segment(span.end - span.start, None, span)
    if taken < len(body):
        yield Segment(len(body) - taken, body[taken:])


_SHOWN_ELSEWHERE: Final = frozenset(
    (
        "articleBody",
        "articleBodyHtml",
        "articleBodyMarkdown",
        "paragraphs",
        "removed",
        "fieldSource",
        "schemaVersion",
        "ingest",
        "fingerprint",
        "mentions",
        "quotes",
    )
)


def _fields(record: Record) -> Iterator[Field]:
    """Yield the record's own fields in its order, text, ledger and what has a table of its own aside."""
    for name, value in msgspec.to_builtins(record).items():
        if name in _SHOWN_ELSEWHERE:
            continue
        source = record.field_source.get(name)
        shown = _SHOWN.get(name, _written)(value)
        yield Field(name, shown, source.method if source else "", source.confidence if source else None)


def _cluster(value: Any) -> str:
    """Write what an article is among its near-duplicates."""
    if value["role"] == "first":
        return f"first of its near-duplicates, seen {value['firstSeen']}"
    return f"{value['role']} of {value['id']}, first seen {value['firstSeen']}; similarity {value['similarity']:.2f}"


_SHOWN: Final = {"quality": lambda value: str(value["score"]), "cluster": _cluster}
"""Fields that are not written out in full."""


def _written(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_written, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_written(one)}" for name, one in value.items())
    return str(value)
