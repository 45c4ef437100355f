"""How the PostgreSQL sink writes a batch: COPY into a staging table, one upsert, all in one transaction.

The row of `offsets` is locked first and until the end, so that of two workers that believe to own a
partition (one was taken for dead) the second waits, and then sees what was written.
"""

from collections.abc import Sequence
from typing import Final

import asyncpg
from msgspec import Struct

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import Batch, storable_problem, version_of
from copydesk.sinks.postgres_errors import UNWRITABLE_VALUE
from copydesk.sinks.postgres_rows import Row, UnwritableError, dead_row, quote_rows, row_of
from copydesk.sinks.postgres_schema import NAMES, QUOTES

_COLUMNS: Final = ", ".join(NAMES)
_STAGING: Final = (
    f"CREATE TEMPORARY TABLE staging ON COMMIT DELETE ROWS AS SELECT {_COLUMNS}, false AS again"  # noqa: S608  fixed names  # nosec B608
    " FROM articles WITH NO DATA"
)
_LOCK_OFFSET: Final = (
    "INSERT INTO offsets AS held VALUES ($1, $2, 0) ON CONFLICT (topic, partition)"
    " DO UPDATE SET next_offset = held.next_offset RETURNING next_offset"
)
_SET_OFFSET: Final = (
    "UPDATE offsets SET next_offset = greatest(next_offset, $3) WHERE topic = $1 AND partition = $2"
)
_COMMITTED: Final = "SELECT next_offset FROM offsets WHERE topic = $1 AND partition = $2"

# A record below the stored offset (`again`, $1) replaces only an older one; any other also one as new as itself.
_NEWER: Final = (
    "({new}.version_at, {new}.version_offset, NOT $1) > (held.version_at, held.version_offset, false)"
)
# What changes nothing is left out before the upsert, whose own WHERE matters only when another session wrote
# the same article meanwhile: an upsert locks each row that it then leaves alone, and its search words would be
# computed for nothing. In the order of ids, so that two sessions do not wait for one another crosswise.
_UPSERT: Final = (
    f"INSERT INTO articles AS held ({_COLUMNS}, search)"  # noqa: S608  fixed names  # nosec B608
    f" SELECT {_COLUMNS}, article_search(headline, article_body) FROM (SELECT * FROM staging WHERE again = $1"
    " AND NOT EXISTS (SELECT FROM articles AS held WHERE held.id = staging.id"
    f" AND NOT {_NEWER.format(new='staging')}) ORDER BY id) AS new ON CONFLICT (id) DO UPDATE SET"
    f" {', '.join(f'{name} = excluded.{name}' for name in (*NAMES, 'search') if name != 'id')}"
    f" WHERE {_NEWER.format(new='excluded')} RETURNING id"
)
_FORGET_QUOTES: Final = "DELETE FROM quotes WHERE article_id = ANY($1::text[])"
_QUOTE_COLUMNS: Final = [name.strip('"') for name, _ in QUOTES]
_DEAD_LETTERS: Final = (
    "INSERT INTO dead_letters SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::timestamptz[],"
    ' $5::text[], $6::text[], $7::text[], $8::text[]) ORDER BY 1, 2, 3 ON CONFLICT (topic, partition, "offset")'
    " DO UPDATE SET timestamp = excluded.timestamp, reason = excluded.reason, stage = excluded.stage,"
    " detail = excluded.detail, version = excluded.version"
)


class _Item(Struct, frozen=True):
    """A record that can be tried: its place in the batch and in the topic, and its row."""

    index: int
    offset: int
    record: Record
    row: Row


async def prepare(connection: asyncpg.Connection) -> None:
    """Make what every batch of the session needs."""
    await connection.execute(_STAGING)


async def committed(connection: asyncpg.Connection, topic: str, partition: int) -> int | None:
    """Return the stored next offset of a partition, or None."""
    found: int | None = await connection.fetchval(_COMMITTED, topic, partition)
    return found


