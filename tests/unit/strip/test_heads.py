"""What is called the headline of a page, and what its byline, where their place alone decided that they go."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.stage import strip

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
_TEXT = f"<div class=story><p>{_LONG}</p><p>{_LONG}</p><p>{_LONG}</p></div>"


def _kinds(body: str, title: str | None = None) -> dict[str, Kind]:
    """Return the kind of each removed line of a page."""
    markup = read_markup(f"<html><body>{body}</body></html>", base_url=None)
    clean = strip(
        NormalArticle(
            id="x",
            id_method="content",
            kind="html",
            text=markup.text,
            blocks=markup.blocks,
            page=Page(title=title),
        )
    )
    return {
        line: span.kind
        for span in clean.removed
        for line in clean.article.text[span.start : span.end].split("\n")
        if line
    }


@pytest.mark.parametrize(
    "title",
    [
        "Ten wild geese cross the bay",
        "Ten wild geese cross the bay | Bay Post",
        "Bay Post: Ten wild geese cross the bay",
    ],
)
def test_a_headline_above_the_text_is_called_one(title: str) -> None:
    """A heading outside the text's element that the page calls its title is its headline, whatever its words are like."""
    kinds = _kinds(f"<div><h2>Ten wild geese cross the bay</h2></div>{_TEXT}", title)
    assert kinds["Ten wild geese cross the bay"] is Kind.HEADLINE


def test_a_headline_that_reads_like_a_teaser_is_one() -> None:
    """The page's title in an h1 is no link to another article, though a rule of wording takes it for one."""
    line = "Read more: how the geese cross the bay"
    assert _kinds(f"<div><h1>{line}</h1></div>{_TEXT}", f"{line} | Bay Post")[line] is Kind.HEADLINE


def test_the_only_h1_is_the_headline() -> None:
    """Where no heading is the page's title, the one h1 above the text is it."""
    kinds = _kinds(f"<div><h1>Geese cross the bay at dusk</h1></div>{_TEXT}", "Bay Post")
    assert kinds["Geese cross the bay at dusk"] is Kind.HEADLINE


def test_the_name_of_a_site_is_no_headline() -> None:
    """An h1 in a menu is the site's name; a headline below it may be an h2."""
    head = "<nav><h1>The Bay Post</h1></nav><div><h2>Geese cross the bay</h2></div>"
    kinds = _kinds(f"{head}{_TEXT}", "Geese cross the bay - The Bay Post")
    assert kinds["The Bay Post"] is not Kind.HEADLINE
    assert kinds["Geese cross the bay"] is Kind.HEADLINE


def test_a_day_and_a_name_below_the_headline_are_the_byline() -> None:
    """Between headline and text a day is of the byline, and so is a name beside one; other lines keep their kind."""
    head = "<div><h1>Geese cross the bay</h1><div>Mara Lind</div><div>Bay, 4.5.2021</div></div>"
    kinds = _kinds(f"{head}<div><div>Wild Life</div></div>{_TEXT}", "Geese cross the bay")
    assert kinds["Mara Lind"] is Kind.BYLINE
    assert kinds["Bay, 4.5.2021"] is Kind.BYLINE


def test_a_name_apart_from_a_byline_is_none() -> None:
    """Two words with capitals may be a topic: without a byline beside them they are not called one."""
    kinds = _kinds(
        f"<div><h1>Geese cross the bay</h1><div>Wild Life</div></div>{_TEXT}", "Geese cross the bay"
    )
    assert kinds["Wild Life"] is not Kind.BYLINE
