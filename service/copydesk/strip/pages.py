"""Decide about the blocks of a page: selection first, then wording inside the body."""

from collections.abc import Sequence
from typing import Final

from copydesk.article import NormalArticle
from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.confirm import authors_of
from copydesk.strip.judge import LIST_ITEM, judge
from copydesk.strip.matcher import Matcher
from copydesk.strip.places import NEVER_BODY
from copydesk.strip.rules.base import MAX_RULE_WORDS, Where
from copydesk.strip.select import (
    CONFIDENCE,
    HIDDEN,
    LABEL,
    LINK,
    MAX_LINK_SHARE,
    OUTSIDE,
    PLACE,
    VAGUE,
    Region,
)
from copydesk.strip.verdict import Verdict, by

DOUBTFUL_RULES: Final = frozenset((PLACE, LINK, LABEL))
"""What a place in the body tells is often wrong, and the model may overrule it."""
FAILED: Final = 2
"""Selection did not fail where it keeps half of all sentences: the article is short. An estimate."""
CERTAIN: Final = 0.75
"""Of a rule of wording, the confidence from which on it says more than a place."""
MIN_BODY_WORDS: Final = 25
"""Fewer kept words mean that selection failed: the shortest gold text of the development pages has 54."""


def judge_page(
    article: NormalArticle, seen: Sequence[Seen], region: Region, matcher: Matcher, titles: frozenset[str]
) -> list[Verdict | None]:
    """Return a verdict for each block of a page that goes, None for each that stays.

    Where selection keeps too little, and there are far more sentences elsewhere, the page is judged as a plain
    text would be: every visible block that is no comment of a reader, by wording and position alone.
    """
    verdicts, authors = list(region.verdicts), authors_of(article)
    _judge_kept(seen, verdicts, matcher, titles, authors)
    if _kept_words(seen, verdicts) < MIN_BODY_WORDS:
        visible = [_unless_apart(one, place) for one, place in zip(seen, region.places, strict=True)]
        _judge_kept(seen, visible, matcher, titles, authors)
        if _kept_sentences(seen, visible) > FAILED * _kept_sentences(seen, verdicts):
            _lists_of_links(seen, visible)
            return visible
    _name_outside(seen, verdicts, matcher)
    _name_inside(seen, region, verdicts, matcher)
    _lists_of_links(seen, verdicts)
    return verdicts


def _judge_kept(
    seen: Sequence[Seen],
    verdicts: list[Verdict | None],
    matcher: Matcher,
    titles: frozenset[str],
    authors: frozenset[str],
) -> None:
    kept = [at for at, verdict in enumerate(verdicts) if verdict is None]
    for at, verdict in zip(kept, judge([seen[at] for at in kept], matcher, titles, authors), strict=True):
        verdicts[at] = verdict


def _kept_words(seen: Sequence[Seen], verdicts: Sequence[Verdict | None]) -> int:
    return sum(one.words for one, verdict in zip(seen, verdicts, strict=True) if verdict is None)


def _kept_sentences(seen: Sequence[Seen], verdicts: Sequence[Verdict | None]) -> int:
    """Words of the kept blocks that are sentences, not links and labels."""
    return sum(
        one.words
        for one, verdict in zip(seen, verdicts, strict=True)
        if verdict is None and one.ends_sentence and one.link_share <= MAX_LINK_SHARE
    )


def _unless_apart(one: Seen, place: Kind | None) -> Verdict | None:
    """A verdict on what is never the article, however little else there is."""
    if one.block.hidden:
        return Verdict(Kind.OTHER, HIDDEN, CONFIDENCE[HIDDEN])
    return Verdict(place, OUTSIDE, CONFIDENCE[OUTSIDE]) if place in NEVER_BODY else None


def _name_outside(seen: Sequence[Seen], verdicts: list[Verdict | None], matcher: Matcher) -> None:
    """Name by wording what selection left out without a name that says much; the author's biography is often among it."""
    first = next((at for at, verdict in enumerate(verdicts) if verdict is None), 0)
    for at in range(max(0, first - NEAR_BLOCKS), len(verdicts)):
        verdict, one = verdicts[at], seen[at]
        if verdict is None or verdict.rule != OUTSIDE or verdict.kind not in VAGUE:
            continue
        if one.words > (LABEL_WORDS if one.link_share > MAX_LINK_SHARE else MAX_RULE_WORDS):
            continue
        rule = matcher.match(one)
        if rule is not None:
            verdicts[at] = by(rule)


def _name_inside(
    seen: Sequence[Seen], region: Region, verdicts: list[Verdict | None], matcher: Matcher
) -> None:
    """Name by wording what goes for its place in the body, where the wording is unmistakable: that is certain, a place is not."""
    for one in seen:
        verdict = verdicts[one.index]
        if verdict is None or verdict.rule not in DOUBTFUL_RULES or region.body not in one.block.lineage:
            continue
        rule = matcher.match(one)
        if rule is not None and rule.where is Where.ANYWHERE and rule.confidence >= CERTAIN:
            verdicts[one.index] = by(rule)


def _lists_of_links(seen: Sequence[Seen], verdicts: list[Verdict | None]) -> None:
    """Carry the verdict on a heading ("Read more:") on to the list of nothing but links right below it."""
    below = False
    for one, verdict in zip(seen, verdicts, strict=True):
        below = below and one.block.tag == "li" and one.link_share > MAX_LINK_SHARE
        if below and (verdict is None or verdict.rule in DOUBTFUL_RULES):
            verdicts[one.index] = LIST_ITEM
        elif not below:
            below = verdict is not None and verdict.rule in _LIST_HEADS


_LIST_HEADS: Final = frozenset(("related-read", "related-heading", "related-heading-open"))
LABEL_WORDS: Final = 5
"""A longer link outside the body is a headline, which has no wording; one up to this size may be a control ("Back to top")."""
NEAR_BLOCKS: Final = 20
"""Above the body only this many blocks are asked: further up are menus, which have no wording."""
