"""What rules and selection see of a block: its text, its fold, its size, its place.

A *sure paragraph* is a block that no rule's wording matches and that reads like running text:
at least `SURE_WORDS` words closed by the end of a sentence, or at least `LONG_WORDS` words. What
stands before the first sure paragraph is the head of an article, what stands after the last is
its tail: boilerplate comes in runs there.
"""

import re
from itertools import pairwise
from types import EllipsisType

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


class Seen:
    """One block as rules see it; made once per block, never changed afterwards."""

    __slots__ = (
        "_core",
        "block",
        "ends_sentence",
        "index",
        "is_cell",
        "link_share",
        "paragraph",
        "rule",
        "text",
        "words",
    )

    def __init__(self, index: int, block: Block, text: str) -> None:
        self.index = index
        self.paragraph = index
        """Index of the first block of its paragraph, which text that is hidden inside it parts into several."""
        self.block = block
        self.is_cell = block.tag in CELLS
        """Whether it is the whole text of a table's cell; a cell of several paragraphs lays out a page."""
        self.text = text
        self.words = count_words(text)
        self.ends_sentence = ends_sentence(text)
        self.link_share = min(1.0, block.link_chars / len(text)) if block.link_chars else 0.0
        """Share of the characters that stand inside links, 0 to 1."""
        self._core: str | None = None
        self.rule: Rule | EllipsisType | None = ...
        """The rule whose wording is the whole block, None without one, `...` while no rule was asked."""

    @property
    def core(self) -> str:
        """The folded text without decoration at its ends; empty where no rule looks at so long a block.

        Made when first asked for: most blocks of a page are menus that nobody asks.
        """
        if self._core is None:
            self._core = fold(self.text) if len(self.text) <= MAX_CORE_CHARS else ""
        return self._core


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
    seen = [Seen(index, block, whole[block.start : block.end]) for index, block in enumerate(article.blocks)]
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
