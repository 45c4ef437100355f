"""The open block-level elements while a page is walked, and what blocks inherit from them."""

import re
from typing import Final

from copydesk.normalise.elements import CELL, PREFORMATTED, TEXTUAL

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


class Place:
    """A way down the page: the tags from body to an element with the words of their attributes.

    Elements that are written alike in places that are alike (the paragraphs of an article, the items of
    a list) share one, so that its text is made once.
    """

    __slots__ = ("_known", "cell", "depth", "hides", "hints", "path", "preformatted", "row", "tag", "textual")

    def __init__(self, above: "Place | None", tag: str, attributes: str = "") -> None:
        self.tag = tag
        self.textual = tag in TEXTUAL
        self.cell = tag in CELL
        self.row = tag == "tr"
        self.preformatted = tag in PREFORMATTED
        self.hides = attributes != "" and is_hidden(attributes)
        self._known: dict[str, Place] = {}
        words = _words(attributes) if attributes else ""
        if above is None:
            self.path, self.depth, self.hints = tag, 0, words
            return
        self.path = f"{above.path}/{tag}" if len(above.path) < MAX_PATH_CHARS else above.path
        self.depth = above.depth + 1
        self.hints = f"{words} {above.hints}"[:MAX_HINT_CHARS].rstrip() if words else above.hints

    def below(self, written: str) -> "Place":
        """Return the place of a child element by what stands between "<" and ">" of its tag."""
        place = self._known.get(written)
        if place is None:
            tag = written.partition(" ")[0]
            place = self._known[written] = Place(self, tag, written[len(tag) :])
        return place


class Frame:
    """One open block-level element.

    Shape: `number` counts elements in document order, 0 is the page itself; `lineage` holds the numbers
    from the page down to this element.
    """

    __slots__ = ("hidden", "lineage", "parent", "place")

    def __init__(self, parent: "Frame | None", place: Place, number: int) -> None:
        self.parent = parent
        self.place = place
        self.hidden = place.hides
        self.lineage: tuple[int, ...] = (number,)
        if parent is not None:
            above = parent.lineage
            self.hidden = place.hides or parent.hidden
            self.lineage = (*above, number) if len(above) < MAX_LINEAGE else (*above[:-1], number)


def _words(attributes: str) -> str:
    named = " ".join(value[:MAX_ATTRIBUTE_CHARS] for value in _NAMED.findall(attributes))
    return " ".join(named.lower().split())
