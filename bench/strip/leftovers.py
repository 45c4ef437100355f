"""Which kinds of boilerplate a text still holds, by its own words and the gold text alone.

The same for every extractor, ours too: what the gold text has is never a leftover, whoever put it there; of the
rest, segments worded as boilerplate are named by their kind. A page *has* a kind if its whole visible text,
measured so, holds it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from bench.strip.leftover_shapes import Wording
from bench.strip.leftover_words import WORDINGS

KINDS: Final = tuple(wording.kind for wording in WORDINGS)
RUN: Final = 4
MIN_RUN: Final = 2
"""In a line that is partly gold, one word that is not is a variant, two are something else."""

_WORD: Final = re.compile(r"\w+")
_BULLET: Final = re.compile(r"^[\s\W]*(?=[\w#©(\[])|[\s.:!?…»›>→|*-]+$")


class Gold:
    """A gold text, to tell what of another text is not in it."""

    def __init__(self, text: str) -> None:
        words = [word.lower() for word in _WORD.findall(text)]
        self._runs = {
            tuple(words[at : at + size]) for size in range(2, RUN + 1) for at in range(len(words) - size + 1)
        }
        self._lines = {tuple(word.lower() for word in _WORD.findall(line)) for line in text.splitlines()}

    def residue(self, text: str) -> Iterator[str]:
        """Yield the segments of a text that are not in the gold: lines, or stretches of lines.

        A line of fewer words than a run is in the gold if it is a line of it or, from two words on, stands
        in it; of a longer one every word is that stands in a run of four words of the gold.
        """
        for line in text.splitlines():
            found = list(_WORD.finditer(line))
            words = tuple(word[0].lower() for word in found)
            if not words or words in self._lines:
                continue
            if len(words) < RUN:
                if words not in self._runs:
                    yield line.strip()
                continue
            for start, end in _gaps(self._covered(words)):
                begins = found[start].start() if start else 0
                yield line[begins : found[end].start() if end < len(found) else len(line)].strip()

    def _covered(self, words: tuple[str, ...]) -> list[bool]:
        covered = [False] * len(words)
        for at in range(len(words) - RUN + 1):
            if words[at : at + RUN] in self._runs:
                covered[at : at + RUN] = [True] * RUN
        return covered


def _gaps(covered: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches that are not covered, those of one word left out."""
    start = 0
    for at, known in enumerate([*covered, True]):
        if known:
            if at - start >= MIN_RUN:
                yield start, at
            start = at + 1


def leftovers(text: str, gold: Gold) -> dict[str, list[str]]:
    """Return the segments of a text that are boilerplate, by kind; the first kind that fits a segment names it."""
    found: dict[str, list[str]] = defaultdict(list)
    for segment in gold.residue(text):
        kind = kind_of(segment)
        if kind:
            found[kind].append(segment)
    return dict(found)


def kind_of(segment: str) -> str | None:
    """Return which kind of boilerplate a segment is worded as, or None."""
    words = len(_WORD.findall(segment))
    bare = _BULLET.sub("", segment)
    for kind, limit, whole, start, within in _COMPILED:
        if words <= limit and (
            (whole and whole.fullmatch(bare))
            or (start and start.match(bare))
            or (within and within.search(segment))
        ):
            return kind
    return None


def _compile(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE) if patterns else None


def _compiled(
    one: Wording,
) -> tuple[str, int, re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    return one.kind, one.words, _compile(one.whole), _compile(one.start), _compile(one.within)


_COMPILED: Final = tuple(map(_compiled, WORDINGS))
