"""The sinks there are: name to options, constructor and one line of help.

A new sink is one file, one line here, and passes the contract suite.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from copydesk.sinks.base import Reader, Sink
from copydesk.sinks.delta import DeltaSink
from copydesk.sinks.delta_options import DeltaOptions
from copydesk.sinks.jsonl import JsonlSink
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.memory import MemoryOptions, MemorySink
from copydesk.sinks.opensearch import OpenSearchSink
from copydesk.sinks.opensearch_options import OpenSearchOptions
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_reader import PostgresReader
from copydesk.sinks.sqlite import SqliteSink, set_aside
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_reader import RecordReader


class SinkEntry(Struct, frozen=True):
    """A sink as the registry knows it: `make(options)` constructs it, unopened; `read(options)` opens its reader."""

    options: type[Struct]
    make: Callable[[Any], Sink]
    help: str
    read: Callable[[Any], Reader] | None = None
    set_aside: Callable[[Any, str], Sequence[str]] | None = None
    """Moves the store out of the way, under a name with this ending, so that a new one is made; the new paths."""


SINKS: Final[Mapping[str, SinkEntry]] = MappingProxyType(
    {
        "sqlite": SinkEntry(
            SqliteOptions,
            SqliteSink,
            "One SQLite file with full-text search; nothing to install.",
            lambda options: RecordReader(options.path),
            set_aside,
        ),
        "postgres": SinkEntry(
            PostgresOptions,
            PostgresSink,
            "A PostgreSQL database with full-text search and views.",
            PostgresReader,
        ),
        "jsonl": SinkEntry(
            JsonlOptions,
            JsonlSink,
            "Files of JSON Lines, one record a line, for Spark, DuckDB, rsync and the like.",
        ),
        "delta": SinkEntry(
            DeltaOptions,
            DeltaSink,
            "Delta Lake tables, for Spark, Trino, DuckDB and the like; needs the extra delta.",
        ),
        "opensearch": SinkEntry(
            OpenSearchOptions,
            OpenSearchSink,
            "OpenSearch indices, one document for each article, with text search.",
        ),
        "memory": SinkEntry(
            MemoryOptions, MemorySink, "Kept in memory and gone at the end; for tests and trials."
        ),
    }
)
"""Every sink by name."""
