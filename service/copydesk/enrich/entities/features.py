"""What is seen of a span of a run: the features whose weights the classifier adds up."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from copydesk.enrich.entities.known import noun_letter
from copydesk.enrich.entities.runs import WORDS_MAX, Run, in_lower_case

Sum = TypeVar("Sum", int, tuple[str, ...])
"""Packed weights, added up; or, to train, the features themselves, gathered."""
Look = Callable[[str, Sum], Sum]
"""Looks a feature up in its table: its weights, or the second argument where it has none."""

_SIZES: Final = ("1", "2", "3", "+")
_START: Final = ("first", "left", "two left", "flags before", "gap before")
_END: Final = ("last", "last 3", "right", "two right", "flags behind", "gap behind")
_ACROSS: Final = ("gap", "flags across", "inner")
_SPAN: Final = ("size", "name")
_SIZED: Final = ("shapes", "kinds", "flags", "left", "right", "opens")
_WHERE: Final = ("size", "kinds", "last 3", "left", "right")
_GERMAN: Final = tuple(f"German {name}" for name in _WHERE)
"""All nouns have capitals there, so that a capital tells nothing."""
_HEADING: Final = tuple(f"heading {name}" for name in _WHERE)
"""In lines that are written with capitals one tells nothing either."""
TABLES: Final = (
    *_START,
    *_END,
    *_ACROSS,
    *_SPAN,
    *(f"{name} {size}" for name in _SIZED for size in _SIZES),
    *_GERMAN,
    *_HEADING,
)
"""The tables' names: of what a span begins and ends with, what it goes over, what it is, by its number of words, and where it stands."""


class Tables(Generic[Sum]):
    """The tables of the features, gathered by what must be known to look into them."""

    zero: Sum
    start: tuple[Look[Sum], ...]
    end: tuple[Look[Sum], ...]
    across: tuple[Look[Sum], ...]
    span: tuple[Look[Sum], ...]
    sized: list[tuple[Look[Sum], ...]]
    german: tuple[Look[Sum], ...]
    heading: tuple[Look[Sum], ...]

    def __init__(self, look: Mapping[str, Look[Sum]], zero: Sum) -> None:
        """Take how to look into each of `TABLES`, and what nothing sums up to."""

        def of(names: Iterable[str]) -> tuple[Look[Sum], ...]:
            return tuple([look[name] for name in names])

        self.zero = zero
        self.start, self.end, self.across, self.span = of(_START), of(_END), of(_ACROSS), of(_SPAN)
        sized = [of(f"{name} {size}" for name in _SIZED) for size in _SIZES]
        self.sized = sized + sized[-1:] * (WORDS_MAX - len(sized))
        self.german, self.heading = of(_GERMAN), of(_HEADING)

    def itself(self, size: int, name: str, kinds: str, shapes: str, flags: str) -> Sum:
        """Return the sum of what a span of `size` words is, wherever it stands."""
        count, names = self.span
        shape, kind, flag = self.sized[size - 1][:3]
        return (
            count(_SIZES[min(size, len(_SIZES)) - 1], self.zero)
            + names(name, self.zero)
            + shape(shapes, self.zero)
            + kind(kinds, self.zero)
            + flag(flags, self.zero)
        )


class _Word(Struct, Generic[Sum], frozen=True, gc=False):
    """A word of a text: in lower case, what is known of it, its shape; the sums of a span that it begins, ends, or is alone."""

    low: str
    flags: str
    shape: str
    start: Sum
    end: Sum
    alone: Sum


class Words(Generic[Sum]):
    """The words of a text, each looked at once, however often it stands there.

    `known` has the letters of the kinds of names in lower case; `pieces` are those of the text; `nouns` are given for
    German alone.
    """

    def __init__(
        self,
        tables: Tables[Sum],
        known: Mapping[str, str],
        pieces: Collection[str],
        nouns: frozenset[str] = frozenset(),
    ) -> None:
        self.tables: Tables[Sum] = tables
        self.known, self.nouns = known, nouns
        self._pieces = pieces
        self._seen: dict[str, _Word[Sum]] = {}

    def look(self, word: str) -> _Word[Sum]:
        """Return what is seen of a word by itself."""
        seen = self._seen.get(word)
        if seen is None:
            tables, low, shape = self.tables, word.casefold(), _shape(word)
            flags = _flags(word, low, self.known, self._pieces, self.nouns)
            start = tables.start[0](low, tables.zero)
            end = tables.end[0](low, tables.zero) + tables.end[1](low[-3:], tables.zero)
            alone = tables.itself(1, low, flags, shape + shape, flags + "/" + flags)
            seen = self._seen[word] = _Word(low, flags, shape, start, end, alone)
        return seen


