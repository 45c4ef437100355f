"""Records and dead letters as documents, their ids and versions. Pure."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import Struct

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import Batch, version_of
from copydesk.sinks.moments import aware, moment_of

_encode: Final = msgspec.json.Encoder().encode
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_ID_BYTES: Final = 512
"""That OpenSearch takes."""


class Document(Struct, frozen=True):
    """A record that can be sent: its place in the batch, whether it was there before, its version, its text."""

    index: int
    again: bool
    id: str
    version: tuple[str, int]
    number: int
    source: bytes


def document_of(record: Record, index: int, offset: int, batch: Batch, *, again: bool) -> Document:
    """Return the document of a record that came as message `offset` of a batch.

    Errors: UnicodeEncodeError, OverflowError for what JSON cannot hold.
    """
    version = version_of(record)
    moments = {"publishedAt": moment_of(record.date_published), "modifiedAt": moment_of(record.date_modified)}
    more: dict[str, Any] = {name: moment for name, moment in moments.items() if moment}
    more["delivery"] = _delivery(batch, offset) | {
        "versionAt": version[0] or None,
        "versionOffset": version[1],
    }
    source = _encode(record)[:-1] + b"," + _encode(more)[1:]
    return Document(index, again, id_of(record.id), version, number_of(record), source)


def dead_document(letter: DeadLetter, offset: int, batch: Batch) -> tuple[str, bytes]:
    """Return id and text of a dead letter; the id is that of the message that died."""
    source = _encode(letter)[:-1] + b',"delivery":' + _encode(_delivery(batch, offset)) + b"}"
    return f"{letter.topic}+{letter.partition}+{letter.offset}", source


def id_of(article_id: str) -> str:
    """Return the document's id: the article's, or its SHA-256 where OpenSearch would not take it for its length."""
    encoded = article_id.encode()
    return (
        article_id if len(encoded) <= _LONGEST_ID_BYTES else f"sha256:{hashlib.sha256(encoded).hexdigest()}"
    )


def number_of(record: Record) -> int:
    """Return a record's version as OpenSearch takes one: microseconds since 1970; 0 without `ingest`.

    It never orders two versions the other way round than `version_of`, but two of one moment are equal in it:
    moment and offset do not both go into 63 bits.
    """
    if record.ingest is None:
        return 0
    return max(1, (aware(record.ingest.version[0]) - _EPOCH) // timedelta(microseconds=1))


def _delivery(batch: Batch, offset: int) -> dict[str, Any]:
    return {"topic": batch.topic, "partition": batch.partition, "offset": offset}
