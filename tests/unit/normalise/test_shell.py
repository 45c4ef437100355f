"""Pages that a script fills in: their text as their data have it."""

import orjson
import pytest

from copydesk.article import Page, RawArticle
from copydesk.normalise.shell import MIN_BODY_CHARS, filled_in
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import Reason, RejectArticle

_LINE = "The ferry left the harbour at ten, and the people on the quay waved until it was gone."
_BODY = "\n\n".join([f"{_LINE} {at}" for at in range(8)])


def _page(body: str, shown: str = "") -> RawArticle:
    data = orjson.dumps({"@type": "NewsArticle", "articleBody": body}).decode()
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><div id=root>{shown}</div></body></html>'
    return RawArticle(kind="html", body=page.encode(), charset="utf-8")


def test_a_shell_is_read_from_its_data() -> None:
    """A page without visible text has the paragraphs of its articleBody."""
    article = normalise(_page(_BODY), NormaliseOptions())
    assert article.text.split("\n\n") == _BODY.split("\n\n")
    assert [block.tag for block in article.blocks] == ["p"] * 8
    assert article.page.json_ld


def test_a_body_of_elements_is_read_as_a_page() -> None:
    """Elements within articleBody are elements, entities in one without are characters."""
    elements = "".join(f"<p>{_LINE}</p><h2>Part {at}</h2>" for at in range(6))
    article = normalise(_page(elements), NormaliseOptions())
    assert article.text.split("\n\n")[:2] == [_LINE, "Part 0"]
    article = normalise(_page(_BODY.replace("and", "&amp;")), NormaliseOptions())
    assert article.text.startswith("The ferry left the harbour at ten, & the people")


def test_what_a_page_shows_goes_before_its_data() -> None:
    """A page that shows a part of its text keeps to it; a summary is no article either."""
    shown = "".join(f"<p>{_LINE} {at}</p>" for at in range(3))
    assert normalise(_page(_BODY, shown), NormaliseOptions()).text.count(_LINE) == 3
    with pytest.raises(RejectArticle) as caught:
        normalise(_page(_LINE), NormaliseOptions())
    assert caught.value.reason is Reason.NO_TEXT


def test_data_of_another_kind_are_no_text() -> None:
    """An articleBody that is no string, or is short, fills in nothing."""
    assert filled_in(0, Page(json_ld=({"articleBody": ["x"] * MIN_BODY_CHARS},))) is None
    assert filled_in(0, Page(json_ld=({"articleBody": "x" * (MIN_BODY_CHARS - 1)},))) is None
    assert filled_in(0, Page()) is None
