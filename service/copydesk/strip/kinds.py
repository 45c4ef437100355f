"""What kind of furniture a removed block is, by its words: a linear classifier of what no rule and no place names.

Weights are a part of the model's file. They are learnt from written lines in many languages and from what rules of wording
name on the development pages (`bench/strip/kinds.py`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from math import exp, fsum
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import count_words, ends_sentence
from copydesk.strip.tokens import TEXT_CHARS, words_of

STEM_CHARS: Final = 4
"""A longer word counts also by its beginning: most languages inflect its end."""
SURE: Final = 0.4
"""A kind less likely than this is not told. Of lines in wordings it had not seen, of languages it had, such kinds are right in
seven of ten (`python -m bench.strip.kinds`)."""
VERY_SURE: Final = 0.7
"""From here on a kind's words say that a line is furniture, not only of which kind: those of articles seldom reach it."""

_SIGNS: Final = (
    ("@", re.compile("@")), ("?", re.compile("[?？؟]")), ("©", re.compile("©")), (":", re.compile("[:：]")), ("!", re.compile("[!！]")),
    ('"', re.compile('[«“„「"]')), ("$", re.compile("[€$£¥₹₽₺₩]")), ("time", re.compile(r"\d[:.]\d\d")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")), ("digit", re.compile(r"\d")),
)  # fmt: skip


def kind_tokens(text: str) -> list[str]:
    """Return what has a weight in a block's text: words, pairs, stems, first and last word, size and signs; some twice."""
    text = text[:TEXT_CHARS]
    words = words_of(text.lower())
    found = [f"s:{word}" for word in words]
    found += [f"p:{word[:STEM_CHARS]}" for word in words if len(word) > STEM_CHARS]
    found += [f"b:{one} {other}" for one, other in pairwise(words)]
    if words:
        found += (f"f:{words[0]}", f"z:{words[-1]}")
    found += (f"#words{min(8, count_words(text).bit_length())}", f"#ends{ends_sentence(text):d}", "#any")
    found += [f"#{name}" for name, sign in _SIGNS if sign.search(text)]
    return found


class Kinds:
    """Weights of words by kind."""

    def __init__(self, weights: Mapping[str, Mapping[Kind, float]]) -> None:
        self._kinds = sorted(
            {kind for each in weights.values() for kind in each}, key=lambda kind: kind.value
        )
        at = {kind: index for index, kind in enumerate(self._kinds)}
        # Numbers instead of kinds: hashing a member of an enumeration costs more than all of the rest.
        self._weights = {
            token: tuple((at[kind], weight) for kind, weight in each.items())
            for token, each in weights.items()
        }
        self._tokens = frozenset(weights)
        self._likeliest = lru_cache(maxsize=8_192)(self._weighed)

    def of(self, text: str) -> Kind:
        """Return what a block most likely is; OTHER where that is not likely enough."""
        kind, share = self._likeliest(text[:TEXT_CHARS])
        return kind if share >= SURE else Kind.OTHER

    def are_sure(self, text: str) -> bool:
        """Tell whether a block's words are surely those of some kind of furniture."""
        kind, share = self._likeliest(text[:TEXT_CHARS])
        return kind is not Kind.OTHER and share >= VERY_SURE

    def _weighed(self, text: str) -> tuple[Kind, float]:
        """Return the likeliest kind and how likely it is, 0 to 1; words that are all unknown tell nothing."""
        sums, known, is_known = [0.0] * len(self._kinds), self._weights, False
        # Sorted: a sum may hang by its last bit on the order, and that of a set differs from process to process.
        for token in sorted(self._tokens.intersection(kind_tokens(text))):
            for at, weight in known[token]:
                sums[at] += weight
                is_known = is_known or token[0] != "#"
        if not is_known:
            return Kind.OTHER, 0.0
        most = max(sums)
        return self._kinds[sums.index(most)], 1.0 / fsum([exp(each - most) for each in sums])