async def write(connection: asyncpg.Connection, batch: Batch) -> dict[int, str]:
    """Write a batch; return what was refused: index to why.

    Errors: those of asyncpg; whether anything was written is then unknown, and its offset tells.
    """
    items, refused = _items(batch)
    try:
        await _transaction(connection, batch, items, in_parts=False)
    except UNWRITABLE_VALUE:
        await connection.execute("ROLLBACK")
        refused |= await _transaction(connection, batch, items, in_parts=True)
    return refused


def _items(batch: Batch) -> tuple[list[_Item], dict[int, str]]:
    """Make the rows; what cannot be one is refused."""
    items, refused = [], {}
    for index, (offset, record) in enumerate(batch.records):
        problem = storable_problem(record)
        if problem is None:
            try:
                items.append(_Item(index, offset, record, row_of(record)))
            except UnwritableError as error:
                problem = str(error)
        if problem is not None:
            refused[index] = problem
    return items, refused


async def _transaction(
    connection: asyncpg.Connection, batch: Batch, items: Sequence[_Item], *, in_parts: bool
) -> dict[int, str]:
    """Write a batch in a transaction; `in_parts` finds out what is refused, at the cost of many statements."""
    await connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    stored: int = await connection.fetchval(_LOCK_OFFSET, batch.topic, batch.partition)
    refused = {}
    if in_parts:
        refused = await _store_in_parts(connection, items, stored)
    else:
        await _store(connection, items, stored)
    await _store_dead_letters(connection, [letter for _, letter in batch.dead_letters])
    await connection.execute(_SET_OFFSET, batch.topic, batch.partition, batch.next_offset)
    await connection.execute("COMMIT")
    return refused


async def _store(connection: asyncpg.Connection, items: Sequence[_Item], stored: int) -> None:
    """Write records, the newest of each id; a statement may not touch a row twice."""
    newest: dict[str, _Item] = {}
    for item in items:
        held = newest.get(item.record.id)
        if held is None or _replaces(item, held, again=item.offset < stored):
            newest[item.record.id] = item
    if not newest:
        return
    await connection.copy_records_to_table(
        "staging",
        schema_name="pg_temp",
        columns=[*NAMES, "again"],
        records=[(*item.row, item.offset < stored) for item in newest.values()],
    )
    for again in {item.offset < stored for item in newest.values()}:
        written = [row["id"] for row in await connection.fetch(_UPSERT, again)]
        await _store_quotes(connection, [newest[each].record for each in written])


async def _store_quotes(connection: asyncpg.Connection, records: Sequence[Record]) -> None:
    """Put the quotes of records that were written in the place of those that were there."""
    if not records:
        return
    await connection.execute(_FORGET_QUOTES, [record.id for record in records])
    rows = [row for record in records for row in quote_rows(record)]
    if rows:
        await connection.copy_records_to_table("quotes", columns=_QUOTE_COLUMNS, records=rows)


def _replaces(item: _Item, held: _Item, *, again: bool) -> bool:
    new, old = version_of(item.record), version_of(held.record)
    return new > old if again else new >= old


async def _store_in_parts(
    connection: asyncpg.Connection, items: Sequence[_Item], stored: int
) -> dict[int, str]:
    """Write records, and in halves where they cannot all be written; return what is refused.

    Parts are written in the order of offsets, so an older version is there where the newer one is refused.
    """
    await connection.execute("SAVEPOINT part")
    try:
        await _store(connection, items, stored)
    except UNWRITABLE_VALUE as error:
        await connection.execute("ROLLBACK TO part")
        if len(items) == 1:
            return {items[0].index: f"PostgreSQL cannot hold it: {type(error).__name__}"}
        middle = len(items) // 2
        return {
            **await _store_in_parts(connection, items[:middle], stored),
            **await _store_in_parts(connection, items[middle:], stored),
        }
    await connection.execute("TRUNCATE staging")
    await connection.execute("RELEASE part")
    return {}


async def _store_dead_letters(connection: asyncpg.Connection, letters: Sequence[DeadLetter]) -> None:
    """Write dead letters, the last of each message that died."""
    rows = {(one.topic, one.partition, one.offset): dead_row(one) for one in letters}
    if rows:
        await connection.execute(_DEAD_LETTERS, *map(list, zip(*rows.values(), strict=True)))
