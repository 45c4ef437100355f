"""What an article is about: its names and phrases by how often, how early and how they are written.

Candidates are the names of the text, each by the fullest of its forms, and runs of one to three words between stop
words and punctuation that stand there twice or in the headline. A candidate weighs its number of occurrences, more
where it stands early, in the headline or with capitals inside a sentence. No model, no document frequencies: those of
a word list added nothing where it was tried.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import compress
from typing import Final

from msgspec import Struct

from copydesk.enrich.stop_words import STOP_WORDS
from copydesk.record import Keyphrase, Mention

KEYPHRASES_MAX: Final = 10
_NOUNS_HAVE_CAPITALS: Final = frozenset(("de",))
"""Here too many names are none: with them 0.29 of the publishers' keywords were found, without 0.31."""

TEXT_MAX_CHARS: Final = 12_000
"""So much of a body is read: what an article is about stands in its first 2,000 words."""

WORDS_MAX: Final = 3
_TOKEN = re.compile(r"[a-zA-Z]++(?=[ ,\n])|\w++(?:(?:[.&-]|(?<=\b[A-Z])['’])\w++)*+|[^\s\w]|\n")
"""Words and marks; an apostrophe parts words, but for that of "O'Brien". The first alternative is one of the second, and quicker."""

_WITHIN: Final = frozenset(",;:-–—()/'’")
"""Marks after which a capital is a name's, as inside a sentence."""

_EARLY_WORDS: Final = 80
_CHARS_PER_WORD: Final = 6
_LENGTHS: Final = (1.0, 1.8, 2.6)
"""Weight of a phrase of one, two and three words: longer ones are rarer, and tell more."""

_CAPITAL: Final = 1.7
_NAME: Final = (3.4, 5.1, 5.1)
"""Weight of a name of one, two and three words."""

_HEADLINE: Final = 2.0
"""These weights were chosen on one half of the development pages by the keywords of their publishers; on the other half
they raised recall as much (README.md has the figures)."""


class _Phrase(Struct, gc=False):
    """Words `at` to `end` of a text, where they stand first; all their places count in weight and times."""

    weight: float
    times: int
    at: int
    end: int


def find_keyphrases(
    body: str, headline: str | None, language: str | None, mentions: Sequence[Mention] = ()
) -> tuple[Keyphrase, ...]:
    """Return at most `KEYPHRASES_MAX` phrases, the most telling first, scores from 1 down; () in other languages.

    `mentions` are those of the text. Told in the languages of `STOP_WORDS`: elsewhere nothing bounds a phrase.
    """
    stop = STOP_WORDS.get(language or "")
    if stop is None:
        return ()
    tokens = _TOKEN.findall(body[:TEXT_MAX_CHARS])
    low = _folded(tokens)
    title = _folded(_TOKEN.findall(headline or ""))
    of_title = frozenset(title)
    telling = {
        word
        for word, times in Counter(low).items()
        if (times > 1 or word in of_title) and len(word) > 2 and word not in stop and not word[0].isdigit()
    }
    spaced = f" {' '.join(title)} "
    named = () if language in _NOUNS_HAVE_CAPITALS else mentions
    weights = _names(named, spaced)
    aliases = {form.casefold() for one in named for form in (one.name, *one.aliases)}
    for key, (weight, shown) in _phrases(tokens, low, telling, spaced).items():
        if key not in aliases:
            weights[key] = weight, shown
    ranked = sorted((-weight, key, shown) for key, (weight, shown) in weights.items())
    return _chosen(ranked)


def _folded(tokens: Sequence[str]) -> list[str]:
    """Return tokens without case; a text holds no NUL, and this is three times as fast as one by one."""
    return "\0".join(tokens).casefold().split("\0")


def _names(mentions: Sequence[Mention], title: str) -> dict[str, tuple[float, str]]:
    """Weigh the names of a text, by their folded form: weight and how it is written."""
    weights: dict[str, tuple[float, str]] = {}
    for one in mentions:
        size = one.name.count(" ")
        if size >= WORDS_MAX:
            continue
        early = _EARLY_WORDS * _CHARS_PER_WORD
        weight = _NAME[size] * sum(1 + early / (early + start) for start, _ in one.spans)
        if any(f" {form.casefold()} " in title for form in (one.name, *one.aliases)):
            weight *= _HEADLINE
        weights[one.name.casefold()] = weight, one.name
    return weights


def _phrases(
    tokens: Sequence[str], low: Sequence[str], telling: Collection[str], title: str
) -> dict[str, tuple[float, str]]:
    """Weigh the phrases that stand twice or in the title, by their folded form: weight and how it is written first.

    One that stands nowhere but inside a longer one tells nothing of its own.
    """
    found: dict[str, _Phrase] = {}
    tells = [*map(telling.__contains__, low), False]
    for at in compress(range(len(low)), tells):
        before = tokens[at - 1] if at else "."
        weight = 1 + _EARLY_WORDS / (_EARLY_WORDS + at)
        if tokens[at][0].isupper() and (before[0].isalnum() or before in _WITHIN):
            weight *= _CAPITAL
        end, key = at + 1, low[at]
        while True:
            phrase = found.get(key)
            if phrase is None:
                found[key] = _Phrase(weight, 1, at, end)
            else:
                phrase.weight += weight
                phrase.times += 1
            if not tells[end] or end == at + WORDS_MAX:
                break
            key += " " + low[end]
            end += 1
    told = {key: one for key, one in found.items() if one.times > 1 or f" {key} " in title}
    inside = {part for key, one in told.items() for part in _within(key) if found[part].times == one.times}
    return {
        key: (
            one.weight * _LENGTHS[one.end - one.at - 1] * (_HEADLINE if f" {key} " in title else 1),
            " ".join(tokens[one.at : one.end]),
        )
        for key, one in told.items()
        if key not in inside
    }


def _within(key: str) -> Iterator[str]:
    """Yield the shorter phrases inside one."""
    words = key.split(" ") if " " in key else ()
    for size in range(1, len(words)):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _chosen(ranked: Sequence[tuple[float, str, str]]) -> tuple[Keyphrase, ...]:
    """Return the best, each but once: not what is inside a better one, its plural, or more words around a better one of several."""
    kept: list[Keyphrase] = []
    taken: list[str] = []
    for weight, key, shown in ranked:
        padded = f" {_singular(key)} "
        if any(padded in other or (" " in other[1:-1] and other in padded) for other in taken):
            continue
        taken.append(padded)
        kept.append(Keyphrase(shown, round(weight / ranked[0][0], 4)))
        if len(kept) == KEYPHRASES_MAX:
            break
    return tuple(kept)


def _singular(key: str) -> str:
    """Return a phrase with the plural's ending of its last word cut off, in the way of English and its neighbours."""
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key
