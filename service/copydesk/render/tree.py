"""The kept blocks of an article as a small tree: paragraphs, headings, lists, quotes, tables, code, pictures.

One walk over the page's markup (`NormalArticle.markup`) finds what each block stands in; what is kept, and which
words, the ledger alone says. A plain text has paragraphs only.
"""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from copydesk.article import Block, CleanArticle
from copydesk.enrich.figures import Figure, absolute, find_figures
from copydesk.ledger import Span
from copydesk.render.inline import PLAIN, Marks, Run, marked, runs_of

MAX_NESTING: Final = 20
"""Lists, quotes and cells open at once, and inline elements; what is deeper stands at this depth."""

_CELLS: Final = frozenset(("td", "th"))
_CONTAINERS: Final = frozenset(("ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "figure"))
_INLINE: Final = {
    "a": "a", "strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_OPENS, _CLOSES, _MARKS, _UNMARKS, _PICTURE = range(1, 6)
_PREFORMATTED: Final = frozenset(("pre", "listing"))
_HEADINGS: Final = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_HREF: Final = re.compile(r' href="([^"]{1,2048})"')
_START: Final = re.compile(r' start="(\d{1,9})"')
_MAILTO: Final = re.compile(r"mailto:[\w.%+-]{1,64}@[\w.-]{1,200}", re.ASCII | re.IGNORECASE)


class Leaf:
    """A block of text: `tag` is p, h2, h3, h4, pre or figcaption."""

    __slots__ = ("runs", "tag")

    def __init__(self, tag: str, runs: list[Run]) -> None:
        self.tag = tag
        self.runs = runs


class Element:
    """What blocks stand in: ul, ol, li, blockquote, table, tr, td, th, figure; the root has no tag.

    Shape: `number` is its place in the markup; `column` counts the cells of a row from 0; `first` is the number
    of an ordered list's first item.
    """

    __slots__ = ("children", "column", "first", "number", "tag")

    def __init__(self, tag: str, number: int, column: int = 0, first: int = 1) -> None:
        self.tag = tag
        self.number = number
        self.column = column
        self.first = first
        self.children: list[Element | Leaf | Figure] = []

    def cells(self) -> int:
        """Return how many cells a row has, those without text before the last included."""
        return max((one.column + 1 for one in self.children if isinstance(one, Element)), default=0)


def tree_of(clean: CleanArticle, figures: Sequence[Figure] | None = None) -> Element:
    """Return the kept text as a tree; its words, in order, are those of `clean.body`.

    `figures` are the article's, looked for here where they are not given.
    """
    root = Element("", -1)
    article = clean.article
    kept = _kept(article.blocks, clean.removed)
    if article.markup:
        _Walk(clean, root, kept, find_figures(clean) if figures is None else figures).run()
    else:
        _plain(clean, root, kept)
    return root


def _kept(blocks: Sequence[Block], removed: Sequence[Span]) -> list[list[tuple[int, int]]]:
    """Return what is left of each block."""
    kept: list[list[tuple[int, int]]] = []
    first, count = 0, len(removed)
    for block in blocks:
        left: list[tuple[int, int]] = []
        start, end = block.start, block.end
        while first < count and removed[first].end <= start:
            first += 1
        at = first
        while at < count and removed[at].start < end:
            if removed[at].start > start:
                left.append((start, removed[at].start))
            start = max(start, removed[at].end)
            at += 1
        if start < end:
            left.append((start, end))
        kept.append(left)
    return kept


def _plain(clean: CleanArticle, root: Element, kept: Sequence[list[tuple[int, int]]]) -> None:
    """Make paragraphs of the blocks of a text; those that only a line end parts are one."""
    text, end = clean.article.text, 0
    for block, left in zip(clean.article.blocks, kept, strict=True):
        if not left:
            continue
        runs: list[Run] = [(text[first:stop], PLAIN) for first, stop in left]
        last = root.children[-1] if root.children else None
        if isinstance(last, Leaf) and "\n\n" not in text[end : block.start]:
            last.runs += [("\n", PLAIN), *runs]
        else:
            root.children.append(Leaf(_HEADINGS.get(block.tag, "p"), runs))
        end = block.end


class _Walk:
    """One pass over the markup, as `normalise.markup` went, with an eye on what is open."""

    def __init__(
        self,
        clean: CleanArticle,
        root: Element,
        kept: Sequence[list[tuple[int, int]]],
        figures: Sequence[Figure],
    ) -> None:
        page, article = clean.article.page, clean.article
        self.base = page.base_url or article.canonical_url or article.url
        self.text = article.text
        self.blocks = article.blocks
        self.kept = kept
        self.root = root
        self.markup = article.markup
        self.figures = {one.piece: one for one in figures}
        self.open: list[Element] = []
        self.columns: list[int] = []
        self.inline: list[str] = []
        self.known: dict[tuple[str, ...], Marks] = {(): PLAIN}
        self.written: list[tuple[str, tuple[str, ...]]] = []
        self.last: Leaf | None = None
        self.last_code: Leaf | None = None
        self.last_container = -1

    def run(self) -> None:
        """Fill the root."""
        at, kept, blocks = 0, self.kept, self.blocks
        last = max((number for number, left in enumerate(kept) if left), default=-1)
        if last < 0:
            return
        kinds, inline, written = _Kinds(), self.inline, self.written
        end = blocks[at].piece
        # The last piece is the rest, behind the last kept block.
        for number, piece in enumerate(self.markup.split("<", blocks[last].piece)):
            while number == end:
                at = self._end_block(at) if kept[at] else at + 1
                if at > last:
                    return
                end = blocks[at].piece
            tag, _, text = piece.partition(">")
            kind = kinds[tag]
            if kind:
                self._tag(kind, tag, number)
            if text and kept[at]:
                written.append((text, tuple(inline[:MAX_NESTING])))
        while at <= last:  # a block at the very end of the markup
            at = self._end_block(at) if kept[at] else at + 1

    def _tag(self, kind: int, tag: str, number: int) -> None:
        if kind == _OPENS:
            self._open(tag, number)
        elif kind == _CLOSES:
            if self.open:
                self.open.pop()
            if tag == "/tr" and self.columns:
                self.columns.pop()
        elif kind == _MARKS:
            self.inline.append(tag)
        elif kind == _UNMARKS:
            if self.inline:
                self.inline.pop()
        elif number in self.figures:
            self._holder().children.append(self.figures[number])

    def _open(self, tag: str, number: int) -> None:
        name, _, attributes = tag.partition(" ")
        column = 0
        if name == "tr":
            self.columns.append(0)
        elif name in {"td", "th"} and self.columns:
            column = self.columns[-1]
            self.columns[-1] += 1
        start = _START.search(f" {attributes}") if name == "ol" and attributes else None
        self.open.append(Element(name, number, column, int(start[1]) if start else 1))

    def _marks(self, inline: tuple[str, ...]) -> Marks:
        """Return what the inline elements say together that a text stands in."""
        known = self.known.get(inline)
        if known is None:
            kinds, link = set(), None
            for tag in inline:
                name, _, attributes = tag.partition(" ")
                kinds.add(_INLINE[name])
                href = _HREF.search(f" {attributes}") if name == "a" else None
                link = self._address(href[1]) if href else link
            known = Marks(link, "strong" in kinds, "em" in kinds, "code" in kinds)
            known = self.known[inline] = PLAIN if known == PLAIN else known
        return known

    def _address(self, written: str) -> str | None:
        address = unescape(written).strip()
        if address[:7].lower() == "mailto:":
            return address if _MAILTO.fullmatch(address) else None
        return absolute(address, self.base)

    def _holder(self) -> Element:
        """Return the innermost open element in the tree; those that have no text yet are put there now."""
        holder = self.root
        for one in self.open[:MAX_NESTING]:
            last = holder.children[-1] if holder.children else None
            if not (isinstance(last, Element) and last.number == one.number):
                holder.children.append(one)
            holder = one
        return holder

    def _end_block(self, at: int) -> int:
        """Put a kept block into the tree, with those of its <pre>; return the number of the next."""
        end = at + 1
        while end < len(self.blocks) and self.blocks[end].piece == self.blocks[at].piece:
            end += 1
        group = self.blocks[at:end]
        code = group[0].tag in _PREFORMATTED
        if not (code and self._as_written(group, at, "".join(text for text, _ in self.written))):
            written = [(text, self._marks(inline)) for text, inline in self.written]
            spans = marked(self.text, group[0].start, group[-1].end, written)
            for number, (block, left) in enumerate(zip(group, self.kept[at:end], strict=True), start=at):
                if left:
                    runs = [run for one in left for run in runs_of(self.text, *one, spans)]
                    joint = self._joint(number)
                    if joint is None or self.last is None:
                        self._leaf(block, runs)
                    else:
                        self.last.runs += [(joint, PLAIN), *runs]
        self.written.clear()
        return end

    def _joint(self, at: int) -> str | None:
        """What stands between a block and the kept one before, where both are one paragraph; None where they are not.

        It is what the ledger leaves of the spaces around what goes between them.
        """
        joints: list[str] = []
        while at and not (joints and self.kept[at]):
            joints.append(self.text[self.blocks[at - 1].end : self.blocks[at].start])
            if "\n\n" in joints[-1] or (joints[-1] == "\n" and self.blocks[at].tag in _CELLS):
                return None
            at -= 1
        return max(joints, key=len) if joints and self.kept[at] else None

    def _as_written(self, group: Sequence[Block], at: int, written: str) -> bool:
        """Put code into the tree as its page has it, indented, where all of it was kept and it is the same text."""
        kept = [one for left in self.kept[at : at + len(group)] for one in left]
        code = unescape(written).strip("\n").rstrip()
        whole = kept == [(block.start, block.end) for block in group]
        if not whole or "".join(code.split()) != "".join(self.text[group[0].start : group[-1].end].split()):
            return False
        self._leaf(group[0], [(code.replace("\r", ""), PLAIN)])
        return True

    def _leaf(self, block: Block, runs: list[Run]) -> None:
        if block.tag in _PREFORMATTED:
            # Blank lines part the blocks of one <pre>.
            last = self._holder().children[-1:]
            if last and last[0] is self.last_code and self.last_container == block.container:
                self.last_code.runs += [("\n\n", PLAIN), *runs]
                return
            leaf = self.last_code = Leaf("pre", runs)
            self.last_container = block.container
        elif block.tag == "figcaption" or "/figcaption/" in block.path:
            leaf = Leaf("figcaption", runs)
        else:
            leaf = Leaf(_HEADINGS.get(block.tag, "p"), runs)
        self.last = leaf
        self._holder().children.append(leaf)


class _Kinds(dict[str, int]):
    """From what stands between "<" and ">" to what it does here; filled as it is asked."""

    def __missing__(self, tag: str) -> int:
        name = tag.partition(" ")[0]
        end = name.startswith("/")
        kind = 0
        if name.removeprefix("/") in _CONTAINERS:
            kind = _CLOSES if end else _OPENS
        elif name.removeprefix("/") in _INLINE:
            kind = _UNMARKS if end else _MARKS
        elif name == "img":
            kind = _PICTURE
        self[tag] = kind
        return kind
