"""`make licences` stops at a licence that is not allowed."""

import os
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


def test_the_list_covers_what_is_locked() -> None:
    """Every package of requirements.lock that this platform has is asked about, and all pass."""
    done = subprocess.run(
        ["make", "licences", f"VENV={Path(sys.executable).parents[1]}"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"aiokafka", "faust-streaming", "msgspec"} <= set(done.stdout.split())
