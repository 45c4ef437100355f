"""The course of a plain text: where it is densest, which words its lines share, where lines follow like headlines.

A plain text has no elements. What stands in for them is how its lines follow one another: an article is where
running text is densest, and what belongs to it speaks of the same things. What the text is as a whole tells what
to make of a line: short ones are a menu at the head of a page, and a table in what an extractor left of it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from copydesk.strip.alike import ALIKE, alike
from copydesk.strip.blocks import LONG_WORDS, Seen
from copydesk.strip.rules.base import Rule
from copydesk.strip.sums import cumulated
from copydesk.strip.tables import TABLE, tables

COURSE: Final = (
    "dense_from", "dense_to", "dense_words_from", "dense_words_to", "dense_share", "dense_blocks", "dense_ends",
    "topic", "topic_head", "unique", "topic_before", "topic_after",
    "same_start", "capitals", "titles_before", "titles_after", "ends_before", "ends_after", "short_run", "digits_near",
    "lines_before", "lines_behind", "short_lines", "sentence_lines", "rule_lines", "text_words", *ALIKE, *TABLE,
)  # fmt: skip
"""Names of a line's numbers, in the order of `course`."""
NO_COURSE: Final = (0.0,) * len(COURSE)
"""Those of a block of a page. Out of fold they raise no corpus of pages."""

_LABEL_WORDS: Final = 12
"""So many words a line costs the stretch it is in: one of running text must have more to lengthen it."""
_RULE_WORDS: Final = 20
"""The same where a rule of wording matches."""
_MOST_WORDS: Final = 100
"""More words count as so many: a single endless line is no stretch."""
_ENDING_WORDS: Final = 8
_TITLE_WORDS: Final = 25
_SHORT_WORDS: Final = 4
_HEAD: Final = 5
"""Lines at the beginning of the densest stretch that tell what it is about."""
_TOPIC_NEAR, _ENDS_NEAR, _DIGITS_NEAR = 8, 10, 6
"""Lines on a side over which shared words, ends of sentences and digits are counted."""
_TOPIC_CHARS, _START_CHARS, _CAPITAL_CHARS, _DIGIT_CHARS = 600, 25, 300, 40
"""How much of a line's beginning is looked at."""

_WORD: Final = re.compile(r"\w{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}")
"""Shorter words are those of any text; where words are not set apart, two characters stand for one."""
_DIGIT: Final = re.compile(r"\d")

_Column = Sequence[float]


class _Stretch(NamedTuple):
    """The densest stretch: its first line, the one after its last, and which of its lines are running text."""

    start: int
    end: int
    running: Sequence[int]


def course(seen: Sequence[Seen], texts: Sequence[float]) -> list[tuple[float, ...]]:
    """Return the numbers of COURSE of each line. Shape: `texts` are what the words of each line say."""
    ends = cumulated([float(one.ends_sentence and one.words >= _ENDING_WORDS) for one in seen])
    stretch = _densest(seen)
    columns = (
        *_places(seen, stretch, ends),
        *_topics(seen, stretch),
        *_shapes(seen),
        *_neighbours(seen, ends),
        *_whole(seen, stretch),
        *zip(*alike(seen, texts), strict=True),
        *zip(*tables(seen, texts), strict=True),
    )
    return list(zip(*columns, strict=True))


def _densest(seen: Sequence[Seen]) -> _Stretch:
    """Find the stretch with most running text, each line of it counted against it."""
    gains = [_gain(one) for one in seen]
    best = here = start = first = end = 0
    for at, gain in enumerate(gains):
        if here <= 0:
            here, start = 0, at
        here += gain
        if here > best:
            best, first, end = here, start, at + 1
    return _Stretch(first, end, [at for at in range(first, end) if gains[at] > 0])


def _gain(one: Seen) -> int:
    if isinstance(one.rule, Rule):
        return -_RULE_WORDS
    running = one.ends_sentence or one.words >= LONG_WORDS
    return (min(one.words, _MOST_WORDS) if running else 0) - _LABEL_WORDS


def _places(seen: Sequence[Seen], stretch: _Stretch, ends: _Column) -> tuple[_Column, ...]:
    """Where each line stands to the densest stretch, and how much of the text that is."""
    start, end, _ = stretch
    lines = range(len(seen))
    words = cumulated([float(min(one.words, 3 * _MOST_WORDS)) for one in seen])
    blocks = end - start
    return (
        [float(at - start) for at in lines],
        [float(end - 1 - at) for at in lines],
        [words[at] - words[start] for at in lines],
        [words[end] - words[at + 1] for at in lines],
        [(words[end] - words[start]) / (words[-1] or 1.0)] * len(seen),
        [float(blocks)] * len(seen),
        [(ends[end] - ends[start]) / max(1, blocks)] * len(seen),
    )