class Spans(Generic[Sum]):
    """The spans of a run, each of its words looked at once, whatever the spans that it begins or ends."""

    __slots__ = (
        "_across",
        "_ends",
        "_known",
        "_lefts",
        "_rights",
        "_run",
        "_starts",
        "_tables",
        "_where",
        "_words",
    )
    _tables: Tables[Sum]
    _where: tuple[Look[Sum], ...] | None
    _words: list[_Word[Sum]]
    _starts: list[Sum]
    _ends: list[Sum]
    _across: list[Sum]

    def __init__(self, run: Run, words: Words[Sum]) -> None:
        tables = words.tables
        self._run, self._tables, self._known = run, tables, words.known
        self._where = tables.german if words.nouns else tables.heading if run.titled else None
        self._words = [words.look(word) for word in run.words]
        self._lefts = [run.before[0]]
        self._rights = [run.after[0]]
        if run.gaps:
            low = [word.low for word in self._words]
            self._lefts += [f"{gap}<{word}" for gap, word in zip(run.gaps, low, strict=False)]
            self._rights[:0] = [f"{gap}>{word}" for gap, word in zip(run.gaps, low[1:], strict=True)]
        self._starts, self._ends, self._across = self._looked()

    def sum(self, start: int, end: int) -> Sum:
        """Return the sum of the words from `start` up to `end`, which is excluded."""
        tables, size, final = self._tables, end - start, end - 1
        zero, first, last = tables.zero, self._words[start], self._words[final]
        if size == 1:
            kinds, itself = first.flags, first.alone
        else:
            name = spelled([word.low for word in self._words[start:end]], self._run.gaps[start:final])
            kinds = self._known.get(name, "-")
            flags = first.flags + "/" + last.flags
            itself = tables.itself(size, name, kinds, first.shape + last.shape, flags)
        left, right, opens = tables.sized[size - 1][3:]
        found = (
            self._starts[start]
            + self._ends[final]
            + itself
            + left(self._lefts[start], zero)
            + right(self._rights[final], zero)
        )
        if start == 0 and self._run.opens:
            found += opens(first.flags, zero)
        if size > 1:
            inner = tables.across[2]
            for at in range(start, final):
                found += self._across[at]
                if at > start:
                    found += inner(self._words[at].low, zero)
        return found + self._standing(self._where, start, end, kinds) if self._where else found

    def _looked(self) -> tuple[list[Sum], list[Sum], list[Sum]]:
        """Return what a span has of each word that it may begin with, of each that it may end with, of each gap it may go over."""
        tables, zero, words = self._tables, self._tables.zero, self._words
        _, left, two_left, before, gap_before = tables.start
        _, _, right, two_right, behind, gap_behind = tables.end
        over, flagged, _ = tables.across
        starts = [word.start + left(beside, zero) for word, beside in zip(words, self._lefts, strict=True)]
        ends = [word.end + right(beside, zero) for word, beside in zip(words, self._rights, strict=True)]
        near, beyond = self._run.before
        starts[0] += two_left(beyond + " " + near, zero)
        near, beyond = self._run.after
        ends[-1] += two_right(near + " " + beyond, zero)
        across = []
        for at, gap in enumerate(self._run.gaps):
            flags, next_flags = words[at].flags, words[at + 1].flags
            border = flags + gap + "|" + next_flags
            starts[at + 1] += before(border, zero) + gap_before(gap, zero)
            ends[at] += behind(border, zero) + gap_behind(gap, zero)
            across.append(over(gap, zero) + flagged(flags + gap + next_flags, zero))
        return starts, ends, across

    def _standing(self, tables: tuple[Look[Sum], ...], start: int, end: int, kinds: str) -> Sum:
        """Return what a span has besides where a capital tells less than elsewhere."""
        size, kind, three, left, right = tables
        zero, count = self._tables.zero, _SIZES[min(end - start, len(_SIZES)) - 1]
        return (
            size(count, zero)
            + kind(kinds + count, zero)
            + three(self._words[end - 1].low[-3:], zero)
            + left(self._lefts[start], zero)
            + right(self._rights[end - 1], zero)
        )


def spelled(low: Sequence[str], gaps: Sequence[str]) -> str:
    """Return words in lower case with what stands between them as names are looked up."""
    parts = [low[0]]
    for gap, word in zip(gaps, low[1:], strict=True):
        if gap == "'s":
            parts.append("'s ")
        elif gap.endswith("'"):
            parts.append(" " + gap)
        else:
            parts.append(f" {gap} " if gap else " ")
        parts.append(word)
    return "".join(parts)


def _flags(
    word: str, low: str, known: Mapping[str, str], pieces: Collection[str], nouns: frozenset[str]
) -> str:
    found = known.get(low, "-")
    if in_lower_case(low, pieces):
        found += "l"
    if len(word) > 1 and word.isupper():
        found += "U"
    return found + noun_letter(low, nouns) if nouns else found


def _shape(word: str) -> str:
    if len(word) <= 2 and word.endswith("."):
        return "I"
    if word.isupper():
        return "U" if len(word) < len(_SIZES) + 1 else "V"
    if "-" in word:
        return "H"
    if any(map(str.isdigit, word)):
        return "D"
    return "X" if word[1:].islower() else "M"
