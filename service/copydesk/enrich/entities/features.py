"""What is seen of a span of a run: the features whose weights the classifier adds up."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from copydesk.enrich.entities.known import noun_letter
from copydesk.enrich.entities.runs import GAPS, WORDS_MAX, Run

Sum = TypeVar("Sum", int, tuple[str, ...])
"""Packed weights, added up; or, to train, the features themselves, gathered."""
Look = Callable[[str, Sum], Sum]
"""Looks a feature up in its table: its weights, or the second argument where it has none."""

_SIZES: Final = ("1", "2", "3", "+")
_START: Final = ("first", "left", "two left")
_END: Final = ("last", "last 3", "right", "two right")
_FLAGS: Final = ("flags before", "flags behind", "flags across")
_GAP: Final = ("gap before", "gap behind", "gap")
_SPAN: Final = ("size", "name", "inner")
_SIZED: Final = ("shapes", "kinds", "flags", "left", "right", "opens")
_WHERE: Final = ("size", "kinds", "last 3", "left", "right")
_GERMAN: Final = tuple(f"German {name}" for name in _WHERE)
"""All nouns have capitals there, so that a capital tells nothing."""
_GENITIVE: Final = "g"
"""Among the flags of a word of German: it is a known name with an s, as in "Putins Sieg"."""
_HEADING: Final = tuple(f"heading {name}" for name in _WHERE)
"""In lines that are written with capitals one tells nothing either."""
TABLES: Final = (
    *_START,
    *_END,
    *_FLAGS,
    *_GAP,
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
    flags: tuple[Look[Sum], ...]
    inner: Look[Sum]
    name: Look[Sum]
    by_size: list[tuple[str, Sum, tuple[Look[Sum], ...]]]
    """For each number of words how it is called, its sum and its tables."""
    by_gap: dict[str, tuple[str, Sum, Sum, Sum]]
    """For each gap how it is spelled; the sums of spans that begin behind it, end before it, go over it."""
    german: tuple[Look[Sum], ...]
    heading: tuple[Look[Sum], ...]

    def __init__(self, look: Mapping[str, Look[Sum]], zero: Sum) -> None:
        """Take how to look into each of `TABLES`, and what nothing sums up to."""

        def of(names: Iterable[str]) -> tuple[Look[Sum], ...]:
            return tuple([look[name] for name in names])

        self.zero = zero
        self.start, self.end, self.flags = of(_START), of(_END), of(_FLAGS)
        self.inner, self.name = look["inner"], look["name"]
        by_size = [
            (size, look["size"](size, zero), of(f"{name} {size}" for name in _SIZED)) for size in _SIZES
        ]
        self.by_size = by_size + by_size[-1:] * (WORDS_MAX - len(by_size))
        begun, ended, over = of(_GAP)
        self.by_gap = {
            gap: (_joint(gap), begun(gap, zero), ended(gap, zero), over(gap, zero)) for gap in GAPS
        }
        self.german, self.heading = of(_GERMAN), of(_HEADING)


class _Word(Struct, Generic[Sum], frozen=True, gc=False):
    """A word of a text: in lower case, what is known of it, its shape; the sums of a span that it begins, ends, is besides."""

    low: str
    flags: str
    shape: str
    start: Sum
    end: Sum
    alone: Sum


class Words(Generic[Sum]):
    """The words of a text, each looked at once, however often it stands there.

    `known` has the letters of the kinds of names in lower case; `written` are the words of the text; `nouns` are given
    for German alone.
    """

    def __init__(
        self,
        tables: Tables[Sum],
        known: Mapping[str, str],
        written: Collection[str],
        nouns: frozenset[str] = frozenset(),
    ) -> None:
        self.tables: Tables[Sum] = tables
        self.known, self.nouns = known, nouns
        self._written = written
        self._seen: dict[str, _Word[Sum]] = {}

    def look(self, word: str) -> _Word[Sum]:
        """Return what is seen of a word by itself."""
        seen = self._seen.get(word)
        if seen is None:
            tables, zero, low, shape = self.tables, self.tables.zero, word.casefold(), _shape(word)
            flags = _flags(word, low, self.known, self._written, self.nouns)
            start = tables.start[0](low, zero)
            end = tables.end[0](low, zero) + tables.end[1](low[-3:], zero)
            _, size, (shapes, kinds, both, *_) = tables.by_size[0]
            alone = size + tables.name(low, zero)
            alone += shapes(shape + shape, zero) + kinds(flags, zero) + both(flags + "/" + flags, zero)
            seen = self._seen[word] = _Word(low, flags, shape, start, end, alone)
        return seen


def sums_of(run: Run, words: Words[Sum]) -> list[list[Sum]]:
    """Return the sums of all spans of a run, by the word that they begin with: the shortest first."""
    where = words.tables.german if words.nouns else words.tables.heading if run.titled else None
    if not run.gaps:
        return [[_alone(run, words.look(run.words[0]), words.tables, where)]]
    spans = _Spans(run, words, where)
    return [spans.sums(first) for first in range(len(run.words))]


def _alone(run: Run, word: _Word[Sum], tables: Tables[Sum], where: tuple[Look[Sum], ...] | None) -> Sum:
    """Return the sum of a run of one word."""
    zero, (near, beyond), (behind, farther) = tables.zero, run.before, run.after
    _, left, two_left = tables.start
    _, _, right, two_right = tables.end
    count, _, (_, _, _, beside_left, beside_right, opens) = tables.by_size[0]
    found = word.start + left(near, zero) + beside_left(near, zero) + two_left(beyond + " " + near, zero)
    found += word.end + right(behind, zero) + beside_right(behind, zero) + word.alone
    found += two_right(behind + " " + farther, zero)
    if run.opens:
        found += opens(word.flags, zero)
    if where:
        size, kind, three, left, right = where
        found += size(count, zero) + kind(word.flags + count, zero) + three(word.low[-3:], zero)
        found += left(near, zero) + right(behind, zero)
    return found


class _Spans(Generic[Sum]):
    """The spans of a run of several words, each word looked at once, whatever the spans that it begins or ends.

    `_lefts` and `_rights` are what stands beside each word, `_starts` and `_ends` the sums of spans that begin or end
    there; `_across` are the sums of those that go over each gap, `_tails` what it adds to a name, with the next word.
    """

    __slots__ = (
        "_across",
        "_ends",
        "_lefts",
        "_rights",
        "_run",
        "_seen",
        "_starts",
        "_tails",
        "_where",
        "_words",
    )

    _words: Words[Sum]
    _where: tuple[Look[Sum], ...] | None
    _seen: list[_Word[Sum]]
    _starts: list[Sum]
    _ends: list[Sum]
    _across: list[Sum]

    def __init__(self, run: Run, words: Words[Sum], where: tuple[Look[Sum], ...] | None) -> None:
        self._run, self._words, self._where = run, words, where
        self._seen = seen = [words.look(word) for word in run.words]
        tables, zero, word = words.tables, words.tables.zero, seen[0]
        _, left, two_left = tables.start
        _, _, right, two_right = tables.end
        before, behind, across = tables.flags
        near, beyond = run.before
        self._lefts, self._rights, self._tails = [near], list[str](), list[str]()
        self._starts = [word.start + left(near, zero) + two_left(beyond + " " + near, zero)]
        self._ends, self._across = [], []
        for gap, other in zip(run.gaps, seen[1:], strict=True):
            spelling, begun, ended, over = tables.by_gap[gap]
            border = word.flags + gap + "|" + other.flags
            token = gap + ">" + other.low
            self._rights.append(token)
            self._ends.append(word.end + right(token, zero) + behind(border, zero) + ended)
            token = gap + "<" + word.low
            self._lefts.append(token)
            self._starts.append(other.start + left(token, zero) + before(border, zero) + begun)
            self._across.append(over + across(word.flags + gap + other.flags, zero))
            self._tails.append(spelling + other.low)
            word = other
        near, beyond = run.after
        self._rights.append(near)
        self._ends.append(word.end + right(near, zero) + two_right(near + " " + beyond, zero))
        if where:
            self._look_where(where)

    def _look_where(self, where: tuple[Look[Sum], ...]) -> None:
        zero, (_, _, three, left, right) = self._words.tables.zero, where
        for at, word in enumerate(self._seen):
            self._starts[at] += left(self._lefts[at], zero)
            self._ends[at] += right(self._rights[at], zero) + three(word.low[-3:], zero)

    def sums(self, first: int) -> list[Sum]:
        """Return the sums of the spans that begin with word `first`, the shortest first."""
        tables, known, seen, where = self._words.tables, self._words.known, self._seen, self._where
        zero, names, rights, ends = tables.zero, tables.name, self._rights, self._ends
        word, beside, over = seen[first], self._lefts[first], self._starts[first]
        name, flags, shape = word.low, word.flags + "/", word.shape
        opens = self._run.opens and first == 0
        found = []
        for last in range(first, len(seen)):
            count, size, (shapes, kind, both, left, right, opening) = tables.by_size[last - first]
            if last == first:
                kinds, here = word.flags, over + word.alone
            else:
                final = seen[last]
                name += self._tails[last - 1]
                over += self._across[last - 1]
                if last - first > 1:
                    over += tables.inner(seen[last - 1].low, zero)
                kinds = known.get(name, "-")
                here = over + size + names(name, zero) + kind(kinds, zero)
                here += shapes(shape + final.shape, zero) + both(flags + final.flags, zero)
            here += ends[last] + left(beside, zero) + right(rights[last], zero)
            if opens:
                here += opening(word.flags, zero)
            if where:
                here += where[0](count, zero) + where[1](kinds + count, zero)
            found.append(here)
        return found


def spelled(low: Sequence[str], gaps: Sequence[str]) -> str:
    """Return words in lower case with what stands between them as names are looked up."""
    return low[0] + "".join([_joint(gap) + word for gap, word in zip(gaps, low[1:], strict=True)])


def _joint(gap: str) -> str:
    if gap == "'s":
        return "'s "
    if gap.endswith("'"):
        return " " + gap
    return f" {gap} " if gap else " "


def _flags(
    word: str, low: str, known: Mapping[str, str], written: Collection[str], nouns: frozenset[str]
) -> str:
    found = known.get(low, "")
    if not found and nouns and low[-1] == "s":
        found = known.get(low[:-1], "")
        if found:
            found += _GENITIVE
    found = found or "-"
    if low in written:
        found += "l"
    if len(word) > 1 and word.isupper():
        found += "U"
    return found + noun_letter(low, nouns) if nouns else found


def _shape(word: str) -> str:
    if word.isalpha() and word[1:].islower():  # nearly every word: told at once
        return "X"
    if len(word) <= 2 and word.endswith("."):
        return "I"
    if word.isupper():
        return "U" if len(word) < len(_SIZES) + 1 else "V"
    if "-" in word:
        return "H"
    if any(map(str.isdigit, word)):
        return "D"
    return "X" if word[1:].islower() else "M"
