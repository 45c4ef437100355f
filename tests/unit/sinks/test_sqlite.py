"""The SQLite sink beyond the contract of all sinks: its file, tables, index and errors."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from copydesk.article import Author
from copydesk.ledger import Kind, Span
from copydesk.record import Ingest, Publisher, Quality, Record
from copydesk.sinks.base import Batch, SinkMisconfigured, SinkRefused, SinkUnavailable
from copydesk.sinks.sqlite import SqliteSink, row_of
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_schema import (
    APPLICATION_ID,
    COMPUTED,
    COMPUTED_SINCE_3,
    COMPUTED_SINCE_4,
    MIGRATIONS,
    STORED,
)

MOMENT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def record(article_id: str = "a", offset: int = 0, body: str = "Rain fell.", **fields: Any) -> Record:
    """Make a record of one paragraph."""
    given: dict[str, Any] = {
        "id": article_id,
        "schema_version": 1,
        "article_body": body,
        "paragraphs": (body,),
        "word_count": 2,
        "reading_time_seconds": 1,
        "fingerprint": "v1:",
        "removed": (),
        "ingest": Ingest(
            topic="raw",
            partition=0,
            offset=offset,
            timestamp=MOMENT,
            processed_at=MOMENT,
            pipeline_version="1",
        ),
    }
    return Record(**(given | fields))


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


FULL = record(
    url="https://news.example/a",
    headline="Rain at last",
    author=(Author(name="Ana Weir"),),
    date_published="2026-05-04",
    in_language="en",
    publisher=Publisher(name="The Gauge", domain="news.example"),
    keywords=("rain",),
    quality=Quality(0.5, {"words": 2.0}),
    removed=(Span(0, 4, Kind.SHARE, "share.buttons", 0.9), Span(9, 12, Kind.TAGS, "tags.list", 0.8)),
    extra={"desk": "weather"},
)


def test_scalar_fields_are_columns(tmp_path: Path) -> None:
    """Each scalar field is a column of its snake_case name, publisher and ingest with their prefix."""
    stored(tmp_path / "a.db", [FULL])
    sql = "SELECT id, headline, date_published, publisher_domain, quality_score, ingest_topic, ingest_timestamp FROM articles"
    assert rows(tmp_path / "a.db", sql) == [
        ("a", "Rain at last", "2026-05-04", "news.example", 0.5, "raw", "2026-05-04T12:00:00.000000Z")
    ]


def test_every_field_of_a_record_has_a_column() -> None:
    """No field of the record is without a column, or columns with its prefix, of its own."""
    columns = {name for name, _ in STORED + COMPUTED + COMPUTED_SINCE_3 + COMPUTED_SINCE_4}
    for field in Record.__struct_fields__:
        assert field in columns or any(column.startswith(f"{field}_") for column in columns), field
    assert len(row_of(FULL)) == len(STORED)


def test_structured_fields_are_json_columns(tmp_path: Path) -> None:
    """Structured fields are columns of JSON, absent ones NULL; the body is a column of text."""
    stored(tmp_path / "a.db", [FULL])
    sql = "SELECT author, keywords, extra, mentions, article_body FROM articles"
    assert rows(tmp_path / "a.db", sql) == [
        ('[{"name":"Ana Weir"}]', '["rain"]', '{"desk":"weather"}', None, "Rain fell.")
    ]


def test_other_forms_of_the_text_are_columns(tmp_path: Path) -> None:
    """HTML and Markdown are read out of the record, NULL where it has none."""
    html = record("b", 1, article_body_html="<p>Rain fell.</p>", article_body_markdown="Rain fell.")
    stored(tmp_path / "a.db", [FULL, html])
    sql = "SELECT article_body_html, article_body_markdown FROM articles ORDER BY id"
    assert rows(tmp_path / "a.db", sql) == [(None, None), ("<p>Rain fell.</p>", "Rain fell.")]


def test_the_ledger_is_rows_of_a_view(tmp_path: Path) -> None:
    """`removed_spans` has a row for each span of each record's ledger."""
    stored(tmp_path / "a.db", [FULL, record("b", 1)])
    assert rows(tmp_path / "a.db", "SELECT * FROM removed_spans") == [
        ("a", "share", "share.buttons", 0, 4, 0.9),
        ("a", "tags", "tags.list", 9, 12, 0.8),
    ]


def test_the_full_text_index_follows_updates_and_deletions(tmp_path: Path) -> None:
    """Search finds the words of the present text only, and the index stays consistent with the table."""
    path = tmp_path / "a.db"
    stored(
        path, [record("a", 0, "sleet and hail"), record("a", 1, "sun at noon"), record("b", 2, "hail again")]
    )
    search = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH '{}'"
    assert len(rows(path, search.format("hail"))) == 1
    assert len(rows(path, search.format("noon"))) == 1
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM articles WHERE id = 'b'")
    connection.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    connection.commit()
    connection.close()
    assert rows(path, search.format("hail")) == []


