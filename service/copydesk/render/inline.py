"""What stands inside a block: links, emphasis and code, found again in the block's regular text."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import accumulate, groupby, pairwise
from typing import Final, TypeAlias

from msgspec import Struct

from copydesk.normalise.text import clean_block


class Marks(Struct, frozen=True):
    """What holds of a piece of text; `href` is absolute."""

    href: str | None = None
    strong: bool = False
    em: bool = False
    code: bool = False


PLAIN: Final = Marks()

Run: TypeAlias = tuple[str, Marks]
"""A piece of text with one set of marks."""

_WORD: Final = re.compile(r"\S+")


def marked(text: str, start: int, end: int, written: Sequence[Run]) -> list[tuple[int, int, Marks]]:
    """Find the marks of a block's markup in its regular text, `text[start:end]`: start, end, marks; plain is left out.

    `written` is the markup's own text, undecoded, in runs. Both are the same characters but for white space and
    what making it regular has changed; where that cannot be told apart, the block has no marks.
    """
    runs = [(raw, marks) for raw, marks in written if raw]
    if all(marks is PLAIN for _, marks in runs):
        return []
    total = _visible(text[start:end])
    counts = [_visible(unescape(raw)) for raw, _ in runs]
    if sum(counts) != total:
        counts = [_visible(clean_block(unescape(raw))) for raw, _ in runs]
        if sum(counts) != total:
            return []
    bounds = [0, *accumulate(counts)]
    wanted = sorted({*bounds[:-1], *(bound - 1 for bound in bounds[1:])})
    places = dict(_places(text, start, end, wanted))
    found: list[tuple[int, int, Marks]] = []
    for (first, after), (_, marks) in zip(pairwise(bounds), runs, strict=True):
        if first == after or marks == PLAIN:
            continue
        begin, stop = places[first], places[after - 1] + 1
        if found and not text[found[-1][1] : begin].strip():
            begin = _join(found, begin, marks)
        if begin < stop:
            found.append((begin, stop, marks))
    return found


def _join(found: list[tuple[int, int, Marks]], begin: int, marks: Marks) -> int:
    """Give the white space between two marked pieces what both have, so that a link is not cut; return where to begin."""
    start, end, before = found[-1]
    if before == marks and not (marks.code and end < begin):
        found.pop()
        return start
    both = Marks(
        before.href if before.href == marks.href else None,
        before.strong and marks.strong,
        before.em and marks.em,
    )
    if end < begin and both != PLAIN:
        found.append((end, begin, both))
    return begin


def runs_of(text: str, start: int, end: int, spans: Sequence[tuple[int, int, Marks]]) -> list[Run]:
    """Return `text[start:end]` in runs; what the spans (sorted, disjoint) leave is plain."""
    runs: list[Run] = []
    at = start
    for span_start, span_end, marks in spans:
        first, stop = max(span_start, at), min(span_end, end)
        if first < stop:
            if first > at:
                runs.append((text[at:first], PLAIN))
            runs.append((text[first:stop], marks))
            at = stop
    if at < end:
        runs.append((text[at:end], PLAIN))
    return runs


def by_link(runs: Sequence[Run]) -> Iterator[tuple[str | None, list[Run]]]:
    """Yield the runs by link, so that a link that holds emphasis is one."""
    for href, group in groupby(runs, key=lambda run: run[1].href):
        yield href, list(group)


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _places(text: str, start: int, end: int, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where the n-th character that is no white space stands, for each n; `numbers` are sorted."""
    wanted = iter(numbers)
    number = next(wanted, None)
    passed = 0
    for word in _WORD.finditer(text, start, end):
        size = word.end() - word.start()
        while number is not None and number < passed + size:
            if number >= 0:
                yield number, word.start() + number - passed
            number = next(wanted, None)
        passed += size
