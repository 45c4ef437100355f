"""The Delta Lake sink: columns, replays, other workers, maintenance, new columns."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import orjson
import pyarrow as pa
import pytest
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from copydesk.article import RawArticle
from copydesk.outcome import Accepted
from copydesk.pipeline import process
from copydesk.sinks.base import Batch, SinkRefused, SinkUnavailable
from copydesk.sinks.delta_rows import ARTICLES
from copydesk.sinks.delta_table import Table
from tests.delta import LOG, asked, newest_records, offsets, opened, readme_python, rows
from tests.making import TOPIC, batch, letter, record, told


def test_columns_are_typed(tmp_path: Path) -> None:
    """Moments, lists, structures and maps come out of a record as those, and DuckDB can ask for them."""
    text = b"The ferry left the harbour at ten.\n\nLeave a comment"
    outcome = process(
        RawArticle(kind="text", body=text, url="https://news.example.org/a", date_published="2026-11-19")
    )
    assert isinstance(outcome, Accepted)
    with opened(tmp_path) as sink:
        sink.write(batch((0, outcome.record), (1, record("a", 1, extra={"desk": "weather"}))))
    first, second = rows(tmp_path)
    assert first["published_at"] == datetime(2026, 11, 19, tzinfo=UTC)
    assert first["removed"][0]["kind"] == "comment_form"
    assert dict(first["field_source"])["datePublished"]["method"]
    assert (first["publisher_domain"], first["day"]) == ("example.org", None)
    assert (second["day"], second["ingest_offset"]) == (date(2026, 5, 4), 1)
    assert orjson.loads(second["extra"]) == {"desk": "weather"}
    dataset = DeltaTable(tmp_path / "articles").to_pyarrow_dataset()  # noqa: F841  DuckDB finds it by name
    answer = duckdb.connect().execute(
        "SELECT removed[1].kind, field_source['datePublished'].method IS NOT NULL FROM dataset"
    )
    assert ("comment_form", True) in answer.fetchall()


def test_what_enrichment_tells_is_typed(tmp_path: Path) -> None:
    """Who said what, and who is named where, can be asked of columns, without reading the record's JSON."""
    with opened(tmp_path) as sink:
        sink.write(batch((0, told("a")), (1, record("b", 1))))
    first, second = rows(tmp_path)
    assert first["quotes"][0] == {
        "text": "We wait", "start": 9, "end": 16, "speaker": "Jack Ma", "cue": "said", "source": "The Gauge",
        "confidence": 0.9,
    }  # fmt: skip
    assert first["mentions"][0]["spans"] == [{"start": 0, "end": 7}, {"start": 30, "end": 32}]
    assert (first["author"][0]["job_title"], first["script"]) == ("Editor", "Latn")
    assert (first["languages"][1]["paragraphs"], first["truncated"]["rule"]) == ([1], "read-more-end")
    assert (second["quotes"], second["truncated"]) == ([], None)
    assert asked(tmp_path, "quote.speaker") == [("a", "We wait", "The Gauge")]
    assert asked(tmp_path, "mention.name") == [("a", "Jack Ma")]


def test_a_replay_adds_no_row_and_no_commit(tmp_path: Path) -> None:
    """Whatever is delivered again, whole batches or parts beside what is new, is written once."""
    messages = [(n, record(f"a{n % 4}", n)) for n in range(12)]
    with opened(tmp_path) as sink:
        for start, end in ((0, 5), (0, 5), (3, 8), (0, 8), (7, 12), (0, 12)):
            sink.write(batch(*messages[start:end]))
    assert offsets(tmp_path) == list(range(12))
    assert DeltaTable(tmp_path / "articles").version() == 3


def test_a_replay_of_dead_letters_adds_none(tmp_path: Path) -> None:
    """They have a table and transactions of their own."""
    dead = Batch("articles.dead", 0, (), 2, dead_letters=[(0, letter(7)), (1, letter(8))])
    with opened(tmp_path) as sink:
        sink.write(dead)
        sink.write(dead)
        sink.write(Batch("articles.dead", 0, (), 5))
        assert sink.committed("articles.dead", 0) == 5
    assert len(rows(tmp_path, "dead_letters")) == 2
    assert rows(tmp_path) == []


def test_a_replay_after_compaction_adds_no_row(tmp_path: Path) -> None:
    """The maintenance that the README tells to run changes nothing of what the sink knows, and it goes on."""
    with opened(tmp_path) as sink:
        for n in range(6):
            sink.write(batch((n, record(f"a{n}", n))))
        sink.write(Batch("articles.dead", 0, (), 1, dead_letters=[(0, letter())]))
        exec(readme_python("compact()", tmp_path), {})
        assert len(DeltaTable(tmp_path / "articles").file_uris()) == 1
        sink.write(batch(*((n, record(f"a{n}", n)) for n in range(8))))
        assert sink.committed(TOPIC, 0) == 8
    assert offsets(tmp_path) == list(range(8))


