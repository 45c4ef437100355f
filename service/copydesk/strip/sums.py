"""What is summed up of an article before its blocks are told in numbers: along it, by element, by template."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from copydesk.strip.blocks import Seen

_NEVER: Final = 99.0


def cumulated(values: Sequence[float]) -> list[float]:
    """Sums of all values before each, and of all."""
    sums = [0.0]
    so_far = 0.0
    for value in values:
        so_far += value
        sums.append(so_far)
    return sums


def distances(sure: Sequence[int], count: int) -> list[float]:
    """Of each block: how many blocks ago the last sure one stood, itself left out; 99 where there was none."""
    found: list[float] = []
    marks = set(sure)
    ago = _NEVER
    for at in range(count):
        found.append(min(ago, _NEVER))
        ago = 1.0 if at in marks else ago + 1.0
    return found


def spine(seen: Sequence[Seen], body: int) -> frozenset[int]:
    """Numbers of the elements from the page down to the body."""
    for one in seen:
        lineage = one.block.lineage
        if body in lineage:
            return frozenset(lineage[: lineage.index(body) + 1])
    return frozenset()


def trees(seen: Sequence[Seen], masses: Sequence[float], around: Sequence[int]) -> Mapping[int, list[float]]:
    """Of each element that holds one of these blocks, or their element: mass, blocks, characters in links, characters."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0, 0, 0])
    wanted = {number for at in around for number in seen[at].block.lineage[-2:]} | {0}
    alike: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    lineages: dict[int, tuple[int, ...]] = {}
    for one, mass in zip(seen, masses, strict=True):
        block = one.block
        if mass:
            for number in wanted.intersection(block.lineage or (0,)):
                sums[number][0] += mass
        lineages[block.container] = block.lineage
        own = alike[block.container]
        own[0] += 1
        own[1] += block.link_chars
        own[2] += len(one.text)
    for container, (blocks, links, size) in alike.items():
        for number in wanted.intersection(lineages[container] or (0,)):
            tree = sums[number]
            tree[1] += blocks
            tree[2] += links
            tree[3] += size
    return sums


def templates(seen: Sequence[Seen], masses: Sequence[float]) -> Mapping[tuple[str, str], list[float]]:
    """Of blocks that are written alike in places that are called alike: number, words, link shares, mass."""
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for one, mass in zip(seen, masses, strict=True):
        template = sums[one.block.path, one.block.hints]
        template[0] += 1
        template[1] += one.words
        template[2] += one.link_share
        template[3] += mass
    return sums
