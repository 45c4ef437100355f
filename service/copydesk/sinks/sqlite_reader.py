"""Reading what the SQLite sink stored, without ever changing it."""

import sqlite3
from pathlib import Path
from typing import Any, Final, Self, TypeAlias

from copydesk.record import Record, read_record
from copydesk.sinks.base import SinkUnavailable
from copydesk.sinks.sqlite_errors import unavailable, unopenable
from copydesk.sinks.sqlite_schema import check_ours, has_full_text

_LARGEST: Final = 2**63 - 1
Rows: TypeAlias = list[tuple[Any, ...]]


class RecordReader:
    """Reads records from an SQLite sink's file; usable while a sink writes to it, and as a context manager.

    Errors of every call: SinkError, saying what is wrong with the file and what to do.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = str(path)
        if not Path(path).is_file():
            raise SinkUnavailable(
                f"database {path}: there is no such file; publish some articles first, or set sqlite.path"
            )
        try:
            self._connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)
        except sqlite3.Error as error:
            raise unopenable(self._path, error) from error
        try:
            check_ours(self._connection, self._path, may_be_empty=False)
        except BaseException as error:
            self._connection.close()
            if isinstance(error, sqlite3.Error):
                raise unopenable(self._path, error) from error
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def count(
        self,
        *,
        query: str | None = None,
        language: str | None = None,
        site: str | None = None,
        since: str | None = None,
    ) -> int:
        """Return how many records match; all of them without a condition."""
        rows = self._select(
            "count(*)",
            "",
            _trimmed(query),
            {"in_language =": language, "publisher_domain =": site, "date_published >=": since},
        )
        return int(rows[0][0])

    def get(self, article_id: str) -> Record | None:
        """Return the record of an id, whole as it was written, or None."""
        rows = self._rows("SELECT record FROM articles WHERE id = ?", (article_id,))
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
        """Return records, the latest published first and those without a date last; with `query`, the best match first.

        `query` is an FTS5 expression over headline and body ("digital AND china*"); what is not one is taken
        as words that must all occur. Chinese and Japanese text is indexed by whole runs, so only those are found.
        `language` is matched as stored, `site` is a publisher's domain, `since` a date like "2018-04-23", compared
        with the date as it was written.
        """
        query = _trimmed(query)
        order = (
            "bm25(articles_fts, 3.0), articles.row"
            if query
            else "date_published DESC NULLS LAST, articles.row DESC"
        )
        tail = f"ORDER BY {order} LIMIT {min(max(limit, 0), _LARGEST)} OFFSET {min(max(offset, 0), _LARGEST)}"
        rows = self._select(
            "record",
            tail,
            query,
            {"in_language =": language, "publisher_domain =": site, "date_published >=": since},
        )
        return tuple(read_record(row[0]) for row in rows)

    def _select(self, what: str, tail: str, query: str, conditions: dict[str, str | None]) -> Rows:
        used = {f"{text} ?": value for text, value in conditions.items() if value}
        where = f"WHERE {' AND '.join(used)}" if used else ""
        if not query:
            return self._rows(f"SELECT {what} FROM articles {where} {tail}", tuple(used.values()))  # noqa: S608  fixed texts  # nosec B608
        if not has_full_text(self._connection):
            raise SinkUnavailable(
                f"database {self._path}: it has no full-text index; set sqlite.full_text and open the sink"
            )
        where = " AND ".join(("WHERE articles_fts MATCH ?", *used))
        sql = f"SELECT {what} FROM articles_fts JOIN articles ON articles.row = articles_fts.rowid {where} {tail}"  # noqa: S608  # nosec B608
        try:
            return self._connection.execute(sql, (query, *used.values())).fetchall()
        except sqlite3.Error as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise unavailable(self._path, error) from error
        return self._rows(sql, (_as_words(query), *used.values()))  # what FTS5 cannot parse is words

    def _rows(self, sql: str, values: tuple[Any, ...]) -> Rows:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise unavailable(self._path, error) from error


def _trimmed(query: str | None) -> str:
    return (query or "").replace("\0", " ").strip()


def _as_words(query: str) -> str:
    """Return `query` as an FTS5 expression in which each word stands for itself."""
    quoted = ('"' + word.replace('"', '""') + '"' for word in query.split())
    return " ".join(quoted)
