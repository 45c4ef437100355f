"""What tells the kind of a removed block, as signs that have weights (`kinds.py`): its text, its place, its shape, its neighbours.

Pages and plain texts share those of the text; of all else those of pages begin with "@".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, NamedTuple

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, count_words, ends_sentence
from copydesk.strip.rules.base import Rule
from copydesk.strip.tokens import HINT, words_of

KIND_CHARS: Final = 150
"""Only the beginning of a text counts: it names what a block is."""
STEM_CHARS: Final = 4
"""A longer word counts also by its beginning: most languages inflect its end."""
OWN_HINTS, OUTER_HINTS = 2, 6
"""Names of a place up to the first number are its own, up to the second those of what it stands in."""
NEAR_ELEMENTS: Final = 8
HEADING_REACH: Final = 20
"""A heading stands at most so many blocks above what it is the heading of."""
HEADLINE_WORDS: Final = 3
"""A text of fewer words is not asked whether it is the headline: most of a page's blocks are entries of menus."""
STAYS: Final = "kept"
"""What a neighbour is called that stays."""

_MARKS: Final = {
    char: mark
    for mark, chars in (("@", "@"), ("?", "?？؟"), ("©", "©"), (":", ":："), ("!", "!！"), ('"', '«“„「"'), ("$", "€$£¥₹₽₺₩"))
    for char in chars
}  # fmt: skip
_MARK: Final = re.compile(rf"[\d{''.join(_MARKS)}]")
_DIGIT: Final = "digit"
_NUMBERS: Final = (("time", re.compile(r"\d[:.]\d\d")), ("year", re.compile(r"\b(?:19|20)\d\d\b")))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ELEMENTS: Final = (
    "nav", "footer", "header", "aside", "form", "button", "figure", "figcaption", "table", "ul", "ol", "blockquote", "article", "main",
    "dialog", "label", "select",
)  # fmt: skip
_STEPS: Final = (2, 6, 20)
"""Blocks away from the text, as they are told apart."""
_SHARES: Final = (0.0, 0.5, 0.9)
"""Shares of a block's text in links, as they are told apart."""
_SIZES: Final = (1, 2, 3, 4, 6, 10, 15, 40)
_NEIGHBOURS: Final = ((-2, "-2:"), (-1, "-1:"), (1, "+1:"), (2, "+2:"))
_SITE: Final = ": "


class TextSigns(NamedTuple):
    """Signs of a text, each once; in the file of weights those of words begin with PREFIXES."""

    words: set[str]
    beginnings: set[str]
    pairs: set[tuple[str, str]]
    first: set[str]
    """The first word, if there is one."""
    marks: list[str]
    """Size, case and marks: written as they are in the file."""


PREFIXES: Final = ("s:", "p:", "b:", "f:")
"""Of words, beginnings, pairs and first words."""


def of_text(text: str) -> TextSigns:
    """Return the signs of a text."""
    text = text[:KIND_CHARS]
    words = words_of(text.lower())
    case = "title" if text.istitle() else "upper" if text.isupper() else "mixed"
    marks = {_MARKS.get(char, _DIGIT) for char in _MARK.findall(text)}
    if _DIGIT in marks:
        marks.update([name for name, number in _NUMBERS if number.search(text)])
    return TextSigns(
        set(words),
        {word[:STEM_CHARS] for word in words if len(word) > STEM_CHARS},
        set(pairwise(words)),
        set(words[:1]),
        [
            f"#words{min(8, count_words(text).bit_length())}",
            f"#ends{ends_sentence(text):d}",
            f"#{case}",
            *[f"#{mark}" for mark in marks],
        ],
    )


def of_place(tag: str, path: str, hints: str, place: Kind | None) -> list[str]:
    """Return the signs of a place on a page: its elements, its names, what selection calls it."""
    within = frozenset(path.split("/")[-NEAR_ELEMENTS:])
    names = hints.split(None, OUTER_HINTS)[:OUTER_HINTS]
    near, far = " ".join(names[:OWN_HINTS]), " ".join(names[OWN_HINTS:])
    return [
        f"@place:{place.value if place else ''}",
        f"@tag:{tag}",
        *(f"@in:{element}" for element in _ELEMENTS if element in within),
        *{f"@near:{word}" for word in HINT.findall(near)},
        *{f"@far:{word}" for word in HINT.findall(far)},
    ]


