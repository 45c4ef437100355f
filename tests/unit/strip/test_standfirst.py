"""The standfirst above the body that is the page's description."""

import pytest

from copydesk.article import NormalArticle
from copydesk.normalise.markup import read_markup
from copydesk.strip.stage import judged
from copydesk.strip.standfirst import STANDFIRST, without_standfirst

_DESCRIPTION = "The mill has found its stone, and nobody knows who rolled it into the pond."
_TEXT = "<p>This is a sentence of the article that is long enough to be one of its paragraphs.</p>" * 4


def _removed(above: str, text: str = _TEXT, description: str = _DESCRIPTION) -> list[str]:
    """What goes as standfirst where nothing else has gone."""
    markup = read_markup(
        f"<head><meta name=description content='{description}'></head><body><header>{above}</header><div class=text>{text}</div></body>",
        base_url=None,
    )
    article = NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
    )
    found = judged(article)
    decided = without_standfirst(found, [None] * len(found.seen))
    return [one.text for one, verdict in zip(found.seen, decided, strict=True) if verdict is STANDFIRST]


@pytest.mark.parametrize("element", ["h2", "div", "h4"])
def test_what_the_description_holds_goes(element: str) -> None:
    """As a heading or a box above the text; the record has it as its description."""
    assert _removed(f"<{element}>{_DESCRIPTION}</{element}>") == [_DESCRIPTION]


def test_the_end_of_a_sentence_makes_no_difference() -> None:
    """Descriptions are written with and without it."""
    assert _removed(f"<h2>{_DESCRIPTION[:-1]}</h2>") == [_DESCRIPTION[:-1]]


def test_what_the_description_breaks_off_stays() -> None:
    """Else the record would not have its end."""
    assert _removed(f"<h2>{_DESCRIPTION}</h2>", description=_DESCRIPTION[:50] + "...") == []


def test_a_paragraph_stays() -> None:
    """It reads as the first one of the text."""
    assert _removed(f"<p>{_DESCRIPTION}</p>") == []


def test_what_stands_in_the_text_stays() -> None:
    """Only what stands above the body is a standfirst."""
    assert _removed("", text=f"{_TEXT}<h3>{_DESCRIPTION}</h3>{_TEXT}") == []


def test_a_page_without_more_keeps_it() -> None:
    """A note of one sentence is not emptied."""
    assert _removed(f"<h2>{_DESCRIPTION}</h2>", text="") == []


def test_a_description_that_the_record_does_not_take_takes_nothing() -> None:
    """It is the article over again; the standfirst would be nowhere but in the ledger."""
    assert _removed(f"<h2>{_DESCRIPTION}</h2>", description=f"{_DESCRIPTION} " * 14) == []
