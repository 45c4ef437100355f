"""What is seen of a span of a run: the features that the classifier weighs, as strings."""

from collections.abc import Callable, Collection
from typing import Final

from copydesk.enrich.entities.runs import Run

Features = Callable[[int, int], list[str]]
"""Gives the features of the words from the first number up to the second, which is excluded."""

_LONG: Final = 4


def features_of(run: Run, known: dict[str, str], ordinary: Collection[str], language: str = "en") -> Features:
    """Return a function that tells the features of the spans of `run`.

    `known` has the letters of the kinds of names in lower case; `ordinary` are the text's words that stand in it in lower case.
    """
    nouns = language == "de"
    low = [word.casefold() for word in run.words]
    flags = [_flags(word, name, known, ordinary) for word, name in zip(run.words, low, strict=True)]
    near, far = run.before
    after, beyond = run.after
    last = len(low) - 1

    def of(start: int, end: int) -> list[str]:
        first, final = low[start], low[end - 1]
        size = end - start
        count = str(size) if size < _LONG else "+"
        name = _name(low, run.gaps, start, end)
        kinds = known.get(name, "-") if size > 1 else flags[start]
        left = run.gaps[start - 1] + "<" + low[start - 1] if start else near
        right = run.gaps[end - 1] + ">" + low[end] if end <= last else after
        found = [
            "#" + count,
            "n" + name,
            "f" + first,
            "l" + final,
            "s" + final[-3:],
            "t" + final[-2:],
            "h" + _shape(run.words[start]) + _shape(run.words[end - 1]) + count,
            "k" + kinds + count,
            "F" + flags[start] + "/" + flags[end - 1] + count,
            "L" + left,
            "R" + right,
            "p" + left + count,
            "q" + right + count,
            "K" + left + kinds,
            "Q" + right + kinds,
        ]
        if nouns:
            # All nouns have capitals there, so that a capital tells nothing.
            found += ("#de" + count, "kde" + kinds + count, "sde" + final[-3:], "pde" + left, "qde" + right)
        if start == 0:
            found.append("B" + far + " " + near)
            if run.opens:
                found.append("o" + flags[0] + count)
        else:
            found.append("c" + flags[start - 1] + run.gaps[start - 1] + "|" + flags[start])
            found.append("W" + run.gaps[start - 1])
        if end <= last:
            found.append("d" + flags[end - 1] + run.gaps[end - 1] + "|" + flags[end])
            found.append("w" + run.gaps[end - 1])
        else:
            found.append("A" + after + " " + beyond)
        for at in range(start, end - 1):
            found.append("g" + run.gaps[at])
            found.append("G" + flags[at] + run.gaps[at] + flags[at + 1])
            if at > start:
                found.append("i" + low[at])
        return found

    return of


def _name(low: list[str], gaps: tuple[str, ...], start: int, end: int) -> str:
    if end - start == 1:
        return low[start]
    parts = [low[start]]
    for at in range(start, end - 1):
        gap = gaps[at]
        if gap == "'s":
            parts.append("'s ")
        elif gap.endswith("'"):
            parts.append(" " + gap)
        else:
            parts.append(f" {gap} " if gap else " ")
        parts.append(low[at + 1])
    return "".join(parts)


def _flags(word: str, low: str, known: dict[str, str], ordinary: Collection[str]) -> str:
    found = known.get(low, "-")
    if low in ordinary:
        found += "l"
    if len(word) > 1 and word.isupper():
        found += "U"
    return found


def _shape(word: str) -> str:
    if len(word) <= 2 and word.endswith("."):
        return "I"
    if word.isupper():
        return "U" if len(word) <= _LONG else "V"
    if "-" in word:
        return "H"
    if any(map(str.isdigit, word)):
        return "D"
    return "X" if word[1:].islower() else "M"
