"""The SQLite sink where its file is not its own, is locked, full or damaged, or a record is refused."""

import sqlite3
import threading
from pathlib import Path

import pytest

from copydesk.sinks.base import Batch, SinkMisconfigured, SinkRefused, SinkUnavailable
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from tests.making import record
from tests.sqlite import opened, rows, stored


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
