"""Text that a page prints twice: once more for narrow screens, for printers, or as a summary of itself.

Which blocks are the article's the model says; that one stands there twice no number of a single block tells.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.verdict import Verdict

REPEAT: Final = Verdict(Kind.OTHER, "repeated-text", 0.9)

LONG_WORDS: Final = 20
"""A sentence of so many words is seldom meant twice; what is, exercises of a plan and courses of a school, is shorter or an item of a list."""
HEAD_BLOCKS: Final = 3
"""Among the first blocks that stay is the standfirst, which some pages print again below."""
_LISTED: Final = frozenset(("li", "dd", "dt", "td", "th", "pre", "code"))


def without_repeats(seen: Sequence[Seen], verdicts: Sequence[Verdict | None]) -> list[Verdict | None]:
    """Return the verdicts, with one on each block that stays and stands above already, word for word.

    What goes is two long blocks or more that follow each other in both copies, with the short ones among and beside them that
    both copies have; or a single long one, where its first copy is one of the first blocks. Time is linear in the blocks.
    """
    decided = list(verdicts)
    kept = [one for one, verdict in zip(seen, verdicts, strict=True) if verdict is None]
    for place in _repeated(kept):
        decided[kept[place].index] = REPEAT
    return decided


def is_long(one: Seen) -> bool:
    """Tell whether a block is a paragraph that nobody writes twice: no code, no stanza, no item of a list."""
    return (
        one.words >= LONG_WORDS
        and one.ends_sentence
        and one.block.tag not in _LISTED
        and "\n" not in one.text
    )


def _repeated(kept: Sequence[Seen]) -> Iterator[int]:
    """Yield the places of the blocks that stand above already."""
    last: dict[str, int] = {}
    copies: list[tuple[int, int]] = []
    way = 0
    long = [place for place, one in enumerate(kept) if is_long(one)]
    for number, place in enumerate(long):
        found = last.get(kept[place].text)
        last[kept[place].text] = number
        if copies and (found is None or number - found != way):
            yield from _run(kept, copies)
            copies = []
        if found is not None:
            way = number - found
            copies.append((long[found], place))
    yield from _run(kept, copies)


def _run(kept: Sequence[Seen], copies: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield what goes of a run of long blocks, each given by its places in the first copy and in the second."""
    if len(copies) < 2:
        yield from (second for first, second in copies if first < HEAD_BLOCKS)
        return
    yield from (second for _, second in copies)
    for (first, second), (first_end, second_end) in pairwise(copies):
        among = {kept[place].text for place in range(first + 1, first_end)}
        yield from (place for place in range(second + 1, second_end) if kept[place].text in among)
    yield from _beside(kept, *copies[0], -1)
    yield from _beside(kept, *copies[-1], 1)


def _beside(kept: Sequence[Seen], first: int, second: int, step: int) -> Iterator[int]:
    """Yield the short blocks next to the second copy that stand next to the first one too."""
    first, second = first + step, second + step
    while first >= 0 and second < len(kept) and kept[first].text == kept[second].text:
        if is_long(kept[second]):
            return
        yield second
        first, second = first + step, second + step
