"""What is told of an article in few words, beside what its publisher tells: keyphrases and the extracted description.

The publisher's own description and keywords stand on many development pages. They are no gold: a description may be an
advertisement, a keyword a section. So a simple rival is measured in the same run: the first sentence or two, and the
most frequent words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from bench.strip.pages import read_pages
from copydesk.article import CleanArticle, RawArticle
from copydesk.enrich.description import extract_description, find_description
from copydesk.enrich.entities.find import find_mentions
from copydesk.enrich.headline import find_headline
from copydesk.enrich.keyphrases import KEYPHRASES_MAX, find_keyphrases
from copydesk.enrich.language import find_language
from copydesk.enrich.publisher import find_publisher, outlet_names
from copydesk.enrich.section import find_keywords
from copydesk.enrich.stop_words import STOP_WORDS
from copydesk.pipeline import trace

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]+")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"”\u2019»]*(?=\s|$)")
_TELLING_WORDS_MIN: Final = 5
"""A publisher's description of fewer telling words is a slogan."""


class Overlap(Struct):
    """Sums over pages of the recall, precision and F of a description's telling words."""

    pages: int = 0
    recall: float = 0.0
    precision: float = 0.0
    f: float = 0.0

    def add(self, told: set[str], right: set[str]) -> None:
        """Count a page."""
        both = len(told & right)
        recall, precision = both / len(right), both / len(told) if told else 0.0
        self.pages += 1
        self.recall += recall
        self.precision += precision
        self.f += 2 * recall * precision / (recall + precision) if both else 0.0

    def __str__(self) -> str:
        mean = [value / max(self.pages, 1) for value in (self.recall, self.precision, self.f)]
        return f"recall {mean[0]:.3f}, precision {mean[1]:.3f}, F {mean[2]:.3f}"


class Phrases(Struct):
    """Counts: phrases told, those that are a keyword of the page, and the keywords that its text holds."""

    told: int = 0
    right: int = 0
    keywords: int = 0

    def add(self, told: Sequence[str], right: set[str]) -> None:
        """Count a page."""
        self.told += len(told)
        self.right += len({one.casefold() for one in told} & right)
        self.keywords += len(right)

    def __str__(self) -> str:
        return (
            f"precision {self.right / max(self.told, 1):.3f}, recall {self.right / max(self.keywords, 1):.3f}"
        )


class Told(Struct):
    """Descriptions and keyphrases, each beside its rivals, by name."""

    descriptions: dict[str, Overlap]
    phrases: dict[str, Phrases]
    keyword_pages: int = 0


def measure() -> Told:
    """Read every development page in a language with stop words that has a description or keywords of its own."""
    told = Told({}, {})
    for page in read_pages():
        clean = trace(RawArticle(kind="html", body=page.html.encode(), charset="utf-8", url=page.url)).clean
        language = find_language(clean.article, clean.body) if clean else None
        if clean is not None and language is not None and language.value in STOP_WORDS:
            _page(clean, language.value, told)
    return told


def _page(clean: CleanArticle, language: str, told: Told) -> None:
    publisher = find_publisher(clean.article)
    outlets = outlet_names(clean.article, publisher.value if publisher else None)
    headline = find_headline(clean, outlets)
    title = headline.value if headline else None
    phrases = find_keyphrases(clean.body, title, language, find_mentions(clean.body, language))
    stop = STOP_WORDS[language]
    own = find_description(clean.article)
    right = _words(own.value, stop) if own else set()
    if len(right) >= _TELLING_WORDS_MIN:
        extract = extract_description(clean.paragraphs, title, language)
        lead = [one.strip() for one in _SENTENCE.findall(clean.body[:3000])]
        for name, text in (
            ("extract", extract.value if extract else ""),
            ("first sentence", " ".join(lead[:1])),
            ("first two", " ".join(lead[:2])),
        ):
            told.descriptions.setdefault(name, Overlap()).add(_words(text, stop), right)
    keywords = find_keywords(clean.article)
    low = clean.body.casefold()
    present = {one.casefold() for one in keywords.value if one.casefold() in low} if keywords else set()
    if present:
        told.keyword_pages += 1
        frequent = Counter(word for word in _WORD.findall(low) if word not in stop and len(word) > 2)
        for name, given in (
            ("keyphrases", [one.text for one in phrases]),
            ("frequent words", [word for word, _ in frequent.most_common(KEYPHRASES_MAX)]),
        ):
            told.phrases.setdefault(name, Phrases()).add(given, present)


def _words(text: str, stop: frozenset[str]) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if word not in stop and len(word) > 2}
