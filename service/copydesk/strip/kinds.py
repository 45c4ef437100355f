"""What kind of furniture a removed block is: a linear classifier of its signs (`signs.py`), in two passes.

The first looks at the block alone, the second also at what the first calls its neighbours: furniture comes in boxes. Weights are a
part of the model's file; `bench/strip/kinds.py` learns them from blocks of the development pages that were labelled by hand and from
written lines in many languages.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, fsum
from struct import Struct as Layout
from typing import Final, NamedTuple, TypeAlias

from msgspec import Struct

from copydesk.ledger import Kind
from copydesk.strip.signs import KIND_CHARS, PREFIXES, Shape, of_place, of_text
from copydesk.strip.tokens import Known, in_pairs, of_prefix

SURE: Final = 0.4
"""A kind less likely than this is in doubt: words alone do not tell it, and the name of a place is believed rather."""
VERY_SURE: Final = 0.7
"""From here on a kind's words say that a line is furniture, not only of which kind: those of articles seldom reach it."""
TENTH: Final = 10
"""Weights are whole tenths, so that their sums are the same in whatever order they are taken."""

CLEAR: Final = 15
"""Of a greatest sum by less than this beyond the next the kind is in doubt."""
DOUBTFUL: Final = "?"

FIELD_BITS: Final = 32
"""Of a signed whole number as C has it ("i" of `struct`): no block has signs for so great a sum."""

Sums: TypeAlias = int
"""Sums of all kinds in one whole number, a field of `FIELD_BITS` for each: one addition adds them all."""


class Told(NamedTuple):
    """What sums say of a block.

    Shape: `sums` by kind, in tenths.
    """

    kind: Kind
    """Of the greatest sum."""
    sums: tuple[int, ...]
    in_doubt: bool
    """Whether no kind is clearly the likeliest."""
    called: str
    """What its neighbours are told: its kind, with a mark where it is in doubt."""

    def share(self, unit: float = TENTH) -> float:
        """Return how likely the kind is, 0 to 1; `unit` is what a weight of 1 is in the sums."""
        most = max(self.sums)
        return 1.0 / fsum([exp((each - most) / unit) for each in self.sums])


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
        self._kinds = kinds = tuple(weights.kinds)
        self._called = tuple([kind.value + mark for kind in kinds] for mark in ("", DOUBTFUL))
        self._unit = TENTH * weights.belief
        self._fields = Layout(f"<{len(kinds)}i")
        self._sign_bits = sum(1 << (FIELD_BITS * (at + 1) - 1) for at in range(len(kinds)))
        packed = {
            sign: sum(weight << (FIELD_BITS * at) for at, weight in zip(each[::2], each[1::2], strict=True))
            for sign, each in weights.signs.items()
        }
        words, beginnings, pairs, first = (of_prefix(packed, prefix) for prefix in PREFIXES)
        self._words, self._beginnings, self._first = Known(words), Known(beginnings), Known(first)
        self._pairs = Known(in_pairs(pairs))
        self._written = Known(packed)
        """All signs as the file has them: those of marks, places, shapes and neighbours are looked up so."""
        self._text = lru_cache(maxsize=8_192)(self._sums_of_text)
        self._place = lru_cache(maxsize=8_192)(lambda *place: sum(self._written.of(of_place(*place))))
        self._shape = lru_cache(maxsize=8_192)(lambda shape: sum(self._written.of(shape.signs())))

    def of(self, text: str) -> Kind:
        """Return what a text most likely is by its words alone; OTHER where that is not likely enough."""
        kind, share = self.by_words(text)
        return kind if share >= SURE else Kind.OTHER

    def are_sure(self, text: str) -> bool:
        """Tell whether words are surely those of some kind of furniture."""
        kind, share = self.by_words(text)
        return kind is not Kind.OTHER and share >= VERY_SURE

    def by_words(self, text: str) -> tuple[Kind, float]:
        """Return what a text most likely is by its words alone, and how likely; OTHER and 0 where it knows none of them."""
        sums, is_known = self._text(text[:KIND_CHARS])
        told = self.told(sums)
        return (told.kind, told.share(self._unit)) if is_known else (Kind.OTHER, 0.0)

    def alone(self, text: str, place: tuple[str, str, str, Kind | None] | None, shape: Shape) -> Sums:
        """Return the sums of a block's own signs.

        Shape: `place` are the arguments of `signs.of_place`, None in a plain text.
        """
        sums = self._text(text[:KIND_CHARS])[0] + self._shape(shape)
        return sums if place is None else sums + self._place(*place)

    def with_neighbours(self, sums: Sums, beside: Sequence[str], *, in_doubt: bool) -> Sums:
        """Return the sums with those of the signs of what stands beside the block, which tell more where it is in doubt."""
        return sums + sum(self._written.of([sign + DOUBTFUL for sign in beside] if in_doubt else beside))

    def told(self, sums: Sums) -> Told:
        """Return what sums say."""
        # A field below 0 has borrowed from the next; with its sign bit added none has, and turned back it is as C writes it.
        fields = ((sums + self._sign_bits) ^ self._sign_bits).to_bytes(self._fields.size, "little")
        by_kind = self._fields.unpack(fields)
        ordered = sorted(by_kind)
        in_doubt = len(ordered) > 1 and ordered[-1] - ordered[-2] < CLEAR
        at = by_kind.index(ordered[-1])
        return Told(self._kinds[at], by_kind, in_doubt, self._called[in_doubt][at])

    def _sums_of_text(self, text: str) -> tuple[Sums, bool]:
        """Return the sums, and whether any word is known: size and marks alone tell nothing."""
        signs = of_text(text)
        known = [
            *self._words.of(signs.words),
            *self._beginnings.of(signs.beginnings),
            *self._pairs.of(signs.pairs),
            *self._first.of(signs.first),
        ]
        return sum(known) + sum(self._written.of(signs.marks)), bool(known)
