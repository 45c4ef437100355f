"""What the removed blocks are called, once it is decided which go.

What goes for its place, for its neighbours or by the model's word alone is called by the place, or not at all.
Its wording, the heading above it and what stands beside it tell more. Nothing here decides what goes, and no
name that a rule of wording has given is changed. It comes last since kinds are among the numbers that the model
sees: named earlier, blocks would be judged otherwise.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from copydesk.article import Block
from copydesk.ledger import Kind
from copydesk.strip.blocks import FULL_STOPS, Seen, seen_as
from copydesk.strip.comment_section import BETWEEN
from copydesk.strip.judge import LIST_ITEM
from copydesk.strip.kinds import Kinds
from copydesk.strip.matcher import Matcher
from copydesk.strip.neighbours import UNWORDED, by_neighbours
from copydesk.strip.places import text_mass
from copydesk.strip.rules.base import Rule
from copydesk.strip.select import LINK, MAX_LINK_SHARE, OUTSIDE, PLACE
from copydesk.strip.verdict import Verdict

_PLACED: Final = frozenset((OUTSIDE, PLACE))
NOTICE_WORDS: Final = 30
"""A longer text among comments is one of them, whatever it begins with."""
MENU_WORDS: Final = 2
"""A link of so many words may be a menu's entry; one of more is a headline. An estimate."""
NEAR_BLOCKS: Final = 20
"""Above the text only so many blocks are looked at: further up are menus."""
CONTACT_RULE: Final = "author-bio-contact"
"""Where to reach the author ends a biography: what stands below it is none."""
HEADING_WORDS: Final = 8
BIOGRAPHY_WORDS: Final = 5

_FORM: Final = re.compile(
    r"(?:^|[_-])(?:respond|(?:comment|reply)-?form|comment-(?:respond|notes))(?:[_-]|$)"
)
NEAR_HINTS: Final = 5
_FORMS: Final = frozenset((Kind.COMMENT_FORM, Kind.COMMENT_POLICY))
_TOLD_OF: Final = frozenset(
    (Kind.AUTHOR_BIO, Kind.BYLINE, Kind.CAPTION, Kind.COMMENTS, Kind.EDITORS_NOTE, Kind.IMAGE_CREDIT)
)
"""Kinds with words that titles have, too."""
_SPREADING: Final = frozenset((Kind.AUTHOR_BIO, Kind.COOKIE, Kind.NEWSLETTER, Kind.PAYWALL))
"""Kinds that come as a heading and lines below it, of which often only one has a known wording."""
HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))


def name_removed(
    seen: Sequence[Seen], verdicts: Sequence[Verdict | None], matcher: Matcher, kinds: Kinds
) -> list[Verdict | None]:
    """Return the verdicts, each that was given without a look at the wording with the kind that fits best."""
    named = list(verdicts)
    first = next((at for at, verdict in enumerate(verdicts) if verdict is None or verdict.keep), 0)
    start = max(0, first - NEAR_BLOCKS)
    heading: Seen | None = None
    for at in range(start, len(named)):
        one, verdict = seen[at], named[at]
        if verdict is None or verdict.keep:
            heading = None
            continue
        if verdict.rule in UNWORDED or verdict.rule == LIST_ITEM.rule:
            kind = _kind(seen, named, at, heading=heading, matcher=matcher, kinds=kinds, is_above=at < first)
            if kind is not verdict.kind:
                named[at] = replace(verdict, kind=kind)
            if kind is Kind.AUTHOR_BIO and verdict.kind is Kind.BYLINE:
                _name_above(seen, named, at)
        heading = _heading(one, named[at], heading)
    _name_headings(seen, named, start, kinds)
    return by_neighbours(seen, named)


