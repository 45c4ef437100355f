"""Who wrote an article: the producer, the page's data, its byline, the removed byline and bio."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import msgspec

from copydesk.article import Author, CleanArticle, NormalArticle
from copydesk.enrich.bios import BIO_MAX_CHARS, find_bios
from copydesk.enrich.credits import find_credit
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.names import (
    AGENCIES,
    FIELD_MAX_CHARS,
    each_name,
    is_name,
    kind_of_name,
    name_key,
    split_names,
    surname_key,
)
from copydesk.enrich.page_data import article_objects, items, name_of, tidy
from copydesk.ledger import Kind

AUTHORS_MAX: Final = 20
URL_MAX_CHARS: Final = 500
TITLE_MAX_CHARS: Final = 120
PROFILES_MAX: Final = 10
_BYLINE_MAX_CHARS: Final = 160

_META: Final = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "creator",
    "og:author",
    "articleauthor",
    "article-author",
    "cxenseparse:author",
    "dcsext.author",
    "citation_author",
    "twitter:creator:name",
)
_INVERTED: Final = frozenset(("dc.creator", "dcterms.creator", "citation_author"))
"""Library metadata writes "Doe, Jane"."""

_ORGANISATIONS: Final = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "EducationalOrganization")
)

CONFIDENCE: Final = {
    "producer": 0.97,
    "json_ld": 0.92,
    "meta": 0.89,
    "page_byline": 0.79,
    "byline": 0.63,
    "author_bio": 0.62,
    "outlet": 0.8,
}
"""Share of development pages whose set of authors each place gave exactly (`make bench-enrich`): json_ld 325 of 355, meta
140 of 157, page_byline 102 of 129, and where those are silent byline 12 of 19, author_bio 5 of 7 (too few to stand above
byline). "producer" and "outlet" are judged: the caller's word, and a page that names itself."""


def find_authors(clean: CleanArticle, outlets: Collection[str]) -> Found[tuple[Author, ...]] | None:
    """Return the authors of the best source that names any, in its order.

    `outlets` are case-folded names of the site and its publisher, which are nobody's. A removed bio adds
    its text to the author it is about, told by the same name or surname; alone it names the author itself.
    """
    bios = tuple(find_bios(clean))
    found = first_found(_sources(clean, outlets, bios))
    if found is None:
        return None
    described = (_described(author, bios) for author in _once(found.value))
    return msgspec.structs.replace(found, value=tuple(_typed(author, outlets) for author in described))


def _sources(
    clean: CleanArticle, outlets: Collection[str], bios: tuple[Author, ...]
) -> Iterator[Found[tuple[Author, ...]] | None]:
    article = clean.article
    yield _named(article.author, (), "producer", "producer")
    yield _json_ld(article, outlets)
    yield _meta(article, outlets)
    yield _page_byline(article, outlets)
    yield _removed_byline(clean, outlets)
    yield Found(bios[:AUTHORS_MAX], "author_bio", CONFIDENCE["author_bio"]) if bios else None
    yield find_credit(clean.body)
    # Nobody else is named: then the outlet that the page names as its author is it.
    yield _outlet(_json_ld(article, ()), outlets)
    yield _outlet(_meta(article, ()), outlets)


def _outlet(
    found: Found[tuple[Author, ...]] | None, outlets: Collection[str]
) -> Found[tuple[Author, ...]] | None:
    if found is None or not all(author.name.casefold() in outlets for author in found.value):
        return None
    return msgspec.structs.replace(found, confidence=CONFIDENCE["outlet"])


def _typed(author: Author, outlets: Collection[str]) -> Author:
    kind = author.type or kind_of_name(author.name, outlets)
    if author.name.casefold() in AGENCIES or author.name.casefold() in outlets:
        kind = "Organization"  # whatever the page says: some mark "Reuters" a Person
    return msgspec.structs.replace(author, type=kind)


def _named(
    fields: Collection[str], outlets: Collection[str], kind: str, method: str, *, byline: bool = False
) -> Found[tuple[Author, ...]] | None:
    names = tuple(each_name(fields, outlets, byline=byline))[:AUTHORS_MAX]
    return Found(tuple(Author(name=name) for name in names), method, CONFIDENCE[kind]) if names else None


def _json_ld(article: NormalArticle, outlets: Collection[str]) -> Found[tuple[Author, ...]] | None:
    for thing in article_objects(article.page.json_ld):
        for key in ("author", "creator"):
            authors = _once(tuple(_of_json(thing.get(key), article, outlets)))
            if authors:
                return Found(authors[:AUTHORS_MAX], "json_ld", CONFIDENCE["json_ld"])
    return None


