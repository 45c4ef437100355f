"""What kind of furniture a removed block is: a linear classifier of its signs (`signs.py`), in two passes.

The first looks at the block alone, the second also at what the first calls its neighbours: furniture comes in boxes. Weights are a
part of the model's file; `bench/strip/kinds.py` learns them from blocks of the development pages that were labelled by hand and from
written lines in many languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp, fsum
from typing import Final, TypeAlias

from msgspec import Struct

from copydesk.ledger import Kind
from copydesk.strip.signs import KIND_CHARS, Shape, of_place, of_text

SURE: Final = 0.4
"""A kind less likely than this is in doubt: words alone do not tell it, and the name of a place is believed rather."""
VERY_SURE: Final = 0.7
"""From here on a kind's words say that a line is furniture, not only of which kind: those of articles seldom reach it."""
TENTH: Final = 10
"""Weights are whole tenths, so that their sums are the same in whatever order they are taken."""

CLEAR: Final = 15
"""Of a greatest sum by less than this beyond the next the kind is in doubt."""
DOUBTFUL: Final = "?"

Sums: TypeAlias = tuple[int, ...]


def is_doubtful(sums: Sums) -> bool:
    """Tell whether no kind is clearly the likeliest."""
    ordered = sorted(sums)
    return len(ordered) > 1 and ordered[-1] - ordered[-2] < CLEAR


class KindWeights(Struct, frozen=True):
    """Weights of signs by kind.

    Shape: for each sign, in turn, the index of a kind in `kinds` and the weight in tenths that the sign gives it.
    """

    kinds: Sequence[Kind] = (Kind.OTHER,)
    signs: Mapping[str, Sequence[int]] = {}
    belief: float = 1.0
    """What the weights of words were multiplied with, as they are read beside those of places and neighbours."""


class Kinds:
    """The classifier of kinds as it was trained."""

    def __init__(self, weights: KindWeights) -> None:
        self._kinds = tuple(weights.kinds)
        self._called = tuple([kind.value + mark for kind in self._kinds] for mark in ("", DOUBTFUL))
        self._unit = TENTH * weights.belief
        self._signs = {
            sign: tuple(zip(each[::2], each[1::2], strict=True)) for sign, each in weights.signs.items()
        }
        self._text = lru_cache(maxsize=8_192)(self._sums_of_text)
        self._place = lru_cache(maxsize=8_192)(lambda *place: self._sums(of_place(*place)))
        self._shape = lru_cache(maxsize=8_192)(lambda shape: self._sums(shape.signs()))

    def of(self, text: str) -> Kind:
        """Return what a text most likely is by its words alone; OTHER where that is not likely enough."""
        kind, share = self._by_words(text)
        return kind if share >= SURE else Kind.OTHER

    def are_sure(self, text: str) -> bool:
        """Tell whether words are surely those of some kind of furniture."""
        kind, share = self._by_words(text)
        return kind is not Kind.OTHER and share >= VERY_SURE

    def _by_words(self, text: str) -> tuple[Kind, float]:
        sums, is_known = self._text(text[:KIND_CHARS])
        return (self.likeliest(sums), self.share(sums, self._unit)) if is_known else (Kind.OTHER, 0.0)

    def alone(self, text: str, place: tuple[str, str, str, Kind | None] | None, shape: Shape) -> Sums:
        """Return the sums of a block's own signs.

        Shape: `place` are the arguments of `signs.of_place`, None in a plain text.
        """
        words, own = self._text(text[:KIND_CHARS])[0], self._shape(shape)
        if place is None:
            return tuple(map(int.__add__, words, own))
        return tuple([a + b + c for a, b, c in zip(words, own, self._place(*place), strict=True)])

    def called(self, sums: Sums, *, in_doubt: bool) -> str:
        """Return what a block is called for its neighbours: the kind of the greatest sum, with a mark where it is in doubt."""
        return self._called[in_doubt][sums.index(max(sums))]

    def with_neighbours(self, sums: Sums, beside: Sequence[str], *, in_doubt: bool) -> Sums:
        """Return the sums with those of the signs of what stands beside the block, which tell more where it is in doubt."""
        return self._sums([sign + DOUBTFUL for sign in beside] if in_doubt else beside, sums)

    def likeliest(self, sums: Sums) -> Kind:
        """Return the kind of the greatest sum."""
        return self._kinds[sums.index(max(sums))]

    def share(self, sums: Sums, unit: float = TENTH) -> float:
        """Return how likely the likeliest kind is, 0 to 1; `unit` is what a weight of 1 is in the sums."""
        most = max(sums)
        return 1.0 / fsum([exp((each - most) / unit) for each in sums])

    def _sums_of_text(self, text: str) -> tuple[Sums, bool]:
        """Return the sums, and whether any word is known: size and marks alone tell nothing."""
        signs = of_text(text)
        return self._sums(signs), any(sign[0] != "#" and sign in self._signs for sign in signs)

    def _sums(self, signs: Iterable[str], start: Sums = ()) -> Sums:
        sums, known = list(start) or [0] * len(self._kinds), self._signs
        for sign in signs:
            for at, weight in known.get(sign, ()):
                sums[at] += weight
        return tuple(sums)
