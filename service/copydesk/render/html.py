"""A tree as HTML: few elements, no attributes but addresses and texts of pictures, everything escaped."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from copydesk.enrich.figures import Figure
from copydesk.render.inline import Run, by_link
from copydesk.render.shape import lone_text
from copydesk.render.tree import Element, Leaf


def html_of(root: Element) -> str:
    """Return a regular tree (`shape`) as HTML, one block a line."""
    return "\n".join("".join(_node(node)) for node in root.children)


def _node(node: Element | Leaf | Figure) -> Iterator[str]:
    if isinstance(node, Figure):
        yield f'<img src="{escape(node.url)}" alt="{escape(node.alt or "")}">'
    elif isinstance(node, Leaf):
        yield f"<{node.tag}>{_text(node)}</{node.tag}>"
    elif node.tag == "tr":
        yield "<tr>"
        yield from _cells(node)
        yield "</tr>"
    else:
        yield f'<ol start="{node.first}">' if node.tag == "ol" and node.first != 1 else f"<{node.tag}>"
        alone = lone_text(node) if node.tag == "li" else None
        if alone is not None:
            yield _text(alone)
        for child in node.children:
            if child is not alone:
                yield from _node(child)
        yield f"</{node.tag}>"


def _cells(row: Element) -> Iterator[str]:
    """Yield the cells of a row; those before or between them that had no text too."""
    at = 0
    for cell in row.children:
        assert isinstance(cell, Element)
        yield "<td></td>" * (cell.column - at)
        yield f"<{cell.tag}>"
        yield from (_text(leaf) for leaf in cell.children if isinstance(leaf, Leaf))
        yield f"</{cell.tag}>"
        at = cell.column + 1


def _text(leaf: Leaf) -> str:
    if leaf.tag == "pre":
        # A line end right behind the tag would not count (HTML standard, 13.1.2.5).
        return escape("".join(text for text, _ in leaf.runs), quote=False)
    return "".join(_linked(leaf.runs))


def _linked(runs: Sequence[Run]) -> Iterator[str]:
    for href, group in by_link(runs):
        inner = "".join(_marked(group))
        yield f'<a href="{escape(href)}">{inner}</a>' if href else inner


def _marked(runs: Sequence[Run]) -> Iterator[str]:
    for strong, bold in groupby(runs, key=lambda run: run[1].strong):
        inner = ""
        for em, group in groupby(bold, key=lambda run: run[1].em):
            text = "".join(
                f"<code>{_plain(text)}</code>" if marks.code else _plain(text) for text, marks in group
            )
            inner += f"<em>{text}</em>" if em else text
        yield f"<strong>{inner}</strong>" if strong else inner


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
