"""The classifier of spans: a softmax over sums of weights, from `weights.json` (see `MODEL_CARD.md`)."""

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import orjson

from copydesk.enrich.entities.tables import TABLES, Tables

SHIPPED: Final = "weights.json"
FORMAT: Final = 2
VERSION: Final = "names-3"
"""Raised with the weights and the known names: the method of a record's mentions."""
SCALE: Final = 100
"""Weights are whole hundredths in the file."""

NameType = Literal["Person", "Organization", "Place"]
TYPES: Final[tuple[NameType, ...]] = ("Person", "Organization", "Place")

Odds = tuple[float, float, float]
"""The probability that a span is exactly a name of each of `TYPES`; the rest is that it is none, nor the whole of one."""

_BITS: Final = 20
_HALF: Final = 1 << (_BITS - 1)
_MASK: Final = (1 << _BITS) - 1
_HALVES: Final = sum(_HALF << _BITS * number for number in range(len(TYPES)))


def pack(none: int, person: int, organisation: int, place: int) -> int:
    """Pack how far the weights of `TYPES` are above that of none, so that one addition adds them all.

    Each sum stays far below 2 ** 19.
    """
    return person - none + (organisation - none << _BITS) + (place - none << 2 * _BITS)


def _unpack(packed: int) -> tuple[int, int, int]:
    packed += _HALVES
    return (
        (packed & _MASK) - _HALF,
        (packed >> _BITS & _MASK) - _HALF,
        (packed >> 2 * _BITS) - _HALF,
    )


@cache
def shipped_weights() -> Tables[int]:
    """Return the weights that the package ships."""
    table = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    assert table["format"] == FORMAT
    packed = {name: {key: pack(*row) for key, row in table["tables"][name].items()} for name in TABLES}
    return Tables({name: weights.get for name, weights in packed.items()}, 0, packed)


CUT: Final = 300
"""Log-odds that each name gets beforehand when a run is cut, in hundredths: most parts of any run are none, and the classifier has
learnt that. Of 0 to 4 the least with which a firm before an office and a name is seen ("Microsoft CEO Satya Nadella")."""
CUT_GERMAN: Final = 200
"""The same of German, where most runs are nouns. Of 60 spans that only 300 tells on German development pages 11 were names, of 60
that 200 tells and 100 does not 23."""
_NEVER: Final = -math.ceil(SCALE * math.log(len(TYPES)))
"""A name whose likeliest type is so far behind none is less likely than none, whatever the other types add."""
_SURE: Final = 0.65
"""A whole run so surely a name is not looked at in parts."""


def odds_of(packed: int, cut: int = 0) -> Odds:
    """Return the probabilities of a span from its packed sums."""
    person, organisation, place = _unpack(packed)
    top = max(-cut, person, organisation, place)
    one, two, three = (
        math.exp((person - top) / SCALE),
        math.exp((organisation - top) / SCALE),
        math.exp((place - top) / SCALE),
    )
    total = math.exp((-cut - top) / SCALE) + one + two + three
    return one / total, two / total, three / total


def names_in(sums: Sequence[Sequence[int]], cut: int = CUT) -> list[tuple[int, int, Odds]]:
    """Cut a run of words into names and what is none: those not overlapping spans that are the most likely together.

    `sums` are the packed sums of its spans by the word that they begin with, the shortest first; `cut` are the log-odds
    that a name gets beforehand. Returns first word, word after the last and odds, in order.
    """
    size, whole = len(sums), sums[0][-1]
    if size == 1:
        return [(0, 1, odds)] if _over(_NEVER, whole) and math.fsum(odds := odds_of(whole)) > 0.5 else []
    if _over(0, whole) and max(odds := odds_of(whole)) > _SURE:
        return [(0, size, odds)]
    return _parted(sums, cut)


def _over(bar: int, packed: int) -> bool:
    """Say whether any type is farther above none; most spans are hopeless, which is told without taking their sums apart."""
    lifted, bar = packed + _HALVES, bar + _HALF
    return lifted & _MASK > bar or lifted >> _BITS & _MASK > bar or lifted >> 2 * _BITS > bar


def _parted(sums: Sequence[Sequence[int]], cut: int) -> list[tuple[int, int, Odds]]:
    size, bar = len(sums), _NEVER - cut  # so far behind none no span can win
    best = [0.0] * (size + 1)
    chosen: list[tuple[int, int] | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1]
        for start in range(end):
            packed = sums[start][end - start - 1]
            if _over(bar, packed) and (gain := best[start] + _log_odds(packed, cut)) > best[end]:
                best[end], chosen[end] = gain, (start, packed)
    found: list[tuple[int, int, Odds]] = []
    end = size
    while end:
        back = chosen[end]
        if back is None:
            end -= 1
        else:
            found.append((back[0], end, odds_of(back[1], cut)))
            end = back[0]
    return found[::-1]


def _log_odds(packed: int, cut: int) -> float:
    """Return the log-odds of a name, of whatever type, against none."""
    person, organisation, place = _unpack(packed)
    top, exp = max(person, organisation, place), math.exp
    others = exp((person - top) / SCALE) + exp((organisation - top) / SCALE) + exp((place - top) / SCALE)
    return (top + cut) / SCALE + math.log(others)
