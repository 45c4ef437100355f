"""Where the classifier's weights are looked up: tables of features, joined where they are asked with one key.

**A span is seen as features, a feature is a key in a table.** Of "saw the Bank of Ayr today" the span "Bank of Ayr" is

    ends      first: bank      two left: saw the        last: ayr   last 3: ayr   two right: today, end of line
    gaps      gap: of          flags across: -lofp
    itself    name: bank of ayr   size: 2   shapes 2: XX   kinds 2: -   flags 2: -l/p
    beside    left: the        left 2: the              right: today              right 2: today

and its score is the sum of the sixteen weights that stand there. A table whose name ends in a number is for spans of so many
words, "+" for more than three. What flags, kinds and shapes are says `features.py`, which asks for all of this.

**Tables are joined, for telling names is mostly looking up.** `left` and `left 2` are asked with the same word, and its
left neighbour is the same for "Bank" and "Bank of Ayr". So they become one table, whose rows have a weight for each number
of words. Were the weights of "the" 5 in `left`, 1 in `left 1`, -2 in `left 2` and none in the others:

    left: {"the": (5 + 1, 5 - 2, 5, 5)}

**Kinds of text.** In German all nouns have capitals, in headings most words: there a capital tells little. Each of the two
has tables of its own ("German left"), whose weights come on top of those of all texts.

**To train there are no weights yet.** Then a table answers with the feature's name, sums are tuples of names, and
the same code gathers what is seen of a span. Keys are not known beforehand, so nothing is joined: all is asked for as it comes.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, Generic, TypeVar

from copydesk.enrich.entities.runs import GAPS, WORDS_MAX

Sum = TypeVar("Sum", int, tuple[str, ...])
"""Weights, packed and added up (`model.pack`); or, to train, the features' names."""
Found = TypeVar("Found")
Lookup = Callable[[str, Sum], Sum]
"""Looks a key up in a table, as `dict.get` does: its weights, or the second argument where it has none."""
RowLookup = Callable[[str, tuple[Sum, ...]], tuple[Sum, ...]]
"""The same where there is a row of weights for each key."""
BySize = tuple[int, Sum, Lookup[Sum], Lookup[Sum], Lookup[Sum]]
"""Of spans of one number of words: their place in rows, the weight of that number, and the lookups of shapes, kinds and flags."""
ByGap = tuple[str, Sum, Sum, Sum]
"""Of a gap: how it is spelled in names, and the weights of spans that begin behind it, end before it, go over it."""

_SIZES: Final = ("1", "2", "3", "+")
"""Numbers of words that are told apart."""
_FLAGS: Final = ("flags before", "flags behind", "flags across")
_GAP: Final = ("gap before", "gap behind", "gap")
_BY_SIZE: Final = ("shapes", "kinds", "flags", "left", "right", "opens")
"""There is one for each number of words."""
_OF_KIND: Final = ("size", "kinds", "last 3", "left", "right")
"""Each kind of text has one of its own."""
_GERMAN: Final = "German"
_HEADING: Final = "heading"
TABLES: Final = (
    *("first", "left", "two left"),
    *("last", "last 3", "right", "two right"),
    *_FLAGS,
    *_GAP,
    *("size", "name", "inner"),
    *(f"{name} {size}" for name in _BY_SIZE for size in _SIZES),
    *(f"{kind} {name}" for kind in (_GERMAN, _HEADING) for name in _OF_KIND),
)
"""The tables' names, as they are in the file of weights."""


class _Joiner(Generic[Sum]):
    """Joins tables for one kind of text; `kind` is the beginning of its own tables' names, nothing for text of no kind."""

    def __init__(
        self,
        lookups: Mapping[str, Lookup[Sum]],
        zero: Sum,
        keys: Mapping[str, Collection[str]] | None,
        kind: str,
    ) -> None:
        self.zero: Sum = zero
        self._lookups: dict[str, Lookup[Sum]] = dict(lookups)
        self._keys, self._kind = dict(keys) if keys else None, kind
        if kind:
            self._divide(f"{kind} kinds")

    def _divide(self, table: str) -> None:
        """Make tables by number of words of one that has that number at the end of its keys ("c2": a country of two words)."""
        for size in _SIZES:
            self._lookups[f"{table} {size}"] = _with_ending(self._lookups[table], size)
            if self._keys:
                self._keys[f"{table} {size}"] = [key[:-1] for key in self._keys[table] if key[-1] == size]

    def both(self, name: str) -> tuple[str, ...]:
        """Return the names of a table of all texts and of that of this kind, where it is one."""
        return (name, f"{self._kind} {name}") if self._kind else (name,)

    def one(self, *names: str) -> Lookup[Sum]:
        """Join tables into one; weights of one key are added up."""
        return self._lookups[names[0]] if len(names) == 1 else self._joined(self._adding(names), names)

    def rows(self, *columns: Sequence[str]) -> RowLookup[Sum]:
        """Join tables into one of rows: a column for each group of names, whose weights are added up."""
        adding = [self._adding(names) for names in columns]
        return self._joined(
            lambda key: tuple([weight(key) for weight in adding]), chain.from_iterable(columns)
        )

    def _adding(self, names: Iterable[str]) -> Callable[[str], Sum]:
        lookups = [self._lookups[name] for name in names]

        def weight(key: str) -> Sum:
            added: Sum = self.zero
            for lookup in lookups:
                added += lookup(key, self.zero)
            return added

        return weight

    def _joined(self, found: Callable[[str], Found], names: Iterable[str]) -> Callable[[str, Found], Found]:
        """Return `found` as a lookup: worked out here for every key of the tables, or at each call where keys are not known."""
        if self._keys is None:
            return lambda key, _: found(key)
        return {key: found(key) for name in names for key in self._keys[name]}.get


