"""Ask all rules at once: compiled alternations for folded cores and for text as written.

Matching time is linear: a block longer than a rule may match is not asked, every quantifier of a
rule is bounded, so the work per block has a constant bound.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from copydesk.strip.blocks import Seen
from copydesk.strip.rules.base import MAX_RULE_WORDS, Rule

_SIZES: Final = (16, 32, 50, MAX_RULE_WORDS)
"""Blocks up to each size have an alternation of their own, without the rules that are for shorter ones:
a paragraph of 60 words is asked a quarter of all rules."""
_GROUP: Final = "r"


class _Union:
    """Some rules as one expression."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        named = (f"(?P<{_GROUP}{i}>{_unnamed(rule.pattern)})" for i, rule in enumerate(rules))
        self._pattern = re.compile("|".join(named) or r"(?!)", re.DOTALL)

    def first(self, text: str, words: int) -> Rule | None:
        """Return the first rule that matches the whole text and may be as long."""
        found = self._pattern.fullmatch(text)
        if found is None or found.lastgroup is None:
            return None
        at = int(found.lastgroup.removeprefix(_GROUP))
        later = (rule for rule in self._rules[at:] if words <= rule.max_words)
        return next((rule for rule in later if re.fullmatch(rule.pattern, text, re.DOTALL)), None)


class Matcher:
    """The wording half of the rules; knows nothing of position."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = tuple(rules)
        self._rank = {rule.id: at for at, rule in enumerate(rules)}
        self._names = {
            rule.id: re.compile(rule.pattern, re.DOTALL) for rule in rules if "(?P<name>" in rule.pattern
        }
        self._folded: list[_Union] = []
        self._cased: list[_Union] = []
        shorter = 0
        for size in _SIZES:
            longer = [rule for rule in rules if rule.max_words > shorter]
            self._folded.append(_Union([rule for rule in longer if not rule.cased]))
            self._cased.append(_Union([rule for rule in longer if rule.cased]))
            shorter = size

    def match(self, seen: Seen) -> Rule | None:
        """Return the first rule of the registry whose wording is the whole block; a block is asked once."""
        if seen.rule is ...:
            seen.rule = self._match(seen)
        return seen.rule

    def _match(self, seen: Seen) -> Rule | None:
        if seen.words > MAX_RULE_WORDS or not seen.core:
            return None
        size = bisect_left(_SIZES, seen.words)
        folded = self._folded[size].first(seen.core, seen.words)
        cased = self._cased[size].first(" ".join(seen.text.split()), seen.words)
        if folded is None or cased is None:
            return folded or cased
        return min(folded, cased, key=lambda rule: self._rank[rule.id])

    def name(self, rule: Rule, text: str) -> str | None:
        """Return the person's name that a rule of author bios reads from the block, if any."""
        pattern = self._names.get(rule.id)
        found = pattern.fullmatch(" ".join(text.split())) if pattern is not None else None
        return found["name"] if found else None


def _unnamed(pattern: str) -> str:
    """The pattern without its group for the name: a name may stand once in an expression."""
    return pattern.replace("(?P<name>", "(?:")
