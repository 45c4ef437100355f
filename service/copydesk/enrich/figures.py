"""The pictures that stand in an article's text, with their captions, read from the page's own markup.

The ledger says what is the article: a picture belongs to it where it stands between kept blocks, captions and
picture credits between them aside. So a teaser's picture goes with its teaser.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final
from urllib.parse import urljoin

import can_ada
import msgspec
from msgspec import Struct

from copydesk.article import Block, CleanArticle
from copydesk.enrich.page_data import tidy
from copydesk.ledger import Kind, Span

FIGURES_MAX: Final = 50
URL_MAX_CHARS: Final = 2048
CAPTION_MAX_CHARS: Final = 1_000
_ALT_MAX_CHARS: Final = 500
_SMALL_PX: Final = 80
"""A picture declared smaller is an icon, a face or a counter."""

_CAPTIONS: Final = frozenset((Kind.CAPTION, Kind.IMAGE_CREDIT))
_BETWEEN: Final = _CAPTIONS | {Kind.HEADLINE, Kind.BYLINE, Kind.SHARE, Kind.ADVERTISEMENT}
"""What may stand between a leading picture and the text without ending the article."""

_ATTRIBUTE: Final = re.compile(r' ([a-z][a-z0-9-]{0,40})="([^"]*+)"')
_LATE: Final = ("data-src", "data-lazy-src", "data-original", "data-hi-res-src")
"""Where scripts that load late find the address: these come before `src`, which is a stand-in then."""
_NO_PICTURE: Final = re.compile(
    r"avatar|gravatar|logo|icon|emoji|smiley|sprite|spacer|pixel|placeholder|blank\.|1x1|/ads?[/.]|doubleclick|badge|author"
)
"""In lower case, as it is searched for: a search that minds no case takes four times as long."""
_NUMBER: Final = re.compile(r"\s{0,9}(\d{1,5})(?:\.\d{1,9})?\s{0,9}(?:px)?\s{0,9}")
_SIZE: Final = re.compile(r"(\S{1,2048})\s{1,9}(\d{1,5})w")


class Figure(Struct, frozen=True, kw_only=True):
    """A picture in the text.

    Shape: `piece` is the place of its element, as in `article.Block.piece`; `url` is absolute.
    """

    piece: int
    url: str
    alt: str | None = None
    caption: str | None = None
    width: int | None = None
    height: int | None = None


def find_figures(clean: CleanArticle) -> tuple[Figure, ...]:
    """Return the pictures of the article in document order; a picture that stands there twice comes once.

    Every address is absolute, http or https. Captions are the page's own, whether the ledger kept them or not.
    """
    article = clean.article
    if "<img " not in article.markup:
        return ()
    kinds = removed_kinds(article.blocks, clean.removed)
    if None not in kinds:
        return ()
    base = article.page.base_url or article.canonical_url or article.url
    found: dict[str, Figure] = {}
    for piece, written, at, inside in _pictures(article.markup, article.blocks, kinds):
        figure = _figure(piece, written, base)
        if figure is None or figure.url in found:
            continue
        caption = None if inside else _caption(article.text, article.blocks, kinds, at)
        if caption is not None or (kinds[at] is None if inside else _is_of_text(kinds, at)):
            found[figure.url] = msgspec.structs.replace(figure, caption=caption)
            if len(found) == FIGURES_MAX:
                break
    return tuple(found.values())


def removed_kinds(blocks: Sequence[Block], removed: Sequence[Span]) -> list[Kind | None]:
    """Return for each block the kind as which it was removed, None where any of it was kept."""
    kinds: list[Kind | None] = []
    at = 0
    for block in blocks:
        while at < len(removed) and removed[at].end < block.end:
            at += 1
        covered = at < len(removed) and removed[at].start <= block.start
        kinds.append(removed[at].kind if covered else None)
    return kinds


def _pictures(
    markup: str, blocks: Sequence[Block], kinds: Sequence[Kind | None]
) -> Iterator[tuple[int, str, int, bool]]:
    """Yield place and tag of each picture between the first kept block and the last, those leading the first too.

    Shape: with it the number of the block that follows it, or that it stands in, and which of both it is.
    """
    first = kinds.index(None)
    while first > 0 and (kinds[first - 1] in _BETWEEN or _is_caption(blocks[first - 1], kinds[first - 1])):
        first -= 1
    last = len(kinds) - 1 - kinds[::-1].index(None)
    start = blocks[first - 1].piece if first else 0
    end = blocks[min(last + 1, len(blocks) - 1)].piece
    pieces = markup.split("<", end)  # the last is the rest, which no picture of the text stands in
    ends = [block.piece for block in blocks]
    begins: dict[int, int] = {}
    for number in [number for number in range(start, end) if pieces[number].startswith("img ")]:
        at = bisect_right(ends, number)
        if at < len(blocks):
            if at not in begins:
                begins[at] = _begin(pieces, ends[at - 1] if at else 0, ends[at])
            yield number, pieces[number], at, begins[at] < number


def _begin(pieces: Sequence[str], start: int, end: int) -> int:
    """Return the first piece in which there is text."""
    return next((number for number in range(start, end) if pieces[number].partition(">")[2].strip()), end)


def _is_of_text(kinds: Sequence[Kind | None], at: int) -> bool:
    """Whether what stands before and behind a picture is text that was kept."""
    before, behind = at - 1, at
    while before >= 0 and kinds[before] in _CAPTIONS:
        before -= 1
    while behind < len(kinds) and kinds[behind] in _CAPTIONS:
        behind += 1
    return before >= 0 and behind < len(kinds) and kinds[before] is None and kinds[behind] is None


def _caption(text: str, blocks: Sequence[Block], kinds: Sequence[Kind | None], at: int) -> str | None:
    """Return the text of the captions that follow a picture."""
    parts: list[str] = []
    while at < len(blocks) and len(parts) < 3 and _is_caption(blocks[at], kinds[at]):
        parts.append(text[blocks[at].start : blocks[at].end])
        at += 1
    return tidy(" ".join(parts), CAPTION_MAX_CHARS, markup=False) if parts else None


def _is_caption(block: Block, kind: Kind | None) -> bool:
    return kind in _CAPTIONS or block.tag == "figcaption" or "/figcaption/" in block.path


def _figure(piece: int, written: str, base: str | None) -> Figure | None:
    """Read a picture's element; None for icons, counters, and addresses that lead nowhere."""
    attributes = dict(_ATTRIBUTE.findall(written.partition(">")[0]))
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if any(side is not None and side < _SMALL_PX for side in (width, height)):
        return None
    if any(_NO_PICTURE.search(attributes.get(name, "").lower()) for name in ("class", "id")):
        return None
    for raw in _addresses(attributes):
        url = absolute(unescape(raw), base)
        if url is not None and not _NO_PICTURE.search(url.lower()):
            alt = tidy(attributes.get("alt"), _ALT_MAX_CHARS)
            return Figure(piece=piece, url=url, alt=alt, width=width, height=height)
    return None


def _addresses(attributes: dict[str, str]) -> Iterator[str]:
    for name in (*_LATE, "src"):
        if attributes.get(name):
            yield attributes[name]
    for name in ("data-srcset", "srcset"):
        sizes = _SIZE.findall(attributes.get(name, ""))
        if sizes:
            yield max(sizes, key=lambda size: int(size[1]))[0].lstrip(",")


def _pixels(value: str | None) -> int | None:
    found = _NUMBER.fullmatch(value) if value else None
    return int(found[1]) if found else None


def absolute(raw: object, base: str | None) -> str | None:
    """Return an address resolved against a base; None unless it is http or https."""
    text = tidy(raw, URL_MAX_CHARS)
    if text is None:
        return None
    try:
        if base and not text.startswith(("http://", "https://")):
            text = urljoin(base, text)
        url = can_ada.parse(text)
    except (ValueError, TypeError):  # the latter for half a surrogate pair in the base
        return None
    return str(url.href) if url.protocol in {"http:", "https:"} and len(url.href) <= URL_MAX_CHARS else None
