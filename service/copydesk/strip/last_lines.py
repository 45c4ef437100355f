"""The last lines that stay, where their words say what they are: a biography, an invitation, a list of topics.

The model sees words that development pages have many times; the classifier of kinds knows more of furniture, in more languages.
Its word alone is too little within a text, and of a page the structure tells more. Behind the last paragraph it is enough where the
article is not about the same.
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.kinds import Kinds
from copydesk.strip.matcher import tells
from copydesk.strip.rules.base import Rule
from copydesk.strip.verdict import Verdict, by

RULE: Final = "last-line"
"""The rule that the ledger names."""
MOST_WORDS: Final = 60
LEAST_LEFT: Final = 1
"""So many blocks stay whatever they say."""
SURE_FOOT: Final = 0.75
"""So likely a kind of foot is to be. Seven development pages have a text with a last line that goes for its words, and five of these
lines are not in the gold texts."""
SURE_INVITATION: Final = 0.97
"""The same of invitations and rows of buttons: "Sign up for the blood drive" ends the news of a town."""
SURE_BIOGRAPHY: Final = 0.5
"""So likely a biography is to be, of somebody whom the article does not name."""
SUBJECT_SHARE: Final = 0.4
"""An article with a paragraph that is so likely of a kind that only sites have is about such things."""
COMMENTS_SHARE: Final = 0.8
"""The same of comments, which are the likeliest kind of much that people tell."""
SUBJECT_WORDS: Final = 15
CONFIDENCE_DIGITS: Final = 2

_LABELS: Final = frozenset((Kind.SHARE, Kind.TAGS))
"""Kinds that are no sentences."""
_INVITATIONS: Final = frozenset((Kind.NEWSLETTER, Kind.SHARE))
_FEET: Final = _LABELS | _INVITATIONS | {Kind.COMMENT_POLICY, Kind.IMAGE_CREDIT}
_NOT_LAST: Final = frozenset((Kind.AUTHOR_BIO, Kind.BYLINE, Kind.NAVIGATION, Kind.RELATED))
"""Kinds whose wording is not enough: a subject's biography, a day, a number or a title may end an article."""
_SUBJECTS: Final = frozenset(
    (
        Kind.ADVERTISEMENT,
        Kind.COMMENT_FORM,
        Kind.COMMENT_POLICY,
        Kind.COOKIE,
        Kind.NEWSLETTER,
        Kind.PAYWALL,
        Kind.SHARE,
    )
)
_NAME: Final = re.compile(
    r"(?:\w+ ){0,3}?(?P<name>[^\W\d_a-zß-ÿ][\w'’.-]*(?: (?:[^\W\d_a-zß-ÿ][\w'’.-]*|de|del|van|von|der|den|bin|al|da|dos|la|le|di)\b){1,4})"
)
"""Two words with a capital and more, up to three words before them; in a script without capitals any are such."""
_WORD: Final = re.compile(r"\w+")
_QUOTES: Final = re.compile('["“”„«»「」]')


def drop_last_lines(
    seen: Sequence[Seen], verdicts: Sequence[Verdict | None], kinds: Kinds
) -> list[Verdict | None]:
    """Return the verdicts, with those of the last lines that stayed and are furniture by their words."""
    decided = list(verdicts)
    staying = [at for at, verdict in enumerate(verdicts) if verdict is None or verdict.keep]
    while len(staying) > LEAST_LEFT:
        at = staying.pop()
        verdict = _verdict(seen[at], [seen[above] for above in staying], kinds)
        if verdict is None or verdicts[at] is not None:
            break
        decided[at] = verdict
    return decided


def _verdict(one: Seen, above: Sequence[Seen], kinds: Kinds) -> Verdict | None:
    if one.words > MOST_WORDS or one.is_cell:
        return None
    if isinstance(one.rule, Rule) and one.rule.kind not in _NOT_LAST:
        return by(one.rule)
    kind, share = kinds.likeliest(one.text)
    if kind is Kind.AUTHOR_BIO:
        goes = share >= SURE_BIOGRAPHY and _is_of_a_stranger(one, above)
    else:
        goes = _is_foot(one, kind, share) and not _is_subject(above, kinds)
    return Verdict(kind, RULE, round(share, CONFIDENCE_DIGITS)) if goes else None


def _is_foot(one: Seen, kind: Kind, share: float) -> bool:
    """Whether a line speaks to readers of what stands below articles; what tells or quotes is about such things."""
    if kind in _LABELS and one.ends_sentence:
        return False
    least = SURE_INVITATION if kind in _INVITATIONS else SURE_FOOT
    return kind in _FEET and share >= least and not tells(one.core) and not _QUOTES.search(one.text)


def _is_of_a_stranger(one: Seen, above: Sequence[Seen]) -> bool:
    """Whether a block begins with a name whose last word the text above does not hold."""
    named = _NAME.match(one.text)
    if named is None:
        return False
    surname = _WORD.findall(named["name"])[-1]
    return not any(surname in other.text and surname in _WORD.findall(other.text) for other in above)


def _is_subject(above: Sequence[Seen], kinds: Kinds) -> bool:
    """Whether an article is about what sites have around articles."""
    for other in above:
        kind, share = kinds.likeliest(other.text) if other.words >= SUBJECT_WORDS else (Kind.OTHER, 0.0)
        if share >= (COMMENTS_SHARE if kind is Kind.COMMENTS else SUBJECT_SHARE) and (
            kind is Kind.COMMENTS or kind in _SUBJECTS
        ):
            return True
    return False
