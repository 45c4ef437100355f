"""The end of an article's last paragraph, where a careless feed has put the foot of the page on the same line.

It is cut sentence by sentence and line by line, from the end, as long as each by itself has the wording of furniture.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, seen_as
from copydesk.strip.kinds import Kinds
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.base import Rule
from copydesk.strip.verdict import Verdict, by

_KINDS: Final = frozenset(Kind) - {
    Kind.AUTHOR_BIO, Kind.BYLINE, Kind.CAPTION, Kind.COMMENTS, Kind.EDITORS_NOTE, Kind.HEADLINE, Kind.IMAGE_CREDIT, Kind.OTHER, Kind.RELATED,
}  # fmt: skip
"""What no paragraph ends with; a biography, a correction or the title of another article may be a part of one."""
_WORDED: Final = _KINDS | {Kind.COMMENTS}
"""The same where a rule tells them: how many comments there are, and no reader's words."""
LOOKED_AT_CHARS: Final = 600
LEAST_WORDS: Final = 14
"""So many words stay: a shorter line is no paragraph with a foot, but is judged whole."""
_SENTENCE_START: Final = re.compile(r"(?<=[.!?…][\"'”’»)\s]) ?(?=\S)|(?<=[。！？])(?=\S)|\n")

_CAPITAL: Final = re.compile(r" (?=[^\w\s]?[^\W\d_a-z])")
FOOT: Final = "foot-words"
"""The rule of what goes since its words are surely those of furniture, where the whole article is one line: of development
pages' last paragraphs, four of five such sentences are in the gold."""
SURE_SHARE: Final = 0.7
VERY_SURE_SHARE: Final = 0.95
"""So sure they are to be, and so sure where readers' comments may be meant or one such sentence is all that is found. Two estimates."""
LEAST_DOUBTFUL: Final = 2
"""So many sentences in a row go though each may be in doubt."""
MOST_LABELS: Final = 24
"""At so many words with a capital labels on one line are taken apart, the last ones: each is tried with each."""


def cut_end(
    seen: Sequence[Seen], verdicts: Sequence[Verdict | None], matcher: Matcher, kinds: Kinds
) -> list[Verdict | None]:
    """Return the verdicts, that on the last block that stays with the foot on its line cut off."""
    decided = list(verdicts)
    stays = [at for at, verdict in enumerate(decided) if verdict is None or verdict.keep]
    if stays and decided[stays[-1]] is None and seen[stays[-1]].words > LEAST_WORDS:
        decided[stays[-1]] = _foot(seen[stays[-1]], matcher, kinds if len(stays) == 1 else None)
    return decided


def _foot(one: Seen, matcher: Matcher, kinds: Kinds | None) -> Verdict | None:
    """Return what to cut from the end of a block, None where its last sentence is its own."""
    text = one.text
    start, found = len(text), []
    for piece, before in _sentences(text):
        verdict = _verdict(one, piece, matcher, kinds)
        if verdict is None:
            break
        start = before
        found.append(verdict)
    if len(found) < LEAST_DOUBTFUL and all(
        verdict.rule == FOOT and verdict.confidence < VERY_SURE_SHARE for verdict in found
    ):
        return None
    keep = len(text[:start].rstrip())
    return replace(found[-1], keep=keep) if text[:keep].count(" ") >= LEAST_WORDS else None


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the last sentences and lines of a text with where they begin, the last one first."""
    end = len(text)
    offset = max(0, end - LOOKED_AT_CHARS)
    for start in reversed([offset + found.end() for found in _SENTENCE_START.finditer(text[offset:])]):
        piece = text[start:end].strip()
        if piece:
            yield piece, start
            end = start


def _verdict(one: Seen, piece: str, matcher: Matcher, kinds: Kinds | None) -> Verdict | None:
    """Return as what a sentence goes: by the wording of its labels, else by its words, None where it stays."""
    rule = _rule(one, piece, matcher)
    if rule is not None:
        return by(rule)
    if kinds is None:
        return None
    kind, share = kinds.by_words(piece)
    least = SURE_SHARE if kind in _KINDS else VERY_SURE_SHARE
    return Verdict(kind, FOOT, round(share, 3)) if share >= least and kind is not Kind.OTHER else None


def _rule(one: Seen, piece: str, matcher: Matcher) -> Rule | None:
    """Return the rule of furniture whose wording a piece of a block is, or the first of several that it is one after the other."""
    starts = [0, *(found.end() for found in _CAPITAL.finditer(piece))]
    starts[1:] = starts[1:][-MOST_LABELS:]
    ends = [len(piece)]  # where labels may end: from here on the rest is nothing but labels
    rule = None
    for start in reversed(starts):
        parts = (_match(one, piece[start:end], matcher) for end in reversed(ends))
        rule = next((found for found in parts if found is not None), None)
        if rule is not None:
            ends.append(start)
    return rule


def _match(one: Seen, piece: str, matcher: Matcher) -> Rule | None:
    rule = matcher.match(seen_as(one.index, one.block, piece))
    return rule if rule is not None and rule.kind in _WORDED else None
