"""Readers' comments below an article: from which line on they stand, and up to which."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, reads_like_text
from copydesk.strip.rules.base import Rule
from copydesk.strip.verdict import Verdict, by

BETWEEN: Final = Verdict(Kind.OTHER, "tail-between", 0.5)
READER_COMMENT: Final = Verdict(Kind.COMMENTS, "comments-section", 0.8)
"""Confidences are estimates: too few stand in the development pages."""
HEADING_WORDS: Final = 20
NEAR_BLOCKS: Final = 8
"""So near below its heading the first comment shows its head or foot."""
AGE_BLOCKS: Final = 20
"""So near two ages stand, where comments have nothing else to tell them by: a single one may be the article's."""
META_WORDS: Final = 12

_COUNT_RULE: Final = "comments-count-other-languages"
_HEADING: Final = re.compile(
    r"\(?(?:\d{1,6}|one|two|three)\)? (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,160})?"
    r"|(?:\d{1,6} )?(?:(?:reader |user )?comments?|kommentare|commentaires|comentarios|commenti|reacties)(?: \(?\d{1,6}\)?)?"
)
_META: Final = re.compile(
    r".{1,60} (?:says|said|wrote|commented|schreibt|sagt|dit|dice|diz|disse|zegt|schreef|pisze|skriver|säger|пишет|diyor ki|dedi ki|يقول|says on .{4,40})"
    r"|reply|reply to .{1,40}|report(?: comment| abuse)?|permalink|antworten|répondre|responder|rispondi|beantwoorden|odpowiedz|svara|ответить|відповісти|yanıtla|cevapla|odpovědět|balas|trả lời|回复|回覆|返信(?:する)?|답글"
    r"|(?:\d{1,6} ){1,2}reply(?: share)?|.{0,60}\b(?:19|20)\d\d,? (?:at )?\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?"
)
_AGE: Final = re.compile(
    r"(?:an?|\d{1,2}) (?:second|minute|hour|day|week|month|year)s? ago|vor (?:einem|einer|\d{1,2}) (?:minute|stunde|tag|woche|monat|jahr)e?n?|il y a (?:une?|\d{1,2}) (?:minute|heure|jour|semaine|mois|an)s?|hace (?:una?|\d{1,2}) (?:minuto|hora|día|semana|mes|año)(?:e?s)?"
    r"|\d{1,2} (?:minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa|há (?:uma?|\d{1,2}) (?:minuto|hora|dia|semana|m[eê]s|ano)(?:es|s)?|\d{1,2} (?:minuten|minuut|uur|dagen|dag|weken|week|maanden|maand|jaar) geleden|för \d{1,2} (?:minuter|timmar|dagar|veckor|månader|år) sedan|\d{1,2} (?:minut|godzin|dni|tygodni|miesięcy)y? temu|\d{1,2} (?:минут|час|дн|недел|месяц|год|лет)\w{0,3} назад|\d{1,2} (?:dakika|saat|gün|hafta|ay|yıl) önce|\d{1,2} ?(?:分|分钟|小时|時間|天|日|周|週間|个月|か月|年)前|\d{1,2} ?(?:분|시간|일|주|달|년) 전"
)
_ENDS: Final = frozenset(
    (
        Kind.ADVERTISEMENT,
        Kind.COMMENT_FORM,
        Kind.COMMENT_POLICY,
        Kind.COOKIE,
        Kind.COPYRIGHT,
        Kind.NAVIGATION,
        Kind.NEWSLETTER,
        Kind.RELATED,
        Kind.TAGS,
    )
)
"""Kinds that come below the last comment."""
_PARTS: Final = frozenset((Kind.NAVIGATION, Kind.TAGS))
"""Of these, what buttons and badges of comments are taken for."""
_SUB_HEADINGS: Final = frozenset(("h2", "h3"))


class Section(NamedTuple):
    """Where comments stand: from their heading, and up to the block before `stop`."""

    start: int
    stop: int


def comment_section(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> Section:
    """Return where readers' comments stand; an empty section behind the last block where there are none.

    A heading that counts comments and, after a whole sentence of running text, near below it the head or foot of a comment
    ("Anna says:", "Reply"), or the ages of two. The section ends at the first line of other furniture below the last of these.
    """
    marks: _Marks | None = None
    text_before = False
    for at, one in enumerate(seen):
        text_before = text_before or (wording[at] is None and one.ends_sentence and reads_like_text(one))
        if text_before and _is_heading(one, wording[at]):
            marks = marks or _Marks(seen)
            if marks.begin_below(at):
                return Section(at, _stop(marks.last, wording))
    return Section(len(seen), len(seen))


class _Marks:
    """Heads and feet of comments and their ages among all blocks, which are looked for once."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        short = [(at, one.core) for at, one in enumerate(seen) if _may_be_meta(one)]
        self._metas = [at for at, core in short if _META.fullmatch(core)]
        self._ages = [at for at, core in short if _AGE.fullmatch(core)]
        self.last = max((*self._metas, *self._ages), default=-1)

    def begin_below(self, heading: int) -> bool:
        """Tell whether near below a heading there is a head or foot of a comment, or there are the ages of two."""
        meta, age = bisect_right(self._metas, heading), bisect_right(self._ages, heading) + 1
        near_meta = meta < len(self._metas) and self._metas[meta] <= heading + NEAR_BLOCKS
        return near_meta or (age < len(self._ages) and self._ages[age] <= heading + AGE_BLOCKS)


def verdict_in(section: Section, at: int, rule: Rule | None) -> Verdict:
    """Return the verdict on a block of the section, or behind it: no wording there makes a block part of the article."""
    if at >= section.stop:
        return by(rule) if rule is not None else BETWEEN
    is_form = rule is not None and rule.kind in _ENDS and rule.kind not in _PARTS and at > section.start
    return by(rule) if rule is not None and is_form else READER_COMMENT


def _is_heading(one: Seen, rule: Rule | None) -> bool:
    if one.words > HEADING_WORDS:
        return False
    return (rule is not None and rule.id == _COUNT_RULE) or _HEADING.fullmatch(one.core) is not None


def _may_be_meta(one: Seen) -> bool:
    """Whether a block may be the head or foot of a comment: it is short, and no sub-heading of an article about comments."""
    return one.words <= META_WORDS and one.block.tag not in _SUB_HEADINGS


def _stop(last: int, wording: Sequence[Rule | None]) -> int:
    """Index of the first line below the last head or foot of a comment that is other furniture."""
    ends = (
        at for at in range(last + 1, len(wording)) if (rule := wording[at]) is not None and rule.kind in _ENDS
    )
    return next(ends, len(wording))
