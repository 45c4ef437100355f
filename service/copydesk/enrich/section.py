"""The section an article stands in, and its keywords, as the site gives them."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, items, meta_text, name_of

SECTION_MAX_CHARS: Final = 80
_SECTION_META: Final = (
    "article:section",
    "parsely-section",
    "og:article:section",
    "section",
    "cxenseparse:section",
)
KEYWORDS_MAX: Final = 30
KEYWORD_MAX_CHARS: Final = 60
_FIELD_MAX_CHARS: Final = 3000
_COMMA = re.compile(r"\s*[,;|\uff0c\u3001]\s*")

CONFIDENCE: Final = {"article": 0.9, "site": 0.6}
"""Judged, not measured: "article" is data about this article; meta keywords are often the whole site's."""


def find_section(article: NormalArticle) -> Found[str] | None:
    """Return the first section the page names: JSON-LD articleSection, then meta."""
    return first_found(
        Found(text, method, CONFIDENCE["article"]) if text else None for method, text in _sections(article)
    )


def _sections(article: NormalArticle) -> Iterator[tuple[str, str | None]]:
    for thing in article_objects(article.page.json_ld):
        yield "json_ld", name_of(thing.get("articleSection"), SECTION_MAX_CHARS)
    for name in _SECTION_META:
        yield f"meta:{name}", meta_text(article.page.meta, name, SECTION_MAX_CHARS)


def find_keywords(article: NormalArticle) -> Found[tuple[str, ...]] | None:
    """Return the keywords of the first place that has any, once each, at most `KEYWORDS_MAX`."""
    meta = article.page.meta
    places: tuple[tuple[str, Iterator[str], float], ...] = (
        *(
            ("json_ld", _of_json(thing.get("keywords")), CONFIDENCE["article"])
            for thing in article_objects(article.page.json_ld)
        ),
        *(
            (f"meta:{name}", _parts(meta_text(meta, name, _FIELD_MAX_CHARS)), CONFIDENCE["article"])
            for name in ("news_keywords", "article:tag", "parsely-tags", "sailthru.tags")
        ),
        ("meta:keywords", _parts(meta_text(meta, "keywords", _FIELD_MAX_CHARS)), CONFIDENCE["site"]),
    )
    for method, words, confidence in places:
        kept = _once(words)
        if kept:
            return Found(kept, method, confidence)
    return None


def _of_json(value: object) -> Iterator[str]:
    for item in items(value):
        yield from _parts(name_of(item, _FIELD_MAX_CHARS))


def _parts(text: str | None) -> Iterator[str]:
    yield from _COMMA.split(text) if text else ()


def _once(words: Iterator[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for word in words:
        if 1 < len(word) <= KEYWORD_MAX_CHARS:
            kept.setdefault(word.casefold(), word)
        if len(kept) == KEYWORDS_MAX:
            break
    return tuple(kept.values())