def _kind(
    seen: Sequence[Seen],
    named: Sequence[Verdict | None],
    at: int,
    *,
    heading: Seen | None,
    matcher: Matcher,
    kinds: Kinds,
    is_above: bool,
) -> Kind:
    """What fits a block best: what its wording tells, else its words, the line above, its being a link."""
    one, verdict = seen[at], named[at]
    if verdict is None:
        return Kind.OTHER
    if verdict.rule == LIST_ITEM.rule:
        return _in_list(one, verdict.kind, kinds)
    above = named[at - 1] if at else None
    if one.block.tag == "button" and above is not None and above.kind is Kind.COOKIE:
        return Kind.COOKIE
    kind = _by_wording(one, verdict, matcher, kinds)
    if kind is Kind.COPYRIGHT and verdict.rule in _PLACED:
        return _in_footer(one, matcher, kinds)
    is_link = one.link_share > MAX_LINK_SHARE and not one.ends_sentence
    if kind is Kind.OTHER and is_link and heading is not None and _is_below(heading.block, one.block):
        kind = Kind.RELATED
    if kind is Kind.OTHER and one.words <= NOTICE_WORDS:
        kind = kinds.of(one.text)
    if kind is Kind.OTHER and at:
        kind = _by_line_above(seen[at - 1], above, one)
    if kind is Kind.OTHER and is_link and verdict.rule == OUTSIDE:
        kind = _of_link(one, is_above=is_above)
    return kind


def _in_list(one: Seen, kind: Kind, kinds: Kinds) -> Kind:
    """What a line of a list of other articles is: a title, which may be about anything, but where its words are sure."""
    worded = kinds.of(one.text)
    may_be_title = worded is Kind.NAVIGATION or (worded in _TOLD_OF and not kinds.are_sure(one.text))
    return kind if worded is Kind.OTHER or (may_be_title and one.words > MENU_WORDS) else worded


def _in_footer(one: Seen, matcher: Matcher, kinds: Kinds) -> Kind:
    """What a block of a footer is: not all is about rights, and a post's own footer holds its byline and tags."""
    rule = matcher.match(one)
    if rule is not None:
        return rule.kind
    if one.link_share > MAX_LINK_SHARE and one.words <= HEADING_WORDS and not one.ends_sentence:
        return Kind.NAVIGATION
    worded = kinds.of(one.text) if one.words <= NOTICE_WORDS else Kind.OTHER
    return Kind.COPYRIGHT if worded is Kind.OTHER else worded


def _by_wording(one: Seen, verdict: Verdict, matcher: Matcher, kinds: Kinds) -> Kind:
    """What the wording tells of a block; the kind it has where it tells nothing.

    A box in the text may hold anything: there only unmistakable wording counts, which it was asked for before.
    """
    kind = verdict.kind
    is_vague = (kind is Kind.OTHER and verdict.rule != PLACE) or verdict.rule == LINK
    if is_vague or one.block.tag == "button":
        rule = matcher.match(one) or _first_line(one, matcher)
        return rule.kind if rule is not None else kind
    if kind is Kind.COMMENTS and one.words <= NOTICE_WORDS:
        return _among_comments(one, matcher.match(one), kinds)
    if kind is Kind.CAPTION:
        rule = matcher.match(one)
        return Kind.IMAGE_CREDIT if rule is not None and rule.kind is Kind.IMAGE_CREDIT else kind
    return _in_byline(one, matcher.match(one)) if kind is Kind.BYLINE else kind


def _among_comments(one: Seen, rule: Rule | None, kinds: Kinds) -> Kind:
    """What a short block among comments is: a comment, or a part of the form for one."""
    if rule is not None and rule.kind in _FORMS:
        return rule.kind
    is_label = one.words <= HEADING_WORDS and not one.ends_sentence
    is_form = _is_form(one.block) or (is_label and kinds.of(one.text) is Kind.COMMENT_FORM)
    return Kind.COMMENT_FORM if is_form else Kind.COMMENTS


def _in_byline(one: Seen, rule: Rule | None) -> Kind:
    """What a block in a byline's place is: that, a button to share, or a biography."""
    if rule is not None and rule.kind is not Kind.AUTHOR_BIO:
        return Kind.SHARE if rule.kind is Kind.SHARE else Kind.BYLINE
    return Kind.AUTHOR_BIO if _is_biography(one, is_worded=rule is not None) else Kind.BYLINE


def _is_form(block: Block) -> bool:
    """Whether a block among comments stands in the form for one."""
    return "/form" in block.path or any(map(_FORM.search, block.hints.split()[:NEAR_HINTS]))


def _is_biography(one: Seen, *, is_worded: bool) -> bool:
    """Whether what stands in a byline's place is more than one: a sentence, a short one in known wording or without a date."""
    if not one.text.endswith(FULL_STOPS) or one.words < BIOGRAPHY_WORDS:
        return False
    return is_worded or text_mass(one) > 0 or not _has_digit(one)


