"""Decide block by block what goes: wording (rules), position, neighbours.

Works on the blocks of a plain text, or on those that selection took for the body of a page.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from copydesk.ledger import Kind
from copydesk.strip.biographies import biographies_above, bylined, subjects_presented
from copydesk.strip.blocks import CLOSERS, FULL_STOPS, STOPS, Seen, reads_like_text
from copydesk.strip.comment_section import BETWEEN, comment_section, verdict_in
from copydesk.strip.headline import HEADLINE_REPEAT
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.base import Rule, Where
from copydesk.strip.together import (
    ABOUT,
    POLL,
    RELEASED,
    about_lines,
    above_foot,
    biography_lines,
    is_code,
    is_figure,
    poll_lines,
    released_lines,
    stamps,
    sub_headings,
)
from copydesk.strip.verdict import Verdict, by

LIST_ITEM = Verdict(Kind.RELATED, "related-list-item", 0.7)
AD_ITEM = Verdict(Kind.ADVERTISEMENT, "advertisement-list-item", 0.7)
AD_LIST_RULES = frozenset(("advertisement-links", AD_ITEM.rule))
TAG_ITEM = Verdict(Kind.TAGS, "tags-item", 0.7)
BIO_CONTINUED = Verdict(Kind.AUTHOR_BIO, "author-bio-continued", 0.75)
BIO_NAME = Verdict(Kind.AUTHOR_BIO, "author-bio-name", 0.75)
"""Confidence of the list item is measured as that of the rules is; too few of the others stand in the
development pages, so theirs are estimates."""

_TAG_RULES = frozenset(("tags-line", TAG_ITEM.rule))
_TAG_WORDS = 4
MAX_TITLE_WORDS = 20
"""Longest line that a list of linked headlines may hold. 99 % of the development pages' title elements, the
site's name included, have at most 24 words."""
MAX_BETWEEN_WORDS = 10
MAX_BETWEEN_LINES = 3
"""An article's own list may stand between an advertisement and its tail, but is seldom so short."""
_COMMENTING = frozenset((Kind.COMMENT_FORM, Kind.COMMENT_POLICY, Kind.COMMENTS))
_LAST = frozenset((Kind.COMMENT_FORM, Kind.COMMENT_POLICY, Kind.COMMENTS, Kind.COPYRIGHT))
"""Kinds after which nothing of the article comes."""
_NOTICES = _LAST | {Kind.COOKIE, Kind.NEWSLETTER, Kind.PAYWALL}
"""Kinds that take several lines."""
_FEET = _LAST | {Kind.AUTHOR_BIO, Kind.SHARE, Kind.TAGS}
"""Kinds that stand below a text more often than between its paragraphs."""
MAX_NAME_WORDS = 5
_NAME_CHARS = 60

_PROMO = re.compile(r"\w ?[:：] ?\w")
"""A label and a headline on one line, "Read also: Ten ferries": complete, where "Read also:" alone heads a list."""
_WORD = re.compile(r"\w+")
_CONTINUES = re.compile(
    r"(?:He|She|They|His|Her|Their|Before joining|Prior to|Previously|When not|In (?:his|her) spare)\b"
)
_TRAILING = re.compile(
    r"[.!?…\"'”’)] {0,2}[\[(]?(?P<cut>(?:read more|continue reading|read the full (?:story|article)(?: here)?|click to tweet|read more here|more here|weiterlesen|lire la suite|leer más|leggi tutto)[.…»→\])> ]{0,6})$",
    re.IGNORECASE,
)
TRAILING = (Kind.RELATED, "related-trailing", 0.9)
_TRAILING_WINDOW = 60
_AFTER_TRAILING = ".…»→])> "
_TRAILING_SIGNS = 8
_TRAILING_ENDS = ("re", "ng", "ry", "le", "et", "en", "te", "ás", "to")
"""The last two letters of all that is cut, within so many characters of the end: most paragraphs end otherwise."""


class Extent(Struct, frozen=True):
    """First and last sure paragraph by index; `first` is past the end and `last` -1 where there is none."""

    first: int
    last: int


