"""What a page says about itself outside its text: head, JSON-LD, times, bylines."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from copydesk.article import Page
from copydesk.normalise.json_ld import read_json_ld
from copydesk.normalise.text import clean_block

MAX_META: Final = 200
MAX_META_CHARS: Final = 4_000
"""Longer values are left out: they are articles or dumps of keywords (one development page has 14,903)."""
MAX_TIMES: Final = 40
MAX_BYLINES: Final = 20
MAX_BYLINE_CHARS: Final = 200
"""A longer element is a biography or a teaser, not a byline."""
_TIME_HINT_LEVELS: Final = 3

_HEAD: Final = 'title, base[href], link[rel~="canonical" i], meta[content], script[type*="ld+json" i]'
_SIGNED: Final = (
    'time, [rel~="author" i], [itemprop~="author" i], [class*="byline" i], [class*="author" i]:not(body):not(html), '
    'a[href*="/author/" i], a[href*="/authors/" i]'
)
_TOLD: Final = f"{_HEAD}, {_SIGNED}"
"""One list: every search goes through the whole page."""


def read_page(tree: LexborHTMLParser, base_url: str | None) -> Page:
    """Return the page's own metadata; nothing of it is judged here.

    Shape: every text is regular (see `clean_block`), addresses are absolute where a base is known.
    """
    title: str | None = None
    declared_base: str | None = None
    canonical: str | None = None
    meta: dict[str, str] = {}
    scripts: list[str] = []
    signed: list[tuple[str, LexborNode]] = []
    for node in tree.css(_TOLD):
        tag = node.tag or ""
        if tag == "meta":
            _read_meta(node, meta, scripts)
        elif tag == "script":
            if "ld+json" in (_attribute(node, "type") or "").lower():
                scripts.append(node.text() or "")
        elif tag == "title":
            title = title or _line(node.text())[:MAX_META_CHARS] or None
        elif tag == "base":
            declared_base = declared_base or _attribute(node, "href")
        elif tag == "link":
            if "canonical" in (_attribute(node, "rel") or "").lower().split():
                canonical = canonical or _attribute(node, "href")
        elif tag != "style":
            signed.append((tag, node))
    base = _absolute(declared_base, base_url) or base_url
    times, bylines = _read_signed(signed, base)
    root = tree.root
    return Page(
        title=title,
        language=_attribute(root, "lang") if root is not None else None,
        canonical_url=_absolute(canonical, base),
        base_url=base,
        meta=meta,
        json_ld=read_json_ld(scripts),
        times=times,
        bylines=bylines,
    )


def _line(text: str) -> str:
    """Regular text on one line: line ends in a head are layout of the source."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean_block(text).split())


def _read_meta(node: LexborNode, meta: dict[str, str], scripts: list[str]) -> None:
    attributes = node.attributes
    content = attributes.get("content")
    if content and "ld+json" in (attributes.get("name") or attributes.get("property") or "").lower():
        scripts.append(content)  # frameworks that are told of a script where they expect a name write it so
        return
    if not content or len(content) > MAX_META_CHARS or len(meta) >= MAX_META:
        return
    content = _line(content)
    if not content:
        return
    for key in ("property", "name", "itemprop"):
        named = attributes.get(key)
        if named:
            meta.setdefault(_key(named), content)


@lru_cache(maxsize=2_048)
def _key(named: str) -> str:
    """A name of metadata; there are few, and all pages use them."""
    return _line(named).lower()[:100]


def _read_signed(
    signed: Iterable[tuple[str, LexborNode]], base: str | None
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str | None], ...]]:
    """Times and bylines in document order."""
    times: list[tuple[str, str]] = []
    bylines: dict[tuple[str, str | None], None] = {}
    for tag, node in signed:
        if tag == "time":
            if len(times) < MAX_TIMES:
                value = _line(_attribute(node, "datetime") or node.text())[:MAX_BYLINE_CHARS]
                if value:
                    times.append((value, _hints(node)))
        elif len(bylines) < MAX_BYLINES:
            byline = _byline(node, base)
            if byline is not None:
                bylines.setdefault(byline)
    return tuple(times), tuple(bylines)


def _byline(node: LexborNode, base: str | None) -> tuple[str, str | None] | None:
    text = node.text()
    if len(text) > 10 * MAX_BYLINE_CHARS:
        return None
    text = _line(text)
    if not text or len(text) > MAX_BYLINE_CHARS:
        return None
    link = node if node.tag == "a" else node.css_first("a[href]")
    return text, _absolute(_attribute(link, "href"), base) if link is not None else None


def _hints(node: LexborNode) -> str:
    words: list[str] = []
    at: LexborNode | None = node
    for _ in range(_TIME_HINT_LEVELS):
        if at is None or not at.is_element_node:
            break
        attributes = at.attributes
        words += [value[:100] for key in ("class", "id", "itemprop") if (value := attributes.get(key))]
        at = at.parent
    return " ".join(words).lower()


def _attribute(node: LexborNode, name: str) -> str | None:
    value = node.attributes.get(name)
    return value.strip() or None if value else None


@lru_cache(maxsize=512)
def _absolute(address: str | None, base: str | None) -> str | None:
    """Resolve an address; one that does not parse is None, as is a relative one without a base."""
    if not address:
        return None
    try:
        resolved = urljoin(base or "", address)
    except ValueError:
        return None
    return resolved if resolved.startswith(("http://", "https://")) else None
