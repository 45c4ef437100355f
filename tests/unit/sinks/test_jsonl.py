"""The files of the JSON Lines sink: names, when they are finished, what a replay and a second worker add."""

import fcntl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from copydesk.article import RawArticle
from copydesk.outcome import Accepted
from copydesk.pipeline import process
from copydesk.sinks.base import Batch, SinkMisconfigured, SinkUnavailable
from copydesk.sinks.jsonl import JsonlSink
from copydesk.sinks.jsonl_files import WRITING
from copydesk.sinks.jsonl_options import JsonlOptions
from tests.jsonl import lines, newest_records, readme_sql
from tests.making import TOPIC, batch, record

PATIENCE_S = 30.0
_FIRST = "articles.structured+00000+00000000000000000000-"


@contextmanager
def opened(folder: Path, **options: Any) -> Iterator[JsonlSink]:
    """An open sink."""
    sink = JsonlSink(JsonlOptions(folder=str(folder), **options))
    sink.open()
    try:
        yield sink
    finally:
        sink.close()


def finished(folder: Path) -> list[str]:
    """Names of the finished files of records, sorted."""
    return sorted(path.name for path in (folder / TOPIC).glob("*"))


def offsets(folder: Path) -> list[Any]:
    """Offset of every line, file after file."""
    return [line["delivery"]["offset"] for line in lines(folder / TOPIC)]


def test_a_file_has_its_name_only_when_it_is_complete(tmp_path: Path) -> None:
    """While it is written nothing is to be seen beside `.writing`; closing finishes it, named by its offsets."""
    with opened(tmp_path) as sink:
        sink.write(batch((3, record("a", 1)), (4, record("b", 2)), next_offset=9, partition=2))
        assert [path.name for path in tmp_path.iterdir()] == [WRITING]
    assert finished(tmp_path) == ["articles.structured+00002+00000000000000000003-00000000000000000004.jsonl"]
    first = lines(tmp_path / TOPIC)[0]
    assert first["delivery"] == {
        "topic": TOPIC, "partition": 2, "offset": 3, "versionAt": "2026-05-04T12:00:01.000000Z", "versionOffset": 1,
    }  # fmt: skip
    assert first["articleBody"] == "Rain fell."


def test_names_sort_as_the_offsets_do(tmp_path: Path) -> None:
    """However many digits an offset has, file after file is message after message."""
    with opened(tmp_path, max_file_bytes=1) as sink:
        for offset in (9, 10, 99, 1_000, 10**12):
            sink.write(batch((offset, record(f"a{offset}", 1))))
    assert offsets(tmp_path) == [9, 10, 99, 1_000, 10**12]


def test_a_file_is_finished_when_it_is_large(tmp_path: Path) -> None:
    """Batches share a file until it has its size; the next begins another."""
    with opened(tmp_path, max_file_bytes=1500) as sink:
        for offset in range(10):
            sink.write(batch((offset, record(f"a{offset}", offset))))
        assert len(finished(tmp_path)) == 2
        assert finished(tmp_path)[0] == f"{_FIRST}{3:020}.jsonl"
    assert offsets(tmp_path) == list(range(10))


def test_a_file_is_finished_when_it_is_old_though_nothing_comes(tmp_path: Path) -> None:
    """No further batch is needed."""
    with opened(tmp_path, max_file_age_s=0.1) as sink:
        sink.write(batch((0, record())))
        deadline = time.monotonic() + PATIENCE_S
        while finished(tmp_path) != [f"{_FIRST}{0:020}.jsonl"]:
            assert time.monotonic() < deadline
            time.sleep(0.01)


@pytest.mark.parametrize("size", [1, 1 << 20], ids=["from finished files", "from the file being written"])
@pytest.mark.parametrize("compression", ["none", "zstd"])
def test_a_replay_adds_no_line(tmp_path: Path, size: int, compression: str) -> None:
    """Whatever is delivered again, whole batches or parts beside what is new, is written once."""
    messages = [(n, record(f"a{n % 4}", n)) for n in range(12)]
    with opened(tmp_path, max_file_bytes=size, compression=compression) as sink:
        for start, end in ((0, 5), (0, 5), (3, 8), (0, 8), (7, 12), (0, 12)):
            sink.write(batch(*messages[start:end]))
    assert offsets(tmp_path) == list(range(12))