def test_a_value_that_no_column_holds_is_refused(tmp_path: Path) -> None:
    """A number too large, in any row of the batch, is named; the others are written."""
    with opened(tmp_path) as sink:
        with pytest.raises(SinkRefused) as refused:
            sink.write(batch((0, record("a")), (1, record("", 1)), (2, record("c", 2, word_count=2**63))))
        assert refused.value.refused == {1: "the id is empty", 2: "Delta cannot hold it: OverflowError"}
        assert sink.committed(TOPIC, 0) == 3
    assert offsets(tmp_path) == [0]


def test_a_worker_taken_for_dead_adds_nothing(tmp_path: Path) -> None:
    """Of two that believe to own a partition the later one finds what was written."""
    with opened(tmp_path) as first, opened(tmp_path) as second:
        first.write(batch((0, record("a")), (1, record("b", 1))))
        second.write(batch((0, record("a")), (1, record("b", 1)), (2, record("c", 2))))
        first.write(batch((2, record("c", 2)), (3, record("d", 3))))
    assert offsets(tmp_path) == [0, 1, 2, 3]


def test_the_same_partition_at_the_same_moment_is_a_conflict(tmp_path: Path) -> None:
    """A commit from a look at the table that another's commit has made old fails; a look anew shows the rows."""
    data = pa.Table.from_pylist([{"id": "a"}], schema=ARTICLES)
    tables = [Table(str(tmp_path / "t"), ARTICLES) for _ in range(2)]
    tables[0].append(data, "app", 1)
    with pytest.raises(DeltaError, match="Concurrent transaction"):
        tables[1].append(data, "app", 1)
    assert tables[1].committed("app") == 1


def test_workers_of_other_partitions_do_not_hold_each_other(tmp_path: Path) -> None:
    """Three that write at once, each its partition, have every row in the end; a conflict is a try again."""
    told: list[str] = []

    def write(partition: int) -> None:
        with opened(tmp_path) as sink:
            for n in range(15):
                while True:
                    try:
                        sink.write(batch((n, record(f"{partition}-{n}", n)), partition=partition))
                    except SinkUnavailable as outage:
                        told.append(str(outage))
                    else:
                        break

    with ThreadPoolExecutor(3) as threads:
        for done in [threads.submit(write, partition) for partition in range(3)]:
            done.result()
    assert [text for text in told if "another worker wrote at the same moment" not in text] == []
    assert offsets(tmp_path) == [*range(15)] * 3
    assert len(newest_records(tmp_path)) == 45


def test_a_column_that_an_older_table_has_not_is_added(tmp_path: Path) -> None:
    """After an upgrade the next batch brings the new column; old rows have nothing in it."""
    older = pa.schema([field for field in ARTICLES if field.name != "headline"])
    Table(str(tmp_path / "articles"), older).append(
        pa.Table.from_pylist([{"id": "old", "delivery_partition": 0, "delivery_offset": 0}], schema=older),
        "x",
        1,
    )
    with opened(tmp_path) as sink:
        sink.write(batch((1, record("new", 1, headline="Ferry"))))
        sink.write(batch((2, record("newer", 2, headline="Harbour"))))
    assert [row["headline"] for row in rows(tmp_path)] == [None, "Ferry", "Harbour"]


def test_a_field_that_an_older_column_has_not_is_added(tmp_path: Path) -> None:
    """The same for what is inside a column: authors had no type once."""
    names = pa.field("author", pa.list_(pa.struct([("name", pa.string())])))
    older = ARTICLES.set(ARTICLES.get_field_index("author"), names)
    Table(str(tmp_path / "articles"), older).append(
        pa.Table.from_pylist(
            [
                {
                    "id": "old",
                    "author": [{"name": "Nora Quist"}],
                    "delivery_partition": 0,
                    "delivery_offset": 0,
                }
            ],
            schema=older,
        ),
        "x",
        1,
    )
    with opened(tmp_path) as sink:
        sink.write(batch((1, told("new", 1))))
    assert [row["author"][0]["type"] for row in rows(tmp_path)] == [None, "Person"]


def test_a_column_that_only_a_newer_table_has_is_left_empty(tmp_path: Path) -> None:
    """A worker of the older version goes on beside those that were upgraded."""
    Table(str(tmp_path / "articles"), ARTICLES.append(pa.field("mood", pa.string())))
    with opened(tmp_path) as sink:
        sink.write(batch((0, record())))
    assert rows(tmp_path)[0]["mood"] is None


def test_files_tell_what_is_in_them(tmp_path: Path) -> None:
    """The log has least and greatest offset of each file, so that a replay does not read the whole table."""
    with opened(tmp_path) as sink:
        sink.write(batch((3, record("a", 1)), (9, record("b", 2))))
    log = tmp_path / "articles" / LOG / f"{1:020}.json"
    (add,) = (
        action["add"] for line in log.read_bytes().splitlines() if "add" in (action := orjson.loads(line))
    )
    stats = orjson.loads(add["stats"])
    assert (stats["minValues"]["delivery_offset"], stats["maxValues"]["delivery_offset"]) == (3, 9)
    assert "article_body" not in stats["maxValues"]
