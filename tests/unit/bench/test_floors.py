"""Floors of quality: raised freely, lowered on the record only."""

import shutil
import subprocess
from pathlib import Path

import orjson
import pytest

from bench.strip import floors

FIGURES = {"wcxb": 0.97, "fundus": 0.92}
SET = {"wcxb": 0.96, "fundus": 0.93}


def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    monkeypatch.setattr(floors, "DECISIONS", tmp_path)
    monkeypatch.setattr(floors, "ROOT", tmp_path.parent)
    page = tmp_path / "0099-less.md"
    page.write_text(text, encoding="utf-8")
    return page


def test_what_is_below_is_told() -> None:
    """A figure below its floor is told, and so is a floor that nothing was measured for."""
    assert floors.below(FIGURES, SET) == ["fundus"]
    assert floors.below({}, SET) == ["wcxb", "fundus"]
    assert floors.below(SET, SET) == []


def test_raising_lowers_nothing() -> None:
    """Raising takes what is better and leaves the rest; a new figure becomes a floor."""
    assert floors.raised(FIGURES | {"page_text": 0.8}, SET) == {
        "wcxb": 0.97,
        "fundus": 0.93,
        "page_text": 0.8,
    }


def test_lowering_needs_a_decision_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a page of decisions that names the floor and its new value, nothing is lowered."""
    silent = _page(tmp_path, monkeypatch, "`fundus` goes down, and `wcxb` 0.920 is named.")
    with pytest.raises(ValueError, match=r"does not name.*`fundus` 0\.920"):
        floors.lowered(FIGURES, SET, silent)
    elsewhere = tmp_path / "sub" / "0099-less.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text("`fundus` 0.920", encoding="utf-8")
    with pytest.raises(ValueError, match="is no decision page"):
        floors.lowered(FIGURES, SET, elsewhere)
    with pytest.raises(ValueError, match="is no decision page"):
        floors.lowered(FIGURES, SET, tmp_path / "missing.md")


def test_a_named_floor_is_lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page names goes down to what is reached; the others stay where they are."""
    page = _page(
        tmp_path, monkeypatch, "# Less\n\nThe floor goes down to `fundus` 0.920, since its gold was wrong."
    )
    assert floors.lowered(FIGURES, SET, page) == {"wcxb": 0.96, "fundus": 0.92}


def test_no_floor_went_down_without_a_page() -> None:
    """Through all of the history: a floor that is lower now, or gone, is named by a decision page."""
    git = shutil.which("git")
    if git is None or not (floors.ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no history to look through")
    path = floors.FLOORS.relative_to(floors.ROOT).as_posix()
    log = [git, "log", "--format=%H", "--", path]
    commits = subprocess.run(log, cwd=floors.ROOT, capture_output=True, text=True, check=True).stdout.split()
    now = floors.read_floors()
    pages = [page.read_text(encoding="utf-8") for page in floors.DECISIONS.glob("*.md")]
    unsaid = []
    for commit in commits:
        shown = subprocess.run(
            [git, "show", f"{commit}:{path}"], cwd=floors.ROOT, capture_output=True, check=False
        )
        for name, floor in orjson.loads(shown.stdout or b"{}").items():
            value = now.get(name)
            if (value is None or value < floor) and not any(
                floors.names_floor(page, name, value) for page in pages
            ):
                unsaid.append(f"{name}: {floor} in {commit[:9]}, now {value}")
    assert unsaid == []
