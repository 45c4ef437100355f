"""What blocks of the development pages are, read and named by hand: 43,814 that the gold texts of 995 pages leave out.

Up to sixteen above the text, what stands inside it, twenty-four below and the last ten of a page, each text once a site.
`kind_labels.jsonl` holds no text: a block is told by the XXH32 of its text, seeded with how many blocks above it have the same.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import orjson
import xxhash

from copydesk.ledger import Kind

LABELS: Final = Path(__file__).with_name("kind_labels.jsonl")
ARTICLE: Final = "article"
"""Stands for the kind of a block that is the article's own, and which the gold text only happens to leave out."""


def labelled(page: str, blocks: Sequence[str], *, article: Kind | None = Kind.OTHER) -> dict[int, Kind]:
    """Return the kinds of the blocks of a page that are labelled; `article` is what those are called that are its own."""
    known, met, found = labels().get(page, {}), Counter[str](), {}
    for at, text in enumerate(blocks):
        name = known.get(xxhash.xxh32_hexdigest(text.encode(), seed=met[text]))
        met[text] += 1
        if name is not None and (kind := article if name == ARTICLE else Kind(name)) is not None:
            found[at] = kind
    return found


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return the names by hash of block, by page."""
    found = {}
    for line in LABELS.read_bytes().splitlines():
        row = orjson.loads(line)
        page = row.pop("page")
        found[page] = {block: name for name, blocks in row.items() for block in blocks.split()}
    return found
