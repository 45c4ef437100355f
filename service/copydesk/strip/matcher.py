"""Ask all rules at once: one compiled alternation for folded cores, one for cased text.

Matching time is linear: a block longer than `MAX_CORE_CHARS` is not asked, every quantifier of a
rule is bounded, so the work per block has a constant bound.
"""

import re
from collections.abc import Iterable, Sequence

from copydesk.strip.blocks import MAX_CORE_CHARS, Seen
from copydesk.strip.rules.base import Rule

_GROUP = "r"


def _union(rules: Sequence[Rule]) -> re.Pattern[str]:
    named = [f"(?P<{_GROUP}{i}>{rule.pattern.replace('(?P<name>', '(?:')})" for i, rule in enumerate(rules)]
    return re.compile("|".join(named) or r"(?!)", re.DOTALL)


class Matcher:
    """The wording half of the rules; knows nothing of position.

    `match` returns the first rule of the registry whose wording the block has, or None.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = tuple(rules)
        self._folded = tuple(rule for rule in rules if not rule.cased)
        self._cased = tuple(rule for rule in rules if rule.cased)
        self._folded_union = _union(self._folded)
        self._cased_union = _union(self._cased)
        self._rank = {rule.id: at for at, rule in enumerate(rules)}
        self._single = {rule.id: re.compile(rule.pattern, re.DOTALL) for rule in rules}

    def match(self, seen: Seen) -> Rule | None:
        """Return the first rule whose wording is the whole block."""
        if not seen.core or len(seen.text) > MAX_CORE_CHARS:
            return None
        folded = self._first(self._folded, self._folded_union, seen.core, seen.words)
        line = " ".join(seen.text.split())
        cased = self._first(self._cased, self._cased_union, line, seen.words)
        if folded is None or cased is None:
            return folded or cased
        return min(folded, cased, key=lambda rule: self._rank[rule.id])

    def name(self, rule: Rule, text: str) -> str | None:
        """Return the person's name that a rule of author bios reads from the block, if any."""
        pattern = self._single[rule.id]
        if "name" not in pattern.groupindex:
            return None
        found = pattern.fullmatch(" ".join(text.split()))
        return found["name"] if found else None

    def _first(self, rules: Sequence[Rule], union: re.Pattern[str], text: str, words: int) -> Rule | None:
        found = union.fullmatch(text)
        if found is None or found.lastgroup is None:
            return None
        at = int(found.lastgroup.removeprefix(_GROUP))
        if words <= rules[at].max_words:
            return rules[at]
        return next(
            (r for r in rules[at + 1 :] if words <= r.max_words and self._single[r.id].fullmatch(text)), None
        )
