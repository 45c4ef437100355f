"""The sinks there are: name to options, constructor and one line of help.

A new sink is one file, one line here, and passes the contract suite.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct

from copydesk.sinks.base import Sink
from copydesk.sinks.memory import MemoryOptions, MemorySink
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions


class SinkEntry(Struct, frozen=True):
    """A sink as the registry knows it: `make(options)` constructs it, unopened."""

    options: type[Struct]
    make: Callable[[Any], Sink]
    help: str


SINKS: Final[Mapping[str, SinkEntry]] = MappingProxyType(
    {
        "sqlite": SinkEntry(
            SqliteOptions, SqliteSink, "One SQLite file with full-text search; nothing to install."
        ),
        "postgres": SinkEntry(
            PostgresOptions, PostgresSink, "A PostgreSQL database with full-text search and views."
        ),
        "memory": SinkEntry(
            MemoryOptions, MemorySink, "Kept in memory and gone at the end; for tests and trials."
        ),
    }
)
"""Every sink by name."""
