"""What rules and selection see of a block: its text, its fold, its size, its place.

A *sure paragraph* is a block that no rule's wording matches and that reads like running text:
at least `SURE_WORDS` words closed by the end of a sentence, or at least `LONG_WORDS` words. What
stands before the first sure paragraph is the head of an article, what stands after the last is
its tail: boilerplate comes in runs there.
"""

import re
from itertools import pairwise
from types import EllipsisType

from msgspec import Struct

from copydesk.article import Block, NormalArticle
from copydesk.strip.rules.base import Rule

SURE_WORDS = 14
"""On the development gold texts 94 % of the paragraphs of 14 words or more end a sentence (of 32,135)."""
LONG_WORDS = 40
FULL_STOPS = (".", "…", "。", "।", "۔", "։", "።")
"""Of Latin, Chinese, Hindi, Urdu, Armenian and Amharic writing."""
STOPS = (*FULL_STOPS, "!", "?", "！", "？", "؟")
SENTENCE_END = frozenset((*STOPS, ":", ";"))
CLOSERS = "\"'”’»›)]}）」』】〉》 "
_DECORATION = " .,:!?…»«›‹→←↓↑>|•·–—*#[]()\"'”“✉☞👉➡\ufe0f►▶-_/\\\t。：！？"

_FOLD = (
    ("\u00a0", " "), ("\u202f", " "), ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("`", "'"), ("´", "'"), ("“", '"'), ("”", '"'),
    ("„", '"'), ("–", "-"), ("—", "-"), ("‐", "-"), ("‑", "-"), ("−", "-"), ("…", "..."),
)  # fmt: skip
"""Replaced one after the other: looking for sixteen characters is a tenth of the work of `str.translate`."""

# Scripts without spaces between words: kana, CJK ideographs, Thai, Lao, Khmer.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1780-\u17ff]")
UNSPACED_CHARS_PER_WORD = 2
"""Mean length of a Chinese word in running text; Japanese is close."""


CELLS = frozenset(("td", "th"))

APART = "\n\n"
"""Stands between two paragraphs."""


class Seen(Struct, gc=False):
    """One block as rules see it; made once per block by `seen_as`, never changed afterwards.

    A struct, and none for the garbage collector, since a page has hundreds of them and they hold no cycle.
    """

    index: int
    paragraph: int
    """Index of the first block of its paragraph, which text that is hidden inside it parts into several."""
    block: Block
    text: str
    words: int
    ends_sentence: bool
    link_share: float
    """Share of the characters that stand inside links, 0 to 1."""
    is_cell: bool
    """Whether it is the whole text of a table's cell; a cell of several paragraphs lays out a page."""
    rule: Rule | EllipsisType | None = ...
    """The rule whose wording is the whole block, None without one, `...` while no rule was asked."""
    _core: str | None = None

    @property
    def core(self) -> str:
        """The folded text without decoration at its ends; empty where no rule looks at so long a block.

        Made when first asked for: most blocks of a page are menus that nobody asks.
        """
        if self._core is None:
            self._core = fold(self.text) if len(self.text) <= MAX_CORE_CHARS else ""
        return self._core


def seen_as(index: int, block: Block, text: str) -> Seen:
    """Return a block as rules see it, with this text."""
    links = block.link_chars
    return Seen(
        index,
        index,
        block,
        text,
        count_words(text),
        ends_sentence(text),
        min(1.0, links / len(text)) if links else 0.0,
        block.tag in CELLS,
    )


MAX_CORE_CHARS = 900
"""Longer blocks have no core: 90 words of nine characters, the longest that a rule may match."""


def fold(text: str) -> str:
    """Return the text lower-cased on one line with plain quotes and dashes, decoration cut from its ends."""
    line = " ".join(text.split())
    if not line.isascii():
        for char, plain in _FOLD:
            if char in line:
                line = line.replace(char, plain)
    return line.lower().strip(_DECORATION)


def count_words(text: str) -> int:
    """Count words; where a script has no spaces, two characters are one."""
    words = text.count(" ") + text.count("\n") + 1 if text else 0
    if text.isascii():
        return words
    return words + len(_UNSPACED.findall(text)) // UNSPACED_CHARS_PER_WORD


def ends_sentence(text: str) -> bool:
    """Tell whether the text closes a sentence, closing quotes and brackets aside."""
    closed = text.rstrip(CLOSERS)
    return bool(closed) and closed[-1] in SENTENCE_END


def see(article: NormalArticle) -> list[Seen]:
    """Return the article's blocks as rules see them, in document order."""
    whole = article.text
    seen = [
        seen_as(index, block, whole[block.start : block.end]) for index, block in enumerate(article.blocks)
    ]
    for before, one in pairwise(seen):
        end, start = before.block.end, one.block.start
        if start - end < len(APART):
            if "\n" not in whole[end:start]:
                one.paragraph = before.paragraph
        elif before.is_cell and one.is_cell and before.block.container == one.block.container:
            before.is_cell = one.is_cell = False  # the cells of a row stand on lines, not apart
    return seen


def reads_like_text(seen: Seen) -> bool:
    """Tell whether a block that no rule matches is a sure paragraph."""
    return seen.words >= LONG_WORDS or (seen.words >= SURE_WORDS and seen.ends_sentence)