def test_a_topic_that_began_anew_overwrites_no_file(tmp_path: Path) -> None:
    """Offsets that come a second time with other records have a file of their own beside the first."""
    with opened(tmp_path, max_file_bytes=1) as sink:
        sink.write(batch((0, record("a", 1, "first"))))
        for _ in range(2):
            sink.write(batch((0, record("b", 2, "second"))))
    assert finished(tmp_path) == [f"{_FIRST}{0:020}.1.jsonl", f"{_FIRST}{0:020}.jsonl"]
    assert set(newest_records(tmp_path / TOPIC)) == {"a", "b"}


def test_files_may_be_taken_away(tmp_path: Path) -> None:
    """The sink goes on where it was, and knows its offset, when finished files are gone."""
    with opened(tmp_path, max_file_bytes=1) as sink:
        sink.write(batch((0, record("a"))))
        (tmp_path / TOPIC / finished(tmp_path)[0]).unlink()
        sink.write(batch((1, record("b", 1))))
        assert sink.committed(TOPIC, 0) == 2
    assert offsets(tmp_path) == [1]


def test_compressed_files_are_read_by_the_program_zstd(tmp_path: Path) -> None:
    """A finished file is one zstd frame with a checksum, and holds what the plain one would."""
    for name, compression in (("plain", "none"), ("packed", "zstd")):
        with opened(tmp_path / name, compression=compression) as sink:
            sink.write(batch((0, record("a", 0, "Rain fell. " * 1000))))
    (plain,) = (tmp_path / "plain" / TOPIC).glob("*.jsonl")
    (packed,) = (tmp_path / "packed" / TOPIC).glob("*.jsonl.zst")
    assert packed.stat().st_size < plain.stat().st_size / 10
    try:
        unpacked = subprocess.run(["zstd", "-dc", str(packed)], capture_output=True, check=True).stdout
    except FileNotFoundError:
        pytest.skip("The program zstd is not installed (Debian: zstd).")
    assert unpacked == plain.read_bytes()


def test_a_worker_taken_for_dead_adds_nothing(tmp_path: Path) -> None:
    """Of two that believe to own a partition the later one finds what was written; the file is one."""
    with opened(tmp_path) as first, opened(tmp_path) as second:
        first.write(batch((0, record("a")), (1, record("b", 1))))
        second.write(batch((0, record("a")), (1, record("b", 1)), (2, record("c", 2))))
        first.write(batch((2, record("c", 2)), (3, record("d", 3))))
    assert offsets(tmp_path) == [0, 1, 2, 3]


def test_another_process_that_writes_is_waited_for(tmp_path: Path) -> None:
    """While another holds the partition's lock the batch is to be tried again; other partitions go on."""
    with opened(tmp_path) as sink:
        with (tmp_path / WRITING / f"{TOPIC}+00000.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with pytest.raises(SinkUnavailable, match="another process is writing"):
                sink.write(batch((0, record())))
            sink.write(batch((0, record("b")), partition=1))
        sink.write(batch((0, record())))
        assert sink.committed(TOPIC, 0) == sink.committed(TOPIC, 1) == 1


def test_a_batch_without_records_makes_no_file(tmp_path: Path) -> None:
    """It moves the offset only."""
    with opened(tmp_path) as sink:
        sink.write(Batch(TOPIC, 0, (), 5))
    assert not (tmp_path / TOPIC).exists()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """A sink without a folder, or with a file in its place, says what to set."""
    with pytest.raises(SinkMisconfigured, match=r"set jsonl\.folder"):
        JsonlSink(JsonlOptions()).open()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SinkMisconfigured, match=r"a file where a folder should be; set jsonl\.folder"):
        JsonlSink(JsonlOptions(folder=str(tmp_path / "file"))).open()


def test_the_typed_view_of_the_readme_works(tmp_path: Path) -> None:
    """DuckDB finds the types of real records, and of two versions shows the newer."""
    outcome = process(RawArticle(kind="text", body=b"The ferry left the harbour at ten.\n\nLeave a comment"))
    assert isinstance(outcome, Accepted)
    with opened(tmp_path, max_file_bytes=1) as sink:
        sink.write(batch((0, outcome.record), (1, record("a", 2, "new"))))
        sink.write(batch((2, record("a", 1, "old"))))
    statement = readme_sql("CREATE VIEW articles").replace("/srv/articles", str(tmp_path))
    with duckdb.connect() as connection:
        connection.execute(statement)
        found = connection.execute(
            "SELECT articleBody, removed[1].kind FROM articles ORDER BY wordCount"
        ).fetchall()
    assert found == [("new", None), ("The ferry left the harbour at ten.", "comment_form")]
