"""Reading records back from an SQLite file."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from copydesk.record import Ingest, Publisher, Record
from copydesk.sinks.base import Batch, SinkMisconfigured, SinkUnavailable
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_reader import RecordReader

MOMENT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def record(article_id: str, headline: str, body: str, date: str | None = None, **fields: Any) -> Record:
    """Make a record."""
    ingest = Ingest(
        topic="r", partition=0, offset=0, timestamp=MOMENT, processed_at=MOMENT, pipeline_version="1"
    )
    return Record(
        id=article_id,
        schema_version=1,
        headline=headline,
        article_body=body,
        paragraphs=(body,),
        date_published=date,
        word_count=2,
        reading_time_seconds=1,
        fingerprint="v1:",
        removed=(),
        ingest=ingest,
        **fields,
    )


RECORDS = (
    record("1", "Bridge opens", "The naïve engineer crossed first.", "2026-05-01", in_language="en"),
    record("2", "Brücke offen", "Die Ingenieurin ging zuerst.", "2026-05-03T08:00:00Z", in_language="de"),
    record(
        "3", "Bridge closed", "Nobody crossed; c++ was blamed.", publisher=Publisher(domain="gauge.example")
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with three records."""
    sink = SqliteSink(SqliteOptions(path=str(tmp_path / "a.db")))
    sink.open()
    sink.write(Batch("t", 0, tuple(enumerate(RECORDS)), 3))
    sink.close()
    return tmp_path / "a.db"


@pytest.fixture
def reader(path: Path) -> Iterator[RecordReader]:
    """A reader of that file."""
    with RecordReader(path) as opened:
        yield opened


def ids(records: tuple[Record, ...]) -> str:
    """Return the ids in order."""
    return "".join(found.id for found in records)


def test_the_latest_published_come_first(reader: RecordReader) -> None:
    """Records come by date, those without one last, and can be read page by page."""
    assert ids(reader.list()) == "213"
    assert ids(reader.list(limit=1, offset=1)) == "1"
    assert reader.list(limit=0) == ()
    assert ids(reader.list(limit=2**80, offset=-5)) == "213"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"language": "de"}, "2"),
        ({"site": "gauge.example"}, "3"),
        ({"since": "2026-05-02"}, "2"),
        ({"query": "bridge"}, "13"),
        ({"query": "naive"}, "1"),
        ({"query": "brucke"}, "2"),
        ({"query": "cross* NOT engineer"}, "3"),
        ({"query": "bridge", "language": "en"}, "1"),
        ({"query": "c++"}, "3"),
        ({"query": 'crossed "blamed'}, "3"),
        ({"query": "nothing-like-it"}, ""),
        ({"query": " \0 "}, "213"),
    ],
)
def test_conditions_choose_records(reader: RecordReader, condition: dict[str, Any], expected: str) -> None:
    """Language, site, date and full text choose records, alone and together; what is no expression is words."""
    assert sorted(ids(reader.list(**condition))) == sorted(expected)
    assert reader.count(**condition) == len(expected)


def test_a_word_in_the_headline_counts_more(path: Path) -> None:
    """Of two matches the one with the word in its headline comes first."""
    sink = SqliteSink(SqliteOptions(path=str(path)))
    sink.open()
    site = Publisher(domain="two.example")
    four, five = (
        record("4", "Other", "bridge", publisher=site),
        record("5", "bridge", "Other", publisher=site),
    )
    sink.write(Batch("t", 0, ((3, four), (4, five)), 5))
    sink.close()
    with RecordReader(path) as reader:
        assert ids(reader.list(query="bridge", site="two.example")) == "54"


def test_a_record_is_read_whole(reader: RecordReader) -> None:
    """The record of an id equals the one written; an unknown id gives None."""
    assert reader.get("3") == RECORDS[2]
    assert reader.get("9") is None
    assert reader.count() == 3


def test_reading_works_while_a_sink_writes(path: Path) -> None:
    """A reader sees the last finished batch while another transaction is open."""
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM articles")
    with RecordReader(path) as reader:
        assert reader.count() == 3
    writer.execute("ROLLBACK")
    writer.close()


def test_a_reader_changes_nothing(reader: RecordReader) -> None:
    """The file is opened for reading only."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._connection.execute("DELETE FROM articles")


def test_a_missing_file_is_named_and_not_made(tmp_path: Path) -> None:
    """A file that is not there is said to be missing, with what to do, and is not made."""
    with pytest.raises(SinkUnavailable, match=r"no\.db: there is no such file; publish"):
        RecordReader(tmp_path / "no.db")
    assert not (tmp_path / "no.db").exists()


def test_the_database_of_another_program_is_not_read(tmp_path: Path) -> None:
    """An empty file, a file of something else and another program's database are refused."""
    for content in (b"", b"no database at all " * 99):
        (tmp_path / "a.db").write_bytes(content)
        with pytest.raises(SinkMisconfigured, match=r"set sqlite\.path to another file"):
            RecordReader(tmp_path / "a.db")


def test_a_file_without_full_text_says_so(tmp_path: Path) -> None:
    """Searching a file that keeps no index names the option; listing it works."""
    sink = SqliteSink(SqliteOptions(path=str(tmp_path / "a.db"), full_text=False))
    sink.open()
    sink.close()
    with RecordReader(tmp_path / "a.db") as reader:
        assert reader.list() == ()
        with pytest.raises(SinkUnavailable, match=r"set sqlite\.full_text"):
            reader.list(query="rain")
