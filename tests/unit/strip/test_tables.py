"""Tables in a plain text, a cell in each line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.strip.blocks import Seen, see
from copydesk.strip.tables import TABLE, Stretch, evened_tables, stretches, tables
from tests.quality.articles import plain_article

_PARAGRAPH = (
    "The harbour master counted the boats twice, and twice he came to a number that he did not like at all."
)
_TABLE = ["Rank", "State", "Rate", "1", "Alaska", "$14.55", "2", "West Virginia", "$43.88", "3", "Ohio", "$9"]
_CELLS = [*_TABLE, "4", "Maine", "$11.20"]


def _seen(*lines: str) -> list[Seen]:
    return list(see(plain_article("\n\n".join(lines))))


def test_cells_in_one_order_again_and_again_are_a_table() -> None:
    """Its head, of words alone, is none of it; nor is a list, which is written in one way, or running text."""
    assert stretches(_seen(_PARAGRAPH, *_CELLS, _PARAGRAPH)) == [Stretch(4, 16, 3)]
    assert stretches(_seen("Alaska", "Ohio", "Maine", "Iowa", "Utah", "Texas", "Idaho", "Kansas")) == []
    assert stretches(_seen(*[_PARAGRAPH] * 4)) == []


def test_two_rows_are_no_table_and_a_row_may_lack_a_cell() -> None:
    """A missing cell costs as much as two that fit."""
    assert stretches(_seen(*_CELLS[3:9])) == []
    gap = [*_CELLS[3:12], "4", "$11.20", *_CELLS[3:12]]
    assert stretches(_seen(*gap)) == [Stretch(0, 20, 3)]


def test_each_line_of_a_table_is_told_of_it() -> None:
    """Rows, columns, the share of figures, what its words say on average, and lines to its ends; others are told nothing."""
    seen = _seen(_PARAGRAPH, *_CELLS)
    told = [dict(zip(TABLE, each, strict=True)) for each in tables(seen, [float(at) for at in range(16)])]
    assert set(told[0].values()) == {0.0}
    assert told[4] == {
        "table_rows": 4.0,
        "table_columns": 3.0,
        "table_figures": pytest.approx(2 / 3),
        "table_text": sum(range(4, 16)) / 12,
        "table_from": 0.0,
        "table_to": 11.0,
    }


def test_all_cells_of_a_table_have_one_score() -> None:
    """Their mean; lines beside it keep theirs."""
    odds = [5.0, *[1.0, -2.0, 4.0] * 5]
    assert evened_tables(_seen(_PARAGRAPH, *_CELLS), odds) == [5.0, 1.0, -2.0, 4.0, *[1.0] * 12]


@given(st.lists(st.sampled_from(["A", "1", "x 2", "7%", "Sold out", _PARAGRAPH]), min_size=1, max_size=60))
def test_tables_are_apart_in_order_and_of_three_rows(lines: list[str]) -> None:
    """Whatever the lines are; no line is in two, and the scores of all together stay what they were."""
    seen = _seen(*lines)
    found = stretches(seen)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(
        one.start >= 0 and one.end <= len(seen) and one.end - one.start >= 3 * one.columns for one in found
    )
    odds = [float(at) for at in range(len(seen))]
    assert sum(evened_tables(seen, odds)) == pytest.approx(sum(odds))
