"""What short lines without a wording are called after the lines beside them: names, entries of menus, fields of forms.

Most stand in plain texts, where nothing else tells. Nothing here decides what goes.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.comment_section import BETWEEN
from copydesk.strip.select import HIDDEN, STRUCTURAL_RULES
from copydesk.strip.verdict import MODEL_RULE, Verdict

UNWORDED: Final = (STRUCTURAL_RULES - {HIDDEN}) | {MODEL_RULE, BETWEEN.rule}
"""Rules that know nothing of a block's wording. What is hidden may be anything, and nobody reads it."""
ENTRY_WORDS: Final = 2
"""A line of so many words beside a menu's entry is one, too. An estimate, as the next."""
FIELD_WORDS: Final = 4
NOTICE_WORDS: Final = 4
HEADING_WORDS: Final = 4
SET_WORDS: Final = 12
HEAD_BLOCKS: Final = 6
"""So near above the text a name beside a byline is the author's."""

_NAME: Final = re.compile(
    r"[^\W\d_a-zß-ÿа-яё][\w'’.-]+(?: (?:[^\W\d_a-zß-ÿа-яё][\w'’.-]*|de|del|van|von|der|den|al|da|dos|la|le|di|y|e|und|and|et)){1,4}"
)
_SETS: Final = frozenset(
    (
        Kind.ADVERTISEMENT,
        Kind.COMMENT_FORM,
        Kind.COMMENTS,
        Kind.COOKIE,
        Kind.COPYRIGHT,
        Kind.NAVIGATION,
        Kind.NEWSLETTER,
        Kind.PAYWALL,
        Kind.RELATED,
        Kind.SHARE,
        Kind.TAGS,
    )
)
"""Kinds that come in several lines: what stands between two of one is of it."""
_TAKEN_FOR: Final = frozenset((Kind.BYLINE, Kind.COPYRIGHT, Kind.OTHER, Kind.RELATED))
"""What the heading of a biography is taken for by its words: "About Ann"."""
_FORMS: Final = frozenset((Kind.COMMENT_FORM, Kind.COMMENT_POLICY))


def by_neighbours(seen: Sequence[Seen], named: Sequence[Verdict | None]) -> list[Verdict | None]:
    """Return the verdicts, those of lines that only their neighbours name with these names."""
    told = list(named)
    first = next((at for at, verdict in enumerate(named) if verdict is None or verdict.keep), 0)
    for at in range(len(told)):
        verdict = told[at]
        if verdict is not None and not verdict.keep and _may_be_named(seen[at], verdict):
            kind = _kind(seen[at], verdict, _beside(told, at), may_sign=first - HEAD_BLOCKS <= at < first)
            if kind is not verdict.kind:
                told[at] = replace(verdict, kind=kind)
    return told


def _beside(named: Sequence[Verdict | None], at: int) -> list[Kind]:
    """Kinds of the lines above and below, of those that go."""
    both = (named[other] for other in (at - 1, at + 1) if 0 <= other < len(named))
    return [verdict.kind for verdict in both if verdict is not None and not verdict.keep]


def _may_be_named(one: Seen, verdict: Verdict) -> bool:
    """Whether the lines beside a block may name it: most of a page's are links, which have a name of their own."""
    return _is_bare(one, verdict) or _is_field(one)


def _is_bare(one: Seen, verdict: Verdict) -> bool:
    return verdict.rule in UNWORDED and not one.block.link_chars and not one.ends_sentence


def _is_field(one: Seen) -> bool:
    return one.words <= FIELD_WORDS and one.text.endswith("*")


def _kind(one: Seen, verdict: Verdict, beside: Sequence[Kind], *, may_sign: bool) -> Kind:
    if _is_field(one) and not _FORMS.isdisjoint(beside):
        return Kind.COMMENT_FORM
    if not _is_bare(one, verdict):
        return verdict.kind
    if beside[-1:] == [Kind.AUTHOR_BIO] and verdict.kind in _TAKEN_FOR and one.words <= HEADING_WORDS:
        return Kind.AUTHOR_BIO
    return _beside_these(one, beside, may_sign=may_sign) if verdict.kind is Kind.OTHER else verdict.kind


def _beside_these(one: Seen, beside: Sequence[Kind], *, may_sign: bool) -> Kind:
    """What a line without a name is beside lines of these kinds."""
    if len(beside) > 1 and beside[0] is beside[1] and beside[0] in _SETS and one.words <= SET_WORDS:
        return beside[0]
    if may_sign and Kind.BYLINE in beside and _NAME.fullmatch(one.text):
        return Kind.BYLINE
    words = {Kind.COOKIE: NOTICE_WORDS, Kind.NAVIGATION: ENTRY_WORDS}
    return next((kind for kind, most in words.items() if kind in beside and one.words <= most), Kind.OTHER)