def judge(
    seen: Sequence[Seen], matcher: Matcher, headlines: frozenset[str], authors: AbstractSet[str]
) -> list[Verdict | None]:
    """Return a verdict for each block that goes, None for each that stays.

    Shape: `authors` are the folded words of the authors' names, as far as the article's data tell them.
    """
    wording = [matcher.match(one) for one in seen]
    for at in (*stamps(seen, wording), *sub_headings(seen, wording)):
        seen[at].rule = wording[at] = None
    section = comment_section(seen, wording)
    cut = section.start
    above, worded = seen[:cut], wording[:cut]
    together = dict.fromkeys(poll_lines(above, worded), POLL)
    together |= dict.fromkeys(biography_lines(above, worded), BIO_CONTINUED)
    together |= dict.fromkeys(released_lines(above), RELEASED)
    extent, firms = _extent(above, worded, together.keys())
    together |= dict.fromkeys(firms, ABOUT)
    authors = authors | bylined(seen, wording)
    together |= dict.fromkeys(biographies_above(seen, wording, matcher, authors, extent.first), BIO_CONTINUED)
    verdicts: list[Verdict | None] = []
    for at in range(len(seen)):
        if at >= cut:
            verdicts.append(verdict_in(section, at, wording[at]))
        else:
            verdicts.append(together.get(at) or _verdict(at, seen, wording, extent, headlines))
    subjects = subjects_presented(
        seen,
        verdicts,
        wording,
        matcher,
        authors=authors,
        is_heading=lambda at: at > extent.last and _is_name_line(seen[at]),
    )
    for at in subjects:
        verdicts[at] = None
    _name_lines(seen, verdicts, extent)
    _spread(seen, verdicts, extent, cut)
    for at, one in enumerate(seen):
        if verdicts[at] is None:
            verdicts[at] = trailing(one)
    return verdicts


def _verdict(
    at: int, seen: Sequence[Seen], wording: Sequence[Rule | None], extent: Extent, headlines: frozenset[str]
) -> Verdict | None:
    one = seen[at]
    if one.core and one.core in headlines and (at < extent.first or one.block.tag in {"h1", "h2"}):
        return HEADLINE_REPEAT
    rule = wording[at]
    head, tail = at < extent.first, at > extent.last >= 0
    if rule is None or is_figure(at, seen, wording) or is_code(at, seen):
        return None
    if rule.where is Where.EDGE:
        counts = head or tail
    elif rule.where is Where.HEAD:
        counts = head and extent.last >= 0
    else:
        counts = tail or rule.where is Where.ANYWHERE
    return by(rule) if counts else None


def _extent(
    seen: Sequence[Seen], wording: Sequence[Rule | None], apart: AbstractSet[int]
) -> tuple[Extent, list[int]]:
    """Find the sure paragraphs, and after them what firms say about themselves.

    Where there is none, the longest block without a rule stands for one. Blocks in `apart` are none.
    """
    sure: list[int] = []
    after_bio = False
    for at, one in enumerate(seen):
        rule = wording[at]
        if rule is not None:
            after_bio = rule.kind is Kind.AUTHOR_BIO or (after_bio and rule.kind not in _COMMENTING)
        elif after_bio and sure and _CONTINUES.match(one.text):
            continue
        elif at not in apart and reads_like_text(one):
            sure.append(at)
            after_bio = False
    sure = above_foot(sure, seen, wording)
    if not sure:
        plain = [at for at, one in enumerate(seen) if wording[at] is None and one.words > 1]
        sure = [max(plain, key=lambda at: seen[at].words)] if plain else []
    if not sure:
        return Extent(len(seen), -1), []
    firms = about_lines(seen, sure)
    return Extent(sure[0], [at for at in sure if at not in firms][-1]), firms


def _is_name_line(one: Seen) -> bool:
    """Whether a line may be a person's name and no more."""
    return one.words <= MAX_NAME_WORDS and not one.ends_sentence


def _name_lines(seen: Sequence[Seen], verdicts: list[Verdict | None], extent: Extent) -> None:
    """Let the author's name go with the biography below it, which begins with a part of it."""
    for at in range(extent.last + 1, len(seen) - 1):
        below = verdicts[at + 1]
        if verdicts[at] is None and below is not None and below.kind is Kind.AUTHOR_BIO:
            one, begins = seen[at], _WORD.findall(seen[at + 1].text[:_NAME_CHARS])[:MAX_NAME_WORDS]
            if _is_name_line(one) and any(
                word[0].isupper() and word in begins for word in _WORD.findall(one.text)
            ):
                verdicts[at] = BIO_NAME


