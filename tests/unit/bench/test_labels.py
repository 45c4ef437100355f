"""Lines of a text against its gold text: which are to be kept."""

import pytest

from bench.strip.labels import label
from bench.strip.lines import PAGE, labelled, visible_text
from bench.strip.pages import DevelopmentPage

GOLD = (
    "Harbour\n\nThe night ferry runs on batteries since Monday morning.\n\nWhy now?\n\n"
    "The town wants a quiet harbour and cleaner air for all.\n\nPhotos: A. Writer"
)


def _page(html: str, gold: str = GOLD) -> DevelopmentPage:
    return DevelopmentPage("id", "wcxb", "held", "example.org", "https://example.org/a", gold, html)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param(
            [
                "Home",
                "Harbour",
                "The night ferry runs on batteries since Monday morning.",
                "Share",
                "Why now?",
                "The town wants a quiet harbour and cleaner air for all.",
                "Read more: the old ferry is for sale",
            ],
            [False, True, True, False, True, True, False],
            id="short lines count between their neighbours",
        ),
        pytest.param(
            [
                "The night ferry runs on batteries since Monday morning.",
                "The town wants a quiet harbour and cleaner air for all.",
                "Why now?",
            ],
            [True, True, False],
            id="a short line out of its place does not count",
        ),
        pytest.param(
            ["The night ferry runs on batteries since Monday morning, says the mayor."],
            [True],
            id="half of a long line is enough",
        ),
        pytest.param(
            ["The night ferry"] + ["The night ferry runs on batteries since Monday morning."] * 2,
            [False, True, False],
            id="what stands once in the gold is kept once",
        ),
    ],
)
def test_lines_are_kept_in_the_order_of_the_gold(lines: list[str], kept: list[bool]) -> None:
    """A line is kept where the gold has it at its place in the order."""
    assert label(lines, GOLD) == kept


def test_empty_texts_have_no_labels() -> None:
    """Without lines there are no labels, and without gold nothing is kept."""
    assert label([], GOLD) == []
    assert label(["Some line of a page without an article"], "") == [False]


def test_hidden_blocks_are_not_visible() -> None:
    """The visible text leaves hidden blocks out and keeps paragraphs apart."""
    html = "<body><p>One is here.</p><p style='display:none'>Two is not.</p><p>Three is.</p></body>"
    assert visible_text(_page(html)) == "One is here.\n\nThree is."


def test_lines_are_the_blocks_of_the_article() -> None:
    """Lines and labels are parallel to the article's blocks; a blank text has none."""
    text = "Home\n\nThe night ferry runs on batteries since Monday morning.\n\nLeave a comment"
    found = labelled(_page(""), PAGE, text)
    assert found.article is not None
    assert [found.article.text[one.start : one.end] for one in found.article.blocks] == list(found.lines)
    assert found.labels == (False, True, False)
    assert labelled(_page(""), PAGE, " \n ").article is None
