"""HTML to blocks of text with their place in the page.

The tree is built by lexbor and then walked in its own serialised form: after parsing that form is
regular (every attribute quoted, every element closed, "<" and ">" escaped in texts and values), so that
splitting it at "<" gives each tag with the text after it, and the walk needs no look at parents to
know where elements end. Tags repeat: what one does is looked up by how it is written.
"""

import re
import sys
from contextlib import suppress
from operator import length_hint
from typing import Final

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from copydesk.article import Block, Page
from copydesk.normalise.attributes import limit_attributes
from copydesk.normalise.depth import limit_depth
from copydesk.normalise.elements import LEFT_OUT
from copydesk.normalise.frames import Place, lineage
from copydesk.normalise.page import read_page
from copydesk.normalise.serialised import tags_apart, unescape
from copydesk.normalise.tags import (
    BLOCK,
    BLOCK_END,
    BREAK,
    HIDING,
    INLINE_END,
    LINK_END,
    PREFORMATTED_BLOCK,
    PREFORMATTED_END,
    ROW,
    RULE,
    TagKinds,
)
from copydesk.normalise.text import clean_block, is_regular

_OPENED_LINKS: Final = (0, 0, 0, -1, 1, 0, 1)
"""How many links a tag opens, by its kind up to HIDING_LINK."""
_WHITE: Final = re.compile("[\t\n\f\r ]+")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n[ \t\n]*")
_BREAK: Final = "\0"
"""Stands for a <br> while a block is gathered: a parsed page holds no such character."""


class Markup(Struct, frozen=True):
    """What was read from a page: its visible text in blocks, and what it says about itself."""

    text: str
    blocks: tuple[Block, ...]
    page: Page
    body: str = ""
    """What the blocks were read from: `article.NormalArticle.markup`."""


def read_markup(html: str, *, base_url: str | None, max_blocks: int | None = None) -> Markup:
    """Return the page's visible text as blocks in document order, and its metadata.

    Shape: blocks as `article.Block` says; cells of one table row are joined by one line end, the parts of a paragraph
    around text that is hidden in it as they are written, all other blocks by a blank line. Hidden text is kept and marked.
    Of a page of more blocks than `max_blocks` only the first are read, one more than that.
    Errors: none; a page without text gives no blocks.
    """
    tags = html.count("<")
    tree = LexborHTMLParser(limit_depth(limit_attributes(html, tags), tags))
    page = read_page(tree, base_url)
    tree.strip_tags(LEFT_OUT, recursive=True)
    serialised = tree.html or ""
    del tree  # a hundred times the page at worst, and the walk needs as much again
    start = serialised.find("<body")
    walk = _Walk(max_blocks)
    body = tags_apart(serialised[serialised.find(">", start) :]) if start >= 0 else ""
    with suppress(_Enough):
        walk.run(body)
    return Markup("".join(walk.texts), tuple(walk.blocks), page, body)


class _Enough(Exception):  # noqa: N818  no error
    """The page has more blocks than were asked for."""


