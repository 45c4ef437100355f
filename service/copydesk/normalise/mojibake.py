"""A cheap look whether a text may hold mojibake: UTF-8 that somebody read as an 8-bit charset.

The repair itself (ftfy) judges for itself but is some thirty times as dear on clean text, so it is
never called ungated. Looked for are the four charsets the web's mojibake is made of: Windows-1252 (with
Latin-1, whose 80-9F are C1 controls), Windows-1250, Windows-1251 and Mac Roman.
"""

import re
from typing import Final


def _shown(charset: str, first: int, last: int) -> str:
    """Bytes first..last as `charset` shows them, as a character class."""
    chars = {bytes([byte]).decode(charset, "ignore") or chr(byte) for byte in range(first, last + 1)}
    return "[" + "".join(re.escape(char) for char in sorted(chars)) + "]"


_REST_1252: Final = _shown("cp1252", 0x80, 0xBF)[:-1] + "\x80-\x9f]"
_REST_1251: Final = _shown("cp1251", 0x80, 0xBF)
_REST_1250: Final = _shown("cp1250", 0x80, 0xBF)
_REST_MAC: Final = _shown("mac_roman", 0x80, 0xBF)

_CONTROL: Final = re.compile("[\x80-\x9f]")
"""A C1 control is never meant: it is Windows-1252 read as Latin-1."""

_PAIR: Final = re.compile(
    _shown("cp1252", 0xC2, 0xF4)[:-1]
    + "\u0102\u00c4\u0139\u0420\u0421\u221a\u201a]"
    + f"{_REST_1252[:-1]}{_REST_1250[1:-1]}{_REST_1251[1:-1]}{_REST_MAC[1:-1]} ]"
)
"""Two classes, no alternatives: what the regex engine scans fastest. It only says where to look."""

_DENSE: Final = re.compile("[^\x00-\x7f][^\x00-\x7f]")
"""How all of the sequences below begin but one; a pattern that begins with a class of one range is scanned fastest."""
_A_AND_SPACE: Final = "\u00c3 "
"""An "\u00e0" whose no-break space was made a space."""

_MOJIBAKE: Final = re.compile(
    "|".join(
        (
            # A character of two bytes, of three, of four.
            f"{_shown('cp1252', 0xC2, 0xDF)}{_REST_1252}|{_A_AND_SPACE}",
            f"{_shown('cp1252', 0xE0, 0xEF)}{_REST_1252}{{2}}",
            f"{_shown('cp1252', 0xF0, 0xF4)}{_REST_1252}{{3}}",
            # Latin letters of Central Europe: C3, C4, C5.
            f"[\u0102\u00c4\u0139]{_REST_1250}",
            # Cyrillic letters: D0, D1; three in a row, since Ukrainian is full of a capital before an "i".
            f"(?:[\u0420\u0421]{_REST_1251}){{3}}",
            # Accented letters (C3), and quotation marks and dashes (E2 80).
            f"\u221a{_REST_MAC}|\u201a\u00c4",
        )
    )
)


def looks_like_mojibake(text: str) -> bool:
    """Whether `text` holds a sequence that mojibake of the usual charsets would leave.

    Yes too often rather than too seldom; linear in the text, and two scans at C speed where it is clean.
    """
    if text.isascii():
        return False
    if not text.isprintable() and _CONTROL.search(text):
        return True
    if not _DENSE.search(text) and _A_AND_SPACE not in text:
        return False
    return any(_MOJIBAKE.match(text, pair.start()) for pair in _PAIR.finditer(text))
