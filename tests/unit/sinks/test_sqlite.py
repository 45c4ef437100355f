"""The SQLite sink beyond the contract of all sinks: its file, tables, index and errors."""

import sqlite3
from pathlib import Path

import pytest

from copydesk.article import Author
from copydesk.ledger import Kind, Span
from copydesk.record import Mention, Publisher, Quality, Quote, Record
from copydesk.sinks import sqlite_schema
from copydesk.sinks.sqlite import row_of
from copydesk.sinks.sqlite_schema import (
    APPLICATION_ID,
    COMPUTED,
    COMPUTED_SINCE_3,
    COMPUTED_SINCE_4,
    MIGRATIONS,
    STORED,
)
from tests.making import clustered, record
from tests.sqlite import rows, stored

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
        (
            "a",
            "Rain at last",
            "2026-05-04",
            "news.example",
            0.5,
            "articles.raw",
            "2026-05-04T12:00:00.000000Z",
        )
    ]


def test_every_field_of_a_record_has_a_column() -> None:
    """No field of the record is without a column, or columns with its prefix, of its own."""
    columns = {name for name, _ in STORED + COMPUTED + COMPUTED_SINCE_3 + COMPUTED_SINCE_4}
    for field in Record.__struct_fields__:
        assert field in columns or any(column.startswith(f"{field}_") for column in columns), field
    assert len(row_of(FULL)) == len(STORED)


def test_clusters_are_columns_and_a_view(tmp_path: Path) -> None:
    """The cluster's fields can be asked for, NULL where there is none; `clusters` has a row for each."""
    stored(
        tmp_path / "a.db",
        [
            record("z"),
            clustered("a", "first", 1.0, "one.example"),
            clustered("b", "duplicate", 0.75, "other.example"),
        ],
    )
    sql = "SELECT id, cluster_id, cluster_role, cluster_similarity, cluster_first_seen FROM articles ORDER BY id"
    assert rows(tmp_path / "a.db", sql) == [
        ("a", "a", "first", 1.0, "2026-05-04T12:00:00Z"),
        ("b", "a", "duplicate", 0.75, "2026-05-04T12:00:00Z"),
        ("z", None, None, None, None),
    ]
    assert rows(tmp_path / "a.db", "SELECT * FROM clusters") == [("a", "2026-05-04T12:00:00Z", 2, 2, 0.75)]


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


def test_quotes_are_rows_of_their_own(tmp_path: Path) -> None:
    """`quotes` has a row for each, those of the newest version of an article only, and none of one that is deleted."""
    said = Quote(
        text="It rained.", span=(1, 11), confidence=0.9, speaker="Ana Weir", cue="said", source="BBC"
    )
    unknown = Quote(text="It did.", span=(20, 27), confidence=0.6)
    path = tmp_path / "a.db"
    stored(path, [record("a", 0, quotes=(unknown,)), record("b", 1, quotes=(unknown,)), record("c", 2)])
    stored(path, [record("a", 3, quotes=(said, unknown))])
    assert rows(path, "SELECT * FROM quotes ORDER BY article_id, number") == [
        ("a", 0, "Ana Weir", "said", "BBC", "It rained.", 1, 11, 0.9),
        ("a", 1, None, None, None, "It did.", 20, 27, 0.6),
        ("b", 0, None, None, None, "It did.", 20, 27, 0.6),
    ]
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM articles WHERE id = 'a'")
    connection.commit()
    connection.close()
    assert rows(path, "SELECT article_id FROM quotes") == [("b",)]


def test_a_file_of_before_quotes_and_mentions_gets_their_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quotes and mentions of records that an older version stored are rows after the migration."""
    path = tmp_path / "a.db"
    quote = Quote(text="It rained.", span=(1, 11), confidence=0.9)
    ayr = Mention(name="Ayr", type="Place", spans=((12, 15),), score=0.8)
    with monkeypatch.context() as older:
        older.setattr(sqlite_schema, "MIGRATIONS", MIGRATIONS[:4])
        stored(path, [record("a", 0, quotes=(quote,), mentions=(ayr,))])
    stored(path, [])
    assert rows(path, "SELECT article_id, text FROM quotes") == [("a", "It rained.")]
    assert rows(path, "SELECT article_id, name FROM article_mentions") == [("a", "Ayr")]


def test_mentions_are_rows_that_follow_their_article(tmp_path: Path) -> None:
    """Who is named is looked up by an index; an update replaces an article's rows, a deletion takes them along."""
    path = tmp_path / "a.db"
    ana = Mention(name="Ana Weir", type="Person", spans=((0, 8), (20, 24)), score=0.9, aliases=("Weir",))
    ayr = Mention(name="Ayr", type="Place", spans=((12, 15),), score=0.8)
    sql = "SELECT article_id, name, type, score, places, aliases FROM article_mentions ORDER BY article_id, number"
    stored(path, [record("a", 0, mentions=(ana, ayr)), record("b", 1)])
    assert rows(path, sql) == [
        ("a", "Ana Weir", "Person", 0.9, 2, '["Weir"]'),
        ("a", "Ayr", "Place", 0.8, 1, None),
    ]
    plan = rows(path, "EXPLAIN QUERY PLAN SELECT article_id FROM article_mentions WHERE name = 'Ayr'")
    assert "article_mentions_by_name" in plan[0][3]
    stored(path, [record("a", 2, mentions=(ayr,)), record("b", 3, mentions=(ana,))])
    assert [row[:2] for row in rows(path, sql)] == [("a", "Ayr"), ("b", "Ana Weir")]
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM articles WHERE id = 'b'")
    connection.commit()
    connection.close()
    assert [row[:2] for row in rows(path, sql)] == [("a", "Ayr")]


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
