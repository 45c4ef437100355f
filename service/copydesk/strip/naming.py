"""What the removed blocks are called, once it is decided which go.

What goes for its place, for its neighbours or by the model's word alone is called what the classifier of kinds says of it.
A name that a rule of wording has given stays inside the text; outside it the classifier, which sees the rule, knows better: a day
is a byline's above the text and a teaser's in a list. Nothing here decides what goes; it comes last since kinds are among the numbers that
the model sees: named earlier, blocks would be judged otherwise.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.comment_section import BETWEEN
from copydesk.strip.judge import LIST_ITEM
from copydesk.strip.judged import Judged
from copydesk.strip.kinds import SURE, Kinds, Told
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.base import MAX_RULE_WORDS, Rule
from copydesk.strip.select import CONFIDENCE, MAX_LINK_SHARE, OUTSIDE, STRUCTURAL_RULES
from copydesk.strip.signs import STAYS, Around
from copydesk.strip.verdict import MODEL_RULE, Verdict

UNWORDED: Final = STRUCTURAL_RULES | {MODEL_RULE, BETWEEN.rule, LIST_ITEM.rule}
"""Rules that know nothing of a block's wording; and one of wording whose blocks end an article as an imprint does, but are links of the foot."""
NEAR_BLOCKS: Final = 20
"""Above the text of a page only so many blocks are asked: further up are menus, two of five of all that go, and the labels have none of them."""


def name_removed(
    found: Judged, verdicts: Sequence[Verdict | None], matcher: Matcher, kinds: Kinds
) -> list[Verdict | None]:
    """Return the verdicts, each that was given without a look at the wording with the likeliest kind."""
    named = list(verdicts)
    kept = [at for at, verdict in enumerate(verdicts) if verdict is None or verdict.keep]
    around = around_of(found, kept)
    start = around.first - NEAR_BLOCKS if around.is_page else 0
    for at, menu in _menus(found.seen, verdicts, start):
        named[at] = menu
    asked = {
        at: verdict
        for at, verdict in enumerate(verdicts)
        if verdict is not None and not verdict.keep and at >= start and is_asked(found, at, verdict)
    }
    called = [STAYS if verdict is None or verdict.keep else verdict.kind.value for verdict in verdicts]
    alone = {}
    for at in asked:
        one = found.seen[at]
        sums = kinds.alone(one.text, around.place(at), around.shape(at, wording(one, matcher)))
        told = kinds.told(sums)
        alone[at], called[at] = (sums, told.in_doubt), told.called
    for at, verdict in asked.items():
        own, was_in_doubt = alone[at]
        told = kinds.told(kinds.with_neighbours(own, around.beside(at, called), in_doubt=was_in_doubt))
        # What stands below is told with it: lists go on as they begin.
        called[at] = told.called
        if told.kind is not verdict.kind and not (told.in_doubt and _keeps_its_kind(verdict, told)):
            named[at] = _called(verdict, told.kind)
    return named


def is_asked(found: Judged, at: int, verdict: Verdict) -> bool:
    """Whether the classifier names a block: one that no wording decided, or that goes for its place whatever its wording."""
    return verdict.rule in UNWORDED or _is_outside(found.region.verdicts[at])


def _is_outside(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.rule == OUTSIDE


def _called(verdict: Verdict, kind: Kind) -> Verdict:
    """Return the verdict with this kind; a rule of wording that tells another one says nothing any more."""
    if verdict.rule in UNWORDED:
        return replace(verdict, kind=kind)
    return Verdict(kind, OUTSIDE, CONFIDENCE[OUTSIDE])


def _keeps_its_kind(verdict: Verdict, told: Told) -> bool:
    """Whether a block in doubt is called what its wording, its list or its place says, which is believed rather."""
    if verdict.rule == LIST_ITEM.rule or verdict.rule not in UNWORDED:
        return True
    return verdict.kind is not Kind.OTHER and told.share() < SURE


def _menus(
    seen: Sequence[Seen], verdicts: Sequence[Verdict | None], end: int
) -> Iterator[tuple[int, Verdict]]:
    """Yield the links far above the text that have no name: what a page begins with are menus."""
    for at in range(end):
        verdict = verdicts[at]
        if verdict is not None and verdict.kind is Kind.OTHER and seen[at].link_share > MAX_LINK_SHARE:
            yield at, replace(verdict, kind=Kind.NAVIGATION)


def around_of(found: Judged, kept: Sequence[int]) -> Around:
    """Return the article as its removed blocks stand in it, where these stay."""
    first, last = (kept[0], kept[-1]) if kept else (0, len(found.seen) - 1)
    return Around(
        found.seen,
        found.region.places,
        found.headlines,
        is_page=found.region.is_page,
        first=first,
        last=last,
    )


def wording(one: Seen, matcher: Matcher) -> Rule | None:
    """Return the rule whose wording a block has, whether or not it goes by it."""
    return matcher.match(one) if one.words <= MAX_RULE_WORDS else None
