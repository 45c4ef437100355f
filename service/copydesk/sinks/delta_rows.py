"""Records and dead letters as rows of the Delta tables, and the tables' columns. Needs pyarrow; pure."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import msgspec
import pyarrow as pa

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import Batch, version_of
from copydesk.sinks.moments import aware, moment_of

Row: TypeAlias = Mapping[str, Any]

_encode: Final = msgspec.json.Encoder().encode
_UNWRITABLE: Final = (pa.ArrowException, OverflowError, UnicodeEncodeError, TypeError, ValueError)
"""What pyarrow raises for a value its column cannot hold."""
_MOMENT: Final = pa.timestamp("us", tz="UTC")
_DELIVERY: Final = (
    ("version_at", pa.string()),
    ("version_offset", pa.int64()),
    ("delivery_topic", pa.string()),
    ("delivery_partition", pa.int32()),
    ("delivery_offset", pa.int64()),
)
"""The message a row came in, and the version of its record: what the reading rule orders by."""

_SPAN: Final = (("start", pa.int64()), ("end", pa.int64()))
"""Code points of the text, end excluded."""


def _rows(*fields: tuple[str, pa.DataType]) -> pa.ListType:
    return pa.list_(pa.struct(fields))


ARTICLES: Final = pa.schema(
    (
        ("id", pa.string()),
        ("schema_version", pa.int32()),
        ("url", pa.string()),
        ("canonical_url", pa.string()),
        ("headline", pa.string()),
        ("description", pa.string()),
        ("article_body", pa.string()),
        (
            "author",
            _rows(
                *((name, pa.string()) for name in ("name", "type", "url", "job_title", "description")),
                ("same_as", pa.list_(pa.string())),
            ),
        ),
        ("date_published", pa.string()),
        ("date_published_raw", pa.string()),
        ("date_published_precision", pa.string()),
        ("published_at", _MOMENT),
        ("date_modified", pa.string()),
        ("modified_at", _MOMENT),
        ("in_language", pa.string()),
        ("script", pa.string()),
        (
            "languages",
            _rows(("language", pa.string()), ("share", pa.float64()), ("paragraphs", pa.list_(pa.int64()))),
        ),
        ("publisher_name", pa.string()),
        ("publisher_domain", pa.string()),
        ("article_section", pa.string()),
        ("keywords", pa.list_(pa.string())),
        ("image", pa.string()),
        ("word_count", pa.int64()),
        ("reading_time_seconds", pa.int64()),
        ("fingerprint", pa.string()),
        ("quality_score", pa.float64()),
        ("quality_signals", pa.map_(pa.string(), pa.float64())),
        (
            "truncated",
            pa.struct([("rule", pa.string()), ("text", pa.string()), ("confidence", pa.float64())]),
        ),
        (
            "removed",
            _rows(
                *_SPAN,
                ("kind", pa.string()),
                ("rule", pa.string()),
                ("confidence", pa.float64()),
            ),
        ),
        (
            "field_source",
            pa.map_(pa.string(), pa.struct([("method", pa.string()), ("confidence", pa.float64())])),
        ),
        (
            "mentions",
            _rows(
                ("name", pa.string()),
                ("type", pa.string()),
                ("score", pa.float64()),
                ("spans", _rows(*_SPAN)),
                ("aliases", pa.list_(pa.string())),
            ),
        ),
        ("keyphrases", _rows(("text", pa.string()), ("score", pa.float64()))),
        (
            "quotes",
            _rows(
                ("text", pa.string()),
                *_SPAN,
                *((name, pa.string()) for name in ("speaker", "cue", "source")),
                ("confidence", pa.float64()),
            ),
        ),
        ("cluster_id", pa.string()),
        ("cluster_role", pa.string()),
        ("cluster_similarity", pa.float64()),
        ("cluster_first_seen", _MOMENT),
        ("extra", pa.string()),
        ("ingest_source", pa.string()),
        ("ingest_fetched_at", _MOMENT),
        ("ingest_topic", pa.string()),
        ("ingest_partition", pa.int32()),
        ("ingest_offset", pa.int64()),
        ("ingest_timestamp", _MOMENT),
        ("ingest_processed_at", _MOMENT),
        ("ingest_pipeline_version", pa.string()),
        *_DELIVERY,
        ("record", pa.string()),
        ("day", pa.date32()),
    )
)
"""Columns of the articles; `record` is the whole of it as it was on the topic, `extra` is JSON too."""

DEAD_LETTERS: Final = pa.schema(
    (
        ("topic", pa.string()),
        ("partition", pa.int32()),
        ("offset", pa.int64()),
        ("timestamp", _MOMENT),
        ("reason", pa.string()),
        ("stage", pa.string()),
        ("detail", pa.string()),
        ("version", pa.string()),
        *_DELIVERY,
        ("day", pa.date32()),
    )
)
"""Columns of the dead letters; (topic, partition, offset) is the message that died."""

PARTITION: Final = "day"
"""The UTC day of the raw message. A batch falls into one day or two; days of publication would be hundreds in
a batch from an archive, and as many files."""


STATISTICS: Final = (
    "delivery_topic",
    "delivery_partition",
    "delivery_offset",
    "id",
    "published_at",
    "publisher_domain",
    "in_language",
    "version_at",
)
"""Columns whose least and greatest value each file tells, so that readers can pass files by."""

_SAME_NAMED: Final = tuple(name for name in ARTICLES.names if name in Record.__struct_fields__)


def article_row(record: Record, offset: int, batch: Batch) -> Row:
    """Return the row of a record that came as message `offset` of a batch.

    Errors: UnicodeEncodeError for text that is no Unicode.
    """
    publisher, quality, ingest = record.publisher, record.quality, record.ingest
    row: dict[str, Any] = {name: getattr(record, name) for name in _SAME_NAMED}
    row |= {
        "author": list(map(msgspec.structs.asdict, record.author)),
        "image": record.lead_image,
        "published_at": moment_of(record.date_published),
        "modified_at": moment_of(record.date_modified),
        "publisher_name": publisher.name if publisher else None,
        "publisher_domain": publisher.domain if publisher else None,
        "quality_score": quality.score if quality else None,
        "quality_signals": list(quality.signals.items()) if quality else None,
        "languages": msgspec.to_builtins(record.languages),
        "truncated": msgspec.to_builtins(record.truncated),
        "removed": msgspec.to_builtins(record.removed),
        "mentions": [
            msgspec.structs.asdict(one) | {"spans": list(map(_span, one.spans))} for one in record.mentions
        ],
        "keyphrases": msgspec.to_builtins(record.keyphrases),
        "quotes": [msgspec.structs.asdict(one) | _span(one.span) for one in record.quotes],
        "field_source": list(msgspec.to_builtins(record.field_source).items()),
        "extra": _encode(record.extra).decode(),
        "record": _encode(record).decode(),
    }
    if record.cluster is not None:
        row |= {
            "cluster_id": record.cluster.id,
            "cluster_role": record.cluster.role,
            "cluster_similarity": record.cluster.similarity,
            "cluster_first_seen": aware(record.cluster.first_seen),
        }
    if ingest is not None:
        row |= {
            "ingest_source": ingest.source,
            "ingest_fetched_at": aware(ingest.fetched_at) if ingest.fetched_at else None,
            "ingest_topic": ingest.topic,
            "ingest_partition": ingest.partition,
            "ingest_offset": ingest.offset,
            "ingest_timestamp": aware(ingest.timestamp),
            "ingest_processed_at": aware(ingest.processed_at),
            "ingest_pipeline_version": ingest.pipeline_version,
            "day": aware(ingest.timestamp).date(),
        }
    return row | _delivery(batch, offset, *version_of(record))


def _span(span: tuple[int, int]) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def dead_row(letter: DeadLetter, offset: int, batch: Batch) -> Row:
    """Return the row of a dead letter that came as message `offset` of a batch."""
    moment = aware(letter.timestamp)
    row: dict[str, Any] = {name: getattr(letter, name) for name in DeadLetter.__struct_fields__}
    row |= {
        "reason": letter.reason.value,
        "stage": letter.stage.value,
        "timestamp": moment,
        "day": moment.date(),
    }
    return row | _delivery(batch, offset, "", -1)


def to_arrow(rows: Sequence[Row], schema: pa.Schema) -> tuple[pa.Table, dict[int, str]]:
    """Return rows as an Arrow table without those that the columns cannot hold, and why: index to what was wrong."""
    try:
        return pa.Table.from_pylist(list(rows), schema=schema), {}
    except _UNWRITABLE:
        pass
    good, refused = [], {}
    for index, row in enumerate(rows):
        try:
            pa.Table.from_pylist([row], schema=schema)
        except _UNWRITABLE as error:
            refused[index] = f"Delta cannot hold it: {type(error).__name__}"
        else:
            good.append(row)
    return pa.Table.from_pylist(good, schema=schema), refused


def _delivery(batch: Batch, offset: int, version_at: str, version_offset: int) -> dict[str, Any]:
    return {
        "version_at": version_at,
        "version_offset": version_offset,
        "delivery_topic": batch.topic,
        "delivery_partition": batch.partition,
        "delivery_offset": offset,
    }
