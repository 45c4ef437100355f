"""What the PostgreSQL sink stores and how it can be asked: columns, search, views, roles, what it refuses."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import msgspec
import pytest

from copydesk.article import Author
from copydesk.ledger import Kind, Span
from copydesk.record import LanguagePart, Mention, Publisher, Quality, Quote, Record, Truncated
from copydesk.sinks.base import Batch, SinkRefused
from copydesk.sinks.postgres import PostgresSink
from tests.making import START, TOPIC, batch, clustered, letter, record
from tests.postgres.server import INIT, PostgresServer

pytestmark = pytest.mark.postgres

FULL = record(
    url="https://news.example/a",
    headline="Rain at last",
    author=(Author(name="Ana Weir"),),
    date_published="2026-05-04T10:02:00+02:00",
    date_published_precision="second",
    date_modified="2026-05",
    in_language="en",
    publisher=Publisher(name="The Gauge", domain="news.example"),
    keywords=("rain",),
    quality=Quality(0.5, {"words": 2.0}),
    removed=(Span(0, 4, Kind.SHARE, "share.buttons", 0.9), Span(9, 12, Kind.TAGS, "tags.list", 0.8)),
    extra={"desk": "weather"},
)


class Store:
    """An open sink on a schema of its own, and what is in it."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self.schema = server.new_schema()
        self.sink = PostgresSink(server.options(self.schema))
        self.sink.open()

    def write(self, *records: Record) -> dict[int, str]:
        """Write records with offsets that count on; return what was refused."""
        first = self.sink.committed(TOPIC, 0) or 0
        try:
            self.sink.write(batch(*enumerate(records, first)))
        except SinkRefused as refused:
            return refused.refused
        return {}

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of a query, in which {} is the schema."""
        return [tuple(row) for row in self.server.run(sql.format(self.schema), *values)]


@pytest.fixture
def store(postgres_server: PostgresServer) -> Iterator[Store]:
    """An empty store."""
    made = Store(postgres_server)
    yield made
    made.sink.close()


def test_fields_are_typed_columns(store: Store) -> None:
    """Scalar fields are columns of their own; dates also as moments, the earliest that a date may mean."""
    store.write(FULL)
    sql = (
        "SELECT headline, date_published, published_at, date_modified, modified_at, publisher_domain,"
        " quality_score, ingest_timestamp, word_count FROM {}.articles"
    )
    assert store.ask(sql) == [
        ("Rain at last", "2026-05-04T10:02:00+02:00", datetime(2026, 5, 4, 8, 2, tzinfo=UTC), "2026-05",
         datetime(2026, 5, 1, tzinfo=UTC), "news.example", 0.5, datetime(2026, 5, 4, 12, tzinfo=UTC), 2)
    ]  # fmt: skip


def test_lists_and_objects_can_be_asked_inside(store: Store) -> None:
    """Structured fields are jsonb, with an index or operator of PostgreSQL's at hand; the record is there whole."""
    store.write(FULL)
    sql = (
        "SELECT author -> 0 ->> 'name', keywords ? 'rain', removed -> 1 ->> 'kind', extra ->> 'desk',"
        " record ->> 'articleBody' FROM {}.articles"
    )
    assert store.ask(sql) == [("Ana Weir", True, "tags", "weather", "Rain fell.")]


def test_quotes_are_rows_of_their_own(store: Store) -> None:
    """`quotes` has a row for each, those of the newest version of an article only, and none of one that is deleted."""
    said = Quote(
        text="It rained.", span=(1, 11), confidence=0.9, speaker="Ana Weir", cue="said", source="BBC"
    )
    unknown = Quote(text="It did.", span=(20, 27), confidence=0.6)
    store.write(record("a", 0, quotes=(unknown,)), record("b", 1, quotes=(unknown,)), record("c", 2))
    store.write(record("a", 3, quotes=(said, unknown)))
    store.write(record("b", 0, quotes=(said,)))
    assert store.ask("SELECT * FROM {}.quotes ORDER BY article_id, number") == [
        ("a", 0, "Ana Weir", "said", "BBC", "It rained.", 1, 11, 0.9),
        ("a", 1, None, None, None, "It did.", 20, 27, 0.6),
        ("b", 0, None, None, None, "It did.", 20, 27, 0.6),
    ]
    store.ask("DELETE FROM {}.articles WHERE id = 'a'")
    assert store.ask("SELECT article_id FROM {}.quotes") == [("b",)]


def test_a_quote_that_cannot_be_held_is_refused_alone(store: Store) -> None:
    """A NUL in a quote refuses its record and no other, and leaves nothing of it."""
    nul = Quote(text="It\0rained.", span=(1, 11), confidence=0.9)
    refused = store.write(record("a", 0), record("b", 1, quotes=(nul,)), record("c", 2))
    assert list(refused) == [1]
    assert store.ask("SELECT id FROM {}.articles ORDER BY id") == [("a",), ("c",)]


