"""Lines of a plain text that are written alike: entries of a list, rows of a table, an interview's questions.

What one of them is, all of them are: a list of tour dates does not lose every third. Elements would tell; in a text the *shape* does:
"June 9 -- Coral Hall, Sample Beach, FL" and "Oct. 12 -- The Arena, Example, OR" are both a word, a number, a dash and words with
capitals between commas.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import fsum
from typing import Final

from copydesk.strip.blocks import Seen

ALIKE: Final = (
    "alike_near", "alike_near_text", "alike", "alike_text", "repeated_apart", "same_word",
)  # fmt: skip
"""Names of a line's numbers, in the order of `alike`."""

_MOST_WORDS: Final = 30
"""A longer line is a paragraph, and alike to none."""
_BETWEEN: Final = 1
"""So many other lines may stand between two that are near: a question has its answer below."""
_BETWEEN_LISTED: Final = 3
"""The same of lists whose outline tells that they are: single entries are written otherwise, or have lines of their own below."""
_LEAST_RUN: Final = 4
_LEAST_REPEATED: Final = 3
"""From so many on are the log-odds of lines in a run evened, and those of the same words anywhere."""
_EVENED: Final = 0.5
"""So much of their mean, the rest its own. In a list whose outline tells that it is one, the entries have one score: the mean of all, or of the
first half where that is higher. The further an entry is from running text, the less its place says that it belongs to it."""

_SHAPE_CHARS: Final = 160
_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORDS: Final = re.compile(r"(?:[Aa] )+(?=[Aa])")
_LIGHT: Final = re.compile(r"[.,;()\[\]'’\"“”„«»]+")
"""Signs in which entries of one list differ: "Aug. 4", "(formerly The Mill)"."""
_TELLING: Final = re.compile(r"[0\-–—:|/•#@%$€£+=]")
"""What the outline of a list has; words alone may as well be sub-headings and, below them, other headlines."""


def shape(text: str) -> str:
    """Return how the beginning of a line is written: 0 for a number, A or a for words in a row by the last one's first letter, and its signs."""
    numbered = _NUMBER.sub("0", text[:_SHAPE_CHARS])
    return _WORDS.sub("", _WORD.sub(lambda word: "A" if word[0][0].isupper() else "a", numbered))


def alike(seen: Sequence[Seen], texts: Sequence[float]) -> list[tuple[float, ...]]:
    """Return the numbers of ALIKE of each line: how many are alike near it and in all, what their words say on average.

    Besides how far apart its repetitions are, and how many lines begin with its word. Shape: `texts` are what the words of each line say.
    """
    shapes = _shapes(seen)
    near = _told(texts, _runs(shapes))
    everywhere = _told(texts, _equal(shapes).values())
    same = _equal([one.text.casefold() for one in seen])
    words = [one.text[:_SHAPE_CHARS].casefold().partition(" ")[0] for one in seen]
    begins = _equal(words)
    found: list[tuple[float, ...]] = []
    for at, one in enumerate(seen):
        copies = same[one.text.casefold()]
        apart = (copies[-1] - copies[0]) / max(1, len(copies) - 1)
        found.append((*near[at], *everywhere[at], apart, len(begins[words[at]])))
    return found


def evened(seen: Sequence[Seen], odds: Sequence[float]) -> list[float]:
    """Return the log-odds with those of lines that are alike nearer together, and one score for a list.

    Shape: `odds` and what is returned are parallel to `seen`.
    """
    even = list(odds)
    shapes = _shapes(seen)
    same = _equal([one.text.casefold() for one in seen]).values()
    near = [run for run in _runs(shapes) if len(run) >= _LEAST_RUN]
    near += [copies for copies in same if len(copies) >= _LEAST_REPEATED]
    for group in near:
        mean = _mean(even, group)
        for at in group:
            even[at] += _EVENED * (mean - even[at])
    for entries in _runs([_outline(each) for each in shapes], _BETWEEN_LISTED):
        if len(entries) >= _LEAST_RUN:
            likely = max(_mean(even, entries[: len(entries) // 2]), _mean(even, entries))
            for at in entries:
                even[at] = likely
    return even


def _mean(odds: Sequence[float], group: Sequence[int]) -> float:
    return fsum(odds[at] for at in group) / len(group)


def _outline(written: str | None) -> str | None:
    """Return a shape without light signs; None where what is left does not tell a list."""
    if written is None or _TELLING.search(written) is None:
        return None
    return _WORDS.sub("", " ".join(_LIGHT.sub(" ", written).split()))


def _shapes(seen: Sequence[Seen]) -> list[str | None]:
    return [shape(one.text) if one.words <= _MOST_WORDS else None for one in seen]


def _runs(shapes: Sequence[str | None], between: int = _BETWEEN) -> list[list[int]]:
    """Lines of one shape that follow one another, by index."""
    runs: list[list[int]] = []
    latest: dict[str, list[int]] = {}
    for at, each in enumerate(shapes):
        if each is None:
            continue
        run = latest.get(each)
        if run is not None and at - run[-1] <= between + 1:
            run.append(at)
        else:
            runs.append([at])
            latest[each] = runs[-1]
    return runs


def _equal(keys: Sequence[str | None]) -> dict[str, list[int]]:
    """Which lines have the same key, by index; those without one are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        if key is not None:
            found[key].append(at)
    return found


def _told(texts: Sequence[float], groups: Iterable[Sequence[int]]) -> list[tuple[float, float]]:
    """Return of each line how many its group are, and what their words say on average; a line in none is its own."""
    found = [(1.0, text) for text in texts]
    for group in groups:
        told = (float(len(group)), fsum(texts[at] for at in group) / len(group))
        for at in group:
            found[at] = told
    return found
