"""SQLite files as the tests of the sink open, fill and read them."""

import sqlite3
from pathlib import Path
from typing import Any

from copydesk.record import Record
from copydesk.sinks.base import Batch
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions


def opened(path: Path, **options: Any) -> SqliteSink:
    """Return an open sink on a file."""
    sink = SqliteSink(SqliteOptions(path=str(path), **options))
    sink.open()
    return sink


def stored(path: Path, records: list[Record], **options: Any) -> None:
    """Write records into a file, with offsets that count on."""
    sink = opened(path, **options)
    first = sink.committed("t", 0) or 0
    sink.write(Batch("t", 0, tuple(enumerate(records, first)), first + len(records)))
    sink.close()


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return what a query on the file gives."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
