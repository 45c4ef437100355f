"""The two tables of the Delta Lake sink, articles and dead letters, and how a batch is written to one of them."""

from collections.abc import Callable
from typing import Final, TypeAlias, TypeVar

from copydesk.sinks.base import Batch, SinkMisconfigured, SinkUnavailable, storable_problem
from copydesk.sinks.delta_errors import is_failure, unavailable, unopenable
from copydesk.sinks.delta_rows import ARTICLES, DEAD_LETTERS, Row, article_row, dead_row, to_arrow
from copydesk.sinks.delta_table import Table

T = TypeVar("T")
Opened: TypeAlias = dict[str, Table]

_SCHEMAS: Final = {"articles": ARTICLES, "dead_letters": DEAD_LETTERS}
_KEYS: Final = {"articles": ["id"], "dead_letters": ["topic", "partition", "offset"]}
"""Columns that tell, beside the delivery, one row of a table from another."""


class DeltaTables:
    """The tables at a place; opened anew where something failed before, since then their state is not known.

    Errors of every call: SinkUnavailable; of the constructor also SinkMisconfigured.
    """

    def __init__(self, uri: str) -> None:
        self._uri = uri.rstrip("/")
        try:
            self._tables: Opened | None = self._opened()
        except BaseException as error:
            if is_failure(error):
                raise unopenable(self._uri, error) from error
            raise

    def write(self, batch: Batch) -> dict[int, str]:
        """Write a batch in one commit; return what was refused: index to why."""
        return self._run(lambda tables: _write(tables, batch))

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        app = _app(topic, partition)
        found = self._run(lambda tables: [table.committed(app) for table in tables.values()])
        return max((offset for offset in found if offset is not None), default=None)

    def _opened(self) -> Opened:
        return {name: Table(f"{self._uri}/{name}", schema) for name, schema in _SCHEMAS.items()}

    def _run(self, call: Callable[[Opened], T]) -> T:
        try:
            if self._tables is None:
                self._tables = self._opened()
            return call(self._tables)
        except BaseException as error:
            self._tables = None
            if is_failure(error):
                raise unavailable(self._uri, error) from error
            if isinstance(error, SinkMisconfigured):  # a batch that waits is told of and waits on
                raise SinkUnavailable(str(error)) from error
            raise


def _app(topic: str, partition: int) -> str:
    """Name of a partition's transactions in a table's log; their version is the next offset."""
    return f"copydesk/{topic}/{partition}"


def _write(tables: Opened, batch: Batch) -> dict[int, str]:
    name = "dead_letters" if batch.dead_letters else "articles"
    table, app = tables[name], _app(batch.topic, batch.partition)
    rows, refused = _rows(batch)
    stored = table.committed(app) or 0
    columns = ["delivery_offset", "version_at", "version_offset", *_KEYS[name]]
    again = [row["delivery_offset"] for _, row in rows if row["delivery_offset"] < stored]
    held = table.held(batch.topic, batch.partition, min(again), max(again), columns) if again else set()
    new = [(index, row) for index, row in rows if tuple(row[column] for column in columns) not in held]
    arrow, unwritable = to_arrow([row for _, row in new], _SCHEMAS[name])
    refused |= {new[place][0]: why for place, why in unwritable.items()}
    if len(arrow) or batch.next_offset > stored:
        table.append(arrow, app, max(stored, batch.next_offset))
    return refused


def _rows(batch: Batch) -> tuple[list[tuple[int, Row]], dict[int, str]]:
    """Make the rows of a batch, each with its index; what cannot be one is refused."""
    if batch.dead_letters:
        return [(i, dead_row(letter, at, batch)) for i, (at, letter) in enumerate(batch.dead_letters)], {}
    rows, refused = [], {}
    for index, (offset, record) in enumerate(batch.records):
        problem = storable_problem(record)
        if problem is None:
            try:
                rows.append((index, article_row(record, offset, batch)))
            except UnicodeEncodeError as error:
                problem = f"Delta cannot hold it: {type(error).__name__}"
        if problem is not None:
            refused[index] = problem
    return rows, refused