def _of_json(value: Any, article: NormalArticle, outlets: Collection[str]) -> Iterator[Author]:
    for item in items(value):
        thing = _referred(item, article) if isinstance(item, Mapping) else item
        is_thing = isinstance(thing, Mapping)
        named = (
            [name for part in items(thing.get("name")) if (name := name_of(part, FIELD_MAX_CHARS))]
            if is_thing
            else []
        )
        fields = named if is_thing else [thing] if isinstance(thing, str) else []
        # An organisation's name is one name: "Center for Drug Evaluation and Research".
        whole = is_thing and any(
            kind in _ORGANISATIONS for kind in items(thing.get("@type")) if isinstance(kind, str)
        )
        names = (
            tuple(name for name in fields if is_name(name, outlets))
            if whole
            else tuple(each_name(fields, outlets))
        )
        alone = is_thing and len(names) == 1
        for name in names:
            yield _of_thing(name, thing, whole=whole) if alone else Author(name=name)


def _of_thing(name: str, thing: Mapping[str, Any], *, whole: bool) -> Author:
    """Return the author of a JSON-LD object with all it says of them."""
    person = any(kind == "Person" for kind in items(thing.get("@type")))
    profiles = (_web_address(item) for item in items(thing.get("sameAs")))
    return Author(
        name=name,
        type="Organization" if whole else "Person" if person else None,
        url=_web_address(thing.get("url")),
        job_title=name_of(thing.get("jobTitle"), TITLE_MAX_CHARS),
        description=name_of(thing.get("description"), BIO_MAX_CHARS),
        same_as=tuple(dict.fromkeys(filter(None, profiles)))[:PROFILES_MAX],
    )


def _referred(thing: Mapping[str, Any], article: NormalArticle) -> Mapping[str, Any]:
    """Return the object that a bare {"@id": ...} points to, if the page has it."""
    if thing.get("name") or not isinstance(thing.get("@id"), str):
        return thing
    found = (other for other in article.page.json_ld[:60] if other.get("name"))
    return next((other for other in found if other.get("@id") == thing["@id"]), thing)


def _web_address(value: object) -> str | None:
    url = next((item for item in items(value) if isinstance(item, str)), None)
    url = tidy(url, URL_MAX_CHARS, markup=False)
    return url if url and url.startswith(("https://", "http://")) else None


def _meta(article: NormalArticle, outlets: Collection[str]) -> Found[tuple[Author, ...]] | None:
    for name in _META:
        field = article.page.meta.get(name)
        if field and not field.lstrip().startswith(("http:", "https:", "//", "www.")):
            if name in _INVERTED:
                field = _upright(field)
            found = _named((field,), outlets, "meta", f"meta:{name}")
            if found:
                return found
    return None


def _upright(field: str) -> str:
    last, comma, first = field[:FIELD_MAX_CHARS].partition(",")
    both_short = comma and "," not in first and len(last.split()) == 1 and 1 <= len(first.split()) <= 2
    return f"{first.strip()} {last.strip()}" if both_short else field


def _page_byline(article: NormalArticle, outlets: Collection[str]) -> Found[tuple[Author, ...]] | None:
    """Return the names of the first element marked as byline that names anyone.

    Later ones are reviewers, other articles' and commenters' (of 134 development pages, taking all was right
    on 74). They only cut off what ran into a name: "Jane Doefounder" is "Jane Doe" where that stands too.
    """
    named = [
        (names, link)
        for text, link in article.page.bylines[:AUTHORS_MAX]
        if len(text) <= _BYLINE_MAX_CHARS and (names := split_names(text, outlets, byline=True))
    ]
    if not named:
        return None
    first, link = named[0]
    others = sorted(
        {name for names, _ in named for name in names if " " in name}, key=lambda name: (len(name), name)
    )
    cut = [next((other for other in others if name.startswith(other)), name) for name in first]
    url = _web_address(link) if len(first) == 1 else None
    once = _once(tuple(Author(name=name, url=url) for name in cut))
    return Found(once, "page_byline", CONFIDENCE["page_byline"])


def _removed_byline(clean: CleanArticle, outlets: Collection[str]) -> Found[tuple[Author, ...]] | None:
    for span in clean.removed:
        if span.kind is Kind.BYLINE:
            lines = clean.article.text[span.start : span.end].splitlines()[:6]
            short = [line for line in lines if len(line) <= _BYLINE_MAX_CHARS]
            found = _named(short, outlets, "byline", "byline", byline=True)
            if found:
                return found
    return None


def _described(author: Author, bios: Collection[Author]) -> Author:
    same = [bio for bio in bios if name_key(bio.name) == name_key(author.name)]
    near = [bio for bio in bios if surname_key(bio.name) == surname_key(author.name)]
    bio = next(iter(same or near), None)
    if bio is None:
        return author
    return msgspec.structs.replace(
        author,
        description=author.description or bio.description,
        job_title=author.job_title or bio.job_title,
    )


def _once(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """Return each author once, by name; the first, with the address of another that has one."""
    kept: dict[str, Author] = {}
    for author in authors:
        key = name_key(author.name)
        first = kept.setdefault(key, author)
        if first.url is None and author.url is not None:
            kept[key] = msgspec.structs.replace(first, url=author.url)
    return tuple(kept.values())
