"""From scores to the blocks that stay."""

import pytest

from copydesk.article import Block
from copydesk.strip.blocks import Seen, seen_as
from copydesk.strip.choose import choose, probability

_TEXT = (
    "The ferry left the harbour at ten, and all of the people on the quay waved until it was out of sight."
)


def _seen(*texts: str, tag: str = "p", path: str = "", lineage: tuple[int, ...] = (0,)) -> list[Seen]:
    block = Block(0, 1, tag=tag, path=path, lineage=lineage)
    return [seen_as(at, block, text) for at, text in enumerate(texts)]


def test_probability_of_any_odds() -> None:
    """Even, sure and endless odds."""
    assert probability(0.0) == 0.5
    assert probability(3.0) == pytest.approx(0.9526, abs=1e-4)
    assert 0 < probability(-1e9) < 1e-9
    assert 1 - 1e-9 < probability(1e9) <= 1


def test_the_threshold_is_the_article_s_own() -> None:
    """The same block goes beside sure ones and stays where all are doubtful: there it is the likeliest."""
    assert choose(_seen(_TEXT, _TEXT, _TEXT), [4.0, 4.0, -1.0], is_page=True) == [True, True, False]
    assert choose(_seen(_TEXT, _TEXT, _TEXT), [-5.0, -1.0, -5.0], is_page=True) == [False, True, False]


@pytest.mark.parametrize("is_page", [True, False])
def test_an_article_is_one_run(is_page: bool) -> None:
    """A doubtful block stays between blocks of the article and goes far from them."""
    odds = [3.0, 3.0, -0.4, 3.0, *[-4.0] * 6, -0.4]
    stay = choose(_seen(*[_TEXT] * len(odds)), odds, is_page=is_page)
    assert stay == [True, True, True, True, *[False] * 7]


def test_a_table_is_one_thing() -> None:
    """Short cells of one table stay or go together; a long cell, a part of the layout, stands for itself."""
    path, lineage = "body/table/tbody/tr/td", (0, 7, 8, 9)
    cells = _seen("17", "0", "Ferry", _TEXT, tag="td", path=path, lineage=lineage)
    assert choose([*_seen(_TEXT, _TEXT), *cells], [3.0, 3.0, 2.0, -1.5, 2.0, -4.0], is_page=True) == [
        *[True] * 5,
        False,
    ]


def test_a_cell_of_several_paragraphs_is_no_table() -> None:
    """It lays out a page: each of its lines stands for itself."""
    cell = _seen("A short line", "Top", tag="td", path="body/table/tbody/tr/td", lineage=(0, 7, 8, 9))
    for one in cell:
        one.is_cell = False
    assert choose([*_seen(_TEXT, _TEXT), *cell], [3.0, 3.0, 2.0, -4.0], is_page=True) == [*[True] * 3, False]


def test_nothing_gives_nothing() -> None:
    """No blocks, no choice."""
    assert choose([], [], is_page=True) == []


def test_a_table_far_down_the_page() -> None:
    """A lineage ends before the path does where elements are nested deeply: the cells of such a table are one thing too."""
    cells = _seen(
        "17", "0", tag="td", path="body" + "/div" * 60 + "/table/tbody/tr/td", lineage=(0, 1, 2, 99)
    )
    assert choose([*_seen(_TEXT, _TEXT), *cells], [3.0, 3.0, 2.0, -1.5], is_page=True) == [True] * 4
    bare = _seen("17", tag="td", lineage=())
    assert choose([*_seen(_TEXT), *bare], [3.0, 2.0], is_page=True) == [True, True]


def test_the_parts_of_a_paragraph_stay_or_go_together() -> None:
    """What hidden text cuts off a paragraph goes by the score of its longest part."""
    seen = _seen(_TEXT, _TEXT, ", he said.", _TEXT, ".")
    for at, first in ((2, 1), (4, 3)):
        seen[at].paragraph = first
    assert choose(seen, [4.0, 4.0, -6.0, -6.0, 4.0], is_page=True) == [True, True, True, False, False]
