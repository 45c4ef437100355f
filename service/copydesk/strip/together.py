"""Lines that only together tell what they are: a reader poll, what a firm says about itself, days of a programme, page numbers."""

import re
from collections.abc import Sequence
from itertools import compress
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import STOPS, Seen, reads_like_text
from copydesk.strip.matcher import plain
from copydesk.strip.rules.base import Rule
from copydesk.strip.rules.byline import DATE
from copydesk.strip.verdict import Verdict

POLL: Final = Verdict(Kind.OTHER, "poll", 0.8)
ABOUT: Final = Verdict(Kind.OTHER, "about-firm", 0.8)
"""Both confidences are estimates: fewer than 20 stand in the development pages."""

VOTE_RULE: Final = "navigation-poll"
_DAY_RULE: Final = "byline-date-line"
_STAMPS: Final = {
    _DAY_RULE: re.compile(rf"(?!.*\d{{4}}){plain(DATE)}"),
    "navigation-control": re.compile(r"\d{1,2}:\d\d"),
}
"""Which of a rule's wordings are days, and which are times. With its year a day is that of an article, in a list of them."""
QUOTED: Final = frozenset((Kind.COMMENTS, Kind.COMMENT_FORM, Kind.COMMENT_POLICY, Kind.COOKIE))
"""Kinds of forms and notices that an article may be about, and that never stand between two of its paragraphs."""
HEADING_WORDS: Final = 6
_BREAKS: Final = frozenset(
    (Kind.RELATED, Kind.COMMENTS, Kind.COMMENT_FORM, Kind.COMMENT_POLICY, Kind.COPYRIGHT)
)

MAX_OPTIONS: Final = 8
_OPTION_WORDS: Final = 6
_QUESTION_WORDS: Final = 30
_MIN_PARAGRAPHS: Final = 2
"""So many paragraphs stand before what a firm says about itself: a text that is no more is a portrait of it."""

_BIO_HEADINGS: Final = frozenset(("author-bio-heading", "author-bio-heading-me"))
_BIO_LINES: Final = 6
_BIO_PARAGRAPHS: Final = 2
_FOOT_LINES: Final = 6
_FOOT_KINDS: Final = 4
"""Four estimates."""
ABOUT_CHARS: Final = 80
"""So far into a paragraph a firm is named that it is about: "Founded in 1993, Example makes pumps"."""
RELEASED: Final = Verdict(Kind.EDITORS_NOTE, "release-notes", 0.8)
"""An estimate, as the others."""
_END_OF_RELEASE: Final = re.compile(
    r"ENDS?|[-–—*~] ?(?i:ends?|30) ?[-–—*~]|#[# ]{1,4}|(?i:(?:notes?|information) (?:to|for) (?:the )?editors?:?|editors' notes:?"
    r"|(?:caution(?:ary)? (?:note|statement|language) (?:regarding|on|about|concerning) )?forward[- ]looking (?:statements?|information):?(?: disclaimer)?|safe harbou?r(?: statement)?:?)"
)
"""A line by itself below a press release, after which come notes for whoever prints it. "End" may be a sub-heading."""
_CODE_COMMENTS: Final = ("//", "/*", "# ", "#!", "<!--", "-- ")
_CODE: Final = re.compile(
    r"[;{}]$|\)[:;]$|^(?:#!|//|\$ |<[/!\w]|(?:def|class|import|function|const|let|var|return|for|if|echo|SELECT) )"
)
"""How comments in code begin, and how a line of code ends or begins."""
QUESTION_END: Final = ("?", "？", "؟")
_ABOUT: Final = re.compile(
    r"(?:About|ABOUT|Über|À propos de|Acerca de|Sobre) (?P<name>[^\W\d_]\S{1,40})(?: \S{1,40}){0,5}"
)
_NO_NAMES: Final = frozenset(("the", "this", "us", "me", "our", "author"))


