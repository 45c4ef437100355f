"""Names as they are written: runs of words with capitals, without the titles before them."""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from copydesk.enrich.quotes.words import Words

UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽА-ЯЁЄІЇҐΑ-Ω"
_WORD = r"\w*(?:[-'’&.](?!s\b)(?!\s)\w+)*"
_INITIALS = rf"\.\s?(?:[{UPPER}]\.\s?)*(?=[{UPPER}])"
_TITLE = (
    r"(?:(?<=[DMS])ra?|(?<=M)(?:rs|s|me)|(?<=P)rof|(?<=S)(?:t|en|gt)|(?<=G)(?:ov|en)|(?<=R)(?:ep|ev)|(?<=L)t|(?<=C)(?:ol|apt)|(?<=H)on)"
    rf"\.\s?[{UPPER}]{_WORD}"
)
_TOKEN = rf"[{UPPER}](?!['’][a-zà-ÿ])(?:{_TITLE}|{_INITIALS}|{_WORD})"
_PARTICLE = r"(?:(?:van|von|de) (?:der|den|la|las|los)|van|von|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|af|av)"
# A set of characters comes first, and what must not stand before it after: so the search runs in C from capital to capital.
RUN: Final = re.compile(rf"[{UPPER}](?<!\w.){_TOKEN[len(UPPER) + 2 :]}(?: ?(?:{_PARTICLE} )?{_TOKEN})*")


_OF: Final = re.compile(r"(?P<name>\S+ \S+) (?:von|van|de) (?:der |den |la )?\S+ \S")
"""Behind a whole name, of two words and more: the house somebody is of, "Karl Brand von der Bank ING"."""


class Run(Struct, frozen=True, gc=False):
    """A run of words with capitals: its titles, the name without them ("" where there is none), and where that begins."""

    start: int
    end: int
    titles: tuple[str, ...]
    name: str
    name_start: int


def read_runs(text: str, words: Words, base: int = 0) -> list[Run]:
    """Return the runs of a text in order; places are counted from `base`."""
    titles, leading, small = words.titles, _leading(words), words.small
    runs = []
    for match in RUN.finditer(text):
        first, called, name, name_at = _parts(match[0], titles, leading, small)
        start = base + match.start()
        runs.append(Run(start + first, base + match.end(), called, name, start + name_at))
    return runs


@lru_cache(maxsize=32)
def _leading(words: Words) -> str:
    """Words that have a capital only because a sentence begins with them."""
    return f"{words.article}|{words.stop}|{words.preposition}|{words.he}|{words.she}|{words.they}"


@lru_cache(maxsize=20_000)
def _parts(
    text: str, all_titles: str, leading: str, small: frozenset[str]
) -> tuple[int, tuple[str, ...], str, int]:
    """Cut a run: where it begins without a leading small word, its titles, the name, and where that begins."""
    tokens = [(found.start(), found[0]) for found in re.finditer(r"\S+", text)]
    while tokens and (tokens[0][1].casefold() in small or is_title(tokens[0][1], leading)):
        tokens.pop(0)
    first = tokens[0][0] if tokens else len(text)
    name_at = 0
    for number, (_, token) in enumerate(tokens):
        last = number == len(tokens) - 1
        if (name_at == number or not last) and is_title(token.rstrip("."), all_titles):
            name_at = number if token in {"Lord", "Lady"} else number + 1
    titles = tuple(token for _, token in tokens[:name_at])
    start = tokens[name_at][0] if name_at < len(tokens) and len(tokens[-1][1]) > 1 else len(text)
    cut = _OF.match(text, start)
    return first, titles, text[start : cut.end("name") if cut else len(text)].strip(), start


@lru_cache(maxsize=20_000)
def is_title(word: str, titles: str) -> bool:
    """Say whether a word is one of the alternatives of `titles`, or ends in one behind a hyphen, whatever its case."""
    return bool(_alternatives(titles).fullmatch(word.rpartition("-")[2] or word))


@lru_cache(maxsize=128)
def _alternatives(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
