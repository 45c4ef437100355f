"""What an article is about: its phrases by how often, how early and how they are written.

Candidates are runs of one to three words between stop words and punctuation. A phrase weighs its number of
occurrences, more where it stands early, in the headline or with capitals inside a sentence; of two that overlap the
better one is kept. No model, no document frequencies: those of a word list added nothing where it was tried.
"""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.enrich.stop_words import STOP_WORDS
from copydesk.record import Keyphrase

KEYPHRASES_MAX: Final = 10
TEXT_MAX_CHARS: Final = 12_000
"""So much of a body is read: what an article is about stands in its first 2,000 words."""

WORDS_MAX: Final = 3
_RUN = re.compile(r"[^\W_][\w'’.&-]*[^\W_]|[^\W_]|[^\s\w]|\n")
_EARLY_WORDS: Final = 80


def find_keyphrases(body: str, headline: str | None, language: str | None) -> tuple[Keyphrase, ...]:
    """Return at most `KEYPHRASES_MAX` phrases, the most telling first, scores from 1 down; () in other languages.

    Told in the languages of `STOP_WORDS`: elsewhere nothing bounds a phrase.
    """
    stop = STOP_WORDS.get(language or "")
    if stop is None:
        return ()
    weights: dict[str, float] = {}
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    for at, words, inner in _runs(body[:TEXT_MAX_CHARS], stop):
        early = 1 + _EARLY_WORDS / (_EARLY_WORDS + at)
        for start in range(len(words)):
            for end in range(start + 1, min(start + WORDS_MAX, len(words)) + 1):
                piece = words[start:end]
                key = " ".join(piece).casefold()
                capital = piece[0][:1].isupper() and (start > 0 or inner)
                weights[key] = weights.get(key, 0.0) + early * (1.5 if capital else 1.0)
                counts[key] = counts.get(key, 0) + 1
                first.setdefault(key, " ".join(piece))
    dominated = {part for key in counts for part in _within(key) if counts[part] == counts[key]}
    title = f" {' '.join(_RUN.findall(headline or '')).casefold()} "
    ranked = sorted(
        (
            (weight * _LENGTHS[key.count(" ")] * (1.5 if f" {key} " in title else 1.0), key)
            for key, weight in weights.items()
            if key not in dominated and (counts[key] > 1 or f" {key} " in title)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return _chosen(ranked, first)


_LENGTHS: Final = (1.0, 2.2, 2.6)
"""Weight of a phrase of one, two and three words: longer ones are rarer, and tell more."""


def _within(key: str) -> Iterator[str]:
    """Yield the shorter phrases inside one, which tell nothing of their own where they stand nowhere else."""
    words = key.split(" ")
    for size in range(1, len(words)):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _runs(text: str, stop: frozenset[str]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield runs of telling words: number of the first, the words, whether it stands inside a sentence."""
    run: list[str] = []
    began, inner, sentence_start = 0, False, True
    for at, token in enumerate(_RUN.findall(text)):
        word = token.casefold()
        if len(token) > 2 and word not in stop and not token[0].isdigit():
            if not run:
                began, inner = at, not sentence_start
            run.append(token.removesuffix("'s").removesuffix("’s"))
        elif run:
            yield began, run, inner
            run = []
        sentence_start = not token[0].isalnum() and token not in _WITHIN
    if run:
        yield began, run, inner


_WITHIN: Final = frozenset(",;:-–—()/")
"""Marks after which a capital is a name's, as inside a sentence."""


def _chosen(ranked: list[tuple[float, str]], first: dict[str, str]) -> tuple[Keyphrase, ...]:
    kept: list[Keyphrase] = []
    taken: list[str] = []
    best = ranked[0][0] if ranked else 1.0
    for weight, key in ranked:
        padded = f" {key} "
        if any(padded in other or other in padded for other in taken):
            continue
        taken.append(padded)
        kept.append(Keyphrase(first[key], round(weight / best, 4)))
        if len(kept) == KEYPHRASES_MAX:
            break
    return tuple(kept)
