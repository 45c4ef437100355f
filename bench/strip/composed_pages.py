"""Composed texts as pages whose markup tells little: one box, names without meaning, line breaks, cells.

What named places look like the development pages teach; where a site names none, words and order must do.
"""

import random
from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from bench.strip.composed import Line
from copydesk.ledger import Kind

LINKED: Final = frozenset((Kind.RELATED, Kind.NAVIGATION, Kind.SHARE, Kind.TAGS))
_LINKED: Final = 0.6
"""So many lines of these kinds are links."""
_APART: Final = 0.5
"""On so many pages what stands before and behind the article is in boxes of its own."""
_NAMED: Final = 0.4
"""So many pages have names of classes, which say nothing."""

_Way = Callable[[str, bool, random.Random], str]


def page_of(lines: Sequence[Line], chance: random.Random) -> str:
    """Return a page of these lines, each of them a block."""
    way = chance.choice((_paragraphs, _boxes, _breaks, _cells))
    named = chance.random() < _NAMED
    kept = [at for at, line in enumerate(lines) if line.kind is None]
    first, last = kept[0], kept[-1] + 1
    parts = [lines[:first], lines[first:last], lines[last:]] if chance.random() < _APART else [lines]
    inner = "".join(_box(way, part, named, chance) for part in parts if part)
    headline = next((escape(line.text) for line in lines if line.kind is Kind.HEADLINE), "")
    return f"<html><head><title>{headline}</title></head><body><div>{inner}</div></body></html>"


def _box(way: Callable[..., str], lines: Sequence[Line], named: bool, chance: random.Random) -> str:
    written = [(_written(line, chance), line.kind is Kind.HEADLINE) for line in lines]
    return f"<div{_name(named, chance)}>{way(written, named, chance)}</div>"


def _written(line: Line, chance: random.Random) -> str:
    text = escape(line.text)
    return (
        f'<a href="/{chance.randrange(10_000)}">{text}</a>'
        if line.kind in LINKED and chance.random() < _LINKED
        else text
    )


def _name(named: bool, chance: random.Random) -> str:
    return f' class="css-{chance.randrange(16**6):x}"' if named else ""


def _paragraphs(lines: Sequence[tuple[str, bool]], named: bool, chance: random.Random) -> str:
    return "".join(
        f"<h1>{text}</h1>" if title else f"<p{_name(named, chance)}>{text}</p>" for text, title in lines
    )


def _boxes(lines: Sequence[tuple[str, bool]], named: bool, chance: random.Random) -> str:
    return "".join(f"<div{_name(named, chance)}><span>{text}</span></div>" for text, _ in lines)


def _breaks(lines: Sequence[tuple[str, bool]], _: bool, __: random.Random) -> str:
    return "<br><br>".join(f"<b>{text}</b>" if title else text for text, title in lines)


def _cells(lines: Sequence[tuple[str, bool]], named: bool, chance: random.Random) -> str:
    return f"<table><tr><td>{_breaks(lines, named, chance)}</td></tr></table>"
