"""Records and dead letters as rows of the PostgreSQL sink's tables. Pure."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import msgspec

from copydesk.outcome import DeadLetter
from copydesk.record import Cluster, Record
from copydesk.sinks.base import version_of
from copydesk.sinks.moments import aware, moment_of

Row: TypeAlias = tuple[Any, ...]

_encode: Final = msgspec.json.Encoder().encode
_NUL: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""A NUL inside JSON; an even number of backslashes before it would make it the text "\\u0000"."""


class UnwritableError(Exception):
    """A record holds what PostgreSQL cannot; the message says where, without quoting it."""


def row_of(record: Record) -> Row:
    """Return the values of `postgres_schema.NAMES` for a record.

    Errors: UnwritableError.
    """
    try:
        return _row_of(record)
    except (UnicodeEncodeError, OverflowError) as error:
        raise UnwritableError(f"PostgreSQL cannot hold it: {type(error).__name__}") from None


def _row_of(record: Record) -> Row:
    publisher, ingest, quality = record.publisher, record.ingest, record.quality
    ingested: Row = (None,) * 8
    if ingest is not None:
        ingested = (
            ingest.source,
            aware(ingest.fetched_at) if ingest.fetched_at else None,
            ingest.topic,
            ingest.partition,
            ingest.offset,
            aware(ingest.timestamp),
            aware(ingest.processed_at),
            ingest.pipeline_version,
        )
    return (
        record.id,
        record.schema_version,
        record.url,
        record.canonical_url,
        record.headline,
        record.description,
        record.article_body,
        record.date_published,
        record.date_published_raw,
        record.date_published_precision,
        moment_of(record.date_published),
        record.date_modified,
        moment_of(record.date_modified),
        record.in_language,
        publisher.name if publisher else None,
        publisher.domain if publisher else None,
        record.article_section,
        record.lead_image,
        record.word_count,
        record.reading_time_seconds,
        record.fingerprint,
        quality.score if quality else None,
        _json(record.author, "author"),
        _json(record.keywords, "keywords"),
        _json(record.removed, "removed"),
        _json(record.field_source, "fieldSource"),
        _json(quality, "quality") if quality else None,
        _extra(record.extra),
        *ingested,
        *version_of(record),
        _encode(record).decode(),
        record.script,
        _json(record.languages, "languages") if record.languages else None,
        _json(record.truncated, "truncated") if record.truncated else None,
        *_cluster(record.cluster),
        _json(record.mentions, "mentions"),
    )


def quote_rows(record: Record) -> list[Row]:
    """Return the rows of `postgres_schema.QUOTES` for a record, numbered from 0."""
    return [
        (
            record.id, number, quote.speaker, quote.cue, quote.source, quote.text, *quote.span, quote.confidence,
        )
        for number, quote in enumerate(record.quotes)
    ]  # fmt: skip


def _cluster(cluster: Cluster | None) -> Row:
    if cluster is None:
        return (None,) * 4
    return cluster.id, cluster.role, cluster.similarity, aware(cluster.first_seen)


def dead_row(letter: DeadLetter) -> Row:
    """Return a dead letter in the order of the table's columns."""
    return (
        letter.topic, letter.partition, letter.offset, letter.timestamp, letter.reason.value,
        letter.stage.value, letter.detail, letter.version,
    )  # fmt: skip


def _json(value: Any, field: str) -> str:
    """Return a value as text for a jsonb column."""
    encoded = _encode(value)
    if _NUL.search(encoded):
        raise UnwritableError(f"{field} holds a NUL character")
    return encoded.decode()


def _extra(extra: Mapping[str, Any]) -> str | None:
    """Return the producer's own fields for a jsonb column; None where only `record` can hold them."""
    encoded = _encode(extra)
    return None if _NUL.search(encoded) else encoded.decode()
