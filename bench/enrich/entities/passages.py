"""Marked passages: `[P:person] [O:organisation] [L:place]` in plain text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

HERE: Final = Path(__file__).parent
LETTERS: Final = {"P": "Person", "O": "Organization", "L": "Place"}
_MARK = re.compile(r"\[([POL]):([^\]]+)\]")


class Marked(Struct, frozen=True):
    """A text and its names: start, end, type."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def marked(line: str) -> Marked:
    """Read one marked passage."""
    text, names, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        names.append((len(text), len(text) + len(match[2]), LETTERS[match[1]]))
        text += match[2]
        at = match.end()
    return Marked(text + line[at:], tuple(names))


def passages(path: Path) -> Iterator[Marked]:
    """Yield the passages of a file, one a line; lines that begin with # are comments."""
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            yield marked(line)