class _Walk:
    """One pass over a serialised body."""

    def __init__(self, max_blocks: int | None) -> None:
        self._most = sys.maxsize if max_blocks is None else max_blocks
        self.texts: list[str] = []
        self.blocks: list[Block] = []
        self._at = 0
        self._row_of_last = -1
        self._cell_of_last = 0
        self._row = 0
        self._link_chars = 0
        self._joint: str | None = None
        """What stands before the next block where it goes on with the paragraph of the one before: a line end, a space or nothing."""
        self._open = ["body"]
        self._numbers = [0]
        """The open block-level elements, as they are written, and their numbers in document order; 0 is the page."""
        self._places = [Place(None, "body")]
        """Places of the outer ones; those of the others are looked up when a block stands in them."""
        self._container = -1
        self._within: tuple[int, ...] = ()
        """Of the last block: the number of the element that holds it, and of all around that."""

    def run(self, body: str) -> None:  # noqa: C901, PLR0912, PLR0915  the inner loop: calls cost more than lines
        """Read the body from the ">" of its own tag on."""
        kinds = TagKinds()
        buffer: list[str] = []
        opened, numbers, places = self._open, self._numbers, self._places
        links = number = preformatted = concealed = 0
        apart = False
        pieces = body.split("<")
        ahead = iter(pieces)
        last = len(pieces) - 1
        for piece in ahead:
            written, _, text = piece.partition(">")
            kind = kinds[written]
            if kind >= RULE:
                if buffer:
                    self._flush(buffer, last - length_hint(ahead), concealed > 0, preformatted > 0)
                if apart:
                    apart, self._joint = False, None
                if kind >= BLOCK:
                    number += 1
                    opened.append(written)
                    numbers.append(number)
                    if kind > BLOCK:
                        self._row += kind == ROW
                        preformatted += kind == PREFORMATTED_BLOCK
                elif kind >= BLOCK_END and len(numbers) > 1:
                    opened.pop()
                    numbers.pop()
                    if len(places) > len(opened):
                        places.pop()
                    preformatted -= kind == PREFORMATTED_END
            elif kind == BREAK:
                if _break(buffer):
                    self._flush(buffer, last - length_hint(ahead), concealed > 0, preformatted > 0)
                elif apart and not buffer:
                    self._go_on(_BREAK)
            elif kind:
                if kind >= LINK_END:
                    links += _OPENED_LINKS[kind]
                if concealed or kind >= HIDING:
                    ends = kind == INLINE_END or kind == LINK_END  # noqa: PLR1714  faster
                    if buffer and concealed == (1 if ends else 0):
                        self._part(buffer, last - length_hint(ahead), concealed > 0, preformatted > 0)
                        apart = True
                    concealed += -1 if ends else 1
            if text and apart and not buffer:
                self._go_on(text)
            if text and (buffer or not text.isspace()):
                if "&" in text:
                    text = unescape(text)
                buffer.append(text)
                if links > 0:
                    self._link_chars += _length(text, preformatted > 0)
        if buffer:
            self._flush(buffer, len(pieces), concealed > 0, preformatted > 0)

    def _part(self, buffer: list[str], piece: int, concealed: bool, preformatted: bool) -> None:
        """End a part of a paragraph, where text that is hidden in it begins or ends."""
        end = buffer[-1][-1]
        self._flush(buffer, piece, concealed, preformatted)
        # Lines of code are blocks of their own anyway.
        self._joint = None if preformatted else "\n" if end == _BREAK else " " if end.isspace() else ""

    def _go_on(self, text: str) -> None:
        """Note the space with which a paragraph goes on behind such a part; two breaks end it."""
        if text == _BREAK:
            self._joint = "\n" if self._joint in {"", " "} else None
        elif self._joint == "" and (text[0].isspace() or text.startswith("&nbsp;")):
            self._joint = " "

    def _flush(self, buffer: list[str], piece: int, concealed: bool, preformatted: bool) -> None:
        """End the block that is being gathered."""
        text = "".join(buffer) if len(buffer) > 1 else buffer[0]
        buffer.clear()
        if preformatted and ("\n" in text or _BREAK in text):
            text = text.replace(_BREAK, "\n")
            for part in _BLANK_LINE.split(text):
                self._emit(clean_block(part), piece, concealed)
        elif _BREAK in text:
            lines = _WHITE.sub(" ", text).replace(_BREAK, "\n")
            self._emit(clean_block(lines), piece, concealed)
        else:
            if text.isprintable() and "  " not in text:
                text = text.strip()
                regular = text if text.isascii() or is_regular(text) else clean_block(text)
            else:
                text = " ".join(text.split())
                regular = text if text.isascii() and text.isprintable() else clean_block(text)
            self._emit(regular, piece, concealed)
        self._link_chars = 0

    def _emit(self, text: str, piece: int, concealed: bool) -> None:
        if not text:
            return
        if len(self.blocks) > self._most:
            raise _Enough
        places, start, numbers = self._places, self._at, self._numbers
        place = places[-1]
        if len(places) < len(numbers):
            for written in self._open[len(places) :]:
                place = place.below(written)
                places.append(place)
        row, cell = (self._row, numbers[-1]) if place.is_cell else (-1, 0)
        if self.blocks:
            joint = self._joint
            if joint is None:
                is_next = row >= 0 and row == self._row_of_last and cell != self._cell_of_last
                joint = "\n" if is_next else "\n\n"
            self.texts.append(joint)
            start += len(joint)
        self._joint = None
        self._row_of_last, self._cell_of_last = row, cell
        self._at = end = start + len(text)
        self.texts.append(text)
        # Bare text in a div is a block inside it; a paragraph is itself the block, its parent the container.
        holds = -1 if place.is_textual and len(numbers) > 1 else len(numbers)
        container = numbers[holds - 1]
        if self._container != container:
            self._container, self._within = container, lineage(numbers[:holds])
        self.blocks.append(
            Block(
                start,
                end,
                place.tag,
                place.path,
                place.hints,
                min(self._link_chars, len(text)),
                place.depth,
                container,
                concealed or place.hidden,
                self._within,
                piece,
            )
        )


def _break(buffer: list[str]) -> bool:
    """A <br>: a line end in the block; True where it is the second in a row and ends the block."""
    while buffer and buffer[-1].isspace():
        buffer.pop()
    if not buffer:
        return False
    if buffer[-1] == _BREAK:
        return True
    buffer.append(_BREAK)
    return False


def _length(text: str, preformatted: bool) -> int:
    """Count the characters of a piece of a link, white space around it aside."""
    return len((text if preformatted or text.isprintable() else _WHITE.sub(" ", text)).strip())
