"""What a sink is: a store that records are written to, batch by batch, each with its place in the topic.

SinkError
├── SinkUnavailable   nothing was written: try the same batch again later
├── SinkMisconfigured it will never open as it is: somebody must change a setting or the store
└── SinkRefused       some records cannot be stored for what they hold; the rest was written
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol, Self

from msgspec import Struct

from copydesk.outcome import DeadLetter
from copydesk.record import Record


class Batch(Struct, frozen=True):
    """Records or dead letters of one partition, in offset order, to be stored together.

    Shape: `records` are (offset, record); `next_offset` is that of the message after the batch, which is
    beyond the last record's where messages between were not records. `dead_letters` come from the
    dead-letter topic, and only to a sink that keeps them; a batch never has both.
    """

    topic: str
    partition: int
    records: Sequence[tuple[int, Record]]
    next_offset: int
    dead_letters: Sequence[tuple[int, DeadLetter]] = ()


class SinkError(Exception):
    """A store could not do what it was asked."""


class SinkUnavailable(SinkError):  # noqa: N818  the name tells the caller what to do
    """The store cannot be reached or cannot write now; nothing of the batch was written.

    The message says what is wrong, where, and what to do. The caller tries the same batch again later.
    """


class SinkMisconfigured(SinkError):  # noqa: N818
    """The store cannot be used as it is set up, and waiting will not help.

    The message says what is wrong, where, and what to do. A worker does not start with such a sink.
    """


class SinkRefused(SinkError):  # noqa: N818
    """Records that the store cannot hold: index in the batch to why; the rest and the offset were written.

    A detail never holds article text. Delivered again, the same records are refused again, so a caller that
    died before it could pass them on gets another chance.
    """

    def __init__(self, refused: Mapping[int, str]) -> None:
        super().__init__(f"{len(refused)} of the batch's records cannot be stored")
        self.refused = dict(refused)


class Sink(Protocol):
    """A store of records.

    Threads: every call blocks, and all calls of one sink are made from one thread, one at a time.
    Promise: however often and in whatever order deliveries come, the store ends with the newest record of
    each id (`version_of`; of two equal ones the later delivery), and stays so when anything is delivered again.

    An append-only store (files, logs) cannot take back what an older delivery wrote. There the promise is that
    of its reading rule, which every row carries all it needs for: of each id the row of the greatest
    (version, offset of the message on the topic) is the record, all others are its history. So "the store
    holds" and "the store ends with" are said of what the rule shows; and a message that is delivered again adds
    no row as long as the store can still see what it wrote. The later of two equal versions is the one with the
    higher offset, which an id that changes its partition leaves open. The contract suite reads by that rule.
    """

    @property
    def name(self) -> str:
        """The name the registry, metrics and logs know it by."""
        ...

    @property
    def one_store(self) -> bool:
        """Whether all workers write to the same store, so that it must hold whatever their group has committed."""
        ...

    @property
    def keeps_dead_letters(self) -> bool:
        """Whether it is given the dead-letter topic too, so that what died can be queried beside what did not.

        A dead letter is kept once for each message that died, by its topic, partition and offset there: the
        newest. It is kept without the message's body, which stays on the topic.
        """
        ...

    def open(self) -> None:
        """Make the store ready, and its tables where they are missing; called before anything else.

        Errors: SinkUnavailable, and it is called again later; SinkMisconfigured.
        """
        ...

    def write(self, batch: Batch) -> None:
        """Store a batch and its `next_offset` in one transaction.

        A store without transactions writes the offset last, so that it is never ahead: of a batch that was broken
        off some records may be there, and the same batch again changes nothing of them.

        A record below the stored offset was there before: it is written only where the store holds nothing
        as new of its id, so a replay rewrites nothing, and a broker that began anew loses nothing.

        Errors: SinkUnavailable, the offset was not written, nor, with transactions, anything; SinkRefused, all but the named was written.
        """
        ...

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None when nothing of it was written.

        Errors: SinkUnavailable.
        """
        ...

    def close(self) -> None:
        """Give everything back; harmless when not open. What was written stays."""
        ...


class Reader(Protocol):
    """Reads what a sink stored, without ever changing it; usable while the sink writes, and as a context manager.

    Errors of every call: SinkError, saying what is wrong with the store and what to do.
    """

    def count(
        self,
        *,
        query: str | None = None,
        language: str | None = None,
        site: str | None = None,
        since: str | None = None,
    ) -> int:
        """Return how many records match; all of them without a condition."""
        ...

    def get(self, article_id: str) -> Record | None:
        """Return the record of an id, whole as it was written, or None."""
        ...

    def list(
        self,
        *,
        limit: int = 20,
        offset: int = 0,
        query: str | None = None,
        language: str | None = None,
        site: str | None = None,
        since: str | None = None,
    ) -> tuple[Record, ...]:
        """Return records, the latest published first and those without a date last; with `query`, the best match first.

        `query` searches headline and body in the store's own language; `language` is matched as stored, `site`
        is a publisher's domain, `since` a date like "2018-04-23".
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def version_of(record: Record) -> tuple[str, int]:
    """Return what orders the deliveries of one id: its `ingest.version`, as text that sorts by time.

    A record without `ingest` is older than any with it. A time without a zone is read as UTC.
    """
    if record.ingest is None:
        return "", -1
    moment, offset = record.ingest.version
    return sortable(moment), offset


def sortable(moment: datetime) -> str:
    """Return a time as RFC 3339 text of one width, UTC and microseconds, so that text order is time order."""
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def storable_problem(record: Record) -> str | None:
    """Say why no store takes this record, or None: a NUL in an id or a text ends it early in most stores."""
    texts = {
        "id": record.id,
        "url": record.url,
        "canonicalUrl": record.canonical_url,
        "headline": record.headline,
        "description": record.description,
        "articleBody": record.article_body,
        "articleSection": record.article_section,
        "image": record.lead_image,
    }
    if not record.id:
        return "the id is empty"
    return next(
        (f"{field} holds a NUL character" for field, text in texts.items() if text and "\0" in text), None
    )
