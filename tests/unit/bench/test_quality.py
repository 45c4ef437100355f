"""The command that measures stripping, on what it can be given without the development pages."""

from pathlib import Path

import pytest

from bench.strip import floors, quality
from bench.strip.own import Own


def test_floors_belong_to_the_quick_form(capsys: pytest.CaptureFixture[str]) -> None:
    """Floors are moved with --quick only, and either raised or lowered."""
    with pytest.raises(SystemExit, match="2"):
        quality.main(["--raise-floors"])
    with pytest.raises(SystemExit, match="2"):
        quality.main(["--quick", "--raise-floors", "--lower-floors", "page.md"])
    assert "floors are those of --quick" in capsys.readouterr().err


@pytest.mark.parametrize(("reached", "code"), [(0.97, 0), (0.95, 1)])
def test_below_a_floor_the_quick_form_fails(
    reached: float,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code is 1 below a floor, and which one is told."""

    def figures(_own: Own) -> dict[str, float]:
        return {"wcxb": reached}

    def floors_of_the_test() -> dict[str, float]:
        return {"wcxb": 0.96}

    monkeypatch.setattr(floors, "reached", figures)
    monkeypatch.setattr(floors, "read_floors", floors_of_the_test)
    monkeypatch.setattr(quality, "PAGES", tmp_path)
    assert quality.main(["--quick"]) == code
    assert ("BELOW wcxb" in capsys.readouterr().out) is bool(code)


def test_without_pages_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the pages are missing it says so and fails, rather than to print figures of nothing."""
    monkeypatch.setattr(quality, "PAGES", tmp_path / "pages")
    assert quality.main([]) == 1
    assert "nothing can be measured" in capsys.readouterr().err
