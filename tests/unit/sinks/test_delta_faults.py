"""The Delta Lake sink where something breaks: told with the way out, and no row lost or there twice."""

import errno
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from copydesk.sinks.base import SinkMisconfigured, SinkUnavailable
from copydesk.sinks.delta import DeltaSink
from copydesk.sinks.delta_options import DeltaOptions
from tests.delta import LOG, offsets, opened
from tests.disk import resize, small_disk
from tests.killed import BATCH, told_when_killed, write_for_ever
from tests.making import TOPIC, batch, record


def test_the_missing_extra_is_told(tmp_path: Path) -> None:
    """Without deltalake the sink says what to install, and nothing else needs it."""
    code = (
        "import sys; sys.modules['deltalake'] = None\n"
        "from copydesk.sinks.registry import SINKS\n"
        "from copydesk.sinks.base import SinkMisconfigured\n"
        "sink = SINKS['delta'].make(SINKS['delta'].options(uri=sys.argv[1]))\n"
        "assert 'pyarrow' not in sys.modules\n"
        "try: sink.open()\n"
        "except SinkMisconfigured as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "pip install 'copydesk[delta]'" in done.stdout


def test_a_place_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """A sink without a place, or with a file in its place, says what to set."""
    with pytest.raises(SinkMisconfigured, match=r"set delta\.uri"):
        DeltaSink(DeltaOptions()).open()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SinkMisconfigured, match=r"a file where a folder should be; set delta\.uri"):
        DeltaSink(DeltaOptions(uri=str(tmp_path / "file"))).open()


def test_a_place_that_is_read_only_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container's own file system is read-only for good: opening there says what to set."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "/srv/lake")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(SinkMisconfigured, match=r"read-only; set delta\.uri to another"):
        DeltaSink(DeltaOptions(uri=str(tmp_path / "lake"))).open()


def test_a_commit_that_a_power_cut_tore_is_told(tmp_path: Path) -> None:
    """A file of the last commit that is shorter than its log says: told, with the way out, which works."""
    with opened(tmp_path) as sink:
        sink.write(batch((0, record("a"))))
        sink.write(batch((1, record("b", 1))))
    newest = max((tmp_path / "articles").rglob("*.parquet"), key=lambda path: path.stat().st_mtime_ns)
    os.truncate(newest, 100)
    log = tmp_path / "articles" / LOG / f"{2:020}.json"
    with pytest.raises(SinkMisconfigured, match=f"is torn, as a power cut leaves it; remove {log}"):
        DeltaSink(DeltaOptions(uri=str(tmp_path))).open()
    log.unlink()
    with opened(tmp_path) as sink:
        assert sink.committed(TOPIC, 0) == 1
        sink.write(batch((1, record("b", 1))))
    assert offsets(tmp_path) == [0, 1]


def writer(folder: str) -> None:
    """Write for ever: the process that is killed."""
    write_for_ever(DeltaSink(DeltaOptions(uri=folder)))


def test_a_writer_that_is_killed_again_and_again_leaves_each_row_once(tmp_path: Path) -> None:
    """Killed at moments of chance and started again, nothing that was told as written is missing or there twice."""
    code = f"from tests.unit.sinks.test_delta_faults import writer; writer({str(tmp_path)!r})"
    told = told_when_killed(code, times=3, most_batches=20)
    with opened(tmp_path) as sink:
        written = sink.committed(TOPIC, 0)
    assert written is not None
    assert told <= written <= told + BATCH
    assert offsets(tmp_path) == list(range(written))


def test_a_full_disk_is_waited_for() -> None:
    """When the disk is full nothing of the batch is to be seen; once there is room it is written whole."""
    chance, start = random.Random(7), 0

    def fill(sink: DeltaSink) -> None:
        nonlocal start
        while start < 1000:
            bodies = [" ".join(f"{chance.getrandbits(64):x}" for _ in range(2000)) for _ in range(2)]
            sink.write(
                batch(*((start + i, record(f"a{start + i}", start, body)) for i, body in enumerate(bodies)))
            )
            start += 2

    with small_disk("2m") as disk, opened(disk) as sink:
        with pytest.raises(SinkUnavailable, match="the disk is full; free some space"):
            fill(sink)
        assert 0 < start < 1000
        assert offsets(disk) == list(range(start))
        resize(disk, "16m")
        assert sink.committed(TOPIC, 0) == start
        sink.write(batch((start, record("last", start))))
        assert offsets(disk) == list(range(start + 1))
