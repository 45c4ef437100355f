"""The SQLite sink: one file, a batch and its offset in one transaction, full-text search.

Durability: write-ahead log with synchronous=FULL: a batch that was written outlives a power cut. NORMAL
would be enough for a crash of the process, but after a power cut it may lose the last batches that the
consumer group has already acknowledged; the difference is one fsync a batch.
"""

import sqlite3
from pathlib import Path
from typing import Any, Final

import msgspec

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import (
    Batch,
    SinkMisconfigured,
    SinkRefused,
    SinkUnavailable,
    sortable,
    storable_problem,
    version_of,
)
from copydesk.sinks.sqlite_errors import UNWRITABLE_VALUE, unavailable, unopenable
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_schema import STORED, migrate, set_full_text

_NAMES: Final = tuple(name for name, _ in STORED)
_UPSERT: Final = (
    f"INSERT INTO articles ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"  # noqa: S608  fixed names  # nosec B608
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _NAMES if name != 'id')}"
    " WHERE (excluded.version_at, excluded.version_offset) {order} (articles.version_at, articles.version_offset)"
)
_FIRST_DELIVERY: Final = _UPSERT.replace("{order}", ">=")
_AGAIN: Final = _UPSERT.replace("{order}", ">")
_OFFSET: Final = (
    "INSERT INTO offsets (topic, partition, next_offset) VALUES (?, ?, ?) ON CONFLICT (topic, partition)"
    " DO UPDATE SET next_offset = max(next_offset, excluded.next_offset)"
)
_DEAD_LETTER: Final = "INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_encoder = msgspec.json.Encoder()


class SqliteSink:
    """Writes records into an SQLite file; see `Sink` for the contract."""

    name = "sqlite"
    keeps_dead_letters = True
    one_store = True

    def __init__(self, options: SqliteOptions) -> None:
        self._options = options
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open the file, make it and its folders where they are missing, and bring its tables up to date."""
        path = self._options.path
        if not path:
            raise SinkMisconfigured("the sqlite sink has no file; set sqlite.path")
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=self._options.busy_timeout_s, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise unopenable(path, error) from error
        try:
            migrate(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            set_full_text(connection, wanted=self._options.full_text)
            connection.execute(f"PRAGMA cache_size = -{self._options.cache_mib * 1024}")
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.Error):
                raise unopenable(path, error) from error
            raise
        self._connection = connection

    def write(self, batch: Batch) -> None:
        """Write a batch and its next offset in one transaction; see `Sink.write`."""
        connection = self._opened()
        refused: dict[int, str] = {}
        try:
            connection.execute("BEGIN IMMEDIATE")
            stored = self._stored(connection, batch.topic, batch.partition) or 0
            for index, (offset, record) in enumerate(batch.records):
                problem = _write_one(connection, record, again=offset < stored)
                if problem:
                    refused[index] = problem
            connection.executemany(_DEAD_LETTER, [_dead_row(letter) for _, letter in batch.dead_letters])
            connection.execute(_OFFSET, (batch.topic, batch.partition, batch.next_offset))
            connection.execute("COMMIT")
        except BaseException as error:
            _roll_back(connection)
            if isinstance(error, sqlite3.Error):
                raise unavailable(self._options.path, error) from error
            raise
        if refused:
            raise SinkRefused(refused)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        try:
            return self._stored(self._opened(), topic, partition)
        except sqlite3.Error as error:
            raise unavailable(self._options.path, error) from error

    def close(self) -> None:
        """Close the file; harmless when not open."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            raise SinkUnavailable("the sqlite sink is not open; call open() first")
        return self._connection

    @staticmethod
    def _stored(connection: sqlite3.Connection, topic: str, partition: int) -> int | None:
        found = connection.execute(
            "SELECT next_offset FROM offsets WHERE topic = ? AND partition = ?", (topic, partition)
        ).fetchone()
        return None if found is None else int(found[0])


def _write_one(connection: sqlite3.Connection, record: Record, *, again: bool) -> str | None:
    """Write one record; return why SQLite cannot hold it, or None.

    A statement that fails undoes itself and leaves the transaction open, so the others are not touched.
    """
    problem = storable_problem(record)
    if problem:
        return problem
    try:
        connection.execute(_AGAIN if again else _FIRST_DELIVERY, row_of(record))
    except UNWRITABLE_VALUE as error:
        return f"SQLite cannot hold it: {type(error).__name__}"
    return None


def _dead_row(letter: DeadLetter) -> tuple[Any, ...]:
    """Return a dead letter in the order of the table's columns."""
    return (
        letter.topic, letter.partition, letter.offset, sortable(letter.timestamp), letter.reason.value,
        letter.stage.value, letter.detail, letter.version,
    )  # fmt: skip


def _roll_back(connection: sqlite3.Connection) -> None:
    """End an open transaction; where even that fails, SQLite has ended it or will when the file is opened again."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.Error:
        return


def row_of(record: Record) -> tuple[Any, ...]:
    """Return the values of `sqlite_schema.STORED` for a record; times are UTC text that sorts."""
    publisher, ingest = record.publisher, record.ingest
    ingested: tuple[Any, ...] = (None,) * 8
    if ingest is not None:
        ingested = (
            ingest.source,
            sortable(ingest.fetched_at) if ingest.fetched_at else None,
            ingest.topic,
            ingest.partition,
            ingest.offset,
            sortable(ingest.timestamp),
            sortable(ingest.processed_at),
            ingest.pipeline_version,
        )
    return (
        record.id,
        record.schema_version,
        record.url,
        record.canonical_url,
        record.headline,
        record.description,
        record.date_published,
        record.date_published_raw,
        record.date_published_precision,
        record.date_modified,
        record.in_language,
        publisher.name if publisher else None,
        publisher.domain if publisher else None,
        record.article_section,
        record.lead_image,
        record.word_count,
        record.reading_time_seconds,
        record.fingerprint,
        record.quality.score if record.quality else None,
        *ingested,
        *version_of(record),
        _encoder.encode(record).decode(),
    )


def set_aside(options: SqliteOptions, ending: str) -> list[str]:
    """Move a database and what belongs to it out of the way, whatever state it is in; their new paths.

    Errors: SinkMisconfigured.
    """
    moved = []
    for part in ("", "-wal", "-shm"):
        old, new = Path(options.path + part), Path(f"{options.path}.{ending}{part}")
        try:
            if old.exists():
                old.rename(new)
                moved.append(str(new))
        except OSError as error:
            raise unopenable(options.path, error) from error
    return moved