def test_the_full_text_index_can_be_turned_off_and_on(tmp_path: Path) -> None:
    """Without the option nothing is indexed; turned on later, what is there is indexed at once."""
    path = tmp_path / "a.db"
    sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'rain OR snow'"
    stored(path, [record()], full_text=False)
    assert rows(path, sql) == [(0,)]
    stored(path, [record("b", 1, "Snow fell.")])
    assert rows(path, sql) == [(2,)]
    stored(path, [], full_text=False)
    assert rows(path, sql) == [(0,)]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """The file carries the program's id and the version of its tables, and uses a write-ahead log."""
    stored(tmp_path / "a.db", [])
    assert rows(tmp_path / "a.db", "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows(tmp_path / "a.db", "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert rows(tmp_path / "a.db", "PRAGMA journal_mode") == [("wal",)]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """A file in a folder that is not there yet is made with it."""
    stored(tmp_path / "x" / "y" / "a.db", [record()])
    assert rows(tmp_path / "x" / "y" / "a.db", "SELECT count(*) FROM articles") == [(1,)]


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    """A file whose tables are newer than this program is left alone, with what to do."""
    path = tmp_path / "a.db"
    stored(path, [])
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(SinkMisconfigured, match=r"its version is 99.*install a newer Copydesk"):
        opened(path)


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """A database that is not ours is not touched."""
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    with pytest.raises(SinkMisconfigured, match=r"not one of Copydesk's"):
        opened(path)
    assert rows(path, "SELECT name FROM sqlite_schema") == [("theirs",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A file of something else is named, with the setting that changes it."""
    path = tmp_path / "a.db"
    path.write_bytes(b"these are not the tables you are looking for" * 100)
    with pytest.raises(SinkMisconfigured, match=r"a\.db: it is not an SQLite database; set sqlite\.path"):
        opened(path)


def test_a_folder_in_the_place_of_the_file_is_unavailable(tmp_path: Path) -> None:
    """A path that cannot be opened says so and what to check."""
    with pytest.raises(SinkMisconfigured, match="cannot be opened; check that its folder exists"):
        opened(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(SinkMisconfigured, match="database "):
        opened(tmp_path / "file" / "a.db")


def test_without_a_path_it_is_unavailable() -> None:
    """A sink whose path was left empty says which setting is missing, and writes nowhere."""
    with pytest.raises(SinkMisconfigured, match=r"set sqlite\.path"):
        SqliteSink(SqliteOptions()).open()


def test_a_locked_file_is_unavailable_and_nothing_is_lost(tmp_path: Path) -> None:
    """While another process writes, the batch is refused as a whole; written later, it is all there."""
    path = tmp_path / "a.db"
    sink = opened(path, busy_timeout_s=0.0)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(SinkUnavailable, match=r"locked; .*busy_timeout_s"):
        sink.write(Batch("t", 0, ((0, record()),), 1))
    other.execute("ROLLBACK")
    other.close()
    assert sink.committed("t", 0) is None
    sink.write(Batch("t", 0, ((0, record()),), 1))
    sink.close()
    assert rows(path, "SELECT count(*) FROM articles") == [(1,)]


def test_a_full_disk_leaves_nothing_of_the_batch(tmp_path: Path) -> None:
    """When the file cannot grow the batch is rolled back, offset included, and written whole once it can."""
    path = tmp_path / "a.db"
    sink = opened(path)
    connection = sink._connection
    assert connection is not None
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    batch = Batch("t", 0, tuple((n, record(str(n), n, f"word{n} " * 2000)) for n in range(20)), 20)
    with pytest.raises(SinkUnavailable, match="disk is full; free some space"):
        sink.write(batch)
    assert sink.committed("t", 0) is None
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    connection.execute("PRAGMA max_page_count = 100000")
    sink.write(batch)
    sink.close()
    assert rows(path, "SELECT count(*) FROM articles") == [(20,)]


def test_a_number_too_large_for_a_column_is_refused(tmp_path: Path) -> None:
    """An integer beyond 64 bits refuses its record alone, and the detail holds no article text."""
    sink = opened(tmp_path / "a.db")
    batch = Batch("t", 0, ((0, record("big", word_count=2**64 - 1)), (1, record("ok", 1))), 2)
    with pytest.raises(SinkRefused) as refused:
        sink.write(batch)
    assert refused.value.refused == {0: "SQLite cannot hold it: OverflowError"}
    sink.close()
    assert rows(tmp_path / "a.db", "SELECT id FROM articles") == [("ok",)]


def test_a_lone_surrogate_is_refused(tmp_path: Path) -> None:
    """Text that is not Unicode refuses its record alone."""
    sink = opened(tmp_path / "a.db")
    with pytest.raises(SinkRefused) as refused:
        sink.write(Batch("t", 0, ((0, record("bad", headline="\ud800")), (1, record("ok", 1))), 2))
    assert refused.value.refused == {0: "SQLite cannot hold it: UnicodeEncodeError"}
    sink.close()


def test_a_killed_transaction_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """What an unfinished transaction wrote is not seen by others and is gone when its connection is."""
    path = tmp_path / "a.db"
    stored(path, [record()])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE articles SET headline = 'half'")
    assert rows(path, "SELECT headline FROM articles") == [(None,)]
    other.close()
    assert rows(path, "SELECT headline FROM articles") == [(None,)]


def test_all_calls_may_come_from_one_worker_thread(tmp_path: Path) -> None:
    """The sink is opened, written and closed in a thread other than the one that made it."""
    sink = SqliteSink(SqliteOptions(path=str(tmp_path / "a.db")))

    def work() -> None:
        sink.open()
        sink.write(Batch("t", 0, ((0, record()),), 1))
        sink.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert rows(tmp_path / "a.db", "SELECT id FROM articles") == [("a",)]