def _spread(seen: Sequence[Seen], verdicts: list[Verdict | None], extent: Extent, cut: int) -> None:
    """In the tail, carry verdicts on to neighbours that only make sense with them."""
    if extent.last < 0:
        return
    are_bare = not any(one.block.link_chars for one in seen)  # so that a link's title is a line like others
    for at in range(extent.last + 1, min(cut, len(seen))):
        if verdicts[at] is not None or at == 0:
            continue
        before = verdicts[at - 1]
        one = seen[at]
        if before is None or one.is_cell:  # cells are short, and one says nothing about the next
            continue
        if before.kind is Kind.AUTHOR_BIO and _CONTINUES.match(one.text):
            verdicts[at] = BIO_CONTINUED
        elif are_bare and before.rule in AD_LIST_RULES and _is_title(one, MAX_TITLE_WORDS, STOPS):
            verdicts[at] = AD_ITEM
        elif are_bare and _is_in_list(one, seen[at - 1], before):
            verdicts[at] = LIST_ITEM
        elif _is_tag(one, seen[at - 1], before):
            verdicts[at] = TAG_ITEM
        else:
            _fill(seen, verdicts, at)


def _is_in_list(one: Seen, above: Seen, before: Verdict) -> bool:
    """Whether a line is an entry of a list of headlines; a single one after "Read also:" begins none, nor does what opens a list of its own."""
    if before.kind is not Kind.RELATED or (before.rule != LIST_ITEM.rule and _PROMO.search(above.text)):
        return False
    return _is_title(one, MAX_TITLE_WORDS, (*FULL_STOPS, ":", "："))


def _is_tag(one: Seen, above: Seen, before: Verdict) -> bool:
    """Whether a line is an entry of a list of topics that stands line by line below its heading."""
    is_heading_or_entry = (
        before.rule in _TAG_RULES and above.words <= _TAG_WORDS + 2 and ":" not in above.text[:-1]
    )
    return is_heading_or_entry and _is_title(one, _TAG_WORDS, STOPS)


def _fill(seen: Sequence[Seen], verdicts: list[Verdict | None], at: int) -> None:
    """Drop the lines from `at` on that stand between two that go, where they are labels or both are of one notice.

    Sentences go with a label above them, as a newsletter's promise with its heading, where what stands above that is
    no insert between paragraphs. Others stay: the last ones of a short article are no sure paragraphs.
    """
    before, after, end = verdicts[at - 1], at, len(seen)
    while after < end and verdicts[after] is None and after - at <= MAX_BETWEEN_LINES:
        after += 1
    run = range(at, after)
    if len(run) > MAX_BETWEEN_LINES or before is None or any(seen[each].is_cell for each in run):
        return
    below = verdicts[after] if after < end else None
    labels = [_is_title(seen[each], MAX_BETWEEN_WORDS, STOPS) for each in run]
    are_cut_off = all(labels) and (below is not None or before.kind in _LAST)
    if below is not None and before.kind in _COMMENTING and below.kind in _COMMENTING:
        kind = Kind.COMMENTS if any(seen[each].ends_sentence for each in run) else Kind.COMMENT_FORM
        fill = Verdict(kind, BETWEEN.rule, BETWEEN.confidence)
    elif are_cut_off or (labels[0] and below is not None and before.kind in _FEET):
        fill = BETWEEN
    elif below is not None and before.kind is below.kind and before.kind in _NOTICES:
        fill = Verdict(before.kind, BETWEEN.rule, BETWEEN.confidence)
    else:
        return
    for each in run:
        verdicts[each] = fill


def _is_title(one: Seen, words: int, stops: tuple[str, ...]) -> bool:
    """Whether a line may be a title; those in a list of headlines may ask or call."""
    return one.words <= words and not one.text.rstrip(CLOSERS).endswith(stops)


def trailing(one: Seen) -> Verdict | None:
    """Cut a link's words ("Read more") from the end of a paragraph."""
    if not one.text[-_TRAILING_SIGNS:].rstrip(_AFTER_TRAILING).casefold().endswith(_TRAILING_ENDS):
        return None
    start = max(0, len(one.text) - _TRAILING_WINDOW)
    found = _TRAILING.search(one.text, start)
    if found is None:
        return None
    keep = len(one.text[: found.start("cut")].rstrip(" [("))
    return Verdict(*TRAILING, keep=keep) if keep else None
