"""Ask all rules at once: an index of how texts begin leaves a few to be tried.

Matching time is linear: a block longer than a rule may match is not asked, every quantifier of a
rule is bounded, so the work per block has a constant bound.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, seen_as
from copydesk.strip.openings import LENGTH, any_of, opening, start
from copydesk.strip.rules.base import MAX_RULE_WORDS, Rule

_TO_READERS: Final = frozenset(
    (
        Kind.ADVERTISEMENT,
        Kind.COMMENT_FORM,
        Kind.COMMENT_POLICY,
        Kind.COMMENTS,
        Kind.COOKIE,
        Kind.COPYRIGHT,
        Kind.NEWSLETTER,
        Kind.PAYWALL,
        Kind.SHARE,
    )
)
_TOLD: Final = re.compile(
    r"\b(?:said|says|told|recall(?:s|ed)|noted|argue[sd]|joked|ruled|admitted|wrote|was|were|had"
    r"|sagte?|erklärte|schrieb|waren|wurden?|hatten?|dijo|explicó|fue|fueron|había|a dit|était|ont été|avait"
    r"|detto|disse|afirmou|foi|foram|zei|zegt|werd|powiedział|selon|d'après|laut|secondo|ha (?:detto|stabilito|deciso)|hanno|сказал|сообщил|был[аио]?)\b"
)
"""What such a notice does not hold, since it speaks to its reader and tells nothing: words of a report that only
begins like one."""
_ASIDE: Final = re.compile(
    r", (?:we|they|he|she|it|i) (?:says?|said|reads?|wrote)\b|, (?:says|said|runs|ran|reads|goes|went) (?:the|a|an|his|her|its|their|one)\b"
)
"""Who says it, beside it: a sentence quotes its beginning without marks."""
_QUOTATION: Final = re.compile(r"[\"“„”«»‹›「『][^\"“„”«»‹›「『」』]{3,120}[\"“”«»‹›」』](?:,? \w+ \w+|$)")
"""A quotation, and maybe a sentence that goes on after it: about such a notice."""
_TOLD_FROM: Final = 3
"""A notice may begin so: "Was this helpful?"."""

EMPHASIS: Final = "*_ •·▪●■►▶▸→"
"""Marks that scrapers of Markdown leave around a line in italics, as biographies often are, and points of a list."""

_TOLD_WORDS: Final = 6
_WITH_TITLES: Final = frozenset(("comments-count",))
"""Rules of notices that name the article they stand under, whose title may tell: "2 thoughts on ..."."""

_MOST_STARTS: Final = 20_000
"""So many beginnings are remembered with the rules that are tried for them."""
_MOST_WORDS: Final = 50_000
_WORD_CHARS: Final = 40
"""So many words are remembered with the rules that ask for a piece of them, none that is longer."""
_NONE: Final = frozenset[int]()
_MOST_LABELS: Final = 20_000
_LABEL_CHARS: Final = 60
"""So many texts up to this size are remembered with their rules: the pages of a site share their furniture, and three of ten such
texts of 330 development pages of all sites had been met before."""

_ACCENTED: Final = (range(0xC0, 0x250), range(0x370, 0x400), range(0x1E00, 0x2000))
"""Latin and Greek. Of the Cyrillic letters with marks only ё is written without them."""
_PLAIN: Final = {
    code: parts[0]
    for code in (*(code for block in _ACCENTED for code in block), ord("ё"))
    if len(parts := unicodedata.normalize("NFD", chr(code))) > 1
} | {ord("ı"): "i", 0x307: ""}
"""Letters without their accents. A Turkish İ is in lower case an i and a dot by itself."""


def _is_told(rule: Rule, core: str, line: str) -> bool:
    """Whether a sentence about a notice begins as the notice does."""
    if rule.kind is Kind.AUTHOR_BIO or rule.id in _WITH_TITLES:
        return False
    if rule.kind in _TO_READERS and (_TOLD.search(core, _TOLD_FROM) or _QUOTATION.match(line)):
        return True
    return _ASIDE.search(core) is not None


def plain(text: str) -> str:
    """Return a text without accents: capitals often have none ("A LIRE AUSSI"), nor has what was typed in haste."""
    return text if text.isascii() else text.translate(_PLAIN)


def _pattern(rule: Rule) -> str:
    return rule.pattern if rule.cased else plain(rule.pattern)


_BAR: Final = re.compile(r" {0,2}[|·•] {0,2}|\s+/\s+")
"""Stands between labels that a page shows side by side."""
MAX_JOINED_CHARS: Final = 300
LABEL_WORDS: Final = 5


class _Held(dict[str, frozenset[int]]):
    """Ranks of the rules of which a word holds a piece, by the word; filled as it is asked, since texts share their words."""

    def __init__(self, pieces: Mapping[str, AbstractSet[int]]) -> None:
        super().__init__()
        self._pieces = pieces
        self._any = re.compile(any_of(pieces) if pieces else r"(?!)").search

    def __missing__(self, word: str) -> frozenset[int]:
        """Look for all pieces in a word that was not met before."""
        found = _NONE
        if self._any(word):
            found = found.union(*[ranks for piece, ranks in self._pieces.items() if piece in word])
        if len(word) <= _WORD_CHARS:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = found
        return found


class _Index:
    """Rules by what a text they match begins with or holds; knows them by their rank in the registry."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        starts: dict[bool, dict[str, set[int]]] = {False: defaultdict(set), True: defaultdict(set)}
        pieces: dict[str, set[int]] = defaultdict(set)
        for rank, rule in enumerate(rules):
            read = opening(_pattern(rule), cased=rule.cased)
            for each in read.starts | ({""} if read.is_open else set()):
                starts[rule.cased][each].add(rank)
            for each in read.pieces:
                pieces[each].add(rank)
        self._folded, self._cased = map(_for_beginnings, starts.values())
        self._by_start: dict[tuple[str, str], tuple[int, ...]] = {}
        self._held = _Held(pieces).__getitem__

    def ranks(self, core: str, line: str) -> Sequence[int]:
        """Return the ranks of the rules that may match a block's core or the block as written, in order."""
        begins = core[:LENGTH], line[:LENGTH] if line[0].isalpha() else start(line, cased=True)
        ranks = self._by_start.get(begins)
        if ranks is None:
            ranks = self._starting(*begins)
        # Pieces hold no white space, so that each stands within a word.
        held = _NONE.union(*map(self._held, core.split(" ")))
        return sorted(held.union(ranks)) if held else ranks

    def _starting(self, core: str, line: str) -> tuple[int, ...]:
        folded = _longest(self._folded, start(core, cased=False))
        cased = _longest(self._cased, start(line, cased=True))
        if len(self._by_start) >= _MOST_STARTS:
            self._by_start.clear()
        known = self._by_start[core, line] = tuple(sorted(folded | cased))
        return known


