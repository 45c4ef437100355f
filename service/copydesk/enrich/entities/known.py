"""Known names: first names, surnames, countries, places, organisations, and words that are no name; nouns of German.

`names.json` holds them in lower case; where they come from stands in `MODEL_CARD.md`.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

import orjson

SHIPPED: Final = "names.json"
KINDS: Final = {
    "first": "f",
    "last": "s",
    "country": "c",
    "place": "p",
    "org": "o",
    "adjective": "a",
    "other": "x",
    "common": "w",
}
"""Kind of a name in the file: its letter among the flags."""


@cache
def known_names() -> dict[str, str]:
    """Return every known name in lower case with the letters of its kinds, in the order of `KINDS`."""
    table: dict[str, str] = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    flags: dict[str, str] = {}
    for kind, letter in KINDS.items():
        for name in table[kind].split("\n"):
            flags[name] = flags.get(name, "") + letter
    return flags


_NOUNS: Final = "noun"
_PARTICLES: Final = "particle"
_ENDINGS: Final = ("", "s", "es", "n", "en", "e", "er", "ern", "nen", "se", "sen")
_PART_MIN: Final = 4
"""Letters of the parts of a compound at the least."""
_PLAIN: Final = str.maketrans("äöü", "aou")


@cache
def german_nouns() -> frozenset[str]:
    """Return the commonest nouns of German in lower case, which it writes with capitals too."""
    table: dict[str, str] = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    return frozenset(table[_NOUNS].split("\n"))


@cache
def german_particles() -> frozenset[str]:
    """Return articles, pronouns, prepositions and the like of German as they open a sentence: no name begins with one."""
    table: dict[str, str] = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    return frozenset(word.capitalize() for word in table[_PARTICLES].split("\n"))


def noun_letter(low: str, nouns: frozenset[str]) -> str:
    """Return `n` for a form of one of `nouns`, `m` for a compound that ends in one, else nothing."""
    stems = list(_stems(low))
    if not nouns.isdisjoint(stems):
        return "n"
    if any(stem[at:] in nouns for stem in stems for at in range(_PART_MIN - 1, len(stem) - _PART_MIN + 1)):
        return "m"
    return ""


def _stems(low: str) -> Iterator[str]:
    """Yield what `low` may be a form of: without endings, with and without the umlaut of a plural."""
    for ending in _ENDINGS:
        if low.endswith(ending):
            stem = low[: len(low) - len(ending)]
            yield stem
            if (plain := stem.translate(_PLAIN)) != stem:
                yield plain
