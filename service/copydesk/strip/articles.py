"""Several articles on one page: which blocks are those of another than the page's own.

A page that goes on without end shows the next article below the first, and many show the beginnings of others, each in an
<article> of its own. Where one such element holds the page's headline and some text, those that have headings of their own
are other articles: on the development pages none of them holds a word of the gold text.

A list above the headline whose items are headlines with the beginnings of their articles may hold that of the page itself,
and tells so what it is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from math import fsum
from typing import Final

from copydesk.strip.blocks import Seen
from copydesk.strip.places import text_mass

OWN_MASS: Final = 20.0
"""With less running text the element that holds the headline is no article but the head of one. An estimate: two sentences."""
OWN_SHARE: Final = 0.5
"""The same where it has less than this share of what the longest of the others has. An estimate."""
TITLE_WORDS: Final = 4
"""A shorter headline may begin any sentence. An estimate, as the next two are."""
TEASER_WORDS: Final = 8
"""So many words behind the headline are the beginning of an article, not a date or a count of comments."""
LIST_ITEMS: Final = 3
_LIVE: Final = re.compile(r"(?:^|[\s_-])(?:live|ticker)")
"""In the names of the places of a live blog, whose posts are often such elements, each with a heading."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))


def of_others(seen: Sequence[Seen], titles: frozenset[str]) -> frozenset[int]:
    """Return the indexes of the blocks that stand in the articles of others.

    Shape: `titles` are the folded forms of the page's headline.
    """
    return _of_elements(seen, titles) | _of_lists(seen, titles)


def _of_lists(seen: Sequence[Seen], titles: frozenset[str]) -> frozenset[int]:
    """Those of lists in which one item is the page's headline with more words behind it, where one such list stands above the headline."""
    own = [one for one in seen if one.core.count(" ") + 1 >= TITLE_WORDS and _is_headline(one, titles)]
    headlines = tuple({f"{one.core} " for one in own})
    lists: dict[int, list[Seen]] = defaultdict(list)
    for one in seen if own else ():
        if one.block.tag == "li":
            lists[one.block.container].append(one)
    teasers = [
        items
        for items in lists.values()
        if len(items) >= LIST_ITEMS and any(_is_teaser(item, headlines) for item in items)
    ]
    if not teasers or teasers[0][0].index > own[-1].index:
        return frozenset()
    return frozenset(one.index for items in teasers for one in items)


def _is_teaser(one: Seen, headlines: tuple[str, ...]) -> bool:
    beginnings = [headline for headline in headlines if one.core.startswith(headline)]
    return any(one.words - beginning.count(" ") >= TEASER_WORDS for beginning in beginnings)


def _of_elements(seen: Sequence[Seen], titles: frozenset[str]) -> frozenset[int]:
    """Those of other <article> elements than the one that holds the page's headline."""
    articles: dict[int, list[Seen]] = defaultdict(list)
    for one in seen:
        number = _article(one)
        if number is not None:
            articles[number].append(one)
    own = {number for number, blocks in articles.items() if any(_is_headline(one, titles) for one in blocks)}
    others = [blocks for number, blocks in articles.items() if number not in own and _is_titled(blocks)]
    mass = fsum(_mass(articles[number]) for number in own)
    if not others or mass < max(OWN_MASS, OWN_SHARE * max(map(_mass, others))):
        return frozenset()
    if any(_LIVE.search(blocks[0].block.hints) for blocks in others):
        return frozenset()
    return frozenset(one.index for blocks in others for one in blocks)


def _mass(blocks: Sequence[Seen]) -> float:
    return fsum(map(text_mass, blocks))


def _is_titled(blocks: Sequence[Seen]) -> bool:
    return any(one.block.tag in _HEADINGS for one in blocks)


def _article(one: Seen) -> int | None:
    """Return the number of the outermost <article> that a block stands in."""
    path = one.block.path
    if "article" not in path:
        return None
    tags, lineage = path.split("/"), one.block.lineage
    at = tags.index("article") if "article" in tags else len(lineage)
    return lineage[at] if at < len(lineage) else None


def _is_headline(one: Seen, titles: frozenset[str]) -> bool:
    return one.block.tag in _HEADINGS and one.core in titles