def _topics(seen: Sequence[Seen], stretch: _Stretch) -> tuple[_Column, ...]:
    """Which share of a line's words the stretch has elsewhere, its first lines have, and no other line has."""
    words = [frozenset(_WORD.findall(one.text[:_TOPIC_CHARS].lower())) for one in seen]
    shared = _shared(words, stretch.running)
    opening = _shared(words, [at for at in stretch.running if at < stretch.start + _HEAD])
    times = Counter(chain.from_iterable(words))
    rare = frozenset([word for word, number in times.items() if number == 1])
    once = [float(len(own & rare)) for own in words]
    hits, sizes = cumulated(shared), cumulated([float(len(own)) for own in words])
    count = len(seen)
    return (
        *(
            [found / len(own) if own else -1.0 for found, own in zip(some, words, strict=True)]
            for some in (shared, opening, once)
        ),
        [_share(hits, sizes, max(0, at - _TOPIC_NEAR), at) for at in range(count)],
        [_share(hits, sizes, at + 1, min(count, at + 1 + _TOPIC_NEAR)) for at in range(count)],
    )


def _shared(words: Sequence[frozenset[str]], lines: Sequence[int]) -> Sequence[float]:
    """How many of its words each line shares with these lines, itself left out."""
    times = Counter(chain.from_iterable([words[at] for at in lines]))
    known, again = frozenset(times), frozenset([word for word, number in times.items() if number > 1])
    shared = [float(len(own & known)) for own in words]
    for at in lines:
        shared[at] = float(len(words[at] & again))
    return shared


def _share(hits: _Column, sizes: _Column, start: int, end: int) -> float:
    return (hits[end] - hits[start]) / max(1.0, sizes[end] - sizes[start])


def _shapes(seen: Sequence[Seen]) -> tuple[_Column, ...]:
    """How many lines begin like this one, and which share of its words, but for the first, begin with a capital."""
    starts = [one.text[:_START_CHARS].lower() for one in seen]
    alike = Counter(starts)
    return [float(alike[start]) for start in starts], [_capitals(one.text) for one in seen]


def _capitals(text: str) -> float:
    words = text[:_CAPITAL_CHARS].split()[1:]
    return sum([word[0].isupper() for word in words]) / len(words) if words else -1.0


def _neighbours(seen: Sequence[Seen], ends: _Column) -> tuple[_Column, ...]:
    """Lines like headlines in a row before and after each, ends of sentences about it, short lines in a row, digits."""
    count = len(seen)
    titles = [one.words <= _TITLE_WORDS and not one.ends_sentence for one in seen]
    short = [one.words <= _SHORT_WORDS for one in seen]
    digits = cumulated([float(_DIGIT.search(one.text[:_DIGIT_CHARS]) is not None) for one in seen])
    before, after = _in_a_row(titles), _in_a_row(titles[::-1])[::-1]
    run = [max(0.0, a + b - 1) for a, b in zip(_in_a_row(short), _in_a_row(short[::-1])[::-1], strict=True)]
    ones = cumulated([1.0] * count)
    return (
        [0.0, *before[:-1]],
        [*after[1:], 0.0],
        [(ends[at] - ends[max(0, at - _ENDS_NEAR)]) / _ENDS_NEAR for at in range(count)],
        [(ends[min(count, at + 1 + _ENDS_NEAR)] - ends[at + 1]) / _ENDS_NEAR for at in range(count)],
        run,
        [
            _share(digits, ones, max(0, at - _DIGITS_NEAR), min(count, at + _DIGITS_NEAR + 1))
            for at in range(count)
        ],
    )


def _in_a_row(marks: Sequence[bool]) -> list[float]:
    """Of each line: how many marked ones in a row end with it."""
    found: list[float] = []
    row = 0.0
    for mark in marks:
        row = row + 1.0 if mark else 0.0
        found.append(row)
    return found


def _whole(seen: Sequence[Seen], stretch: _Stretch) -> tuple[_Column, ...]:
    """The same for all lines: how many stand before and behind the stretch; shares of short, ended and ruled ones; words."""
    count = len(seen)
    short = sum([one.words <= _SHORT_WORDS for one in seen])
    ending = sum([one.ends_sentence for one in seen])
    ruled = sum([isinstance(one.rule, Rule) for one in seen])
    words = sum([one.words for one in seen])
    told = (stretch.start, count - stretch.end, short / count, ending / count, ruled / count, words)
    return tuple([float(one)] * count for one in told)
