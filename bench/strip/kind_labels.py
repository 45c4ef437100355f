"""What blocks of the development pages are, read and named by hand: 43,814 that the gold texts of 995 pages leave out.

Up to sixteen above the text, what stands inside it, twenty-four below and the last ten of a page, each text once a site.
`kind_labels.jsonl` holds no text: a block is told by the XXH32 of its text, seeded with how many blocks above it have the same.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import orjson
import xxhash

from copydesk.ledger import Kind

LABELS: Final = Path(__file__).with_name("kind_labels.jsonl")
ARTICLE: Final = "article"
"""Stands for the kind of a block that is the article's own, and which the gold text only happens to leave out."""


class Labels(NamedTuple):
    """What is known of the blocks of a page, by their index."""

    kinds: dict[int, Kind]
    own: frozenset[int]
    """Blocks that are the article's own."""


NOTHING: Final = Labels({}, frozenset())


def labelled(page: str, blocks: Sequence[str]) -> Labels:
    """Return the labels of the blocks of a page."""
    known, met = labels().get(page, {}), Counter[str]()
    kinds, own = {}, set()
    for at, text in enumerate(blocks):
        name = known.get(xxhash.xxh32_hexdigest(text.encode(), seed=met[text]))
        met[text] += 1
        if name == ARTICLE:
            own.add(at)
        elif name is not None:
            kinds[at] = Kind(name)
    return Labels(kinds, frozenset(own))


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return the names by hash of block, by page."""
    found = {}
    for line in LABELS.read_bytes().splitlines():
        row = orjson.loads(line)
        page = row.pop("page")
        found[page] = {block: name for name, blocks in row.items() for block in blocks.split()}
    return found
