"""What was decided about one block, or about the end of one."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.rules.base import Rule

MODEL_RULE: Final = "model"
"""The rule that the ledger names where the model alone decided."""


class Verdict(Struct, frozen=True, gc=False):
    """Why a block goes.

    Shape: `keep` is how many characters of the block's beginning stay; 0 removes the whole block.
    """

    kind: Kind
    rule: str
    confidence: float
    keep: int = 0


def by(rule: Rule, *, keep: int = 0) -> Verdict:
    """Return the verdict of a rule of wording on a block, or on what follows the `keep` characters that stay of it."""
    return Verdict(rule.kind, rule.id, rule.confidence, keep)


def surer(verdict: Verdict, confidence: float) -> Verdict:
    """Return the verdict with this confidence, where that is higher than its own."""
    return replace(verdict, confidence=confidence) if confidence > verdict.confidence else verdict
