"""Who published an article, and the names by which its site is known."""

from typing import Final

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, meta_text, name_of
from copydesk.record import Publisher

NAME_MAX_CHARS: Final = 100
_SITE_KINDS: Final = frozenset(("WebSite", "Organization", "NewsMediaOrganization"))

CONFIDENCE_PAGE: Final = 0.9
CONFIDENCE_SITE: Final = 0.99
"""Judged, not measured: the collections have no gold for the publisher."""


def find_publisher(article: NormalArticle) -> Found[Publisher] | None:
    """Return the publisher's name from JSON-LD or og:site_name, with the site as its domain.

    The site alone makes a publisher without a name (method "site").
    """
    named = first_found(
        (
            *(
                _name(name_of(thing.get("publisher"), NAME_MAX_CHARS), "json_ld")
                for thing in article_objects(article.page.json_ld)
            ),
            _name(meta_text(article.page.meta, "og:site_name", NAME_MAX_CHARS), "meta:og:site_name"),
            _name(meta_text(article.page.meta, "application-name", NAME_MAX_CHARS), "meta:application-name"),
        )
    )
    if named:
        return Found(Publisher(name=named.value, domain=article.site), named.method, named.confidence)
    return Found(Publisher(domain=article.site), "site", CONFIDENCE_SITE) if article.site else None


def _name(text: str | None, method: str) -> Found[str] | None:
    if not text or text.startswith(("http:", "https:", "@")):
        return None
    return Found(text, method, CONFIDENCE_PAGE)


def outlet_names(article: NormalArticle, publisher: Publisher | None) -> frozenset[str]:
    """Return the site's names, case-folded: never an author's name, and cut off titles."""
    meta = article.page.meta
    names = {publisher.name if publisher else None, article.site, article.source}
    names |= {
        meta_text(meta, name, NAME_MAX_CHARS)
        for name in ("og:site_name", "application-name", "apple-mobile-web-app-title")
    }
    for thing in article.page.json_ld[:20]:
        kind = thing.get("@type")
        if isinstance(kind, str) and kind in _SITE_KINDS:
            names.add(name_of(thing.get("name"), NAME_MAX_CHARS))
    if article.site:
        names |= {article.site.partition(".")[0], f"www.{article.site}"}
    folded = {name.casefold() for name in names if name}
    return frozenset(folded | {name.removeprefix("the ") for name in folded})
