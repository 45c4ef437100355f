"""Dispositions: what was done with a dead letter, on the same topic, after it.

A message without a value whose headers name the letter, as its key does. A letter always has `copydesk-reason`, a
disposition never: so a producer cannot forge one with headers of its own, which stay on its letter.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from copydesk.codec.dead_letter import PREFIX, moment_of, printable, written

ATTEMPT: Final = PREFIX + "attempt"
"""Header of a message that was sent again: which attempt it is; the first time, without the header, was 1."""
TIMESTAMP: Final = PREFIX + "timestamp"
"""Header of such a message: Kafka's timestamp of the first time, RFC 3339. The new one is Kafka's own, or retention
would take a message of long ago before it is read."""

_DISPOSITION: Final = PREFIX + "disposition"
_LETTER: Final = PREFIX + "letter"
_NOTE: Final = PREFIX + "note"
_REASON: Final = PREFIX + "reason"


class Action(StrEnum):
    """What was done with a dead letter."""

    RETRIED = "retried"
    """Its original was sent again to the topic it came from."""
    DISCARDED = "discarded"
    """Somebody decided that nothing is to be done."""


class Disposition(Struct, frozen=True):
    """What was done with the letter at an offset of the same partition, and why."""

    action: Action
    offset: int
    note: str = ""


def to_headers(disposition: Disposition) -> list[tuple[str, bytes]]:
    """Return the headers of a disposition."""
    return [
        (_DISPOSITION, disposition.action.value.encode()),
        (_LETTER, str(disposition.offset).encode()),
        (_NOTE, printable(disposition.note).encode()),
    ]


def from_headers(headers: Sequence[tuple[str, bytes]]) -> Disposition | None:
    """Read a disposition; None where the message is something else, a letter above all."""
    said = dict(headers)
    action, offset = said.get(_DISPOSITION), said.get(_LETTER) or b""
    if action is None or _REASON in said or not offset.isdigit() or len(offset) > 19:
        return None
    try:
        return Disposition(
            Action(action.decode()),
            int(offset),
            printable((said.get(_NOTE) or b"").decode("utf-8", "replace")),
        )
    except ValueError:
        return None


def attempt_of(headers: Sequence[tuple[str, bytes]]) -> int:
    """Which attempt a message is, by its last header that says so; 1 where none does."""
    said = next((value for name, value in reversed(headers) if name == ATTEMPT), b"")
    return int(said) if said and said.isdigit() and len(said) <= 6 else 1


def first_timestamp(headers: Sequence[tuple[str, bytes]], timestamp_ms: int) -> datetime:
    """When a message came the first time: its last header that says so, else Kafka's timestamp of it."""
    for name, value in reversed(headers):
        if name == TIMESTAMP:
            with suppress(ValueError, AttributeError):  # not ours; AttributeError: no value
                return moment_of(value.decode())
            break
    return datetime.fromtimestamp(timestamp_ms / 1000, UTC)


def again(headers: Sequence[tuple[str, bytes]], first: datetime) -> list[tuple[str, bytes]]:
    """Headers with which a dead message of time `first` is sent again: its own, without ours, attempt and time."""
    own = [(name, value) for name, value in headers if not name.startswith(PREFIX)]
    return [*own, (ATTEMPT, str(attempt_of(headers) + 1).encode()), (TIMESTAMP, written(first).encode())]
