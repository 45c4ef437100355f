"""Weights of kinds that are written by hand, for tests of stripping."""

from collections.abc import Mapping

from copydesk.ledger import Kind
from copydesk.strip.kinds import KindWeights


def kind_weights(signs: Mapping[str, Mapping[Kind, int]]) -> KindWeights:
    """Return these weights, in tenths by sign and kind, as the model's file has them."""
    kinds = tuple(Kind)
    written = {
        sign: [number for kind, weight in each.items() for number in (kinds.index(kind), weight)]
        for sign, each in signs.items()
    }
    return KindWeights(kinds, written)
