"""The classifier of spans: a softmax over sums of weights, from `weights.json` (see `MODEL_CARD.md`)."""

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Final, Literal

import orjson

from copydesk.enrich.entities.features import Features

SHIPPED: Final = "weights.json"
FORMAT: Final = 1
SCALE: Final = 100
"""Weights are whole hundredths in the file."""

NameType = Literal["Person", "Organization", "Place"]
TYPES: Final[tuple[NameType, ...]] = ("Person", "Organization", "Place")

Weights = dict[str, int]
"""Feature: its weights for no name (not the whole of one either) and for each of `TYPES`, packed into one number."""
Scores = tuple[float, ...]
"""Logarithms of the probabilities of the same four, which add up to one."""

_BITS: Final = 24
_HALF: Final = 1 << (_BITS - 1)
_MASK: Final = (1 << _BITS) - 1
_CLASSES: Final = range(0, _BITS * (len(TYPES) + 1), _BITS)
_HALVES: Final = sum(_HALF << shift for shift in _CLASSES)
_NOTHING: Final = repeat(0)


def pack(numbers: Sequence[int]) -> int:
    """Pack the weights of the classes, so that one addition adds them all; each sum stays far below 2 ** 23."""
    return sum(number << shift for number, shift in zip(numbers, _CLASSES, strict=True))


@cache
def shipped_weights() -> Weights:
    """Return the weights that the package ships."""
    table = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    assert table["format"] == FORMAT
    return {feature: pack(numbers) for feature, *numbers in table["features"]}


def score(features: list[str], weights: Weights) -> Scores:
    """Return the log-probabilities of a span."""
    packed = sum(map(weights.get, features, _NOTHING)) + _HALVES
    sums = [((packed >> shift & _MASK) - _HALF) / SCALE for shift in _CLASSES]
    top = max(sums)
    total = top + math.log(sum([math.exp(one - top) for one in sums]))
    return tuple([one - total for one in sums])


_CUT: Final = 3.0
"""Log-odds that each name gets beforehand when a run is cut: most parts of any run are none, and the classifier has
learnt that. Of 0 to 4 the least with which a firm before an office and a name is seen ("Microsoft CEO Satya Nadella")."""
_NONE: Final = math.log(0.5)
"""What is less surely no name than this is one."""
_SURE: Final = math.log(0.85)
"""A whole run so surely a name is not looked at in parts."""


def names_in(features: Features, size: int, weights: Weights) -> list[tuple[int, int, Scores]]:
    """Cut a run of `size` words into names and what is none: those not overlapping spans that are the most likely together.

    Returns first word, word after the last and scores, in order.
    """
    whole = score(features(0, size), weights)
    if size == 1 or max(whole[1:]) > _SURE:
        return [(0, size, whole)] if whole[0] < _NONE else []
    best = [0.0] * (size + 1)
    chosen: list[tuple[int, Scores] | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1]
        for start in range(end):
            scores = _cut(whole if end - start == size else score(features(start, end), weights))
            gain = best[start] + _odds(scores[0])
            if gain > best[end]:
                best[end], chosen[end] = gain, (start, scores)
    found: list[tuple[int, int, Scores]] = []
    end = size
    while end:
        back = chosen[end]
        if back is None:
            end -= 1
        else:
            found.append((back[0], end, back[1]))
            end = back[0]
    return found[::-1]


def _odds(none: float) -> float:
    """Return the log-odds of a name, of whatever type, against none."""
    return math.log(max(1e-9, 1 - math.exp(none))) - none


def _cut(scores: Scores) -> Scores:
    """Return scores with the odds that a name gets beforehand when a run is cut."""
    total = math.log(math.exp(scores[0]) + (1 - math.exp(scores[0])) * math.exp(_CUT))
    return (scores[0] - total, *[one + _CUT - total for one in scores[1:]])
