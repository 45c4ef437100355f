"""The page's own summary of an article."""

from typing import Final

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, meta_text, name_of

DESCRIPTION_MAX_CHARS: Final = 1000
"""Longer ones are the article over again; they are left out, not cut."""

CONFIDENCE: Final = 0.9
"""Judged, not measured: what a page calls its description is one; some sites describe themselves there."""


def find_description(article: NormalArticle) -> Found[str] | None:
    """Return og:description, the description meta element or JSON-LD's; None otherwise."""
    meta = article.page.meta
    texts = (
        ("meta:og:description", meta_text(meta, "og:description", DESCRIPTION_MAX_CHARS)),
        ("meta:description", meta_text(meta, "description", DESCRIPTION_MAX_CHARS)),
        *(
            ("json_ld", name_of(thing.get("description"), DESCRIPTION_MAX_CHARS))
            for thing in article_objects(article.page.json_ld)
        ),
        ("meta:twitter:description", meta_text(meta, "twitter:description", DESCRIPTION_MAX_CHARS)),
    )
    return first_found(Found(text, method, CONFIDENCE) if text else None for method, text in texts)