def _with_ending(lookup: Lookup[Sum], ending: str) -> Lookup[Sum]:
    return lambda key, zero: lookup(key + ending, zero)


class Lookups(Generic[Sum]):
    """All lookups of one kind of text. Rows have a weight for each of `_SIZES`."""

    zero: Sum
    """What a key has that is in no table."""
    zeros: tuple[Sum, ...]
    """A row of it."""
    left: RowLookup[Sum]
    """By the word before the span."""
    right: RowLookup[Sum]
    """By the word behind it."""
    opens: RowLookup[Sum]
    """By the flags of the first word, where the span begins a sentence."""
    two_left: Lookup[Sum]
    two_right: Lookup[Sum]
    last_3: Lookup[Sum]
    """By the last three letters."""
    flags_before: Lookup[Sum]
    flags_behind: Lookup[Sum]
    flags_across: Lookup[Sum]
    name: Lookup[Sum]
    """By all of its words."""
    inner: Lookup[Sum]
    """By a word that is neither its first nor its last."""
    by_size: list[BySize[Sum]]
    """By number of words: the first is for one."""
    by_gap: dict[str, ByGap[Sum]]

    def __init__(self, join: _Joiner[Sum]) -> None:
        both: Callable[[str], tuple[str, ...]] = join.both
        self.zero, self.zeros = join.zero, (join.zero,) * len(_SIZES)
        self.left = join.rows(*[(*both("left"), f"left {size}") for size in _SIZES])
        self.right = join.rows(*[(*both("right"), f"right {size}") for size in _SIZES])
        self.opens = join.rows(*[(f"opens {size}",) for size in _SIZES])
        self.two_left, self.two_right = join.one("two left"), join.one("two right")
        self.last_3 = join.one(*both("last 3"))
        self.flags_before, self.flags_behind, self.flags_across = map(join.one, _FLAGS)
        self.name, self.inner = join.one("name"), join.one("inner")
        sizes: list[BySize[Sum]] = [
            (
                number,
                join.one(*both("size"))(size, self.zero),
                join.one(f"shapes {size}"),
                join.one(*both(f"kinds {size}")),
                join.one(f"flags {size}"),
            )
            for number, size in enumerate(_SIZES)
        ]
        self.by_size = sizes + sizes[-1:] * (WORDS_MAX - len(sizes))
        before, behind, over = map(join.one, _GAP)
        self.by_gap = {
            gap: (joint(gap), before(gap, self.zero), behind(gap, self.zero), over(gap, self.zero))
            for gap in GAPS
        }


class Tables(Generic[Sum]):
    """The lookups of each kind of text: `text`, `heading` and `german`; and `word`, which all of them share."""

    def __init__(
        self,
        lookups: Mapping[str, Lookup[Sum]],
        zero: Sum,
        keys: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """Take the lookup of each of `TABLES`, what an empty sum is, and the tables' keys, but to train."""
        join = _Joiner(lookups, zero, keys, "")
        self.word: RowLookup[Sum] = join.rows(("first",), ("last",), ("name",))
        """By a word: the weights of a span that begins with it, that ends with it, that is it."""
        self.text: Lookups[Sum] = Lookups(join)
        self.heading: Lookups[Sum] = Lookups(_Joiner(lookups, zero, keys, _HEADING))
        self._german: _Joiner[Sum] = _Joiner(lookups, zero, keys, _GERMAN)

    @cached_property
    def german(self) -> Lookups[Sum]:
        """Those of German, joined when they are first asked for: many a stream has no German."""
        return Lookups(self._german)


def joint(gap: str) -> str:
    """Return how a gap between two words is spelled in the names of the table `name`."""
    if gap == "'s":
        return "'s "
    if gap.endswith("'"):
        return " " + gap
    return f" {gap} " if gap else " "
