"""Addresses."""

import pytest

from copydesk.normalise.url import MAX_CHARS, absolute_url, canonical_url, choose_canonical, site


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTP://User:pw@WWW.Example.COM:80/a/../b?utm_source=x&b=2&a=1&FBCLID=z#top", "http://www.example.com/b?b=2&a=1"),
        ("https://example.org/#!/article/5", "https://example.org/#!/article/5"),
        ("https://example.org/a/?", "https://example.org/a/"),
        ("https://example.org/a?utm_medium=rss", "https://example.org/a"),
        ("https://example.org/a?page=2&ref=home&id=7", "https://example.org/a?page=2&ref=home&id=7"),
        ("https://example.org:8443/a;jsessionid=1F2?x", "https://example.org:8443/a?x"),
        ("https://bücher.example/übersicht", "https://xn--bcher-kva.example/%C3%BCbersicht"),
        ("  https://example.org/a b\n", "https://example.org/a%20b"),
        ("https://example.org/A/", "https://example.org/A/"),
    ],
)  # fmt: skip
def test_one_page_has_one_spelling(given: str, expected: str) -> None:
    """Host, port, credentials, fragment and tracking are made regular; path and query order stay."""
    assert canonical_url(given) == expected
    assert canonical_url(expected) == expected


@pytest.mark.parametrize(
    "given",
    ["", "example.org/a", "//example.org/a", "/a", "mailto:a@example.org", "javascript:alert(1)", "ftp://example.org/", "http://", "http://[::1", "https://example.org/\ud800", "https://example.org/" + "a" * MAX_CHARS],
)  # fmt: skip
def test_what_is_no_web_address_is_none(given: str) -> None:
    """Only absolute http and https addresses count; nothing raises."""
    assert canonical_url(given) is None
    assert absolute_url(given) is None
    assert site(given) is None


def test_relative_addresses_are_resolved_against_a_base() -> None:
    """With a base a relative address becomes absolute."""
    assert canonical_url("../b?x=1", "https://example.org/a/c/d") == "https://example.org/a/b?x=1"
    assert canonical_url("//other.example/b", "https://example.org/") == "https://other.example/b"


def test_an_absolute_address_keeps_its_tracking_but_not_its_password() -> None:
    """The producer's address stays what it was, secrets left out."""
    assert (
        absolute_url("https://me:pw@example.org/a?utm_source=x#b") == "https://example.org/a?utm_source=x#b"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.co.uk/a", "example.co.uk"),
        ("https://news.blog.example.com./a", "example.com"),
        ("https://someone.github.io/", "someone.github.io"),
        ("https://www.bücher.example/", "xn--bcher-kva.example"),
        ("http://192.0.2.7:8080/", "192.0.2.7"),
        ("http://[2001:db8::1]/", "[2001:db8::1]"),
        ("http://localhost:3000/", "localhost"),
        ("https://wiki.intranet/", "wiki.intranet"),
        ("https://co.uk/", "co.uk"),
    ],
)
def test_the_site_of_an_address(url: str, expected: str) -> None:
    """It is the registrable domain, or the host where there is none."""
    assert site(url) == expected


@pytest.mark.parametrize(
    ("url", "link", "expected"),
    [
        ("https://m.example.org/a?x=1", "https://www.example.org/a", ("https://www.example.org/a", "link")),
        ("https://example.org/a", "/b#c", ("https://example.org/b", "link")),
        ("https://example.org/a", "https://example.org/", ("https://example.org/a", "url")),
        ("https://example.org/", "https://www.example.org/", ("https://www.example.org/", "link")),
        ("https://example.org/a", "https://other.example/a", ("https://example.org/a", "url")),
        ("https://example.org/a", "javascript:void(0)", ("https://example.org/a", "url")),
        (None, "https://example.org/a", ("https://example.org/a", "link")),
        ("no address", None, (None, None)),
    ],
)
def test_a_canonical_link_is_believed_only_where_it_can_be(
    url: str | None, link: str | None, expected: tuple[str | None, str | None]
) -> None:
    """Another site, or the home page of a deep address, is a mistake of the page."""
    assert choose_canonical(url, link) == expected
