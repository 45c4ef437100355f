"""Varied passages: the same sentences with other names, so that the classifier learns the sentences and not the names."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bench.enrich.entities.passages import Marked


class Pools(Struct, frozen=True):
    """Names to draw from, as they are written."""

    first: Sequence[str]
    last: Sequence[str]
    places: Sequence[str]
    organisations: Sequence[str]


def pools(known: Mapping[str, str]) -> Pools:
    """Take the pools from the table of known names: Latin ones that are of one kind only."""

    def of(letter: str) -> list[str]:
        return [
            name.title()
            for name, kinds in known.items()
            if kinds == letter
            and name.replace(" ", "").replace("-", "").isalpha()
            and name < "Ā"
            and len(name) > 2
        ]

    return Pools(of("f"), of("s"), of("p") + of("c"), of("o"))


def varied(
    passage: Marked,
    known: Mapping[str, str],
    drawn: Pools,
    source: random.Random,
    nouns: Sequence[str] = (),
) -> Marked:
    """Return the passage with other people, places and single-word organisations; one name stays one name.

    With `nouns`, those of German, the nouns of the passage become others, compounds too.
    """
    names = _Names(known, drawn, source, genitives=bool(nouns))

    def other_noun(match: re.Match[str]) -> str:
        if source.random() < _KEPT:
            return match[0]
        parts = source.sample(nouns, 2 if source.random() < _COMPOUND else 1)
        return "".join(parts).capitalize()

    def around(words: str) -> str:
        return _NOUN.sub(other_noun, words) if nouns else words

    text, found, at = "", [], 0
    for start, end, kind in passage.names:
        text += around(passage.text[at:start])
        name = names.other(passage.text[start:end], kind)
        found.append((len(text), len(text) + len(name), kind))
        text += name
        at = end
    return Marked(text + around(passage.text[at:]), tuple(found))


class _Names:
    """What the names of one passage are called instead."""

    def __init__(
        self, known: Mapping[str, str], drawn: Pools, source: random.Random, *, genitives: bool
    ) -> None:
        self._known, self._drawn, self._source = known, drawn, source
        self._genitives = genitives
        self._others: dict[str, str] = {}

    def other(self, name: str, kind: str) -> str:
        words = name.split()
        if kind == "Person":
            return " ".join(map(self._word, words))
        if len(words) > 2 or self._source.random() < _KEPT:
            return name
        drawn = self._drawn.places if kind == "Place" else self._drawn.organisations
        return self._drawn_for(name, drawn)

    def _drawn_for(self, name: str, drawn: Sequence[str]) -> str:
        """Draw another name, the same for the same one: in German with its s where that makes a genitive."""
        low = name.casefold()
        ending = "s" if self._genitives and low[-1] == "s" and low not in self._known else ""
        other = self._others.setdefault(name.removesuffix(ending), self._source.choice(drawn))
        return other if other[-1] in "sxz" else other + ending

    def _word(self, word: str) -> str:
        if word[0].islower() or word.endswith(".") or "-" in word:
            return word
        first = "f" in self._known.get(word.casefold(), "")
        return self._drawn_for(word, self._drawn.first if first else self._drawn.last)


_KEPT: Final = 0.3
"""So many short names of places and organisations, and so many nouns, stay as they are."""
_COMPOUND: Final = 0.4
"""So many nouns are of two."""
_NOUN: Final = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}\b")
"""A noun of German where a capital begins no sentence."""
