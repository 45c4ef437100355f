"""Weights of words from labelled blocks: how much more often blocks with a word are kept than removed."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from copydesk.strip.model import HUNDREDTH
from copydesk.strip.tokens import NEAR_HINTS, Summary, hint_tokens, summed, text_tokens

MOST_PER_SITE: Final = 3.0
"""A site counts for at most so many blocks per word: it writes its own words on every page."""
MIN_SITES: Final = 4
"""Words that fewer sites use say more about the site than about the block."""
SMOOTHING: Final = 0.7
MIN_WEIGHT: Final = 0.15
"""Weights nearer to 0 are left out of the file."""


class WordCounts:
    """Counts of words by site, of kept and removed blocks."""

    def __init__(self) -> None:
        self._sites: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
        self._total: dict[str, list[float]] = {}

    def add(self, site: str, tokens: Sequence[str], kept: bool) -> None:
        """Count the words of one block."""
        counts = self._sites[site]
        for token in tokens:
            counts[token][kept] += 1

    def close(self) -> None:
        """Sum up over the sites; nothing is added afterwards."""
        total: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        for counts in self._sites.values():
            for token, (removed, kept) in counts.items():
                share = min(removed + kept, MOST_PER_SITE) / (removed + kept)
                sums = total[token]
                sums[0] += removed * share
                sums[1] += kept * share
                sums[2] += 1
        self._total = {token: sums for token, sums in total.items() if sums[2] >= MIN_SITES}

    def weights(self) -> dict[str, int]:
        """Weights as the model's file has them, in hundredths."""
        found = {token: _weight(*sums[:2]) for token, sums in self._total.items()}
        return {
            token: round(found[token] * HUNDREDTH)
            for token in sorted(found)
            if abs(found[token]) >= MIN_WEIGHT
        }

    def without(self, site: str) -> "LeftOut":
        """Weights as if a site had not been there: what its own blocks are trained with."""
        return LeftOut(self._total, self._sites.get(site, {}))


class LeftOut:
    """Stands in for `Tokens` while rows for training are made."""

    def __init__(self, total: dict[str, list[float]], own: dict[str, list[float]]) -> None:
        self._total = total
        self._own = own

    def text(self, text: str, words: int) -> Summary:
        """As Tokens.text."""
        return self._sum(text_tokens(text, words))

    def hints(self, hints: Sequence[str]) -> Summary:
        """As Tokens.hints."""
        return self._sum(hint_tokens(hints[:NEAR_HINTS]))

    def _sum(self, tokens: Sequence[str]) -> Summary:
        return summed([weight for token in tokens if (weight := self._weight(token)) is not None])

    def _weight(self, token: str) -> float | None:
        sums = self._total.get(token)
        if sums is None:
            return None
        removed, kept, sites = sums
        if token in self._own:
            own_removed, own_kept = self._own[token]
            share = min(own_removed + own_kept, MOST_PER_SITE) / (own_removed + own_kept)
            removed, kept, sites = removed - own_removed * share, kept - own_kept * share, sites - 1
        weight = _weight(removed, kept)
        return weight if sites >= MIN_SITES and abs(weight) >= MIN_WEIGHT else None


def _weight(removed: float, kept: float) -> float:
    return math.log((kept + SMOOTHING) / (removed + SMOOTHING))
