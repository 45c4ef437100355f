"""Reading what the PostgreSQL sink stored, without ever changing it."""

import asyncio
import re
from typing import Any, Final, Self, TypeAlias

import asyncpg

from copydesk.record import Record, read_record
from copydesk.sinks.base import SinkUnavailable
from copydesk.sinks.moments import moment_of
from copydesk.sinks.postgres_connection import connect
from copydesk.sinks.postgres_errors import FAILURES, unavailable, unopenable
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_schema import version_of_schema

_AND: Final = re.compile(r"\bAND\b")
"""Said in other stores; here all words must occur anyway, and "and" is one."""
_LARGEST: Final = 2**63 - 1
Rows: TypeAlias = list[asyncpg.Record]


class PostgresReader:
    """Reads records from a PostgreSQL sink's schema; see `Reader`. The role needs to read only.

    `query` is what people type into a search field: words that must all occur, "a phrase", OR, -without.
    """

    def __init__(self, options: PostgresOptions) -> None:
        self._options = options
        self._runner = asyncio.Runner()
        try:
            self._connection = self._runner.run(self._opened())
        except BaseException as error:
            self._runner.close()
            if isinstance(error, FAILURES):
                raise unopenable(options, error) from error
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the server."""
        self._connection.terminate()
        self._runner.close()

    def count(
        self,
        *,
        query: str | None = None,
        language: str | None = None,
        site: str | None = None,
        since: str | None = None,
    ) -> int:
        """Return how many records match; all of them without a condition."""
        where, values = _conditions(query, language, site, since)
        return int(self._rows(f"SELECT count(*) FROM articles {where}", *values)[0][0])  # noqa: S608  fixed texts  # nosec B608

    def get(self, article_id: str) -> Record | None:
        """Return the record of an id, whole as it was written, or None."""
        if "\0" in article_id:
            return None
        rows = self._rows("SELECT record FROM articles WHERE id = $1", article_id)
        return read_record(rows[0][0]) if rows else None

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
        """Return records, the latest published first and those without a date last; with `query`, the best match first."""
        where, values = _conditions(query, language, site, since)
        order = "published_at DESC NULLS LAST, version_at DESC, id"
        if "search @@" in where:
            order = "ts_rank(search, websearch_to_tsquery('simple', $1)) DESC, id"
        pages = f"LIMIT {min(max(limit, 0), _LARGEST)} OFFSET {min(max(offset, 0), _LARGEST)}"
        sql = f"SELECT record FROM articles {where} ORDER BY {order} {pages}"  # noqa: S608  fixed texts  # nosec B608
        return tuple(read_record(row[0]) for row in self._rows(sql, *values))

    async def _opened(self) -> asyncpg.Connection:
        connection = await connect(self._options)
        try:
            await connection.execute("SET default_transaction_read_only = on")
            if not await version_of_schema(connection, self._options):
                raise SinkUnavailable(  # noqa: TRY301
                    f"PostgreSQL {self._options.place}: schema {self._options.schema} has no articles yet;"
                    " publish some first, or set postgres.schema"
                )
        except BaseException:
            connection.terminate()
            raise
        return connection

    def _rows(self, sql: str, *values: Any) -> Rows:
        try:
            return self._runner.run(self._connection.fetch(sql, *values))
        except FAILURES as error:
            raise unavailable(self._options, error) from error


def _conditions(
    query: str | None, language: str | None, site: str | None, since: str | None
) -> tuple[str, list[Any]]:
    """Return a WHERE clause, or nothing, and its values; the query, where there is one, is the first."""
    words = _AND.sub(" ", (query or "").replace("\0", " ")).strip()
    moment = since and (moment_of(since) or moment_of(since[:10]))
    given = {
        "search @@ websearch_to_tsquery('simple', {})": words,
        "in_language = {}": language,
        "publisher_domain = {}": site,
        "published_at >= {}": moment,
    }
    used = [(text, value) for text, value in given.items() if value]
    texts = [text.format(f"${number}") for number, (text, _) in enumerate(used, 1)]
    return f"WHERE {' AND '.join(texts)}" if used else "", [value for _, value in used]
