"""Pairs of quotation marks: straight, curly, low, guillemets either way, CJK; over several paragraphs too."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

_CLOSERS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    '"': '"',
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
}
"""By opening mark, what closes it. » and ” open where German and Swedish have them do so."""

_ANY: Final = re.compile(r"[“”„«»\"「」『』]")
_SINGLE: Final = re.compile(r"[‘'](?=\w)(?<![^\s(\[—–].)")
_BEHIND_STOP: Final = {"‘": re.compile(r"’(?<=[,.!?…].)(?!\w)"), "'": re.compile(r"'(?<=[,.!?…].)(?!\w)")}
_SINGLE_END: Final = {"‘": re.compile(r"’(?!\w)"), "'": re.compile(r"'(?=[\s,.;:!?)]|$)")}
_ASYMMETRIC: Final = frozenset("“«「『")
_CJK_MARKS: Final = frozenset("「『")

PARAGRAPHS_MAX: Final = 15
"""A quote that no mark closes within so many paragraphs is none."""

QUOTE_MAX_CHARS: Final = 6000
"""The same for so many characters of a paragraph."""

UNCLOSED_MAX: Final = 100
"""A text with more marks that nothing closes is no prose."""

MARKS_MAX: Final = 2000
"""So many pairs are read; an article has some dozens."""


class Marked(Struct, frozen=True, gc=False):
    """Words between marks: `start` and `end` are theirs without the marks, `opens` and `closes` with them, in code points."""

    opens: int
    start: int
    end: int
    closes: int
    paragraph: int
    """Number of the paragraph in which it begins."""
    last: int
    """Number of the paragraph in which it ends."""


def find_marked(body: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marked]:
    """Return the outermost pairs in order; `paragraphs` are the spans of the body's. What is never closed is left out."""
    found: list[Marked] = []
    if not _ANY.search(body):
        for number, span in enumerate(paragraphs):
            _singles(body, number, span, found)
        return found
    number = place = unclosed = 0
    while number < len(paragraphs) and len(found) < MARKS_MAX and unclosed < UNCLOSED_MAX:
        start, end = paragraphs[number]
        match = _ANY.search(body, max(place, start), end)
        if match is None:
            number += 1
            continue
        opens, mark = match.start(), match[0]
        place = opens + 1
        if not _can_open(body, opens, mark, start):
            continue
        last, closes = number, _closing(body, mark, place, end)
        if closes < 0:
            last, closes = _continued(body, paragraphs, number, mark)
        if closes < 0:
            unclosed += 1
            continue
        _add(body, (opens, closes), (number, last), found)
        number, place = last, closes + 1
    return found


def _can_open(body: str, at: int, mark: str, floor: int) -> bool:
    if mark in "」』":
        return False
    if mark in _CJK_MARKS or mark in "«„":
        return True
    before = body[at - 1] if at > floor else " "
    after = body[at + 1 : at + 2]
    if mark == "“":  # in German it closes
        return not after.isspace() and after != ""
    if before.isalnum() and (before.isascii() or before.isdecimal()):
        return False  # inches, or a closing mark whose opening one is missing
    return bool(after) and not after.isspace() and after not in ",.;:!?)"


def _closing(body: str, mark: str, place: int, end: int) -> int:
    """Return where the mark that was opened before `place` is closed, or -1; pairs inside it are stepped over."""
    closers = _CLOSERS[mark]
    depth = 1
    for match in _ANY.finditer(body, place, min(end, place + QUOTE_MAX_CHARS)):
        at, char = match.start(), match[0]
        if char in closers:
            if mark == '"' and _opens_straight(body, at, place):
                continue
            depth -= 1
            if depth == 0:
                return at
        elif char == mark and mark in _ASYMMETRIC:
            if mark == "“" and body[at - 1].isalnum():
                return at  # it closes too, in some German texts
            depth += 1
    return -1


def _opens_straight(body: str, at: int, place: int) -> bool:
    """Say whether a straight mark stands where only an opening one can: after a space and before a letter."""
    return at > place and body[at - 1].isspace() and body[at + 1 : at + 2].isalpha()


def _continued(body: str, paragraphs: Sequence[tuple[int, int]], at: int, mark: str) -> tuple[int, int]:
    """Follow a quote that its paragraph does not close into those that begin with its mark; (paragraph, end) or -1."""
    again = mark + "»" if mark == "«" else mark
    for number in range(at + 1, min(at + PARAGRAPHS_MAX, len(paragraphs))):
        start, end = paragraphs[number]
        if body[start] not in again:
            break
        closes = _closing(body, mark, start + 1, end)
        if closes >= 0:
            return number, closes
    return at, -1


def _singles(body: str, number: int, span: tuple[int, int], found: list[Marked]) -> None:
    """Pair single marks, of a text that has no others; an apostrophe is none where a mark behind a stop closes."""
    place, end = span
    while (match := _SINGLE.search(body, place, end)) and len(found) < MARKS_MAX:
        opens, mark = match.start(), match[0]
        place = opens + 1
        following = _SINGLE.search(body, place, end)
        border = following.start() if following else end
        closing = _BEHIND_STOP[mark].search(body, place, border) or _SINGLE_END[mark].search(
            body, place, border
        )
        if closing:
            _add(body, (opens, closing.start()), (number, number), found)
            place = closing.end()


def _add(body: str, span: tuple[int, int], paragraphs: tuple[int, int], found: list[Marked]) -> None:
    """Keep a pair, its words without the space that French sets inside the marks; none where there are no words."""
    start, end = span[0] + 1, span[1]
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Marked(span[0], start, end, span[1] + 1, paragraphs[0], paragraphs[1]))
