"""The last word on each block: rules of wording first, then the model's score."""

from collections.abc import Sequence
from math import fsum
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.judge import trailing
from copydesk.strip.judged import Judged
from copydesk.strip.model import Model
from copydesk.strip.rules.base import Rule
from copydesk.strip.select import HIDDEN, OUTSIDE, STRUCTURAL_RULES, Region
from copydesk.strip.tokens import hint_tokens, text_tokens
from copydesk.strip.vectors import candidates, rows
from copydesk.strip.verdict import Verdict

MODEL_RULE: Final = "model"
"""The rule that the ledger names where the model alone decided."""
KEEP_FROM: Final = 0.42
"""Least score of a block that is kept. The best threshold for an F1 of F is F / 2 (Lipton et al. 2014)."""
KEEP_SHORT_FROM: Final = 0.5
SHORT_WORDS: Final = 12
"""A short block weighs little in the text and much as clutter: it stays only where that is likelier than not."""
KEEP_TEXT_FROM: Final = (0.45, 0.3)
"""In a plain text: the first, less the second times the share of its words that is likely the article's. What an
extractor left is nearly all article, and a line lost from its middle costs more than one too many at its end; the
whole text of a page is mostly clutter. Chosen on a fifth of the development pages; MODEL_CARD.md has what it gives on all."""
PLAIN_WORDS: Final = 15
PLAIN_LINKS: Final = 0.25
MOST_WORDS: Final = 200
"""A longer line counts as one of this size: one endless line says little about the others."""
MOST_CONFIDENT: Final = 0.99


def decide(judged: Judged, model: Model) -> list[Verdict | None]:
    """Return a verdict for each block that goes, None for each that stays.

    The verdicts of selection and rules hold where the model finds nothing to keep.
    """
    seen, region, verdicts = judged.seen, judged.region, judged.verdicts
    scorer = model.html if region.is_page else model.text
    around = candidates(seen, region)
    asked = [at for at in around if not (region.is_page and _is_plain(seen[at], verdicts[at], region, at))]
    scores = scorer.scores(rows(judged, scorer.tokens, around, frozenset(asked)))
    least, least_short = (
        (KEEP_FROM, KEEP_SHORT_FROM) if region.is_page else (_least_in_text(seen, scores),) * 2
    )
    decided = list(verdicts)
    for at, score in zip(asked, scores, strict=True):
        one, before = seen[at], verdicts[at]
        if _holds(before):
            continue
        if score >= (least_short if one.words < SHORT_WORDS else least):
            decided[at] = trailing(one)
        elif before is None or before.keep:
            decided[at] = Verdict(
                _kind(one, region.places[at], model), MODEL_RULE, min(MOST_CONFIDENT, round(1 - score, 2))
            )
    if all(verdict is not None and not verdict.keep for verdict in decided):
        return list(verdicts)
    return decided


def _least_in_text(seen: Sequence[Seen], scores: Sequence[float]) -> float:
    words = [min(one.words, MOST_WORDS) for one in seen]
    share = fsum(score * size for score, size in zip(scores, words, strict=True)) / (sum(words) or 1)
    start, slope = KEEP_TEXT_FROM
    return start - slope * share


def _holds(verdict: Verdict | None) -> bool:
    """Whether a block goes for its wording, or with a neighbour that does, not for its place alone.

    Letting the model overrule such verdicts changes no corpus' F1 by more than .001, and whoever reads the ledger
    can tell why they were given.
    """
    return verdict is not None and not verdict.keep and verdict.rule not in STRUCTURAL_RULES


def _is_plain(one: Seen, verdict: Verdict | None, region: Region, at: int) -> bool:
    """Whether the model need not be asked about a block of a page, since its answer is known.

    A paragraph of running text in the body stays, a block that goes for its wording goes: a third of all blocks, and
    asking about them changes no corpus' F1 by more than .0003. A block outside the body that is hidden, or in a place
    that is named, goes too: of 6 such blocks a page the model kept none on any development page.
    """
    if verdict is not None:
        elsewhere = verdict.rule == HIDDEN or (verdict.rule == OUTSIDE and verdict.kind is not Kind.OTHER)
        return (elsewhere and region.body not in one.block.lineage) or _holds(verdict)
    return (
        one.block.tag == "p"
        and one.words >= PLAIN_WORDS
        and one.ends_sentence
        and one.link_share < PLAIN_LINKS
        and region.places[at] is None
        and not isinstance(one.rule, Rule)
    )


def _kind(one: Seen, place: Kind | None, model: Model) -> Kind:
    """What a block is that only the model removes: by its wording, its place, its words."""
    if isinstance(one.rule, Rule):
        return one.rule.kind
    if place is not None:
        return place
    return model.kind([*text_tokens(one.text, one.words), *hint_tokens(one.block.hints.split())])
