"""What is called the headline of a page and what its byline, among the blocks removed above its text.

Selection leaves them out for their place, which seldom has a name of its own; their order tells. Like all of
`naming`, nothing here decides what goes.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.headline import HEADLINE_REPEAT
from copydesk.strip.matcher import Matcher
from copydesk.strip.naming import HEADINGS
from copydesk.strip.neighbours import UNWORDED
from copydesk.strip.select import HIDDEN
from copydesk.strip.verdict import Verdict

REACH: Final = 20
"""A headline stands at most so many blocks above the text: between them are bylines, share bars, a picture's caption."""
MAX_BYLINE_WORDS: Final = 12
NAME_WORDS: Final = range(2, 5)

_TITLES: Final = frozenset(("h1", "h2", "h3"))
_ABOVE: Final = frozenset((Kind.OTHER, Kind.RELATED, Kind.BYLINE, Kind.TAGS, Kind.NEWSLETTER, Kind.COPYRIGHT))
"""What the only h1 above the text may be called by its words alone; one in a menu or a layer is the name of the site."""
_VAGUE: Final = frozenset((Kind.OTHER, Kind.SHARE))
"""A byline's place has no name, or that of the buttons beside it."""
_DAY: Final = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{1,2}[月월] ?\d{1,2}[日일])"
)


def name_head(
    seen: Sequence[Seen],
    named: Sequence[Verdict | None],
    titles: AbstractSet[str],
    matcher: Matcher,
) -> list[Verdict | None]:
    """Return the verdicts, the headline above the text called one, and what tells day or author between them a byline.

    Shape: `titles` are the folded forms of the page's headline.
    """
    first = next((at for at, verdict in enumerate(named) if verdict is None or verdict.keep), 0)
    own = _headline(seen, named, first, titles)
    if own is None:
        return list(named)
    changed = _repeats(seen, named, own)
    for at in range(own + 1, first):
        verdict = changed[at]
        if verdict is not None and verdict.rule in UNWORDED and verdict.kind in _VAGUE:
            beside = changed[at - 1], changed[at + 1]
            if _is_byline(seen[at], matcher) or (
                _is_name(seen[at]) and any(each is not None and each.kind is Kind.BYLINE for each in beside)
            ):
                changed[at] = replace(verdict, kind=Kind.BYLINE)
    return changed


def _repeats(seen: Sequence[Seen], named: Sequence[Verdict | None], own: int) -> list[Verdict | None]:
    """The verdicts with the headline called one wherever it stands without a name."""
    changed = list(named)
    for at, verdict in enumerate(named):
        if verdict is None or verdict.keep or seen[at].core != seen[own].core:
            continue
        if at == own and verdict.rule not in UNWORDED:
            changed[at] = HEADLINE_REPEAT
        elif at == own or (verdict.kind is Kind.OTHER and verdict.rule in UNWORDED):
            changed[at] = replace(verdict, kind=Kind.HEADLINE)
    return changed


def _headline(
    seen: Sequence[Seen], named: Sequence[Verdict | None], first: int, titles: AbstractSet[str]
) -> int | None:
    """Index of the headline that goes: what the page's data call one, or the only h1, above the text."""
    above = [
        (at, seen[at], verdict)
        for at in range(first - 1, max(-1, first - 1 - REACH), -1)
        if (verdict := named[at]) is not None and verdict.rule != HIDDEN
    ]
    for at, one, _ in above:
        if one.block.tag in _TITLES and _is_title(one.core, titles):
            return at
    for at, one, verdict in above:
        if verdict.kind is Kind.HEADLINE or (
            verdict.kind is Kind.OTHER and verdict.rule in UNWORDED and one.core in titles
        ):
            return at
    tops = [one.index for one in seen if one.block.tag == "h1"]
    for at, one, verdict in above:
        if tops == [one.index] and verdict.rule in UNWORDED and verdict.kind in _ABOVE:
            return at
    return None


def _is_title(core: str, titles: AbstractSet[str]) -> bool:
    """Whether a heading is the page's title, or what follows the site's name in it."""
    return bool(core) and (core in titles or any(title.endswith(f": {core}") for title in titles))


def _is_byline(one: Seen, matcher: Matcher) -> bool:
    """Whether a line between headline and text tells a day or is worded like a byline."""
    if one.words > MAX_BYLINE_WORDS:
        return False
    rule = matcher.match(one)
    return rule.kind is Kind.BYLINE if rule is not None else _DAY.search(one.text) is not None


def _is_name(one: Seen) -> bool:
    """Whether a line looks like a person's name: two to four words with capitals, and no heading."""
    words = one.text.split()
    are_names = all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)
    return one.words in NAME_WORDS and are_names and one.block.tag not in HEADINGS
