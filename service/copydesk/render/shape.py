"""A tree made regular, so that both outputs may rely on it: lists of items, tables of rows, figures with pictures.

Text is never lost and never moves; what has no regular form loses its frame. A table that lays out a page (one
column, or cells of several paragraphs) is no table.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from copydesk.enrich.figures import Figure
from copydesk.render.tree import Element, Leaf

_MAX_EMPTY: Final = 4
_SMALL_CELLS: Final = 100
"""A table has at most so many cells for each that has text, small ones aside."""

Node = Element | Leaf | Figure


def shape(root: Element) -> Element:
    """Return the tree in regular form.

    Shape: ul and ol hold li alone, table holds tr, tr holds td and th, and each of those at most one leaf; a figure
    holds a picture; figcaption stands in a figure; li, tr, td and th nowhere else.
    """
    return _copy(root, _children("", root.children))


def _copy(element: Element, children: Iterable[Node]) -> Element:
    made = Element(element.tag, element.number, element.column, element.first)
    made.children = list(children)
    return made


def _children(holder: str, children: Sequence[Node]) -> list[Node]:
    """Return what regular children these are inside an element of that tag."""
    made = [node for child in children for node in _node(holder, child)]
    if holder in {"ul", "ol"}:
        return [node if _is(node, "li") else _holding("li", [node]) for node in made]
    grouped: list[Node] = []
    for are_items, group in groupby(made, key=lambda node: _is(node, "li")):
        nodes = list(group)
        grouped += [_holding("ul", nodes)] if are_items else nodes
    return grouped


def _node(holder: str, node: Node) -> list[Node]:
    if isinstance(node, Figure):
        return [node] if holder == "figure" else [_holding("figure", [node])]
    if isinstance(node, Leaf):
        if node.tag == "figcaption" and holder != "figure":
            return [Leaf("p", node.runs)]
        return [node]
    if node.tag == "table":
        return _table(holder, node)
    pictured = any(isinstance(child, Figure) for child in node.children)
    if node.tag in {"tr", "td", "th"} or (node.tag == "figure" and not pictured):
        return [inner for child in node.children for inner in _node(holder, child)]
    return [_copy(node, _children(node.tag, node.children))]


def _table(holder: str, table: Element) -> list[Node]:
    rows = [child for child in table.children if isinstance(child, Element) and child.tag == "tr"]
    cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]
    texts = [
        [child for child in cell.children if not isinstance(child, Figure)] for row in cells for cell in row
    ]
    width = max((row.cells() for row in rows), default=0)
    regular = (
        len(rows) > 1
        and width > 1
        # Markdown writes every cell of every row: a table of next to none but empty ones would not end.
        and width * len(rows) <= sum(map(len, cells)) * _MAX_EMPTY + _SMALL_CELLS
        and all(
            len(text) <= 1 and all(isinstance(one, Leaf) and one.tag != "pre" for one in text)
            for text in texts
        )
        and all(len(row.children) == len(inside) for row, inside in zip(rows, cells, strict=True))
    )
    if not regular:
        return [inner for child in table.children for inner in _node(holder, child)]
    before = [inner for child in table.children if not _is(child, "tr") for inner in _node(holder, child)]
    made = [
        _copy(row, [_copy(cell, [one for one in cell.children if isinstance(one, Leaf)]) for cell in inside])
        for row, inside in zip(rows, cells, strict=True)
    ]
    return [*before, _copy(table, made)]


def _holding(tag: str, children: Iterable[Node]) -> Element:
    made = Element(tag, -1)
    made.children = list(children)
    return made


def _is(node: Node, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def lone_text(element: Element) -> Leaf | None:
    """Return the one paragraph of a list item, where it needs no frame of its own: it comes first, the rest are lists."""
    first, *rest = element.children
    if (
        isinstance(first, Leaf)
        and first.tag == "p"
        and all(_is(node, "ul") or _is(node, "ol") for node in rest)
    ):
        return first
    return None
