"""The tables of the classifier's weights, put together by what is looked up in them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, Generic, TypeVar

from copydesk.enrich.entities.runs import GAPS, WORDS_MAX

Sum = TypeVar("Sum", int, tuple[str, ...])
"""Packed weights, added up; or, to train, the features themselves, gathered."""
Weights = TypeVar("Weights")
Look = Callable[[str, Sum], Sum]
"""Looks a feature up in its table: its weights, or the second argument where it has none."""

_SIZES: Final = ("1", "2", "3", "+")
_FLAGS: Final = ("flags before", "flags behind", "flags across")
_GAP: Final = ("gap before", "gap behind", "gap")
_SPAN: Final = ("size", "name", "inner")
_SIZED: Final = ("shapes", "kinds", "flags", "left", "right", "opens")
_WHERE: Final = ("size", "kinds", "last 3", "left", "right")
_GERMAN: Final = "German"
"""All nouns have capitals there, so that a capital tells nothing."""
_HEADING: Final = "heading"
"""In lines that are written with capitals one tells nothing either."""
TABLES: Final = (
    *("first", "left", "two left"),
    *("last", "last 3", "right", "two right"),
    *_FLAGS,
    *_GAP,
    *_SPAN,
    *(f"{name} {size}" for name in _SIZED for size in _SIZES),
    *(f"{where} {name}" for where in (_GERMAN, _HEADING) for name in _WHERE),
)
"""The tables' names: of what a span begins and ends with, what it goes over, what it is, by its number of words, and where it stands."""


Row = Callable[[str, tuple[Sum, ...]], tuple[Sum, ...]]
"""Looks a key up in several tables at once: its weights, or the second argument where none has it."""


class _Joined(Generic[Sum]):
    """Tables as one for a kind of text, which has weights of its own, in `where` its tables, beside those of all."""

    def __init__(
        self,
        look: Mapping[str, Look[Sum]],
        zero: Sum,
        keys: Mapping[str, Collection[str]] | None,
        where: str,
    ) -> None:
        self.zero: Sum = zero
        self._look: dict[str, Look[Sum]] = dict(look)
        self._keys, self._where = dict(keys) if keys else None, where
        for size in _SIZES if where else ():  # the one table of its own for all numbers of words
            own = f"{where} kinds"
            self._look[f"{own} {size}"] = _sized(look[own], size)
            if self._keys:
                self._keys[f"{own} {size}"] = [key[:-1] for key in self._keys[own] if key[-1] == size]

    def here(self, name: str) -> tuple[str, ...]:
        """Return the tables of a name: that of all texts and that of this kind."""
        return (name, f"{self._where} {name}") if self._where else (name,)

    def table(self, *names: str) -> Look[Sum]:
        """Return several tables as one, whose weights are theirs added up."""
        return self._look[names[0]] if len(names) == 1 else self._looked(self._added(names), names)

    def row(self, *columns: Sequence[str]) -> Row[Sum]:
        """Return tables as one, whose weights come one beside the other; those of a column are added up."""
        added = [self._added(names) for names in columns]
        return self._looked(
            lambda key: tuple([weight(key) for weight in added]), chain.from_iterable(columns)
        )

    def _added(self, names: Iterable[str]) -> Callable[[str], Sum]:
        looks = [self._look[name] for name in names]

        def weight(key: str) -> Sum:
            added: Sum = self.zero
            for look in looks:
                added += look(key, self.zero)
            return added

        return weight

    def _looked(
        self, found: Callable[[str], Weights], names: Iterable[str]
    ) -> Callable[[str, Weights], Weights]:
        if self._keys is None:
            return lambda key, _: found(key)
        return {key: found(key) for name in names for key in self._keys[name]}.get


def _sized(look: Look[Sum], size: str) -> Look[Sum]:
    return lambda key, zero: look(key + size, zero)


class Place(Generic[Sum]):
    """What a span is looked up in, in one kind of text.

    Rows have the weights of a key by the number of words of the span.
    """

    zero: Sum
    zeros: tuple[Sum, ...]
    last: Look[Sum]
    left: Row[Sum]
    right: Row[Sum]
    opens: Row[Sum]
    two_left: Look[Sum]
    two_right: Look[Sum]
    before: Look[Sum]
    behind: Look[Sum]
    across: Look[Sum]
    name: Look[Sum]
    inner: Look[Sum]
    by_size: list[tuple[int, Sum, Look[Sum], Look[Sum], Look[Sum]]]
    """For each number of words where it stands in rows, its weight and its tables of shapes, kinds and flags."""
    by_gap: dict[str, tuple[str, Sum, Sum, Sum]]
    """For each gap how it is spelled; the weights of spans that begin behind it, end before it, go over it."""

    def __init__(self, joined: _Joined[Sum]) -> None:
        table, row = joined.table, joined.row
        here: Callable[[str], tuple[str, ...]] = joined.here
        self.zero, self.zeros = joined.zero, (joined.zero,) * len(_SIZES)
        self.last = table(*here("last 3"))
        self.left = row(*[(*here("left"), f"left {size}") for size in _SIZES])
        self.right = row(*[(*here("right"), f"right {size}") for size in _SIZES])
        self.opens = row(*[(f"opens {size}",) for size in _SIZES])
        self.two_left, self.two_right = table("two left"), table("two right")
        self.before, self.behind, self.across = map(table, _FLAGS)
        self.name, self.inner = table("name"), table("inner")
        sizes = [
            (
                number,
                table(*here("size"))(size, self.zero),
                table(f"shapes {size}"),
                table(*here(f"kinds {size}")),
                table(f"flags {size}"),
            )
            for number, size in enumerate(_SIZES)
        ]
        self.by_size = sizes + sizes[-1:] * (WORDS_MAX - len(sizes))
        begun, ended, over = map(table, _GAP)
        self.by_gap = {
            gap: (joint(gap), begun(gap, self.zero), ended(gap, self.zero), over(gap, self.zero))
            for gap in GAPS
        }


class Tables(Generic[Sum]):
    """The tables of the features, for the text of most languages, for German, and for headings."""

    def __init__(
        self, look: Mapping[str, Look[Sum]], zero: Sum, keys: Mapping[str, Collection[str]] | None = None
    ) -> None:
        """Take how to look into each of `TABLES`, what nothing sums up to, and, where they are known, the tables' keys.

        With these all that is looked up by one key is put together beforehand: telling names is mostly looking.
        """
        joined = _Joined(look, zero, keys, "")
        self.word: Row[Sum] = joined.row(("first",), ("last",), ("name",))
        """By a word: the weights of a span that begins with it, that ends with it, that is it."""
        self.text: Place[Sum] = Place(joined)
        self.heading: Place[Sum] = Place(_Joined(look, zero, keys, _HEADING))
        self._german: _Joined[Sum] = _Joined(look, zero, keys, _GERMAN)

    @cached_property
    def german(self) -> Place[Sum]:
        """Those of German, which many a stream has none of."""
        return Place(self._german)


def joint(gap: str) -> str:
    """Return what stands between two words as names with this gap are looked up."""
    if gap == "'s":
        return "'s "
    if gap.endswith("'"):
        return " " + gap
    return f" {gap} " if gap else " "
