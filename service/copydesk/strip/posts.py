"""Posts on social networks that an article quotes: they are its text, with the name and the day below them.

Sites embed them as the network hands them out: a quotation of a class of its own, its last line "— Name (@handle) day".
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.strip.blocks import Seen
from copydesk.strip.judged import Judged

_EMBEDS: Final = frozenset(("twitter-tweet", "twitter-video", "bluesky-embed", "mastodon-embed"))
"""Classes of the quotations; those of networks of pictures hold no more than links to them."""
_NEAR_HINTS: Final = 3
_SIGNED: Final = re.compile(r"[—–-]{1,2} ?\w.{0,80} \(@[\w.-]{1,60}\) .{0,30}\d.{0,12}")


def stays_with_article(judged: Judged, open_: Sequence[int], stays: Sequence[bool]) -> list[bool]:
    """Tell of each block whether it stays, quoted posts in the body right before or behind what stays too.

    Shape: `open_` are indexes of blocks, `stays` is parallel to it.
    """
    known = list(stays)
    seen, body = [judged.seen[at] for at in open_], judged.region.body
    embedded = [_is_embedded(one) and (body in one.block.lineage) for one in seen]
    for i in range(1, len(known)):
        known[i] = known[i] or (known[i - 1] and (embedded[i] or is_signature(seen[i])))
    for i in range(len(known) - 2, -1, -1):
        known[i] = known[i] or (known[i + 1] and embedded[i])
    return known


def _is_embedded(one: Seen) -> bool:
    return not _EMBEDS.isdisjoint(one.block.hints.split()[:_NEAR_HINTS])


def is_signature(one: Seen) -> bool:
    """Tell whether a line is the last one of a post: who wrote it, and when."""
    return "(@" in one.text and _SIGNED.fullmatch(one.text) is not None
