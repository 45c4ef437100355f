"""The benefit of the doubt: blocks that the model is not sure of stay where they follow what stays.

Development pages are long. The threshold that is best for them takes their last lines from lists, dialogues and notices of a
hundred words, and a lost line of an article is the worse fault.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, reads_like_text
from copydesk.strip.judged import Judged
from copydesk.strip.kinds import Kinds
from copydesk.strip.rules.base import Rule
from copydesk.strip.strangers import presented
from copydesk.strip.together import HEADING_WORDS, QUESTION_END, QUOTED

SHORT_WORDS: Final = 300
"""Fewer words that the model is asked about make a short article: hardly a development page has so few."""
SHORT_ODDS: Final = -2.0
"""So sure, .88, the model is to be on average of the first lines in a row that follow what stays of a short article. Chosen, with
the next, on the hard cases (`python -m tests.quality.cases`)."""
SURE_ODDS: Final = -2.5
"""So sure, .92, it is to be of a single one of them."""
HEADING_ODDS: Final = -2.0
"""The same of a sub-heading right above a paragraph that stays, in articles of any size."""
MOST_LINKS: Final = 0.5
LEAST_NAMED: Final = 2
"""In so many paragraphs below a line that presents somebody their name makes them the article's subject, an estimate."""
MOST_PEOPLE: Final = 10
"""More are a list of people, which is too long to look for each in all that stands below."""
LEAST_QUESTIONS: Final = 3
"""So many questions with an answer make an interview, an estimate."""
_SPEAKER: Final = re.compile(r"([^\W\d_])(?: ?\d{1,2})?[.:：] ?\S")
"""A question or an answer that one letter calls so, in any language."""
_CALLED: Final = re.compile(r"([^\W\d_][^\s\d_:：.,]{1,15}(?: [^\s\d_:：.,]{1,15})?)[:：] ?\S")
"""A line that one word or two call what it is: who speaks, what is told of each thing of a list."""
_TURN_BLOCKS: Final = 2
"""So far apart, at most, are lines that words call so and that take turns."""
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))


def stays_by_doubt(
    judged: Judged, open_: Sequence[int], odds: Sequence[float], chosen: Sequence[bool], kinds: Kinds
) -> list[bool]:
    """Tell of each block whether it stays, those in doubt too.

    Shape: `open_` are indexes of blocks, `odds` and `chosen` are parallel to it.
    """
    stays = list(chosen)
    if True not in stays:
        return stays
    seen = [judged.seen[at] for at in open_]
    first = stays.index(True)
    is_short = sum(one.words for one in seen) < SHORT_WORDS
    if is_short:
        for run in _runs(open_, stays, first):
            for i in run[: _in_doubt([odds[i] for i in run])]:
                is_told_of = True in stays[run.stop :] or _named(presented(seen[i]), seen, stays) > 0
                stays[i] = _is_doubtful(judged, seen[i], kinds, is_told_of=is_told_of)
        _keep_answers(judged, seen, stays, kinds)
    labelled = _in_turns(seen, _SPEAKER, len(seen))
    if judged.region.is_page or is_short:
        labelled |= _in_turns(seen, _CALLED, _TURN_BLOCKS)
    for i in labelled:
        stays[i] = stays[i] or _is_doubtful(judged, seen[i], kinds)
    _keep_quoted(judged, seen, stays, kinds, first)
    _keep_presented(judged, seen, stays)
    if judged.region.is_page:
        for i in range(len(stays) - 2, first, -1):
            if not stays[i] and stays[i + 1] and odds[i] > HEADING_ODDS and _is_above(seen[i], seen[i + 1]):
                stays[i] = _is_doubtful(judged, seen[i], kinds)
    return stays


def _keep_answers(judged: Judged, seen: Sequence[Seen], stays: list[bool], kinds: Kinds) -> None:
    """Let a short question and its answer stay behind what stays of an interview: three others with theirs."""
    pairs = [
        i
        for i in range(len(seen) - 1)
        if seen[i].text.endswith(QUESTION_END)
        and seen[i + 1].ends_sentence
        and seen[i + 1].index == seen[i].index + 1
    ]
    if sum(stays[i] and stays[i + 1] for i in pairs) < LEAST_QUESTIONS:
        return
    for i in pairs:
        both = (i, i + 1)
        if i and stays[i - 1] and not all(stays[each] for each in both):
            doubtful = all(stays[each] or _is_doubtful(judged, seen[each], kinds) for each in both)
            for each in both:
                stays[each] = stays[each] or doubtful


def _keep_quoted(judged: Judged, seen: Sequence[Seen], stays: list[bool], kinds: Kinds, first: int) -> None:
    """Let a sub-heading that quotes a notice stay between the two paragraphs about it."""
    for i in range(first + 1, len(stays) - 1):
        between = stays[i - 1] and stays[i + 1] and seen[i + 1].index - seen[i - 1].index == 2
        if between and not stays[i] and _is_quoted(seen[i - 1 : i + 2], kinds):
            stays[i] = judged.verdicts[seen[i].index] is None


def _keep_presented(judged: Judged, seen: Sequence[Seen], stays: list[bool]) -> None:
    """Let a line that presents somebody stay where the text goes on about them: their name stands in two paragraphs below.

    Of 119 such lines that the model takes from the development pages' texts two stand so, both of them about no person.
    """
    people = [
        (i, name)
        for i, one in enumerate(seen)
        if not stays[i] and _is_of_the_model(judged, one, is_told_of=True) and (name := presented(one))
    ]
    for i, name in people[:MOST_PEOPLE]:
        stays[i] = _named(name, seen[i + 1 :], stays[i + 1 :]) >= LEAST_NAMED


def _named(person: str | None, seen: Sequence[Seen], stays: Sequence[bool]) -> int:
    """In how many of the paragraphs that stay somebody is named, by the last word of the name; 0 of nobody."""
    if person is None:
        return 0
    name = person.split()[-1]
    return sum(
        kept and name in one.text and reads_like_text(one) for one, kept in zip(seen, stays, strict=True)
    )


def _in_turns(seen: Sequence[Seen], label: re.Pattern[str], apart: int) -> set[int]:
    """Return which blocks have labels that take turns, three times and more: "Q: ...", "A: ..."; "Pros: ...", "Cons: ...".

    Of 39 blocks that letters label so on the development pages all are in the gold texts. Of 1,362 in gold texts that words label so 85
    went without this, and 22 of 138 that are not. The whole text of a page has such lists in its clutter, so only pages and short texts are asked.
    """
    labels = [(i, found[1]) for i, one in enumerate(seen) if (found := label.match(one.text))]
    turns = Counter((a[1], b[1]) for a, b in pairwise(labels) if a[1] != b[1] and b[0] - a[0] <= apart)
    called = {each for pair, count in turns.items() if count >= LEAST_QUESTIONS for each in pair}
    return {i for i, each in labels if each in called}


def _in_doubt(odds: Sequence[float]) -> int:
    """Return how many lines of a run, from its beginning, the model is not sure of on average, and of none of them too much."""
    most = next((at for at, each in enumerate(odds) if each <= SURE_ODDS), len(odds))
    return next((size for size in range(most, 0, -1) if fsum(odds[:size]) > SHORT_ODDS * size), 0)


def _runs(open_: Sequence[int], stays: Sequence[bool], first: int) -> list[range]:
    """Return the runs of neighbours that go, each right behind a block that stays."""
    runs: list[range] = []
    for at in range(first + 1, len(stays)):
        if stays[at] or open_[at] != open_[at - 1] + 1:
            continue
        if stays[at - 1]:
            runs.append(range(at, at + 1))
        elif runs and runs[-1].stop == at:
            runs[-1] = range(runs[-1].start, at + 1)
    return runs


def _is_quoted(around: Sequence[Seen], kinds: Kinds) -> bool:
    """Whether the middle one of three blocks is a sub-heading that quotes a form or a notice, between two paragraphs about it."""
    before, one, after = around
    return (
        one.words <= HEADING_WORDS
        and reads_like_text(before)
        and reads_like_text(after)
        and kinds.of(one.text) in QUOTED
    )


def _is_above(heading: Seen, paragraph: Seen) -> bool:
    """Whether a block is a sub-heading of the next one, in the same element."""
    return heading.block.tag in _HEADINGS and heading.block.lineage[:-1] == paragraph.block.lineage[:-1]


def _is_doubtful(judged: Judged, one: Seen, kinds: Kinds, *, is_told_of: bool = False) -> bool:
    """Whether only the model is against a block, and no words that are surely of one kind.

    A biography may be that of somebody whom the article tells of (`is_told_of`): where it goes on below, or names them.
    """
    of_somebody = is_told_of and kinds.of(one.text) is Kind.AUTHOR_BIO
    return _is_of_the_model(judged, one, is_told_of=is_told_of) and (
        of_somebody or not kinds.are_sure(one.text)
    )


def _is_of_the_model(judged: Judged, one: Seen, *, is_told_of: bool) -> bool:
    """Whether only the model can be against a block: no place, no link, no wording but, where it may be told of, that of a biography."""
    worded = isinstance(one.rule, Rule) and not (is_told_of and one.rule.kind is Kind.AUTHOR_BIO)
    verdict = judged.verdicts[one.index]
    return (
        judged.region.places[one.index] is None
        and (verdict is None or bool(verdict.keep))
        and not worded
        and one.link_share < MOST_LINKS
    )
