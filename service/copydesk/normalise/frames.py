"""The open block-level elements while a page is walked, and what blocks inherit from them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from copydesk.normalise.elements import CELL, TEXTUAL

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
_CLASS: Final = re.compile(r' class="([^"]{0,400})')
_ON_HOVER: Final = re.compile(
    r"(?:tooltip|popover|hovercard|rollover)[\w-]{0,40}?(?:text|content|body|block|inner)(?!\S)"
)
"""Names what is shown only while the pointer is over the word before it."""
_TOOLTIP: Final = re.compile(
    r' role="tooltip"| id="(?![^"]{0,80}(?:trigger|wrap|container|parent|root|icon|button|link))[^"\s]{0,60}tooltip[^"\s\d]{0,60}\d',
    re.IGNORECASE,
)
"""A tooltip has a name by which the word that it explains can speak of it (WAI-ARIA 1.2, tooltip); with a number, since a
script counts them. Without one it is the anchor of a chapter on tooltips.
"""


def may_hide(written: str) -> bool:
    """Tell from cheap signs whether a tag may hide what is in it: most do not, and are not looked at closely."""
    # "over" stands in the names of three of the boxes that show on hovering, "tooltip" is the fourth.
    return "hidden" in written or "style=" in written or "over" in written or "ooltip" in written


def is_hidden(attributes: str) -> bool:
    """Tell whether an element's own attributes hide it."""
    if ("hidden" in attributes or "display" in attributes or "DISPLAY" in attributes) and _HIDDEN.search(
        attributes
    ):
        return True
    if _TOOLTIP.search(attributes):
        return True
    named = _CLASS.search(attributes)
    return named is not None and _ON_HOVER.search(named[1]) is not None


class Place:
    """A way down the page: the tags from body to an element with the words of their attributes.

    Elements that are written alike in places that are alike (the paragraphs of an article, the items of
    a list) share one, so that its text is made once.
    """

    __slots__ = ("_known", "depth", "hidden", "hints", "is_cell", "is_textual", "path", "tag")

    def __init__(self, above: "Place | None", written: str) -> None:
        self._known: dict[str, Place] = {}
        self.tag, words, self.hidden, self.is_textual, self.is_cell = _element(written)
        if above is None:
            self.path, self.depth, self.hints = self.tag, 0, ""
            return
        path = above.path
        self.path = f"{path}/{self.tag}" if len(path) < MAX_PATH_CHARS else path
        self.depth = above.depth + 1
        self.hidden = self.hidden or above.hidden
        self.hints = f"{words} {above.hints}"[:MAX_HINT_CHARS].rstrip() if words else above.hints

    def below(self, written: str) -> "Place":
        """Return the place of a child element by what stands between "<" and ">" of its tag."""
        place = self._known.get(written)
        if place is None:
            place = self._known[written] = Place(self, written)
        return place


def lineage(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of open elements, outermost first, of deep ones the innermost for all beyond a limit."""
    if len(numbers) <= MAX_LINEAGE:
        return tuple(numbers)
    return (*numbers[: MAX_LINEAGE - 1], numbers[-1])


@lru_cache(maxsize=8_192)
def _element(written: str) -> tuple[str, str, bool, bool, bool]:
    """What a tag says however deep it stands: name, words, hidden, textual, cell; a site writes the same ones on all pages."""
    tag, _, attributes = written.partition(" ")
    words, hides = "", False
    if attributes:
        attributes = f" {attributes}"
        hides = may_hide(attributes) and is_hidden(attributes)
        named: list[str] = _NAMED.findall(attributes)
        words = " ".join(" ".join([value[:MAX_ATTRIBUTE_CHARS] for value in named]).lower().split())
    return tag, words, hides, tag in TEXTUAL, tag in CELL
