"""Every registered sink with its options for a test, and how to look into its store; a new sink is added to `STORES`."""

import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import Sink
from copydesk.sinks.delta_options import DeltaOptions
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.memory import MemoryOptions, MemorySink
from copydesk.sinks.opensearch_options import OpenSearchOptions
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.registry import SINKS
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_reader import RecordReader
from tests import delta, jsonl
from tests.making import TOPIC
from tests.opensearch.fixtures import shared_server as shared_opensearch
from tests.postgres.fixtures import shared_server


def memory_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return what a memory sink holds."""
    assert isinstance(sink, MemorySink)
    return sink.records


def sqlite_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what is in the SQLite file."""
    with RecordReader(folder / "articles.db") as reader:
        return {record.id: record for record in reader.list(limit=10_000)}


def memory_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the dead letters of a memory sink."""
    return list(sink.dead_letters.values())


def sqlite_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters in the SQLite file."""
    with closing(sqlite3.connect(folder / "articles.db")) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM dead_letters").fetchall()
    return [msgspec.convert(dict(row), DeadLetter) for row in rows]


def postgres_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return what is in the sink's schema."""
    schema = postgres_schema(sink)
    rows = shared_server().run(f"SELECT record FROM {schema}.articles")
    return {record.id: record for record in (msgspec.json.decode(row[0], type=Record) for row in rows)}


def postgres_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the dead letters in the sink's schema."""
    rows = shared_server().run(f"SELECT * FROM {postgres_schema(sink)}.dead_letters")
    return [msgspec.convert(dict(row), DeadLetter) for row in rows]


def jsonl_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what the reading rule of the README shows in the files."""
    return jsonl.newest_records(folder / "jsonl" / TOPIC)


def jsonl_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters that the reading rule shows in the files."""
    return jsonl.newest_dead_letters(folder / "jsonl" / "articles.dead")


def delta_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what the reading rule of the README shows in the table."""
    return delta.newest_records(folder / "delta")


def delta_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters that the reading rule shows in the table."""
    return delta.newest_dead_letters(folder / "delta")


def jsonl_options(folder: Path) -> JsonlOptions:
    """Return options by which each batch has its file."""
    return JsonlOptions(folder=str(folder / "jsonl"), max_file_bytes=1, compression="zstd")


def opensearch_options(_: Path) -> OpenSearchOptions:
    """Return options for indices of their own on the session's node."""
    return OpenSearchOptions(url=shared_opensearch().url, index_prefix=f"t{uuid.uuid4().hex[:8]}")


def opensearch_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return the documents of the sink's articles."""
    found = shared_opensearch().sources(f"{sink._options.index_prefix}-articles")
    return {record.id: record for record in (msgspec.convert(source, Record) for source in found)}


def opensearch_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the documents of the sink's dead letters."""
    found = shared_opensearch().sources(f"{sink._options.index_prefix}-dead-letters")
    return [msgspec.convert(source, DeadLetter) for source in found]


def postgres_schema(sink: Any) -> str:
    """Return the schema a PostgreSQL sink writes into."""
    assert isinstance(sink, PostgresSink)
    return sink._options.schema


def postgres_options(_: Path) -> PostgresOptions:
    """Return options for an empty schema on the session's server."""
    server = shared_server()
    return server.options(server.new_schema())


STORES: dict[str, tuple[Callable[[Path], Any], Callable[[Any, Path], Mapping[str, Record]]]] = {
    "delta": (lambda folder: DeltaOptions(uri=str(folder / "delta")), delta_contents),
    "jsonl": (jsonl_options, jsonl_contents),
    "memory": (lambda _: MemoryOptions(), memory_contents),
    "opensearch": (opensearch_options, opensearch_contents),
    "postgres": (postgres_options, postgres_contents),
    "sqlite": (lambda folder: SqliteOptions(path=str(folder / "articles.db")), sqlite_contents),
}

DEAD_LETTERS: dict[str, Callable[[Any, Path], Sequence[DeadLetter]]] = {
    "delta": delta_dead_letters,
    "jsonl": jsonl_dead_letters,
    "memory": memory_dead_letters,
    "opensearch": opensearch_dead_letters,
    "postgres": postgres_dead_letters,
    "sqlite": sqlite_dead_letters,
}


MARKS = {"opensearch": pytest.mark.opensearch, "postgres": pytest.mark.postgres}
"""What a store's tests are marked with, so that they can be chosen."""


def each(names: Iterable[str]) -> list[Any]:
    """Return parameters for the stores of these names, marked."""
    return [pytest.param(name, marks=MARKS.get(name, ())) for name in sorted(names)]


class Store:
    """A sink under test and how to look into it."""

    def __init__(self, name: str, folder: Path) -> None:
        options, self._contents = STORES[name]
        self._name = name
        self._folder = folder
        self.sink = SINKS[name].make(options(folder))

    def contents(self) -> Mapping[str, Record]:
        """Return the stored records by id."""
        return self._contents(self.sink, self._folder)

    def dead_letters(self) -> Sequence[DeadLetter]:
        """Return the kept dead letters, in no order."""
        return DEAD_LETTERS[self._name](self.sink, self._folder)
