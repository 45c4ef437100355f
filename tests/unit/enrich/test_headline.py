"""The headline: order of its sources, the site's name cut off, headings that are not it."""

import pytest

from copydesk.article import CleanArticle, Page
from copydesk.enrich.headline import find_headline, without_site
from copydesk.ledger import Kind
from tests.unit.enrich.making import BODY, clean, news

HEAD = "Council votes for a new ferry landing"
SITE = frozenset(("the gauge", "gauge.example", "gauge"))


def headline(article: CleanArticle) -> tuple[str, str] | None:
    """Return headline and method."""
    found = find_headline(article, SITE)
    return (found.value, found.method) if found else None


def test_the_producer_comes_first() -> None:
    """The producer's headline is taken as it is."""
    page = Page(json_ld=(news(headline="Another one"),))
    assert headline(clean(page=page, headline="Ferries | The Gauge")) == ("Ferries | The Gauge", "producer")


def test_the_visible_heading_that_a_title_repeats() -> None:
    """Of several h1 the one that the page's titles repeat is the headline."""
    page = Page(title=f"{HEAD} | The Gauge")
    article = clean(("The Gauge", Kind.NAVIGATION, "h1"), (HEAD, Kind.HEADLINE, "h1"), BODY, page=page)
    assert headline(article) == (HEAD, "h1")


def test_a_lone_heading_of_some_length() -> None:
    """An only h1 in another wording than the title is the headline, unless it is as short as a section's name."""
    page = Page(meta={"og:title": "Ferry landing: what was decided"})
    assert headline(clean((HEAD, Kind.HEADLINE, "h1"), BODY, page=page)) == (HEAD, "h1")
    short = clean(("Planning", Kind.NAVIGATION, "h1"), BODY, page=page)
    assert headline(short) == ("Ferry landing: what was decided", "meta:og:title")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(json_ld=(news(headline=f"{HEAD} &amp; pier - The Gauge"),)), (f"{HEAD} & pier", "json_ld")),
        (Page(meta={"og:title": HEAD, "twitter:title": "x"}), (HEAD, "meta:og:title")),
        (Page(meta={"twitter:title": HEAD}), (HEAD, "meta:twitter:title")),
        (Page(title=f"{HEAD} « The Gauge"), (HEAD, "title")),
        (Page(json_ld=(news(headline=["", None, {"@value": HEAD}]),)), (HEAD, "json_ld")),
        (Page(json_ld=(news(headline="x" * 5000),)), None),
        (Page(), None),
    ],
)
def test_places_of_a_page(page: Page, expected: tuple[str, str] | None) -> None:
    """JSON-LD, og:title, twitter:title and the title give the headline, in this order."""
    assert headline(clean(page=page)) == expected


def test_a_removed_headline_line_of_plain_text() -> None:
    """In plain text the line that was removed as the headline is it; without one there is none."""
    assert headline(clean((HEAD, Kind.HEADLINE), BODY)) == (HEAD, "headline_line")
    assert headline(clean(BODY)) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{HEAD} | The Gauge", HEAD),
        (f"{HEAD} - The Gauge - gauge.example", HEAD),
        (f"The Gauge: {HEAD}", f"The Gauge: {HEAD}"),
        (f"The Gauge | {HEAD}", HEAD),
        (f"{HEAD} | Harbours", f"{HEAD} | Harbours"),
        (f"{HEAD} – Gauge Media Group", HEAD),
        ("The Gauge", "The Gauge"),
        ("The Gauge | The Gauge", "The Gauge"),
        ("Ro-ro ferries - a history", "Ro-ro ferries - a history"),
    ],
)
def test_only_the_sites_name_is_cut_off(title: str, expected: str) -> None:
    """A part that names the site is cut off either end; other parts stay, and something always stays."""
    assert without_site(title, SITE) == expected
