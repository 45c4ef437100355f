"""The open block-level elements while a page is walked, and what blocks inherit from them."""

import re
from functools import lru_cache
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


class Place:
    """A way down the page: the tags from body to an element with the words of their attributes.

    Elements that are written alike in places that are alike (the paragraphs of an article, the items of
    a list) share one, so that its text is made once.
    """

    __slots__ = ("_known", "depth", "hides", "hints", "path", "tag")

    def __init__(self, above: "Place | None", tag: str, attributes: str = "") -> None:
        self._known: dict[str, Place] = {}
        self.tag = tag
        if above is None:
            self.path, self.depth, self.hides, self.hints = tag, 0, False, ""
            return
        path = above.path
        self.path = f"{path}/{tag}" if len(path) < MAX_PATH_CHARS else path
        self.depth = above.depth + 1
        self.hides, self.hints = False, above.hints
        if attributes:
            self.hides = is_hidden(attributes)
            words = _words(attributes)
            if words:
                self.hints = f"{words} {above.hints}"[:MAX_HINT_CHARS].rstrip()

    def below(self, written: str) -> "Place":
        """Return the place of a child element by what stands between "<" and ">" of its tag."""
        place = self._known.get(written)
        if place is None:
            tag, space, attributes = written.partition(" ")
            place = self._known[written] = Place(self, tag, space + attributes)
        return place


class Frame:
    """One open block-level element.

    Shape: `number` counts elements in document order, 0 is the page itself; `lineage` holds the numbers
    from the page down to this element.
    """

    __slots__ = ("hidden", "lineage", "parent", "place")

    lineage: tuple[int, ...]

    def __init__(self, parent: "Frame | None", place: Place, number: int) -> None:
        self.parent = parent
        self.place = place
        if parent is None:
            self.hidden, self.lineage = False, (number,)
            return
        self.hidden = place.hides or parent.hidden
        above = parent.lineage
        self.lineage = (*above, number) if len(above) < MAX_LINEAGE else (*above[:-1], number)


@lru_cache(maxsize=8_192)
def _words(attributes: str) -> str:
    """Words of an element's attributes; a site writes the same ones on all its pages."""
    named = _NAMED.findall(attributes)
    if not named:
        return ""
    first: str = named[0]
    words = first[:MAX_ATTRIBUTE_CHARS]
    if len(named) > 1:
        words = " ".join([value[:MAX_ATTRIBUTE_CHARS] for value in named])
    return " ".join(words.lower().split())
