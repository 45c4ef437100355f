"""What a rule of wording is: a frozen value, matched against one block at a time."""

from enum import Enum

from msgspec import Struct

from copydesk.ledger import Kind

MAX_RULE_WORDS = 90
"""No rule looks at a longer block: a real paragraph may open with any wording. An estimate: room for a
biography of five sentences."""


def rest(chars: int) -> str:
    """Return a pattern for the rest of a notice: any text in which quotations are whole.

    The quotation mark at the start of a block is cut off its core (see `blocks.fold`). So a mark that
    closes what was never opened tells that the wording before it is quoted, by a sentence about it.
    The block's last mark is cut off too: what it closed may stay open for some words ("Accept all").
    """
    return rf'(?:[^"]|"[^"]{{1,80}}"){{0,{chars}}}(?:"[^"]{{0,30}})?'


def label(pattern: str) -> str:
    """Return a pattern for a `cased` rule: a line that is a label and no sentence, decorated or not.

    "More on Monday." ends in a full stop, which a block's core has lost.
    """
    apart = pattern.replace("'", "['’]")
    return rf"[^\w\"“„«'‘]{{0,4}}(?i:{apart})(?<![.!?。])(?:\.\.\.|…|[^\w.!?。\"”]){{0,4}}"


class Where(Enum):
    """Where in the article a wording must stand to count; sure paragraphs are explained in blocks.py."""

    ANYWHERE = "anywhere"
    """The wording as a whole block is unmistakable, also between paragraphs."""
    EDGE = "edge"
    """Before the first or after the last sure paragraph."""
    HEAD = "head"
    """Before the first sure paragraph."""
    TAIL = "tail"
    """After the last sure paragraph."""


class Rule(Struct, frozen=True, kw_only=True):
    """One wording of boilerplate.

    Shape: `pattern` must match the whole of a block's core (see `blocks.fold`); quantifiers in it
    are bounded, so that matching time is linear. `must_match` and `must_not_match` are blocks of
    our own writing that a test runs over every rule.
    """

    id: str
    kind: Kind
    confidence: float
    """Share of the matched blocks that are not in the gold text of the development pages, rounded
    down to .05, .95 at most; where fewer than 20 matched, an estimate between .6 and .9 by how closed the
    wording is. Measured by `bench/strip/rules.py` (`python -m bench.strip.rules`)."""
    where: Where
    pattern: str
    max_words: int = 30
    """A longer block is not this, whatever it begins with."""
    cased: bool = False
    """Match the block as written instead of its folded core: for names, which need capitals."""
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]