def poll_lines(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> list[int]:
    """Return the lines of reader polls by index: a question, two to eight short answers, the word to vote by."""
    found: list[int] = []
    for at, rule in enumerate(wording):
        if rule is None or rule.id != VOTE_RULE:
            continue
        for above in range(at - 1, max(-1, at - 2 - MAX_OPTIONS), -1):
            one = seen[above]
            if one.text.endswith(QUESTION_END) and one.words <= _QUESTION_WORDS:
                if at - above > 2:
                    found += range(above, at)
                break
            if one.words > _OPTION_WORDS or one.ends_sentence:
                break
    return found


def released_lines(seen: Sequence[Seen]) -> range:
    """Return the lines below a press release by index: from the one that says so on to the end, where they are no more than the release."""
    paragraphs, above, below = 0, 0, sum(one.words for one in seen)
    for at, one in enumerate(seen):
        if below <= above and paragraphs >= _MIN_PARAGRAPHS and _END_OF_RELEASE.fullmatch(one.text):
            return range(at, len(seen))
        paragraphs += reads_like_text(one)
        above, below = above + one.words, below - one.words
    return range(0)


def about_lines(seen: Sequence[Seen], sure: Sequence[int]) -> list[int]:
    """Return the lines of what firms say about themselves under their press releases, by index.

    "About Example" and, next to it, a paragraph whose beginning holds the name, the last of the text. `sure` are its
    running paragraphs by index.
    """
    found: list[int] = []
    left = list(sure)
    while len(left) > _MIN_PARAGRAPHS and _is_about(seen[left[-1] - 1], seen[left[-1]]):
        at = left.pop()
        found += (at - 1, at)
    return found


def _is_about(heading: Seen, paragraph: Seen) -> bool:
    if heading.index > paragraph.index or heading.text.endswith(STOPS):
        return False
    named = _ABOUT.fullmatch(heading.text.rstrip(" :"))
    if named is None or named["name"].casefold() in _NO_NAMES or named["name"].islower():
        return False
    beginning = paragraph.text[:ABOUT_CHARS].casefold()
    return re.search(rf"\b{re.escape(named['name'].casefold())}\b", beginning) is not None


def biography_lines(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> list[int]:
    """Return the lines below the heading of a biography behind the text, by index: up to the next line with a wording.

    Of a longer text below such a heading nobody knows where the biography ends.
    """
    found: list[int] = []
    paragraphs = 0
    for at, rule in enumerate(wording):
        paragraphs += rule is None and reads_like_text(seen[at])
        if rule is None or rule.id not in _BIO_HEADINGS or paragraphs < _MIN_PARAGRAPHS:
            continue
        end = next((below for below in range(at + 1, len(seen)) if wording[below] is not None), len(seen))
        lines = range(at + 1, end)
        if len(lines) <= _BIO_LINES and sum(map(reads_like_text, seen[at + 1 : end])) <= _BIO_PARAGRAPHS:
            found += lines
    return found


def above_foot(sure: Sequence[int], seen: Sequence[Seen], wording: Sequence[Rule | None]) -> list[int]:
    """Return the running paragraphs, without those that a site's foot holds: a notice in a wording of its own.

    Between them and the text stand many lines of furniture, of several kinds, and they are no longer than the text.
    """
    for i in range(len(sure) - 1, 0, -1):
        kinds = [rule.kind for rule in wording[sure[i - 1] + 1 : sure[i]] if rule is not None]
        if len(kinds) >= _FOOT_LINES and len(set(kinds)) >= _FOOT_KINDS:
            above, below = (sum(seen[at].words for at in those) for those in (sure[:i], sure[i:]))
            return list(sure if below > above else sure[:i])
    return list(sure)


def is_figure(at: int, seen: Sequence[Seen], wording: Sequence[Rule | None]) -> bool:
    """Tell whether a bare number is a figure of a table, not a page's number.

    Those stand in their order, three and more, or beside a word for paging; a table's in its cells, or in any order.
    """
    one = seen[at]
    if not one.core.isdecimal():
        return False
    if one.is_cell:
        return True
    first = max(0, at - 2)
    near = [_number(other) for other in seen[first : at + 3]]
    runs = (near[i : i + 3] for i in range(len(near) - 2))
    if any(run[0] is not None and run == [run[0], run[0] + 1, run[0] + 2] for run in runs):
        return False
    return not any(
        (rule := wording[beside]) is not None
        and rule.kind is Kind.NAVIGATION
        and _number(seen[beside]) is None
        for beside in (at - 1, at + 1)
        if 0 <= beside < len(seen)
    )


def is_code(at: int, seen: Sequence[Seen]) -> bool:
    """Whether a line is a comment in lines of code, whatever it says."""
    if not seen[at].text.startswith(_CODE_COMMENTS):
        return False
    return any(
        0 <= beside < len(seen) and _CODE.search(seen[beside].text) is not None for beside in (at - 1, at + 1)
    )


def _number(one: Seen) -> int | None:
    return int(one.core) if one.core.isdecimal() else None


def stamps(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> frozenset[int]:
    """Return the days and times above the entries of a programme or a chronicle, by index.

    Two and more of one sort, all different, each right above a line without a wording, and no list of other articles
    and no foot of the page between them. A single one tells when the article was published, or how long a film is.
    """
    found: dict[str, list[int]] = {}
    for at, rule in enumerate(wording):
        if rule is not None and rule.id in _STAMPS and _STAMPS[rule.id].fullmatch(plain(seen[at].core)):
            if _is_above_entry(at, seen, wording, rule):
                found.setdefault(rule.id, []).append(at)
        elif rule is not None and rule.kind in _BREAKS and found:
            break
    several = [those for those in found.values() if len({seen[at].core for at in those}) == len(those) > 1]
    return frozenset(at for those in several for at in those)


def _is_above_entry(at: int, seen: Sequence[Seen], wording: Sequence[Rule | None], rule: Rule) -> bool:
    """Whether below a stamp stands an entry: under a day anything, under a time a sentence, or a heading and its sentence. Tickers have headlines alone."""
    if at + 1 >= len(seen) or wording[at + 1] is not None:
        return False
    if rule.id == _DAY_RULE or seen[at + 1].ends_sentence:
        return True
    return at + 2 < len(seen) and wording[at + 2] is None and seen[at + 2].ends_sentence


def sub_headings(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> list[int]:
    """Return the sub-headings that quote a form or a notice, of an article about such, by index.

    A label between two paragraphs, with another one further down: a form's label is followed by the form, and comments come
    with their authors. In the texts of each fourth development page no line of furniture stands so.
    """
    running = [
        wording[at] is None and one.ends_sentence and one.words > HEADING_WORDS for at, one in enumerate(seen)
    ]
    last = max(compress(range(len(seen)), running), default=-1)
    return [
        at
        for at, rule in enumerate(wording[: max(0, last - 1)])
        if rule is not None
        and rule.kind in QUOTED
        and at
        and seen[at].words <= HEADING_WORDS
        and not any(map(str.isdigit, seen[at].text))
        and all(wording[beside] is None and reads_like_text(seen[beside]) for beside in (at - 1, at + 1))
    ]
