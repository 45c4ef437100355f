"""Dead letters: the original message untouched, and why it is dead in headers after its own.

Key, value and headers stay as they came, so that a dead letter can be sent again as it is. A letter
that died before keeps the headers of that time; of each name the last one is the newest.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from copydesk.outcome import DETAIL_MAX_CHARS, DeadLetter, Reason, Stage

PREFIX: Final = "copydesk-"
"""Begins the name of every header of ours."""


_TOPIC: Final = re.compile(r"[A-Za-z0-9._-]{1,249}")
"""The names Kafka allows; a forged one could be what no store can hold, or index."""


def to_headers(letter: DeadLetter) -> list[tuple[str, bytes]]:
    """Return the headers of a dead letter, to be put after the message's own."""
    fields = {
        "reason": letter.reason.value,
        "stage": letter.stage.value,
        "detail": printable(letter.detail),
        "topic": letter.topic,
        "partition": str(letter.partition),
        "offset": str(letter.offset),
        "timestamp": written(letter.timestamp),
        "version": letter.version,
    }
    return [(PREFIX + name, text.encode()) for name, text in fields.items()]


def from_headers(headers: Sequence[tuple[str, bytes]]) -> DeadLetter:
    """Read why a message is dead; of a name that stands there more than once the last counts.

    Errors: ValueError naming the header that is missing or cannot be read.
    """
    last = {name: value for name, value in headers if name.startswith(PREFIX)}

    def text(field: str) -> str:
        value = last.get(PREFIX + field)
        if value is None:
            raise ValueError(f"no dead letter of ours: header {PREFIX}{field} is missing")
        return value.decode("utf-8", "replace")

    def number(field: str) -> int:
        digits = text(field)
        if not (digits.isdecimal() and len(digits) <= 19 and int(digits) < 2**63):
            raise ValueError(f"header {PREFIX}{field} is no number of 64 bits")
        return int(digits)

    topic = text("topic")
    if not _TOPIC.fullmatch(topic):
        raise ValueError(f"header {PREFIX}topic is no topic's name")
    return DeadLetter(
        reason=Reason(text("reason")),
        stage=Stage(text("stage")),
        detail=printable(text("detail")),
        topic=topic,
        partition=number("partition"),
        offset=number("offset"),
        timestamp=moment_of(text("timestamp")),
        version=printable(text("version")),
    )


def written(moment: datetime) -> str:
    """Return a time as our headers have it: RFC 3339, UTC, milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Read a time as `written` gives it; what is finer than Kafka's milliseconds is cut off.

    Errors: ValueError for anything else than RFC 3339 with an offset.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"header {PREFIX}timestamp is no RFC 3339 time")


def printable(detail: str) -> str:
    """Return a text on one line, without what a terminal might obey, and encodable."""
    return "".join(char if char.isprintable() else " " for char in detail)[:DETAIL_MAX_CHARS]