def test_script_languages_and_truncated_are_columns(store: Store) -> None:
    """What was told of the text is a column each, NULL where there is none."""
    told = record(
        "b",
        1,
        script="Latn",
        languages=(LanguagePart("en", 0.8, (0,)), LanguagePart("no", 0.2, (1,))),
        truncated=Truncated("read-more-end", "Read more", 0.85),
    )
    store.write(record("a", 0), told)
    sql = "SELECT script, languages -> 1 ->> 'language', truncated ->> 'rule' FROM {}.articles ORDER BY id"
    assert store.ask(sql) == [(None, None, None), ("Latn", "no", "read-more-end")]


def test_clusters_are_columns_and_a_view(store: Store) -> None:
    """The cluster's fields are typed columns, null where there is none; `clusters` has a row for each."""
    store.write(
        record("z"),
        clustered("a", "first", 1.0, "one.example"),
        clustered("b", "duplicate", 0.75, "other.example"),
    )
    sql = "SELECT id, cluster_id, cluster_role, cluster_similarity, cluster_first_seen FROM {}.articles ORDER BY id"
    assert store.ask(sql) == [
        ("a", "a", "first", 1.0, START), ("b", "a", "duplicate", 0.75, START), ("z", None, None, None, None),
    ]  # fmt: skip
    assert store.ask("SELECT * FROM {}.clusters") == [("a", START, 2, 2, 0.75)]


def test_a_nul_in_foreign_fields_spoils_no_query(store: Store) -> None:
    """No jsonb holds a NUL: such a record's extra is null there, whole in `record`, and the others can be asked."""
    nul = record("nul", 1, extra={"a": "x\0y"})
    spelt = record("spelt", 2, extra={"a": "\\u0000"})
    assert store.write(FULL, nul, spelt) == {}
    assert store.ask("SELECT id, extra ->> 'a' FROM {}.articles ORDER BY id") == [
        ("a", None), ("nul", None), ("spelt", "\\u0000"),
    ]  # fmt: skip
    whole = store.ask("SELECT record FROM {}.articles WHERE id = 'nul'")[0][0]
    assert msgspec.json.decode(whole, type=Record) == nul


def test_words_are_found_as_they_are_written(store: Store) -> None:
    """Search covers headline and body in any language, follows an update, and ranks a headline first."""
    store.write(
        record("a", 0, "Der Hafen lag still.", headline="Fähre"),
        record("b", 1, "Die Fähre legte ab. La grève continue."),
        record("c", 2, "A ferry left."),
    )
    sql = (
        "SELECT id FROM {}.articles, websearch_to_tsquery('simple', $1) AS wanted WHERE search @@ wanted"
        " ORDER BY ts_rank(search, wanted) DESC"
    )
    assert store.ask(sql, "FÄHRE") == [("a",), ("b",)]
    assert store.ask(sql, "grève -hafen") == [("b",)]
    store.write(record("b", 5, "Sun."))
    assert store.ask(sql, "Fähre") == [("a",)]


def test_a_text_too_long_for_the_index_is_kept_whole(store: Store) -> None:
    """A text with more words than an index entry holds is stored, and found by words of its beginning."""
    chance = random.Random(3)
    words = [f"{chance.getrandbits(60):x}" for _ in range(200_000)]
    assert store.write(record("long", 0, " ".join(words), headline="h" * 50_000)) == {}
    sql = "SELECT length(article_body) FROM {}.articles WHERE search @@ to_tsquery('simple', $1)"
    assert store.ask(sql, words[0]) == [(len(" ".join(words)),)]
    assert store.ask(sql, words[20_000]) == [(len(" ".join(words)),)]


def test_what_cannot_be_held_is_named_and_the_rest_is_written(store: Store) -> None:
    """Whatever PostgreSQL or its client refuses is found by its index in the batch, whatever stands around it."""
    chance = random.Random(5)
    long_id = "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(5000))  # an index holds 2.7 kB
    records = [record(f"a{n}", n) for n in range(40)]
    records[3] = record("nul", 3, author=(Author(name="a\0b"),))
    records[7] = record(long_id, 7)
    records[8] = record("large", 8, word_count=2**70)
    records[21] = record("half", 21, headline="\ud800")
    records[30] = record("a5", 30, "newer, but refused", publisher=Publisher(domain=long_id * 2))
    refused = store.write(*records)
    assert refused == {
        3: "author holds a NUL character",
        7: "PostgreSQL cannot hold it: ProgramLimitExceededError",
        8: "PostgreSQL cannot hold it: OverflowError",
        21: "PostgreSQL cannot hold it: UnicodeEncodeError",
        30: "PostgreSQL cannot hold it: ProgramLimitExceededError",
    }
    good = {one.id for n, one in enumerate(records) if n not in refused}
    assert {row[0] for row in store.ask("SELECT id FROM {}.articles")} == good
    assert store.ask("SELECT version_offset FROM {}.articles WHERE id = 'a5'") == [(5,)]
    assert store.sink.committed(TOPIC, 0) == 40


