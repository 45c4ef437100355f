"""The headline: from the producer, the page's data, its h1 or its title, the site's name cut off."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from copydesk.article import CleanArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, meta_text, name_of, tidy
from copydesk.ledger import Kind

HEADLINE_MAX_CHARS: Final = 400
_SEPARATOR = re.compile(r"\s(?:[|·•»«–—]|-{1,2}|::?)\s|\s\|\s?|\s?\|\s")
_META: Final = (("og:title", "og"), ("twitter:title", "twitter"))
_H1_MAX: Final = 5
_LONE_H1_CHARS: Final = 20
"""An only h1 that no title repeats is the headline when it is at least so long; shorter ones are sections' names."""
_MARK = re.compile(r"[\W_]+")

CONFIDENCE: Final = {
    "producer": 0.97,
    "h1": 0.87,
    "json_ld": 0.78,
    "og": 0.61,
    "twitter": 0.61,
    "title": 0.4,
    "removed": 0.6,
}
"""Share of development pages where each place gave the gold headline to the letter (case and punctuation aside): h1 751
of 863, json_ld 301 of 384 when read first, og:title 27 of 44 and title 7 of 25 where the others were silent; in nine of
ten of the rest the gold is the same headline in another wording. "producer" and "removed" are judged."""


def find_headline(clean: CleanArticle, outlets: Collection[str]) -> Found[str] | None:
    """Return the headline of the best source; None for plain text without a line marked as one.

    `outlets` are case-folded names of the site, which are cut off the end or the start of a title.
    """
    return first_found(_candidates(clean, outlets))


def _candidates(clean: CleanArticle, outlets: Collection[str]) -> Iterator[Found[str] | None]:
    page = clean.article.page
    yield _found(tidy(clean.article.headline, HEADLINE_MAX_CHARS, markup=False), "producer", "producer")
    named = [
        *(
            ("json_ld", "json_ld", name_of(thing.get("headline"), HEADLINE_MAX_CHARS))
            for thing in article_objects(page.json_ld)
        ),
        *((f"meta:{name}", kind, meta_text(page.meta, name, HEADLINE_MAX_CHARS)) for name, kind in _META),
        ("title", "title", tidy(page.title, HEADLINE_MAX_CHARS)),
    ]
    titles = [(method, kind, without_site(text, outlets)) for method, kind, text in named if text]
    yield _found(_h1(clean, [title for _, _, title in titles]), "h1", "h1")
    for method, kind, title in titles:
        yield _found(title, method, kind)
    yield _found(_removed(clean), "headline_line", "removed")


def _found(text: str | None, method: str, kind: str) -> Found[str] | None:
    return Found(text, method, CONFIDENCE[kind]) if text else None


def _h1(clean: CleanArticle, titles: Collection[str]) -> str | None:
    """Return the visible h1 that one of the page's titles repeats, or the only one of some length."""
    article = clean.article
    texts = [
        article.text[block.start : block.end]
        for block in article.blocks
        if block.tag == "h1" and not block.hidden
    ]
    heads = [text for raw in texts[:_H1_MAX] if (text := tidy(raw, HEADLINE_MAX_CHARS, markup=False))]
    marks = [_mark(title) for title in titles]
    echoed = next((head for head in heads if any(_echo(_mark(head), mark) for mark in marks)), None)
    return echoed or (heads[0] if len(heads) == 1 and len(_mark(heads[0])) >= _LONE_H1_CHARS else None)


def _echo(head: str, mark: str) -> bool:
    return (
        bool(head)
        and (head in mark or mark in head)
        and 2 * min(len(head), len(mark)) >= max(len(head), len(mark))
    )


def _mark(text: str) -> str:
    return _MARK.sub("", text.casefold())


def _removed(clean: CleanArticle) -> str | None:
    for span in clean.removed:
        if span.kind is Kind.HEADLINE:
            return tidy(clean.article.text[span.start : span.end], HEADLINE_MAX_CHARS, markup=False)
    return None


def without_site(title: str, outlets: Collection[str]) -> str:
    """Cut the site's name off the end or the start of a title: "Head | The Site" is "Head"."""
    cuts = list(_SEPARATOR.finditer(title))
    while cuts and _is_site(title[cuts[-1].end() :], outlets) and title[: cuts[-1].start()].strip():
        title = title[: cuts.pop().start()].strip()
    if cuts and _is_site(title[: cuts[0].start()], outlets):
        return title[cuts[0].end() :].strip() or title
    return title


def _is_site(part: str, outlets: Collection[str]) -> bool:
    bare = _mark(part)
    return any(
        bare == name or (len(name) >= 4 <= len(bare) and (name in bare or bare in name))
        for name in map(_mark, outlets)
    )
