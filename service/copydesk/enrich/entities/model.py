"""The classifier of spans: a softmax over sums of weights, from `weights.json` (see `MODEL_CARD.md`)."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import orjson

from copydesk.enrich.entities.features import TABLES, Tables

SHIPPED: Final = "weights.json"
FORMAT: Final = 2
VERSION: Final = "names-2"
"""Raised with the weights and the known names: the method of a record's mentions."""
SCALE: Final = 100
"""Weights are whole hundredths in the file."""

NameType = Literal["Person", "Organization", "Place"]
TYPES: Final[tuple[NameType, ...]] = ("Person", "Organization", "Place")

Odds = tuple[float, float, float]
"""The probability that a span is exactly a name of each of `TYPES`; the rest is that it is none, nor the whole of one."""

_BITS: Final = 24
_HALF: Final = 1 << (_BITS - 1)
_MASK: Final = (1 << _BITS) - 1
_PERSON, _ORGANISATION, _PLACE = (_BITS * number for number in (1, 2, 3))
_HALVES: Final = sum(_HALF << _BITS * number for number in range(len(TYPES) + 1))


def pack(numbers: Sequence[int]) -> int:
    """Pack the weights of none and of `TYPES`, so that one addition adds them all; each sum stays far below 2 ** 23."""
    return sum(number << _BITS * at for at, number in enumerate(numbers))


@cache
def shipped_weights() -> Tables[int]:
    """Return the weights that the package ships."""
    table = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    assert table["format"] == FORMAT
    return Tables(
        {name: {key: pack(row) for key, row in table["tables"][name].items()}.get for name in TABLES}, 0
    )


_CUT: Final = 300
"""Log-odds that each name gets beforehand when a run is cut, in hundredths: most parts of any run are none, and the classifier has
learnt that. Of 0 to 4 the least with which a firm before an office and a name is seen ("Microsoft CEO Satya Nadella")."""
_HOPELESS: Final = -_CUT - math.ceil(SCALE * math.log(len(TYPES)))
"""A span whose likeliest type is so far behind none cannot win, whatever the other types add."""
_SURE: Final = 0.65
"""A whole run so surely a name is not looked at in parts."""


def odds_of(packed: int, cut: int = 0) -> Odds:
    """Return the probabilities of a span from its packed sums."""
    none, person, organisation, place = _unpack(packed)
    none -= cut
    top = max(none, person, organisation, place)
    one, two, three = (
        math.exp((person - top) / SCALE),
        math.exp((organisation - top) / SCALE),
        math.exp((place - top) / SCALE),
    )
    total = math.exp((none - top) / SCALE) + one + two + three
    return one / total, two / total, three / total


def names_in(sums: Callable[[int, int], int], size: int) -> list[tuple[int, int, Odds]]:
    """Cut a run of `size` words into names and what is none: those not overlapping spans that are the most likely together.

    `sums` tells the packed sums of a span. Returns first word, word after the last and odds, in order.
    """
    whole = sums(0, size)
    odds = odds_of(whole)
    if size == 1 or max(odds) > _SURE:
        return [(0, size, odds)] if math.fsum(odds) > 0.5 else []
    best = [0.0] * (size + 1)
    chosen: list[tuple[int, int] | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1]
        for start in range(end):
            packed = whole if end - start == size else sums(start, end)
            none, *named = _unpack(packed)
            ahead = max(named) - none
            if ahead > _HOPELESS:
                gain = best[start] + _log_odds(named, none)
                if gain > best[end]:
                    best[end], chosen[end] = gain, (start, packed)
    found: list[tuple[int, int, Odds]] = []
    end = size
    while end:
        back = chosen[end]
        if back is None:
            end -= 1
        else:
            found.append((back[0], end, odds_of(back[1], _CUT)))
            end = back[0]
    return found[::-1]


def _unpack(packed: int) -> tuple[int, int, int, int]:
    packed += _HALVES
    return (
        (packed & _MASK) - _HALF,
        (packed >> _PERSON & _MASK) - _HALF,
        (packed >> _ORGANISATION & _MASK) - _HALF,
        (packed >> _PLACE & _MASK) - _HALF,
    )


def _log_odds(named: Sequence[int], none: int) -> float:
    """Return the log-odds of a name, of whatever type, against none."""
    top = max(named)
    return (top - none + _CUT) / SCALE + math.log(sum([math.exp((one - top) / SCALE) for one in named]))
