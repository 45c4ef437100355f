"""The classifier: sums, softmax and the cut of a run."""

import math

import pytest

from copydesk.enrich.entities.known import known_names
from copydesk.enrich.entities.model import names_in, pack, score, shipped_weights


def test_packed_weights_add_up_class_by_class() -> None:
    """Negative and positive sums come out as if each class had been added by itself."""
    weights = {"a": pack((100, -250, 0, 7)), "b": pack((-300, 100, 0, -8))}
    got = score(["a", "b", "unknown"], weights)
    sums = (-2.0, -1.5, 0.0, -0.01)
    total = math.log(sum(map(math.exp, sums)))
    assert got == pytest.approx([one - total for one in sums])
    assert sum(map(math.exp, got)) == pytest.approx(1)


def test_a_run_is_cut_where_its_parts_are_likelier() -> None:
    """Two names in a row come out as two, none of them overlapping, in order."""
    parts = dict.fromkeys(("0-2", "1-2", "2-3"), pack((900, 0, 0, 0)))
    weights = parts | {"0-1": pack((0, 500, 0, 0)), "1-3": pack((0, 0, 500, 0)), "0-3": pack((500, 0, 0, 0))}
    cut = names_in(lambda start, end: [f"{start}-{end}"], 3, weights)
    assert [(start, end) for start, end, _ in cut] == [(0, 1), (1, 3)]


def test_the_shipped_tables_are_small_and_whole() -> None:
    """Weights below 2 MB as shipped, each sum far from overflowing; names known with their kinds."""
    weights = shipped_weights()
    assert len(weights) > 10_000
    assert known_names()["france"].startswith("c") or "c" in known_names()["france"]
