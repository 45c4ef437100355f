"""What a page says about itself."""

import pytest

from copydesk.article import Page
from copydesk.normalise.markup import read_markup


def _page(html: str, base_url: str | None = "https://example.org/a/b.html") -> Page:
    return read_markup(html, base_url=base_url).page


def test_title_language_and_meta_are_read() -> None:
    """Title and meta are regular text; keys are lower-cased; the first non-empty value of a key wins."""
    page = _page(
        "<html lang=de-AT><head><title> A\n&amp; B </title><meta property='OG:Title' content=''>"
        "<meta property=og:title content='First'><meta property=og:title content='Second'>"
        "<meta name=Author content=' Anna  Example '><meta itemprop=datePublished content=2018-04-23><meta charset=x>"
    )
    assert page.title == "A & B"
    assert page.language == "de-AT"
    assert page.meta == {"og:title": "First", "author": "Anna Example", "datepublished": "2018-04-23"}


def test_canonical_address_is_made_absolute() -> None:
    """A relative canonical address is resolved against the page's base."""
    assert _page("<link rel='Canonical' href='../c?x=1'>").canonical_url == "https://example.org/c?x=1"
    based = _page("<base href='https://other.example/d/'><link rel=canonical href=e>")
    assert based.base_url == "https://other.example/d/"
    assert based.canonical_url == "https://other.example/d/e"


def test_addresses_that_are_none_are_left_out() -> None:
    """Without a base, or where it does not parse, there is no canonical address."""
    assert _page("<link rel=canonical href='/c'>", None).canonical_url is None
    assert _page("<link rel=canonical href='http://[x'>").canonical_url is None
    assert _page("<link rel=canonical href='javascript:1'>").canonical_url is None


def test_times_carry_the_words_of_their_place() -> None:
    """A time gives its datetime, else its text, and the class, id and itemprop words around it."""
    page = _page(
        "<div class='Meta top'><span id=pub><time datetime=2018-04-23>then</time></span></div><time>23 April</time>"
    )
    assert page.times == (("2018-04-23", "pub meta top"), ("23 April", ""))


def test_bylines_are_read_with_their_links() -> None:
    """Elements marked as author or byline give text and link; biographies are too long to be one."""
    page = _page(
        "<p class=byline>By <a href='/author/anna' rel=author>Anna Example</a></p><div class=author-bio>"
        + "x " * 150
        + "</div>"
    )
    assert page.bylines == (
        ("By Anna Example", "https://example.org/author/anna"),
        ("Anna Example", "https://example.org/author/anna"),
    )


def test_json_ld_is_read_from_head_and_body() -> None:
    """Scripts of JSON-LD count wherever they stand."""
    page = _page(
        "<script type='application/ld+json'>{\"a\": 1}</script><body><script type='application/LD+JSON'>[{\"b\": 2}]</script>"
    )
    assert page.json_ld == ({"a": 1}, {"b": 2})


@pytest.mark.parametrize("key", ["name", "property"])
def test_json_ld_in_a_meta_element_is_read(key: str) -> None:
    """What a framework wrote as a meta element named for a script is JSON-LD and no meta text."""
    page = _page(
        f"""<meta {key}="script:ld+json" content="{{&quot;a&quot;: 1}}"><meta name="date" content="2026-05-04">"""
    )
    assert page.json_ld == ({"a": 1},)
    assert page.meta == {"date": "2026-05-04"}


def test_a_page_without_anything_is_an_empty_page() -> None:
    """Nothing said, nothing invented."""
    assert _page("<p>text", None) == Page()
