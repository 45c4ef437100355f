"""The open block-level elements while a page is walked, and what blocks inherit from them."""

import re
from typing import Final

MAX_HINT_CHARS: Final = 280
"""About the nearest six marked elements: sites mark a paragraph's place (body, sidebar, comments) within them."""
MAX_ATTRIBUTE_CHARS: Final = 90
MAX_PATH_CHARS: Final = 240
"""Deeper elements keep the path of the ancestor at this length: else deep nesting costs quadratic memory."""
MAX_LINEAGE: Final = 40

_NAMED: Final = re.compile(r' (?:class|id|role|itemprop|aria-label|data-testid|data-component)="([^"]*+)"')
_HIDDEN: Final = re.compile(
    r' (?:hidden="(?!until-found)|aria-hidden="true"|style="[^"]{0,400}?display\s{0,3}:\s{0,3}none)',
    re.IGNORECASE,
)


def is_hidden(attributes: str) -> bool:
    """Tell whether an element's own attributes hide it."""
    return ("hidden" in attributes or "display" in attributes or "DISPLAY" in attributes) and _HIDDEN.search(
        attributes
    ) is not None


class Frame:
    """One open block-level element; what only blocks need is made when a block asks for it.

    Shape: `number` counts elements in document order, 0 is the page itself.
    """

    __slots__ = ("_attributes", "_place", "hidden", "number", "parent", "tag")

    def __init__(self, parent: "Frame | None", tag: str, attributes: str, number: int, hidden: bool) -> None:
        self.parent = parent
        self.tag = tag
        self.number = number
        self.hidden = hidden
        self._attributes = attributes
        self._place: Place | None = None

    def place(self, words: dict[str, str]) -> "Place":
        """Return where the element stands; `words` remembers the words of attribute texts.

        Ancestors without a place get theirs on the way, so that a page's elements cost one step each.
        """
        waiting = []
        frame: Frame | None = self
        while frame is not None and frame._place is None:  # noqa: SLF001  same class
            waiting.append(frame)
            frame = frame.parent
        place = None if frame is None else frame._place  # noqa: SLF001
        for each in reversed(waiting):
            place = each._place = Place(place, each.tag, each.number, _words(each._attributes, words))  # noqa: SLF001
        return place


class Place:
    """Path, words, depth and lineage of an element, made from those of its parent."""

    __slots__ = ("depth", "hints", "lineage", "path")

    def __init__(self, parent: "Place | None", tag: str, number: int, words: str) -> None:
        if parent is None:
            self.path, self.depth, self.hints = tag, 0, words
            self.lineage: tuple[int, ...] = (number,)
            return
        self.path = f"{parent.path}/{tag}" if len(parent.path) < MAX_PATH_CHARS else parent.path
        self.depth = parent.depth + 1
        lineage = parent.lineage
        self.lineage = (*lineage, number) if len(lineage) < MAX_LINEAGE else (*lineage[:-1], number)
        self.hints = f"{words} {parent.hints}"[:MAX_HINT_CHARS].rstrip() if words else parent.hints


def _words(attributes: str, known: dict[str, str]) -> str:
    if not attributes:
        return ""
    words = known.get(attributes)
    if words is None:
        named = " ".join(value[:MAX_ATTRIBUTE_CHARS] for value in _NAMED.findall(attributes))
        words = known[attributes] = " ".join(named.lower().split())
    return words
