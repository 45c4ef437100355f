"""How an article ends: accepted, dropped on purpose, or rejected; and the reasons.

A stage raises only `DropArticle` or `RejectArticle`; `pipeline` alone turns them into values.

    Outcome = Accepted  -> articles.structured
            | Dropped   -> counted, nothing else (intentional)
            | Rejected  -> articles.dead, with the original bytes
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final, TypeAlias

from msgspec import Meta, Struct

from copydesk.record import Record

DETAIL_MAX_CHARS = 100
"""A detail is cut here: error texts of codecs carry whole bodies."""


class Reason(StrEnum):
    """Why an article did not become a record; closed, and documented in the README."""

    TOMBSTONE = "tombstone"
    """A null message: the producer's deletion marker. Dropped, not dead."""
    MALFORMED_JSON = "malformed_json"
    INVALID_ARTICLE = "invalid_article"
    UNSUPPORTED_CONTENT_TYPE = "unsupported_content_type"
    BODY_TOO_LARGE = "body_too_large"
    EMPTY_BODY = "empty_body"
    NO_TEXT = "no_text"
    """Decoded and parsed, but it holds no visible text, nor an article in its JSON-LD."""
    NO_ARTICLE = "no_article"
    """Every block was boilerplate."""
    TIME_LIMIT = "time_limit"
    """Processing took longer than the limit per article; its process was killed."""
    PROCESS_CRASHED = "process_crashed"
    """The process that worked on it died (crash or memory limit)."""
    RECORD_TOO_LARGE = "record_too_large"
    """The record does not fit into a message of the structured topic."""
    SINK_REFUSED = "sink_refused"
    """The store refused this record for its content."""
    UNEXPECTED = "unexpected"
    """A fault of ours; the log has the traceback."""


class Stage(StrEnum):
    """Where in the walk something happened; a metric label."""

    DECODE = "decode"
    NORMALISE = "normalise"
    STRIP = "strip"
    ENRICH = "enrich"
    ENCODE = "encode"
    DELIVER = "deliver"
    SINK = "sink"


GIVEN_AT: Final[Mapping[Reason, tuple[Stage, ...]]] = {
    Reason.TOMBSTONE: (Stage.SINK,),
    Reason.MALFORMED_JSON: (Stage.DECODE, Stage.SINK),
    Reason.INVALID_ARTICLE: (Stage.DECODE, Stage.SINK),
    Reason.UNSUPPORTED_CONTENT_TYPE: (Stage.DECODE,),
    Reason.BODY_TOO_LARGE: (Stage.NORMALISE,),
    Reason.EMPTY_BODY: (Stage.DECODE, Stage.NORMALISE),
    Reason.NO_TEXT: (Stage.NORMALISE,),
    Reason.NO_ARTICLE: (Stage.STRIP,),
    Reason.TIME_LIMIT: (Stage.NORMALISE,),
    Reason.PROCESS_CRASHED: (Stage.NORMALISE,),
    Reason.RECORD_TOO_LARGE: (Stage.DELIVER,),
    Reason.SINK_REFUSED: (Stage.SINK,),
    Reason.UNEXPECTED: (Stage.DECODE, Stage.NORMALISE, Stage.STRIP, Stage.ENRICH, Stage.ENCODE),
}
"""At which stages each reason makes dead letters; a test holds it against the places in the code that give them.

What kills a process is not told by the stage it was in: normalising stands for all of them.
"""


class DropArticle(Exception):  # noqa: N818  the verb names what the caller does
    """Raised by a stage: leave this article out on purpose; it is counted."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class RejectArticle(Exception):  # noqa: N818
    """Raised by a stage: this article cannot be processed; it becomes a dead letter.

    `detail` says what was wrong and never holds article text.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail[:DETAIL_MAX_CHARS]


class Accepted(Struct, frozen=True):
    """The article became a record."""

    record: Record


class Dropped(Struct, frozen=True):
    """Left out on purpose."""

    reason: Reason
    stage: Stage


class Rejected(Struct, frozen=True):
    """Could not be processed."""

    reason: Reason
    stage: Stage
    detail: str = ""


Outcome: TypeAlias = Accepted | Dropped | Rejected


class DeadLetter(Struct, frozen=True, kw_only=True):
    """Why a message is dead and where it came from; on the topic one header per field, `copydesk-<field>`."""

    reason: Annotated[Reason, Meta(description="Why it did not become a record.")]
    stage: Annotated[Stage, Meta(description="Where in the walk that was found.")]
    detail: Annotated[
        str,
        Meta(description="What was wrong, printable, never article text.", max_length=DETAIL_MAX_CHARS),
    ] = ""
    topic: Annotated[str, Meta(description="Topic the message was read from.")]
    partition: Annotated[int, Meta(description="Its partition there.", ge=0)]
    offset: Annotated[int, Meta(description="Its offset there.", ge=0)]
    timestamp: Annotated[
        datetime, Meta(description="Its Kafka timestamp, RFC 3339 UTC, milliseconds.", tz=True)
    ]
    version: Annotated[str, Meta(description="Version of the service that gave it up.")]