class Shape(NamedTuple):
    """What is told of a block beside its words and its place; few differ."""

    zone: str
    size: int
    links: int | None
    """None in a plain text."""
    rule: Rule | None
    is_headline: bool

    def signs(self) -> list[str]:
        """Return the signs of it."""
        mark = "#" if self.links is None else "@"
        found = [f"{mark}zone:{self.zone}", f"{mark}size:{self.size}"]
        if self.links is not None:
            found += [f"@links:{self.links}", f"@links:{self.links}:{self.size}"]
        if self.rule is not None:
            found += [f"#rule:{self.rule.id}", f"#worded:{self.rule.kind.value}"]
        return [*found, "#headline"] if self.is_headline else found


def headings(seen: Sequence[Seen]) -> list[int | None]:
    """Return of each block the index of the nearest heading above it, None where it is too far."""
    found: list[int | None] = []
    last = None
    for at, one in enumerate(seen):
        found.append(last if last is not None and at - last <= HEADING_REACH else None)
        if one.block.tag in _HEADINGS:
            last = at
    return found


class Around:
    """An article as its removed blocks stand in it.

    Shape: `seen` and `places` have one value per block; `first` and `last` are indexes of blocks that stay.
    """

    def __init__(
        self,
        seen: Sequence[Seen],
        places: Sequence[Kind | None],
        headlines: AbstractSet[str],
        *,
        is_page: bool,
        first: int,
        last: int,
    ) -> None:
        self.seen, self.is_page = seen, is_page
        self._places, self.first, self.last = places, first, last
        self._headlines = frozenset(headlines).union(*map(_without_site, headlines))
        self._headings = headings(seen) if is_page else ()
        # An element has one parent, so that its number tells all that is around it.
        self._parents = [one.block.lineage[-2:-1] for one in seen] if is_page else ()

    def place(self, at: int) -> tuple[str, str, str, Kind | None] | None:
        """Return the arguments of `of_place` for a block; None in a plain text."""
        block = self.seen[at].block
        return (block.tag, block.path, block.hints, self._places[at]) if self.is_page else None

    def shape(self, at: int, rule: Rule | None) -> Shape:
        """Return the shape of a block, which this rule of wording knows."""
        one = self.seen[at]
        return Shape(
            self._zone(at),
            bisect_left(_SIZES, one.words),
            bisect_left(_SHARES, one.link_share) if self.is_page else None,
            rule,
            one.words >= HEADLINE_WORDS and one.core in self._headlines,
        )

    def _zone(self, at: int) -> str:
        if self.first < at < self.last:
            return "inside"
        side, away = ("above", self.first - at) if at <= self.first else ("below", at - self.last)
        return f"{side}{bisect_left(_STEPS, away)}"

    def beside(self, at: int, called: Sequence[str]) -> list[str]:
        """Return the signs of what stands beside a block, and of the heading above it.

        Shape: `called` says of each block what it is called, `STAYS` where it stays.
        """
        count = len(called)
        if not self.is_page:
            return [mark + called[at + away] for away, mark in _NEIGHBOURS if 0 <= at + away < count]
        parents = self._parents
        own = parents[at]
        found = [
            f"@{mark}{called[at + away]}{'=' if parents[at + away] == own else ''}"
            for away, mark in _NEIGHBOURS
            if 0 <= at + away < count
        ]
        above = self._headings[at]
        if above is not None:
            found.append(f"@^:{called[above]}{'=' * self._is_headed(at, above)}")
        return found

    def _is_headed(self, at: int, above: int) -> bool:
        """Whether a heading stands in an element that the block stands in too."""
        around = self._parents[above]
        return bool(around) and around[0] in self.seen[at].block.lineage


def _without_site(title: str) -> list[str]:
    """Return what follows each colon of a title, the first of which may stand behind the site's name."""
    parts = title.split(_SITE)
    return [_SITE.join(parts[at:]) for at in range(1, len(parts))]
