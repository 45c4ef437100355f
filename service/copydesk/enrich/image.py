"""The image a page gives for an article."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin

import can_ada

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, items, tidy

URL_MAX_CHARS: Final = 2048

CONFIDENCE: Final = 0.9
"""Judged, not measured: it is what the page asks to be shown by; a few sites give their logo."""


def find_image(article: NormalArticle) -> Found[str] | None:
    """Return the address of og:image, JSON-LD's image or twitter:image; absolute, http or https only."""
    base = article.page.base_url or article.canonical_url or article.url
    return first_found(
        Found(url, method, CONFIDENCE) if (url := _absolute(raw, base)) else None
        for method, raw in _candidates(article)
    )


def _candidates(article: NormalArticle) -> Iterator[tuple[str, object]]:
    meta = article.page.meta
    for name in ("og:image:secure_url", "og:image", "og:image:url"):
        yield f"meta:{name}", meta.get(name)
    for thing in article_objects(article.page.json_ld):
        for item in items(thing.get("image")):
            if isinstance(item, Mapping):
                for url in items(item.get("url") or item.get("contentUrl")):
                    yield "json_ld", url
            else:
                yield "json_ld", item
    for name in ("twitter:image", "twitter:image:src", "parsely-image-url"):
        yield f"meta:{name}", meta.get(name)


def _absolute(raw: object, base: str | None) -> str | None:
    text = tidy(raw, URL_MAX_CHARS)
    if text is None:
        return None
    try:
        url = can_ada.parse(urljoin(base, text) if base else text)
    except ValueError:
        return None
    return str(url.href) if url.protocol in {"http:", "https:"} and len(url.href) <= URL_MAX_CHARS else None
