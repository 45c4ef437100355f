"""Publisher, description, section, keywords and image, as a page gives them."""

from typing import Any

import pytest

from copydesk.article import Page
from copydesk.enrich.description import find_description
from copydesk.enrich.image import find_lead
from copydesk.enrich.publisher import find_publisher, outlet_names
from copydesk.enrich.section import KEYWORDS_MAX, find_keywords, find_section
from copydesk.record import Publisher
from tests.unit.enrich.making import clean, news


def found(finder: Any, page: Page, **fields: Any) -> tuple[Any, str] | None:
    """Return value and method of what a finder finds on a page."""
    got = finder(clean(page=page, **fields).article)
    return (got.value, got.method) if got else None


def test_the_publisher_and_its_domain() -> None:
    """JSON-LD's publisher comes before og:site_name; the domain is the article's site; it may stand alone."""
    both = Page(json_ld=(news(publisher={"name": "The Gauge"}),), meta={"og:site_name": "Gauge"})
    assert found(find_publisher, both, site="gauge.example") == (
        Publisher(name="The Gauge", domain="gauge.example"),
        "json_ld",
    )
    assert found(find_publisher, Page(meta={"og:site_name": "Gauge"})) == (
        Publisher(name="Gauge"),
        "meta:og:site_name",
    )
    assert found(find_publisher, Page(), site="gauge.example") == (Publisher(domain="gauge.example"), "site")
    assert found(find_publisher, Page()) is None
    assert found(find_publisher, Page(json_ld=(news(publisher="https://gauge.example"),))) is None


def test_the_names_of_a_site() -> None:
    """A site goes by its publisher, its site name, its domain and the label of that, with and without "the"."""
    page = Page(
        meta={"og:site_name": "The Gauge"}, json_ld=({"@type": "Organization", "name": "Gauge Media"},)
    )
    names = outlet_names(clean(page=page, site="gauge.example").article, Publisher(name="Gauge Press"))
    assert names >= {"the gauge", "gauge", "gauge media", "gauge press", "gauge.example"}


def test_the_description() -> None:
    """og:description, the description element and JSON-LD's are taken in this order; one of article length is not."""
    meta = {"description": "A pier &amp; a vote.", "og:description": "The pier."}
    assert found(find_description, Page(meta=meta)) == ("The pier.", "meta:og:description")
    assert found(find_description, Page(meta={"description": "A pier &amp; a vote."})) == (
        "A pier & a vote.",
        "meta:description",
    )
    assert found(find_description, Page(json_ld=(news(description="<p>A pier.</p>"),))) == (
        "A pier.",
        "json_ld",
    )
    assert found(find_description, Page(meta={"description": "x" * 2000})) is None
    assert found(find_description, Page(meta={"description": "None"})) is None


def test_the_section() -> None:
    """The first section of JSON-LD or meta is taken."""
    assert found(find_section, Page(json_ld=(news(articleSection=["Ports", "News"]),))) == (
        "Ports",
        "json_ld",
    )
    assert found(find_section, Page(meta={"article:section": "Ports"})) == ("Ports", "meta:article:section")
    assert found(find_section, Page()) is None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(json_ld=(news(keywords="Ferry, pier,ferry, "),)), (("Ferry", "pier"), "json_ld")),
        (
            Page(json_ld=(news(keywords=["ferry", {"name": "pier"}, 3, None]),)),
            (("ferry", "pier"), "json_ld"),
        ),
        (
            Page(meta={"news_keywords": "ferry;pier", "keywords": "gauge"}),
            (("ferry", "pier"), "meta:news_keywords"),
        ),
        (Page(meta={"keywords": "渡轮，码头"}), (("渡轮", "码头"), "meta:keywords")),
        (Page(meta={"keywords": "x" * 61}), None),
        (Page(), None),
    ],
)
def test_keywords(page: Page, expected: tuple[tuple[str, ...], str] | None) -> None:
    """Keywords come from the first place that has any, each once whatever its case, over-long ones left out."""
    assert found(find_keywords, page) == expected


def test_keywords_are_bounded() -> None:
    """A page with hundreds of keywords gives the first few."""
    got = found(find_keywords, Page(json_ld=(news(keywords=[f"word{n}" for n in range(500)]),)))
    assert got is not None
    assert len(got[0]) == KEYWORDS_MAX


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(meta={"og:image": "https://x.example/a.jpg"}), "https://x.example/a.jpg"),
        (Page(meta={"og:image": "/a.jpg"}, base_url="https://x.example/b/c"), "https://x.example/a.jpg"),
        (
            Page(meta={"og:image": "//cdn.example/a b.jpg"}, base_url="https://x.example/"),
            "https://cdn.example/a%20b.jpg",
        ),
        (Page(json_ld=(news(image=[{"url": "https://x.example/a.jpg"}]),)), "https://x.example/a.jpg"),
        (Page(json_ld=(news(image="https://x.example/a.jpg"),)), "https://x.example/a.jpg"),
        (
            Page(meta={"og:image": "data:image/gif;base64,R0", "twitter:image": "http://x.example/b"}),
            "http://x.example/b",
        ),
        (Page(meta={"og:image": "javascript:alert(1)"}), None),
        (Page(meta={"og:image": "/a.jpg"}), None),
        (Page(meta={"og:image": "https://[bad"}, base_url="https://x.example/"), None),
        (Page(meta={"og:image": "https://x.example/" + "a" * 3000}), None),
    ],
)
def test_the_image(page: Page, expected: str | None) -> None:
    """The image is absolute and http or https; what is not, or cannot be resolved, is passed over."""
    got = found(find_lead, page)
    assert (got[0].url if got else None) == expected