def test_a_replay_rewrites_nothing(store: Store) -> None:
    """Delivered again, records leave the rows as they are, on the disk too."""
    records = [(n, record(f"a{n}", n)) for n in range(20)]
    store.sink.write(batch(*records))
    before = store.ask("SELECT id, ctid::text, xmin::text, xmax::text FROM {}.articles")
    store.sink.write(batch(*records))
    assert store.ask("SELECT id, ctid::text, xmin::text, xmax::text FROM {}.articles") == before


def test_the_views_count(store: Store) -> None:
    """Removed spans by site and kind, dead letters by reason, articles by site and day."""
    other = record(
        "b",
        1,
        date_published="2026-05-04",
        publisher=Publisher(domain="news.example"),
        removed=FULL.removed[:1],
    )
    undated = record("c", 2)
    store.write(FULL, other, undated)
    store.sink.write(Batch("articles.dead", 0, (), 2, dead_letters=[(0, letter(7)), (1, letter(8))]))
    assert store.ask("SELECT * FROM {}.removed_spans ORDER BY article_id, start") == [
        ("a", "news.example", datetime(2026, 5, 4, 8, 2, tzinfo=UTC), "share", "share.buttons", 0, 4, 0.9),
        ("a", "news.example", datetime(2026, 5, 4, 8, 2, tzinfo=UTC), "tags", "tags.list", 9, 12, 0.8),
        ("b", "news.example", datetime(2026, 5, 4, tzinfo=UTC), "share", "share.buttons", 0, 4, 0.9),
    ]
    assert store.ask("SELECT site, kind, spans, articles, chars FROM {}.removed_by_site ORDER BY kind") == [
        ("news.example", "share", 2, 2, 8), ("news.example", "tags", 1, 1, 3),
    ]  # fmt: skip
    assert store.ask("SELECT reason, stage, dead_letters FROM {}.dead_letters_by_reason") == [
        ("empty_body", "normalise", 2)
    ]
    days = store.ask("SELECT site, day::text, articles, words FROM {}.articles_by_site_and_day ORDER BY site")
    assert days == [("news.example", "2026-05-04", 2, 4), (None, None, 1, 2)]


def test_mentions_are_asked_for_by_name_and_alias(store: Store) -> None:
    """The column finds articles by either; the view has a row for each mention."""
    ana = Mention(name="Ana Weir", type="Person", spans=((0, 8), (20, 24)), score=0.9, aliases=("Weir",))
    store.write(record("a", 0, mentions=(ana,)), record("b", 1))
    for asked in ('[{"name": "Ana Weir"}]', '[{"aliases": ["Weir"]}]', '[{"type": "Person"}]'):
        assert store.ask("SELECT id FROM {}.articles WHERE mentions @> $1::jsonb", asked) == [("a",)]
    sql = "SELECT article_id, name, type, score, places, aliases::text FROM {}.article_mentions"
    assert store.ask(sql) == [("a", "Ana Weir", "Person", 0.9, 2, '["Weir"]')]


def test_the_queries_of_the_readme_run(store: Store) -> None:
    """Each example query of the README runs on the tables as they are."""
    text = (INIT.parents[2] / "README.md").read_text().partition("```sql\n")[2].partition("```")[0]
    queries = [one for one in text.split(";") if "SELECT" in one]
    assert len(queries) == 10
    for query in queries:
        here = re.sub(r"\b(FROM) (\w+)", rf"\1 {store.schema}.\2", query)
        store.server.run(here)


def test_the_roles_have_no_right_they_do_not_need(postgres_server: PostgresServer) -> None:
    """As the documentation makes them, the sink's role writes in its schema only, and the reader's only reads."""
    sink = PostgresSink(postgres_server.options())
    sink.open()
    sink.write(batch((0, FULL)))
    sink.close()
    sql = "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = $1"

    def may(role: str, statement: str) -> bool:
        try:
            postgres_server.run(statement, user=role)
        except (asyncpg.InsufficientPrivilegeError, asyncpg.ReadOnlySQLTransactionError):
            return False
        return True

    for role in ("copydesk", "copydesk_reader"):
        assert postgres_server.run(sql, role)[0][0] is False
        for statement in (
            "CREATE TABLE public.x (a int)", "CREATE SCHEMA x", "CREATE DATABASE x", "CREATE ROLE x", "SELECT pg_read_file('PG_VERSION')",
            "COPY (SELECT 1) TO PROGRAM 'true'", "CREATE EXTENSION file_fdw",
        ):  # fmt: skip
            assert not may(role, statement), (role, statement)
    for relation in ("articles", "dead_letters", "offsets", "migrations", "quotes", "removed_spans", "removed_by_site",
                     "dead_letters_by_reason", "articles_by_site_and_day", "clusters", "article_mentions"):  # fmt: skip
        assert may("copydesk_reader", f"SELECT * FROM {relation}")
    for statement in ("DELETE FROM articles", "CREATE TABLE copydesk.x (a int)"):
        assert not may("copydesk_reader", statement)
    privileges = "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee = 'copydesk_reader' AND privilege_type <> 'SELECT'"
    assert postgres_server.run(privileges)[0][0] == 0