def _for_beginnings(starts: Mapping[str, AbstractSet[int]]) -> dict[str, frozenset[int]]:
    """Return the ranks for all beginnings of starts: of those that are a beginning of it."""
    known: dict[str, frozenset[int]] = {"": frozenset(starts.get("", ()))}
    for text in sorted({each[:size] for each in starts for size in range(1, len(each) + 1)}):
        known[text] = known[text[:-1]].union(starts.get(text, ()))
    return known


def _longest(known: Mapping[str, frozenset[int]], text: str) -> frozenset[int]:
    """Return what is known of the longest beginning of a text."""
    while text not in known:
        text = text[:-1]
    return known[text]


class Matcher:
    """The wording half of the rules; knows nothing of position."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        known = tuple(rules)
        patterns = [re.compile(_pattern(rule), re.DOTALL) for rule in known]
        self._tried = [
            (rule.max_words, rule.cased, pattern.fullmatch, rule)
            for rule, pattern in zip(known, patterns, strict=True)
        ]
        self._names = {
            rule.id: pattern
            for rule, pattern in zip(known, patterns, strict=True)
            if "name" in pattern.groupindex
        }
        self._index = _Index(known)
        self._labels: dict[str, Rule | None] = {}

    def match(self, seen: Seen) -> Rule | None:
        """Return the first rule of the registry whose wording is the whole block; a block is asked once.

        Of labels on one line, divided by bars or points, it is that of the first, where most have one.
        """
        if seen.rule is ...:
            rule = self._labels.get(seen.text, ...)
            if rule is ...:
                rule = self._match(seen) or self._match_parts(seen)
                if len(seen.text) <= _LABEL_CHARS:
                    if len(self._labels) >= _MOST_LABELS:
                        self._labels.clear()
                    self._labels[seen.text] = rule
            seen.rule = rule
        return seen.rule

    def _match_parts(self, seen: Seen) -> Rule | None:
        """Return the rule of the first label of several; a row of a table, which holds numbers, is none."""
        text = seen.text
        if len(text) > MAX_JOINED_CHARS or text[0] == "|":
            return None
        if not ("|" in text or "·" in text or "•" in text or "/" in text) or _BAR.search(text) is None:
            return None
        parts = [seen_as(seen.index, seen.block, part) for part in _BAR.split(text.strip(EMPHASIS)) if part]
        if any(part.words > LABEL_WORDS or part.ends_sentence or part.core.isdecimal() for part in parts):
            return None
        rules = [self._match(part) for part in parts]
        found = [rule for rule in rules if rule is not None]
        return rules[0] if 1 < len(parts) < 2 * len(found) else None

    def _match(self, seen: Seen) -> Rule | None:
        words = seen.words
        if words > MAX_RULE_WORDS or not (core := seen.core):
            return None
        line, bare, tried = seen.text.replace("\n", " ").strip(EMPHASIS), plain(core), self._tried
        for rank in self._index.ranks(bare, line):
            most, cased, fullmatch, rule = tried[rank]
            if words <= most and fullmatch(line if cased else bare):
                return None if words >= _TOLD_WORDS and _is_told(rule, core, line) else rule
        return None

    def name(self, rule: Rule, text: str) -> str | None:
        """Return the person's name that a rule of author bios reads from the block, if any."""
        pattern = self._names.get(rule.id)
        found = pattern.fullmatch(" ".join(text.split()).strip(EMPHASIS)) if pattern is not None else None
        return found["name"] if found else None