def _has_digit(one: Seen) -> bool:
    return any(map(str.isdigit, one.text))


def _first_line(one: Seen, matcher: Matcher) -> Rule | None:
    """The rule of the first of a block's lines, which the others go with."""
    line, _, rest = one.text.partition("\n")
    return matcher.match(seen_as(one.index, one.block, line)) if rest and line else None


def _by_line_above(above: Seen, verdict: Verdict | None, one: Seen) -> Kind:
    """What the line above, in the same element, tells of a block that has no wording."""
    if verdict is None or one.block.tag in HEADINGS or one.link_share > MAX_LINK_SHARE:
        return Kind.OTHER
    if verdict.rule == CONTACT_RULE:
        return Kind.OTHER
    if verdict.kind not in _SPREADING and not (verdict.kind is Kind.SHARE and one.words <= MENU_WORDS):
        return Kind.OTHER
    is_worded = verdict.rule not in UNWORDED or verdict.rule == BETWEEN.rule or isinstance(above.rule, Rule)
    return verdict.kind if is_worded and _are_together(above.block, one.block) else Kind.OTHER


def _of_link(one: Seen, *, is_above: bool) -> Kind:
    """What a link outside the text is: a headline, or an entry of a menu."""
    if one.words > MENU_WORDS:
        return Kind.RELATED
    return Kind.NAVIGATION if is_above else Kind.OTHER


def _is_below(heading: Block, block: Block) -> bool:
    """Whether a block stands in the element that a heading is the heading of; a plain text has none."""
    return len(heading.lineage) < 2 or heading.lineage[-2] in block.lineage


def _are_together(one: Block, other: Block) -> bool:
    """Whether two blocks stand in one element, or both in a plain text."""
    return one.lineage[:-1] == other.lineage[:-1]


def _name_above(seen: Sequence[Seen], named: list[Verdict | None], at: int) -> None:
    """Call the author's name and role above a biography a part of it."""
    for above in range(at - 1, -1, -1):
        verdict, one = named[above], seen[above]
        if verdict is None or verdict.kind is not Kind.BYLINE or verdict.rule not in UNWORDED:
            return
        if one.words > HEADING_WORDS or _has_digit(one) or not _are_together(one.block, seen[at].block):
            return
        named[above] = replace(verdict, kind=Kind.AUTHOR_BIO)


def _name_headings(seen: Sequence[Seen], named: list[Verdict | None], start: int, kinds: Kinds) -> None:
    """Give a heading without a name the kind of what stands right below it; related links name it where its words are in doubt."""
    below: Seen | None = None
    for at in range(len(seen) - 1, start - 1, -1):
        one, verdict = seen[at], named[at]
        if (
            verdict is not None
            and verdict.rule in UNWORDED
            and below is not None
            and (under := named[at + 1]) is not None
            and (one.block.tag in HEADINGS or (under.kind is Kind.COOKIE and _is_label(one, below)))
            and _names_heading(one, verdict, under.kind, kinds)
            and _is_below(one.block, below.block)
        ):
            named[at] = replace(verdict, kind=under.kind)
        below = one


def _is_label(one: Seen, below: Seen) -> bool:
    """Whether a line stands above another of its element like a heading, where all is in bare elements."""
    is_short = one.words <= HEADING_WORDS and not one.ends_sentence and not one.block.link_chars
    return is_short and one.block.tag == below.block.tag and _are_together(one.block, below.block)


def _names_heading(one: Seen, verdict: Verdict, below: Kind, kinds: Kinds) -> bool:
    """Whether a heading without a wording is called what stands below it."""
    if verdict.kind is Kind.OTHER:
        return below in _SPREADING or below is Kind.RELATED
    return below is Kind.RELATED and not isinstance(one.rule, Rule) and not kinds.are_sure(one.text)


def _heading(one: Seen, verdict: Verdict | None, heading: Seen | None) -> Seen | None:
    """The heading of related links that stands above what comes next."""
    if verdict is None or verdict.kind is not Kind.RELATED or one.words > HEADING_WORDS:
        return heading
    return heading if verdict.rule in UNWORDED or verdict.rule == LIST_ITEM.rule else one
