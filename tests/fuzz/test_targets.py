"""The fuzz targets hold on what they start from, and fail where a promise is broken; a fuzzer runs them by `make fuzz`."""

import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from copydesk.codec import raw_article
from tests.fuzz import targets
from tests.fuzz.targets import TARGETS

_NO_ATHERIS = "no atheris here: there are binaries for Linux on x86-64 and Python 3.11 to 3.13 only"


@pytest.mark.parametrize(("call", "seed"), [
    pytest.param(call, seed, id=f"{name}-{file}") for name, (call, seeds) in TARGETS.items() for file, seed in seeds().items()
])  # fmt: skip
def test_a_target_holds_on_its_corpus(call: Callable[[bytes], None], seed: bytes) -> None:
    """What a fuzzer begins with is right."""
    call(seed)


def test_a_target_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decoder that raises something of its own is found."""

    def decode(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr(raw_article, "decode", decode)
    with pytest.raises(IndexError):
        targets.codec(b"a: b\n\n{}")


@pytest.mark.skipif(find_spec("atheris") is None, reason=_NO_ATHERIS)
@pytest.mark.parametrize("name", TARGETS)
def test_a_fuzzer_runs_each_target(name: str) -> None:
    """For a second, instrumented."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", name, "--seconds", "1"],
        capture_output=True, text=True, check=False, timeout=100, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "stat::number_of_executed_units" in done.stderr


_BROKEN = """
import sys
from tests.fuzz import run, targets
def broken(data):
    assert len(data) < 40
targets.TARGETS = {"codec": (broken, targets.messages)}
sys.exit(run._fuzz("codec", 20))
"""


@pytest.mark.skipif(find_spec("atheris") is None, reason=_NO_ATHERIS)
def test_what_is_found_is_kept_and_told(tmp_path: Path) -> None:
    """The exit code is 1, not that of what is skipped, and the input is written down."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _BROKEN], capture_output=True, check=False, timeout=100, cwd=tmp_path,
        env={"PYTHONPATH": f"{root}:{root}/service"},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr[-2000:]
    assert len(list((tmp_path / ".cache/fuzz/codec").iterdir())) == 1
