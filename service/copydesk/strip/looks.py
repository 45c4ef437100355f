"""What a text looks like, character by character, in numbers."""

import re
from typing import Final

from copydesk.strip.blocks import FULL_STOPS

_DIGIT: Final = re.compile(r"\d")
_UPPER: Final = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]")
_DATE: Final = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b")
_SIGNS: Final = re.compile("[|»›©@•·]")
_ENDS: Final = dict.fromkeys(FULL_STOPS, 5.0) | {
    "!": 6.0,
    "！": 6.0,
    "?": 7.0,
    "？": 7.0,
    "؟": 7.0,
    ":": 8.0,
    "：": 8.0,
    "…": 9.0,
}
_QUOTES: Final = frozenset("\"'“”‘’«»„‹›「」『』")


def look(text: str) -> tuple[float, ...]:
    """Return the shares of digits and of capitals, whether there is a mark that sentences do not have, and whether there is a date."""
    size, digits = len(text), len(_DIGIT.findall(text))
    date = digits > 2 and _DATE.search(text) is not None
    return digits / size, len(_UPPER.findall(text)) / size, _has_signs(text), date


def _has_signs(text: str) -> bool:
    """Whether a text holds a mark that sentences do not, or an address."""
    # Apart, since an expression that begins with one class is searched for several times as fast.
    return _SIGNS.search(text) is not None or "http:" in text or "https:" in text or "www." in text


def char(one: str) -> float:
    """What a character is, as a number."""
    if one.isupper():
        return 1.0
    if one.isalpha():
        return 2.0
    if one.isdigit():
        return 3.0
    if one in _QUOTES:
        return 4.0
    return _ENDS.get(one, 10.0)
