"""HTML to blocks of text with their place in the page.

The tree is built by lexbor and then walked in its own serialised form: after parsing that form is
regular (every attribute quoted, every element closed, text escaped), so one regular expression
reads a tag with its attributes, its end, or a text, in one step, and the walk needs no look at
parents to know where elements end. On the development pages serialising and reading takes 1.3 ms a
page; asking each node for tag, attributes and parent takes .8 ms, before it is known what has ended.
"""

import re
from typing import Final

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from copydesk.article import Block, Page
from copydesk.normalise.depth import limit_depth
from copydesk.normalise.elements import BLOCK, CELL, LEFT_OUT, PREFORMATTED, TEXTUAL, VOID
from copydesk.normalise.frames import Frame, is_hidden
from copydesk.normalise.page import read_page
from copydesk.normalise.text import clean_block

_TOKEN: Final = re.compile(r"([^<]++)|<(?:!--.*?--|(/?)([^\s>]++)([^>]*+))>", re.DOTALL)
"""A text, or a comment, or a tag: slash, name, attributes. The serialised tree has no ">" inside a tag."""
_WHITE: Final = re.compile("[\t\n\f\r ]+")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n[ \t\n]*")
_BREAK: Final = "\n"


class Markup(Struct, frozen=True):
    """What was read from a page: its visible text in blocks, and what it says about itself."""

    text: str
    blocks: tuple[Block, ...]
    page: Page


def read_markup(html: str, *, base_url: str | None) -> Markup:
    """Return the page's visible text as blocks in document order, and its metadata.

    Shape: blocks as `article.Block` says; cells of one table row are joined by one line end, all
    other blocks by a blank line. Hidden text is kept and marked.
    Errors: none; a page without text gives no blocks.
    """
    tree = LexborHTMLParser(limit_depth(html))
    page = read_page(tree, base_url)
    tree.strip_tags(LEFT_OUT, recursive=True)
    serialised = tree.html or ""
    start = serialised.find("<body")
    walk = _Walk()
    if start >= 0 and (body := _TOKEN.match(serialised, start)):
        walk.run(serialised, body.end())
    return Markup("".join(walk.pieces), tuple(walk.blocks), page)


class _Walk:
    """One pass over a serialised body."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._at = 0
        self._row_of_last = -1
        self._row = 0
        self._link_chars = 0
        self._words: dict[str, str] = {}

    def run(self, serialised: str, start: int) -> None:  # noqa: C901, PLR0912  the inner loop: calls cost more than lines
        """Read the body, whose content begins at `start`."""
        flush = self._flush
        buffer: list[str] = []
        frame = Frame(None, "body", "", 0, False)
        links = number = preformatted = hidden_inline = 0
        for text, closing, tag, attributes in _TOKEN.findall(serialised, start):
            if text:
                if buffer or not text.isspace():
                    piece = _unescape(text) if "&" in text else text
                    if not preformatted and not piece.isprintable():
                        piece = _WHITE.sub(" ", piece)
                    buffer.append(piece)
                    if links > 0:
                        self._link_chars += len(piece.strip())
            elif tag in BLOCK:
                if buffer:
                    flush(buffer, frame, hidden_inline > 0, preformatted > 0)
                if closing:
                    if frame.parent is not None:
                        preformatted -= tag in PREFORMATTED
                        frame = frame.parent
                elif tag != "hr":
                    number += 1
                    if tag == "tr":
                        self._row += 1
                    preformatted += tag in PREFORMATTED
                    hidden = frame.hidden or (attributes != "" and is_hidden(attributes))
                    frame = Frame(frame, tag, attributes, number, hidden)
            elif tag == "br":
                if _break(buffer):
                    flush(buffer, frame, hidden_inline > 0, preformatted > 0)
            elif tag in VOID or not tag:
                continue
            else:
                if tag == "a":
                    links += -1 if closing else 1
                if hidden_inline or (attributes and is_hidden(attributes)):
                    if buffer and hidden_inline == (1 if closing else 0):
                        flush(buffer, frame, hidden_inline > 0, preformatted > 0)
                    hidden_inline += -1 if closing else 1
        if buffer:
            flush(buffer, frame, hidden_inline > 0, preformatted > 0)

    def _flush(self, buffer: list[str], frame: Frame, hidden: bool, preformatted: bool) -> None:
        """End the block that is being gathered."""
        text = "".join(buffer)
        buffer.clear()
        links, self._link_chars = self._link_chars, 0
        if preformatted and _BLANK_LINE.search(text):
            for part in _BLANK_LINE.split(text):
                self._emit(clean_block(part), frame, links, hidden)
        else:
            # White space first: regular ASCII then takes the short way through clean_block.
            regular = text if _BREAK in text else " ".join(text.split())
            self._emit(clean_block(regular), frame, links, hidden)

    def _emit(self, text: str, frame: Frame, links: int, hidden: bool) -> None:
        if not text:
            return
        tag = frame.tag
        row = self._row if tag in CELL else -1
        start = self._at
        if self.blocks:
            joint = "\n" if row >= 0 and row == self._row_of_last else "\n\n"
            self.pieces.append(joint)
            start += len(joint)
        self._row_of_last = row
        self._at = end = start + len(text)
        self.pieces.append(text)
        place = frame.place(self._words)
        # Bare text in a div is a block inside it; a paragraph is itself the block, its parent the container.
        lineage = place.lineage[:-1] if tag in TEXTUAL else place.lineage
        links = min(links, len(text))
        self.blocks.append(
            Block(
                start,
                end,
                tag,
                place.path,
                place.hints,
                links,
                place.depth,
                lineage[-1],
                hidden or frame.hidden,
                lineage,
            )
        )


def _break(buffer: list[str]) -> bool:
    """A <br>: a line end in the block; True where it is the second in a row and ends the block."""
    while buffer and buffer[-1].isspace() and buffer[-1] != _BREAK:
        buffer.pop()
    if not buffer:
        return False
    if buffer[-1] == _BREAK:
        return True
    buffer.append(_BREAK)
    return False


def _unescape(text: str) -> str:
    """Undo the five references that a serialised text may hold (HTML standard, 13.3)."""
    return (
        text.replace("&nbsp;", "\u00a0")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )
