"""Whose biography it is: the author's goes, above the text too; that of somebody the article is about is its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, fold
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.base import Rule
from copydesk.strip.verdict import Verdict

_WORD: Final = re.compile(r"\w+")
_LEAST_NAMES: Final = 2
"""One word of a name in common makes a relative, not the author."""


def bylined(seen: Sequence[Seen], wording: Sequence[Rule | None]) -> set[str]:
    """Return the folded words of lines that name the author."""
    return {
        word
        for at, one in enumerate(seen)
        if (rule := wording[at]) is not None and rule.kind is Kind.BYLINE
        for word in _words(one.text)
    }


def biographies_above(
    seen: Sequence[Seen],
    wording: Sequence[Rule | None],
    matcher: Matcher,
    authors: AbstractSet[str],
    first: int,
) -> Iterator[int]:
    """Yield the blocks above the first paragraph that present the author: below a heading that says so, or by the name in the byline.

    Of anybody else it is the article's own: interviews begin so.
    """
    for at in range(min(first, len(seen))):
        rule = wording[at]
        if rule is None or rule.kind is not Kind.AUTHOR_BIO:
            continue
        above = wording[at - 1] if at else None
        name = set(_words(matcher.name(rule, seen[at].text) or ""))
        if (above is not None and above.kind is Kind.AUTHOR_BIO) or (
            len(name) >= _LEAST_NAMES and name <= authors
        ):
            yield at


def subjects_presented(
    seen: Sequence[Seen],
    verdicts: Sequence[Verdict | None],
    wording: Sequence[Rule | None],
    matcher: Matcher,
    *,
    authors: AbstractSet[str],
    is_heading: Callable[[int], bool],
) -> list[int]:
    """Return the blocks that go as biographies though they present somebody the article is about.

    Whoever the article names is one of its subjects, unless named as its author; a name that stands by itself behind the
    text (`is_heading`) is a biography's heading.
    """
    found: list[int] = []
    named: set[str] | None = None
    for at, one in enumerate(seen):
        rule = wording[at]
        if rule is None or rule.kind is not Kind.AUTHOR_BIO or verdicts[at] is None:
            continue
        name = matcher.name(rule, one.text)
        if name is None:
            continue
        if named is None:
            kept = [one.text for at, one in enumerate(seen) if verdicts[at] is None and not is_heading(at)]
            # As written: many a surname is a word too, of any hill or baker.
            named = {word for text in kept for word in _WORD.findall(text)}
        surname = _WORD.findall(name)[-1]
        if surname in named and fold(surname) not in authors:
            found.append(at)
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
