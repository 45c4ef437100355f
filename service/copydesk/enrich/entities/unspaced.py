"""Names in Chinese and Japanese, which have no capitals: known places and organisations, the longest first.

People are not told there: their names are words like others, and no list has them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from copydesk.enrich.entities.aliases import Found
from copydesk.enrich.entities.known import known_names
from copydesk.enrich.entities.model import NameType
from copydesk.enrich.tokens import HAN_KANA

LANGUAGES: Final = ("zh", "ja")
_SURE: Final = 0.9
"""Judged: a known name of two characters may be a part of another word."""
_NO_NAME: Final = frozenset("人语語文籍裔系菜")
"""Behind a country's name these make a word for its people, its language or its food."""
_KATAKANA: Final = re.compile("[\u30a1-\u30fc]")


@cache
def _names() -> tuple[dict[str, NameType], int]:
    """Return known names and the length of the longest."""
    names: dict[str, NameType] = {}
    for name, kinds in known_names().items():
        if len(name) > 1 and HAN_KANA.match(name):
            kind = next((kind for kind in kinds if kind in "cpo"), None)
            if kind:
                names[name] = "Organization" if kind == "o" else "Place"
    return names, max(map(len, names))


def names_unspaced(text: str) -> Iterator[Found]:
    """Yield the known names of a text in Chinese or Japanese, in order, none within another."""
    names, longest = _names()
    free = 0
    for match in HAN_KANA.finditer(text):
        start = match.start()
        if start < free:
            continue
        for size in range(longest, 1, -1):
            name = text[start : start + size]
            kind = names.get(name)
            if kind and len(name) == size and not _inside(text, start, start + size):
                free = start + size
                odds = (0.0, _SURE, 0.0) if kind == "Organization" else (0.0, 0.0, _SURE)
                yield Found(name, start, free, kind, odds)
                break


def _inside(text: str, start: int, end: int) -> bool:
    """Say whether a name is a part of a longer word: in Katakana of a longer run, elsewhere by what follows."""
    if text[end : end + 1] in _NO_NAME:
        return True
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(
        (_KATAKANA.match(text[start]) and before and _KATAKANA.match(before))
        or (_KATAKANA.match(text[end - 1]) and behind and _KATAKANA.match(behind))
    )
