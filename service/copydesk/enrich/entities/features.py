"""What is seen of a span of a run: the features whose weights the classifier adds up."""

from collections.abc import Collection, Mapping, Sequence
from operator import add
from typing import Final, Generic

from msgspec import Struct

from copydesk.enrich.entities.known import noun_letter
from copydesk.enrich.entities.runs import Run
from copydesk.enrich.entities.tables import Lookups, RowLookup, Sum, Tables, joint

_LONG: Final = 5
"""Letters from which on a word in capitals is hardly an acronym."""
_GENITIVE: Final = "g"
"""Among the flags of a word of German: it is a known name with an s, as in "Putins Sieg"."""


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
        self.known, self._nouns = known, nouns
        self._written = written
        self._word: RowLookup[Sum] = tables.word
        self.lookups: tuple[Lookups[Sum], Lookups[Sum]] = (
            (tables.german, tables.german) if nouns else (tables.text, tables.heading)
        )
        seen: dict[str, _Word[Sum]] = {}
        self._seen: tuple[dict[str, _Word[Sum]], dict[str, _Word[Sum]]] = (seen, seen if nouns else {})

    def look(self, word: str, *, titled: bool = False) -> _Word[Sum]:
        """Return what is seen of a word by itself."""
        seen = self._seen[titled].get(word)
        if seen is None:
            lookups, low, shape = self.lookups[titled], word.casefold(), _shape(word)
            flags = _flags(word, low, self.known, self._written, self._nouns)
            zero, (start, end, alone) = lookups.zero, self._word(low, lookups.zeros[:3])
            _, size, shapes, kinds, both = lookups.by_size[0]
            alone += size + shapes(shape + shape, zero) + kinds(flags, zero) + both(flags + "/" + flags, zero)
            end += lookups.last_3(low[-3:], zero)
            seen = self._seen[titled][word] = _Word(low, flags, shape, start, end, alone)
        return seen


def sums_of(run: Run, words: Words[Sum]) -> list[list[Sum]]:
    """Return the sums of all spans of a run, by the word that they begin with: the shortest first."""
    lookups = words.lookups[run.titled]
    if not run.gaps:
        return [[_alone(run, words.look(run.words[0], titled=run.titled), lookups)]]
    seen = [words.look(word, titled=run.titled) for word in run.words]
    return _of_several(run, seen, lookups, words.known)


def _alone(run: Run, word: _Word[Sum], lookups: Lookups[Sum]) -> Sum:
    """Return the sum of a run of one word."""
    zero, zeros, (near, beyond), (behind, farther) = lookups.zero, lookups.zeros, run.before, run.after
    found = word.start + lookups.left(near, zeros)[0] + lookups.two_left(beyond + " " + near, zero)
    found += word.end + lookups.right(behind, zeros)[0] + lookups.two_right(behind + " " + farther, zero)
    if run.opens:
        found += lookups.opens(word.flags, zeros)[0]
    return found + word.alone


def _of_several(
    run: Run, seen: Sequence[_Word[Sum]], lookups: Lookups[Sum], known: Mapping[str, str]
) -> list[list[Sum]]:
    """Return the sums of the spans of a run of several words."""
    zero, sizes, names, inner = lookups.zero, lookups.by_size, lookups.name, lookups.inner
    starts, lefts, ends, rights, steps = _borders(run, seen, lookups)
    sums = []
    for first, word in enumerate(seen):
        over, beside = starts[first], lefts[first]
        name, flags, shape = word.low, word.flags + "/", word.shape
        found = [over + word.alone + ends[first] + beside[0] + rights[first][0]]
        for last in range(first + 1, len(seen)):
            if last - first > 1:
                over += inner(seen[last - 1].low, zero)
            tail, gone = steps[last - 1]
            name += tail
            over += gone
            number, size, shapes, kinds, both = sizes[last - first]
            here = over + size + names(name, zero) + kinds(known.get(name, "-"), zero)
            here += shapes(shape + seen[last].shape, zero) + both(flags + seen[last].flags, zero)
            found.append(here + ends[last] + beside[number] + rights[last][number])
        sums.append(found)
    return sums


def _borders(
    run: Run, seen: Sequence[_Word[Sum]], lookups: Lookups[Sum]
) -> tuple[list[Sum], list[tuple[Sum, ...]], list[Sum], list[tuple[Sum, ...]], list[tuple[str, Sum]]]:
    """Look once at what several spans of a run have in common.

    Returns by word the sums of the spans that begin with it, the weights of what stands on its left, and both for those that
    end with it; by gap what it and the next word add to a name, and the sum of going over it.
    """
    zero, zeros, left, right, word = lookups.zero, lookups.zeros, lookups.left, lookups.right, seen[0]
    near, beyond = run.before
    starts, lefts = [word.start + lookups.two_left(beyond + " " + near, zero)], [left(near, zeros)]
    if run.opens:
        lefts[0] = tuple(map(add, lefts[0], lookups.opens(word.flags, zeros)))
    ends, rights, steps = [], [], []
    for gap, other in zip(run.gaps, seen[1:], strict=True):
        spelling, begun, ended, over = lookups.by_gap[gap]
        border = word.flags + gap + "|" + other.flags
        starts.append(other.start + lookups.flags_before(border, zero) + begun)
        lefts.append(left(gap + "<" + word.low, zeros))
        ends.append(word.end + lookups.flags_behind(border, zero) + ended)
        rights.append(right(gap + ">" + other.low, zeros))
        steps.append(
            (spelling + other.low, over + lookups.flags_across(word.flags + gap + other.flags, zero))
        )
        word = other
    near, beyond = run.after
    ends.append(word.end + lookups.two_right(near + " " + beyond, zero))
    rights.append(right(near, zeros))
    return starts, lefts, ends, rights, steps


def spelled(low: Sequence[str], gaps: Sequence[str]) -> str:
    """Return words in lower case with what stands between them as names are looked up."""
    return low[0] + "".join([joint(gap) + word for gap, word in zip(gaps, low[1:], strict=True)])


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
        return "U" if len(word) < _LONG else "V"
    if "-" in word:
        return "H"
    if any(map(str.isdigit, word)):
        return "D"
    return "X" if word[1:].islower() else "M"
