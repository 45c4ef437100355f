"""The JSON Lines sink when it is killed or the disk is full: every line once, and no half of one under a final name."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copydesk.sinks.base import SinkUnavailable
from copydesk.sinks.jsonl import JsonlSink
from copydesk.sinks.jsonl_files import WRITING
from copydesk.sinks.jsonl_options import JsonlOptions
from tests.disk import resize, small_disk
from tests.jsonl import lines
from tests.killed import BATCH, told_when_killed, write_for_ever
from tests.making import TOPIC, batch, record
from tests.unit.sinks.test_jsonl import offsets, opened


class Crash(BaseException):
    """The process ends here, as far as the disk can tell."""


STEPS = (
    (os, "fsync"),
    (os, "truncate"),
    (shutil, "copyfileobj"),
    (Path, "replace"),
    (Path, "unlink"),
    (Path, "mkdir"),
)
"""What changes the disk, or makes a change last."""


def crashing(patch: pytest.MonkeyPatch, step: int, *, after: bool) -> None:
    """Make the disk operation of this number, from now on, a crash: before it is done, or after."""
    done = 0

    def watched(function: Any) -> Any:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal done
            done += 1
            if done == step and not after:
                raise Crash
            result = function(*arguments, **named)
            if done == step:
                raise Crash
            return result

        return call

    for place, name in STEPS:
        patch.setattr(place, name, watched(getattr(place, name)))


def no_more_steps(folder: Path, step: int, compression: str, *, after: bool) -> bool:
    """Write, with a crash at a step; then come back as the stream does. True when all was done before the step."""
    options = JsonlOptions(folder=str(folder), max_file_bytes=1000, compression=compression)  # type: ignore[arg-type]
    batches = [batch(*((n, record(f"a{n}", n)) for n in (start, start + 1))) for start in (0, 2, 4)]
    crashed = False
    sink = JsonlSink(options)
    with pytest.MonkeyPatch.context() as patch:
        try:
            sink.open()
            crashing(patch, step, after=after)
            for one in batches:
                sink.write(one)
        except Crash:
            crashed = True
    if sink._tending is not None:
        sink._closing.set()  # its thread ends; nothing else of it goes on
        sink._tending.join()
    again = JsonlSink(options)
    again.open()
    stored = again.committed(TOPIC, 0) or 0
    assert stored in {0, 2, 4, 6}
    for one in batches:
        if one.next_offset >= stored:  # the last one that was written may come again
            again.write(one)
    assert again.committed(TOPIC, 0) == 6
    again.close()
    return not crashed


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("compression", ["none", "zstd"])
def test_a_crash_at_any_step_is_made_good(tmp_path: Path, compression: str, *, after: bool) -> None:
    """Wherever writing or finishing ends, opened again and delivered again each line is there once."""
    step = 0
    while True:
        step += 1
        folder = tmp_path / str(step)
        finished = no_more_steps(folder, step, compression, after=after)
        assert offsets(folder) == list(range(6)), step
        left = {path.suffix for path in (folder / WRITING).iterdir()}
        assert left <= {".lock", ".state"}, step
        if finished:
            break
    assert step > 20


def test_a_torn_last_line_is_cut_off(tmp_path: Path) -> None:
    """What a batch left that was never finished is gone when the sink is opened, and in no finished file."""
    sink = JsonlSink(JsonlOptions(folder=str(tmp_path)))
    sink.open()
    sink.write(batch((0, record("a"))))
    with (tmp_path / WRITING / f"{TOPIC}+00000.part").open("ab") as part:
        part.write(b'{"id":"b","articleBo')
    with opened(tmp_path) as again:
        again.write(batch((1, record("b", 1))))
    sink.close()
    assert offsets(tmp_path) == [0, 1]


def test_a_part_that_lost_what_was_sure_is_told(tmp_path: Path) -> None:
    """Bytes that are gone from the disk are not passed over in silence: the message says what to do."""
    with opened(tmp_path) as sink:
        sink.write(batch((0, record("a"))))
        part = tmp_path / WRITING / f"{TOPIC}+00000.part"
        os.truncate(part, 10)
        with pytest.raises(SinkUnavailable, match="bytes that were written are gone; move it and"):
            sink.write(batch((1, record("b", 1))))


def writer(folder: str) -> None:
    """Write for ever: the process that is killed."""
    write_for_ever(JsonlSink(JsonlOptions(folder=folder, max_file_bytes=20_000, compression="zstd")))


def test_a_writer_that_is_killed_again_and_again_leaves_each_line_once(tmp_path: Path) -> None:
    """Killed at moments of chance and started again, nothing that was told as written is missing or there twice."""
    code = f"from tests.unit.sinks.test_jsonl_faults import writer; writer({str(tmp_path)!r})"
    told = told_when_killed(code, times=4, most_batches=60)
    with opened(tmp_path) as sink:
        written = sink.committed(TOPIC, 0)
    assert written is not None
    assert told <= written <= told + BATCH
    assert offsets(tmp_path) == list(range(written))


@pytest.fixture
def disk() -> Iterator[Path]:
    """A file system of 1 MiB."""
    with small_disk("1m") as folder:
        yield folder


@pytest.mark.parametrize("compression", ["none", "zstd"])
def test_a_full_disk_is_waited_for(disk: Path, compression: str) -> None:
    """When the disk is full nothing of the batch is kept; once there is room it is written, each line once."""
    chance, start = random.Random(7), 0

    def fill(sink: JsonlSink) -> None:
        nonlocal start
        while start < 1000:
            sink.write(batch(*((n, record(f"a{n}", n, large(n))) for n in (start, start + 1))))
            start += 2

    def large(n: int) -> str:
        return " ".join(f"{chance.getrandbits(64):x}" for _ in range(1000)) + str(n)

    with opened(disk, max_file_bytes=100_000, compression=compression) as sink:
        with pytest.raises(SinkUnavailable, match="the disk is full; free some space"):
            fill(sink)
        assert 0 < start < 1000
        assert lines(disk / TOPIC)[-1]["delivery"]["offset"] < start
        resize(disk, "8m")
        assert sink.committed(TOPIC, 0) == start
        sink.write(batch((start, record("last", start))))
    assert offsets(disk) == list(range(start + 1))
