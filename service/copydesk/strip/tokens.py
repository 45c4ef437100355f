"""How much words speak for or against a block: of its text, and of its place's names.

A word's weight is the logarithm of how much more often blocks with it were kept than removed; words that
fewer than a handful of sites use have none. A block is summed up by the mean, least and greatest of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum
from typing import Final, Generic, TypeVar

from copydesk.strip.places import OF_ACCESS

_WORD: Final = re.compile(r"\w+")
_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
"""Vowel signs, accents and joiners are inside words: of Hindi or Arabic only shreds would be left without them."""
_MARKED_WORD: Final = re.compile(rf"[\w{_MARKS}]+")
_HAN: Final = "\u3040-\u30ff\u3400-\u9fff"
_THAI: Final = "\u0e00-\u0eff\u1780-\u17ff"
"""Thai, Lao, Khmer: letters, so that their words are longer."""
_UNSPACED: Final = re.compile(f"[{_HAN}{_THAI}]")
_RUN: Final = re.compile(rf"([{_HAN}]+)|([{_THAI}]+)|((?:(?![{_HAN}{_THAI}])[\w{_MARKS}])+)")
_HAN_CHARS, _THAI_CHARS = 2, 4
"""Where words are not set apart, all runs of so many characters stand for them."""
HINT: Final = re.compile(r"[a-z]{3,}")
"""A word in the name of a place."""
_ACCESS: Final = re.compile(OF_ACCESS)
TEXT_CHARS: Final = 300
"""Only words of the beginning count: it names what a block is."""
OPENING_CHARS: Final = 80
SHORT_WORDS: Final = 25
"""Of blocks up to this size all words and pairs count, of longer ones the first six words and the first pair."""
LONG_WORDS: Final = 6
NEAR_HINTS: Final = 5

_Key = TypeVar("_Key")
_Weight = TypeVar("_Weight", int, float)
Summary = tuple[float, float, float]
_NONE: Final[Summary] = (0.0, 0.0, 0.0)


def text_tokens(text: str, words: int) -> list[str]:
    """Return what of a block's words has a weight: each word and pair once."""
    if words > SHORT_WORDS:
        found = words_of(text[:OPENING_CHARS].lower())[:LONG_WORDS]
        return [*{f"l:{word}" for word in found}, "f:" + " ".join(found[:2])]
    found = words_of(text[:TEXT_CHARS].lower())
    return [*{f"s:{word}" for word in found}, *{f"b:{a} {b}" for a, b in pairwise(found)}]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in order."""
    if text.isascii():
        return _WORD.findall(text)
    if _UNSPACED.search(text) is None:
        return _MARKED_WORD.findall(text)
    found: list[str] = []
    for han, thai, word in _RUN.findall(text):
        if word:
            found.append(word)
        else:
            run, size = (han, _HAN_CHARS) if han else (thai, _THAI_CHARS)
            found += [run[at : at + size] for at in range(max(1, len(run) - size + 1))]
    return found


def hint_tokens(hints: Sequence[str]) -> list[str]:
    """Return the words in the nearest names of a block's place, each once."""
    return [f"h:{part}" for part in set(_names(hints[:NEAR_HINTS]))]


def _names(hints: Sequence[str]) -> list[str]:
    return HINT.findall(_ACCESS.sub("", " ".join(hints)))


class Tokens:
    """Weights of words."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._short, self._long = Known(of_prefix(weights, "s:")), Known(of_prefix(weights, "l:"))
        self._first = Known(of_prefix(weights, "f:"))
        self._pairs = Known(in_pairs(of_prefix(weights, "b:")))
        self._hints = Known(of_prefix(weights, "h:"))
        self._of_hints = lru_cache(maxsize=8_192)(self._summed_hints)

    def text(self, text: str, words: int) -> Summary:
        """Sum up a block's words: those of `text_tokens`, looked up without being written as tokens."""
        if words > SHORT_WORDS:
            found = words_of(text[:OPENING_CHARS].lower())[:LONG_WORDS]
            return summed([*self._long.of(found), *self._first.of([" ".join(found[:2])])])
        found = words_of(text[:TEXT_CHARS].lower())
        return summed([*self._short.of(found), *self._pairs.of(pairwise(found))])

    def hints(self, hints: Sequence[str]) -> Summary:
        """Sum up the names of a block's place, nearest first; the same ones come again and again."""
        return self._of_hints(tuple(hints[:NEAR_HINTS]))

    def _summed_hints(self, hints: tuple[str, ...]) -> Summary:
        return summed([*self._hints.of(_names(hints))])


def of_prefix(weights: Mapping[str, _Weight], prefix: str) -> dict[str, _Weight]:
    """Return the weights of one kind of tokens, by what follows their prefix."""
    return {token.removeprefix(prefix): one for token, one in weights.items() if token.startswith(prefix)}


def in_pairs(weights: Mapping[str, _Weight]) -> dict[tuple[str, ...], _Weight]:
    """Return the weights of pairs of words, which stand in the file with a space between them, by pair."""
    return {tuple(pair.split(" ", 1)): weight for pair, weight in weights.items()}


class Known(Generic[_Key, _Weight]):
    """Weights, and which keys have one."""

    def __init__(self, weights: Mapping[_Key, _Weight]) -> None:
        self._keys = frozenset(weights)
        self._weight: Callable[[_Key], _Weight] = weights.__getitem__

    def of(self, keys: Iterable[_Key]) -> Iterable[_Weight]:
        """Return the weights of those that have one, each once."""
        return map(self._weight, self._keys.intersection(keys))


def summed(known: Sequence[float]) -> Summary:
    """Return mean, least and greatest of the weights that a block's words have."""
    # fsum: what comes out is the same in whatever order a set of strings gives its words in this process.
    return (fsum(known) / len(known), min(known), max(known)) if known else _NONE
