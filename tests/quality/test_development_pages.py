"""Figures of a sample of the development pages do not fall below the floors of floors.json."""

import pytest

from bench.strip.floors import below, reached, read_floors
from bench.strip.own import Own
from bench.strip.pages import PAGES


def test_figures_stay_above_their_floors() -> None:
    """Pages by corpus, what boilerplate is left, and text mode; by the weights that the package ships."""
    if not PAGES.is_dir():
        pytest.skip(f"no development pages at {PAGES}")
    figures = reached(Own())
    assert below(figures, read_floors()) == [], figures
