"""The messages of the topic of clusters: an article was seen, its sketch is to be compared, two articles are alike.

They are internal: only Copydesk's agent `cluster` writes and reads them. Each goes to the partition that has to
know of it: `Sketch` to those of the article's bands (`index.py`), the others to that of its id.
"""

from datetime import datetime
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from copydesk.record import Cluster


class Label(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """What a cluster is called: its first article, and what others are compared with.

    Of the labels of one cluster the lowest `rank` wins, in whatever order they become known.
    """

    id: str
    first_seen: datetime
    """When it was fetched, else when its raw message was sent; of an article that came again, the first time."""
    fingerprint: str
    domain: str | None = None
    """Registrable domain of its publisher."""

    @property
    def rank(self) -> tuple[datetime, str]:
        """The earlier comes first; of two in one moment, by id."""
        return self.first_seen, self.id


class Seen(
    Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", tag_field="kind", tag="seen"
):
    """A record was read on the structured topic, at `partition` and `offset`."""

    id: str
    version: tuple[datetime, int]
    """As `Ingest.version`: orders the deliveries of one article."""
    fingerprint: str
    domain: str | None = None
    partition: int
    offset: int
    cluster: Cluster | None = None
    """What the record said of its cluster: nothing where it came from a desk."""


class Sketch(Struct, frozen=True, kw_only=True, rename="camel", tag_field="kind", tag="sketch"):
    """An article is to be compared with those that share a band with it; replaces its sketch of before."""

    label: Label
    """That of the article by itself."""


class Alike(Struct, frozen=True, kw_only=True, rename="camel", tag_field="kind", tag="alike"):
    """To an article: the one of this label, which came later, is like it, and waits for an answer."""

    to: str
    label: Label


class Link(Struct, frozen=True, kw_only=True, rename="camel", tag_field="kind", tag="link"):
    """To an article: `other`, which is like it, knows this label. From an article to itself: keep this label."""

    to: str
    other: str
    label: Label


Message: TypeAlias = Seen | Sketch | Alike | Link

_DECODER: Final = msgspec.json.Decoder(Message)


def encode(message: Message) -> bytes:
    """Return a message as JSON."""
    return msgspec.json.encode(message)


def decode(value: bytes) -> Message:
    """Read a message.

    Errors: ValueError of msgspec.
    """
    message: Message = _DECODER.decode(value)
    return message


class Post(Struct, frozen=True):
    """A message that is to be sent to a partition of the topic of clusters."""

    partition: int
    message: Message


class Rewrite(Struct, frozen=True):
    """The record of an article, at a place of the structured topic, is to be written again with this cluster."""

    id: str
    partition: int
    offset: int
    cluster: Cluster


Effect: TypeAlias = Post | Rewrite
