"""A tree as Markdown.

*Source*: GitHub Flavored Markdown, which is CommonMark with tables. Where its own marks would not count (emphasis in
the midst of a word or beside punctuation), the HTML element stands, which it allows.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.enrich.figures import Figure
from copydesk.render.inline import Run, by_link
from copydesk.render.shape import lone_text
from copydesk.render.tree import Element, Leaf

_ESCAPED: Final = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w{1,40};)|!$")
_LINE_BEGIN: Final = re.compile(r"(?m)^(?:([#+=-])|(\d{1,9})([.)]))")
_BACKTICKS: Final = re.compile("`+")
_IN_ADDRESS: Final = str.maketrans({char: f"%{ord(char):02X}" for char in "()<>|\\ \n*_[]`"})


def markdown_of(root: Element) -> str:
    """Return a regular tree (`shape`) as Markdown."""
    return "\n\n".join(_blocks(root.children))


def _blocks(nodes: Sequence[Element | Leaf | Figure]) -> Iterator[str]:
    """Yield blocks; of two lists side by side the second has other marks, else they would be one."""
    last, other = "", False
    for node in nodes:
        tag = node.tag if isinstance(node, Element) else ""
        other = not other if tag in {"ul", "ol"} and tag == last else False
        last = tag
        yield from _block(node, other=other)


def _block(node: Element | Leaf | Figure, *, other: bool) -> Iterator[str]:
    if isinstance(node, Figure):
        alt = _escaped(node.alt or "")
        yield f"![{alt}]({_address(node.url)})"
    elif isinstance(node, Leaf):
        yield _leaf(node)
    elif node.tag == "blockquote":
        yield _prefixed("> ", "> ", "\n\n".join(_blocks(node.children)))
    elif node.tag in {"ul", "ol"}:
        yield "\n".join(_items(node, other=other))
    elif node.tag == "table":
        yield "\n".join(_rows(node))
    else:
        yield from _blocks(node.children)


def _items(list_: Element, *, other: bool) -> Iterator[str]:
    for number, item in enumerate(list_.children, list_.first):
        assert isinstance(item, Element)
        bullet = "*" if other else "-"
        mark = f"{number}{')' if other else '.'} " if list_.tag == "ol" else f"{bullet} "
        tight = lone_text(item) is not None
        inner = ("\n" if tight else "\n\n").join(_blocks(item.children))
        yield _prefixed(mark, " " * len(mark), inner)


def _prefixed(first: str, others: str, text: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        [f"{first}{lines[0]}", *(f"{others}{line}" if line or others == "> " else "" for line in lines[1:])]
    )


def _rows(table: Element) -> Iterator[str]:
    rows = [row for row in table.children if isinstance(row, Element)]
    width = max(row.cells() for row in rows)
    head = all(isinstance(cell, Element) and cell.tag == "th" for cell in rows[0].children)
    cells = [_cells(row, width) for row in rows]
    # A table without a head gets an empty one.
    for line in (
        ([] if head else [[""] * width])
        + cells[: 1 if head else 0]
        + [["---"] * width]
        + cells[1 if head else 0 :]
    ):
        yield f"| {' | '.join(line)} |"


def _cells(row: Element, width: int) -> list[str]:
    cells = [""] * width
    for cell in row.children:
        assert isinstance(cell, Element)
        cells[cell.column] = "".join(
            _inline(leaf.runs, line_end="<br>", in_cell=True)
            for leaf in cell.children
            if isinstance(leaf, Leaf)
        )
    return cells


def _leaf(leaf: Leaf) -> str:
    if leaf.tag == "pre":
        text = "".join(text for text, _ in leaf.runs)
        fence = _fence(text, 3)
        return f"{fence}\n{text}\n{fence}"
    if leaf.tag.startswith("h"):
        text = _inline(leaf.runs, line_end=" ")
        # Signs at its end would be taken for the end of the heading's marks.
        bare = text.rstrip("#")
        return f"{'#' * int(leaf.tag[1])} {bare}{(chr(92) + '#') * (len(text) - len(bare))}"
    return _at_line_begin(_inline(leaf.runs, line_end="\\\n"))


def _at_line_begin(text: str) -> str:
    """Escape what would begin a heading, a list, a rule or an underline."""
    return _LINE_BEGIN.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _inline(runs: Sequence[Run], *, line_end: str, in_cell: bool = False) -> str:
    made = ""
    for href, group in by_link(runs):
        inner = ""
        for at, run in enumerate(group):
            following = group[at + 1] if at + 1 < len(group) else None
            # Marks beside a link's own brackets stand beside punctuation.
            before = (inner or ("[" if href else made))[-1:]
            after = (following[0] if following else "") or ("]" if href else "?")
            inner += _run(run, before, _first(after, following), line_end=line_end, in_cell=in_cell)
        made += f"[{inner}]({_address(href)})" if href and inner.strip() else inner
    return made


def _first(after: str, following: Run | None) -> str:
    """Return the character that follows a run; a mark where another marked run begins."""
    return "*" if following and (following[1].strong or following[1].em) else after[:1]


def _run(run: Run, before: str, after: str, *, line_end: str, in_cell: bool) -> str:
    text, marks = run
    if marks.code:
        fence = _fence(text, 1)
        body = " ".join(text.split("\n"))
        space = " " if "`" in (body[0], body[-1]) else ""
        inner = f"{fence}{space}{body.replace('|', chr(92) + '|') if in_cell else body}{space}{fence}"
    else:
        inner = _escaped(text).replace("\n", line_end)
    if not (marks.strong or marks.em):
        return inner
    if (
        _stands_alone(before)
        and _stands_alone(after)
        and _is_word(text[0])
        and _is_word(text[-1])
        and not marks.code
    ):
        sign = "*" * (2 * marks.strong + marks.em)
        return f"{sign}{inner}{sign}"
    names = [name for name, holds in (("strong", marks.strong), ("em", marks.em)) if holds]
    return "".join(f"<{name}>" for name in names) + inner + "".join(f"</{name}>" for name in reversed(names))


def _stands_alone(beside: str) -> bool:
    """Whether a mark beside this character counts as one: the text's end, white space, punctuation but marks."""
    return (
        not beside or beside.isspace() or (beside not in "*_<>\\`" and unicodedata.category(beside)[0] == "P")
    )


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * (longest + 1 if longest >= least else least)


def _address(url: str) -> str:
    return url.translate(_IN_ADDRESS)
