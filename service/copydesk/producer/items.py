"""What readers yield: messages to send, and what could not be made one."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

from msgspec import Struct


class Item(Struct, frozen=True, kw_only=True):
    """One raw article as it goes onto the topic; `origin` is "articles.jsonl:12", for messages."""

    value: bytes
    origin: str
    key: bytes | None = None
    headers: tuple[tuple[str, bytes], ...] = ()

    @property
    def size(self) -> int:
        """Bytes it takes in a batch, the frame of a record left aside."""
        heads = sum(len(name) + len(value) for name, value in self.headers)
        return len(self.value) + len(self.key or b"") + heads


class BadItem(Struct, frozen=True, kw_only=True):
    """Input that is not sent: where it stands, why, and what it was (cut where it is huge)."""

    origin: str
    reason: str
    original: bytes


Read: TypeAlias = Iterator[Item | BadItem]

MAX_LINE_BYTES = 64 * 1024 * 1024
"""A line beyond this is no article: six times the largest message the topic takes by default."""

MAX_DOCUMENT_BYTES = 256 * 1024 * 1024
"""A JSON document, page or text is read whole; larger collections belong into JSON Lines, which is streamed."""

KEPT_OF_HUGE_BYTES = 4096
"""Of what is too large only its beginning goes into the rejects file."""

Reader: TypeAlias = Callable[[BinaryIO, str, "Shape"], Read]


class Shape(Struct, frozen=True, kw_only=True):
    """How foreign documents become ours: `names` maps our field to theirs, `source` is put where none is given."""

    names: dict[str, str] = {}
    source: str | None = None

    @property
    def changes(self) -> bool:
        """Whether a document differs after it was shaped."""
        return bool(self.names or self.source)


def read_whole(stream: BinaryIO, origin: str) -> bytes | BadItem:
    """Read a stream to its end; a bad item when it is larger than a document may be."""
    content = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(content) <= MAX_DOCUMENT_BYTES:
        return content
    reason = f"is larger than {MAX_DOCUMENT_BYTES // 2**20} MiB; write one article per line (JSON Lines), which is streamed"
    return BadItem(origin=origin, reason=reason, original=content[:KEPT_OF_HUGE_BYTES])
