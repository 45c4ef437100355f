"""What is summed up of an article before its blocks are told in numbers: along it, by element, by template."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import fsum
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


def distances(sure: Sequence[int], at: int) -> tuple[float, float]:
    """How many blocks a block is behind the last sure one and before the next, itself left out; 99 where there is none."""
    before, after = bisect_left(sure, at), bisect_right(sure, at)
    return (
        min(at - sure[before - 1], _NEVER) if before else _NEVER,
        min(sure[after] - at, _NEVER) if after < len(sure) else _NEVER,
    )


def spine(seen: Sequence[Seen], body: int) -> frozenset[int]:
    """Numbers of the elements from the page down to the body."""
    for one in seen:
        lineage = one.block.lineage
        if body in lineage:
            return frozenset(lineage[: lineage.index(body) + 1])
    return frozenset()


def trees(seen: Sequence[Seen], masses: Sequence[float], around: Sequence[int]) -> Mapping[int, list[float]]:
    """Of each element that holds one of these blocks, or their element: mass, blocks, characters in links, characters."""
    wanted = {number for at in around for number in seen[at].block.lineage[-2:]} | {0}
    sums: dict[int, list[float]] = {number: [0.0, 0, 0, 0] for number in wanted}
    alike: dict[int, list[int]] = {}
    holding: dict[int, set[int]] = {}
    for one, mass in zip(seen, masses, strict=True):
        block = one.block
        container = block.container
        own = alike.get(container)
        if own is None:
            own = alike[container] = [0, 0, 0]
            holding[container] = wanted.intersection(block.lineage or (0,))
        own[0] += 1
        own[1] += block.link_chars
        own[2] += len(one.text)
        if mass:
            for number in holding[container]:
                sums[number][0] += mass
    for container, (blocks, links, size) in alike.items():
        for number in holding[container]:
            tree = sums[number]
            tree[1] += blocks
            tree[2] += links
            tree[3] += size
    return sums


def templates(
    seen: Sequence[Seen], masses: Sequence[float], around: Sequence[int]
) -> Mapping[tuple[str, str], list[float]]:
    """Of blocks that are written and called as one of these is: number, words, link shares, mass."""
    sums = {(block.path, block.hints): [0.0, 0.0, 0.0, 0.0] for block in [seen[at].block for at in around]}
    for one, mass in zip(seen, masses, strict=True):
        template = sums.get((one.block.path, one.block.hints))
        if template is not None:
            template[0] += 1
            template[1] += one.words
            template[2] += one.link_share
            template[3] += mass
    return sums


def boxes(
    seen: Sequence[Seen], masses: Sequence[float], around: Sequence[int], body: int
) -> Mapping[int, Sequence[int]]:
    """Of each element that holds some of these blocks: those of the box that it stands in, in order; elements in no box are not told.

    A box is the outermost element around a block that is not the body and holds others of these blocks, and less than half of the text.
    """
    held: dict[int, list[int]] = {}
    for at in around:
        held.setdefault(seen[at].block.container, []).append(at)
    mass: dict[int, float] = {}
    size: dict[int, int] = {}
    for own in held.values():
        heavy = fsum([masses[at] for at in own])
        for number in seen[own[0]].block.lineage:
            mass[number] = mass.get(number, 0.0) + heavy
            size[number] = size.get(number, 0) + len(own)
    most = (fsum(masses) or 1.0) / 2
    found: dict[int, list[int]] = {}
    blocks: dict[int, list[int]] = {}
    for at in around:
        container = seen[at].block.container
        if container not in found:
            around_it = seen[at].block.lineage
            box = next(
                (each for each in around_it if size[each] > 1 and each != body and mass[each] < most), None
            )
            if box is None:
                continue
            found[container] = blocks.setdefault(box, [])
        found[container].append(at)
    return found
