"""Which blocks of a text are in the gold text: what the trainer learns from.

Blocks are found in the gold by runs of four words; where a run stands in several places, the chain of blocks
that keeps the order of the gold and covers most of its words is taken. Between blocks that were found so,
shorter ones are looked for word by word. What this finds of the development pages' gold texts is an F1 of
.992 to .997: so much a perfect classifier of blocks would reach.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

RUN: Final = 4
FOUND_SHARE: Final = 0.5
"""A block is in the gold where so many of its runs are."""
PLACES: Final = 3
"""How many places in the gold are weighed for one block."""
REACH: Final = 60
"""So many words beyond the last found block a short one is looked for."""
LONG_WORDS: Final = 12
"""A block of this size whose runs are not in the gold is not looked for word by word."""

_WORD: Final = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, as the metric counts them."""
    return _WORD.findall(text)


def label(blocks: Sequence[str], gold: str) -> list[bool]:
    """Tell for each block whether it is in the gold text, in its order."""
    wanted = words_of(gold)
    words = [words_of(block) for block in blocks]
    chain = _chain(words, wanted)
    kept = [False] * len(words)
    for at, _ in chain:
        kept[at] = True
    last, reached = -1, 0
    for at, start in [*chain, (len(words), len(wanted))]:
        _fill(words, wanted, kept, range(last + 1, at), (reached, start))
        if at < len(words):
            last, reached = at, start + len(words[at])
    return kept


def _fill(
    words: Sequence[Sequence[str]],
    gold: Sequence[str],
    kept: list[bool],
    blocks: range,
    span: tuple[int, int],
) -> None:
    """Look for the short blocks between two found ones in what lies between them in the gold."""
    at, end = span
    for block in blocks:
        own = list(words[block])
        if not own or len(own) >= LONG_WORDS:
            continue
        for start in range(at, min(end - len(own), at + REACH) + 1):
            if gold[start : start + len(own)] == own:
                kept[block] = True
                at = start + len(own)
                break


def _chain(words: Sequence[Sequence[str]], gold: Sequence[str]) -> list[tuple[int, int]]:
    """Blocks and where they stand in the gold: the chain in order with most runs (Fenwick tree over positions)."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(gold) - RUN + 1):
        runs[tuple(gold[at : at + RUN])].append(at)
    size = len(gold) + 2
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    nodes: list[tuple[int, int, int, int]] = []  # block, start, sum so far, node before
    for block, own in enumerate(words):
        fresh = []
        for start, found in _places(own, runs):
            best = _best(tree, min(start, size - 1))
            nodes.append((block, start, best[0] + found, best[1]))
            end = min(start + max(1, len(own) - RUN + 1), size - 1)
            fresh.append((end, (best[0] + found, len(nodes) - 1)))
        for end, value in fresh:
            _put(tree, end, value)
    chain = []
    at = max(range(len(nodes)), key=lambda node: nodes[node][2], default=-1)
    while at >= 0:
        block, start, _, at = nodes[at]
        chain.append((block, start))
    return chain[::-1]


def _places(own: Sequence[str], runs: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int]]:
    """Where a block may begin in the gold, with how many of its runs are found there."""
    count = len(own) - RUN + 1
    if count < 1:
        return []
    starts: Counter[int] = Counter()
    there = 0
    for at in range(count):
        found = runs.get(tuple(own[at : at + RUN]), ())
        there += bool(found)
        for start in found:
            starts[start - at] += 1
    if there < FOUND_SHARE * count:
        return []
    return [(max(0, start), number) for start, number in starts.most_common(PLACES)]


def _best(tree: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    at += 1
    best = (0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _put(tree: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    at += 1
    while at < len(tree):
        if value[0] > tree[at][0]:
            tree[at] = value
        at += at & -at
