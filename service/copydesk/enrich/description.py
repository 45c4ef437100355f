"""The summary of an article: the page's own, else a sentence or two of the text, which is said."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, islice
from math import fsum
from typing import Final

from copydesk.article import NormalArticle
from copydesk.enrich.found import Found, first_found
from copydesk.enrich.page_data import article_objects, meta_text, name_of
from copydesk.enrich.sentences import sentences_of
from copydesk.enrich.stop_words import STOP_WORDS
from copydesk.enrich.tokens import words_of

DESCRIPTION_MAX_CHARS: Final = 1000
"""Longer ones are the article over again; they are left out, not cut."""

CONFIDENCE: Final = 0.9
"""Judged, not measured: what a page calls its description is one; some sites describe themselves there."""


def find_description(article: NormalArticle) -> Found[str] | None:
    """Return og:description, the description meta element or JSON-LD's; None otherwise."""
    return first_found(Found(text, method, CONFIDENCE) if text else None for method, text in _texts(article))


def _texts(article: NormalArticle) -> Iterator[tuple[str, str | None]]:
    meta = article.page.meta
    for name in ("og:description", "description"):
        yield f"meta:{name}", meta_text(meta, name, DESCRIPTION_MAX_CHARS)
    for thing in article_objects(article.page.json_ld):
        yield "json_ld", name_of(thing.get("description"), DESCRIPTION_MAX_CHARS)
    yield "meta:twitter:description", meta_text(meta, "twitter:description", DESCRIPTION_MAX_CHARS)


CONFIDENCE_EXTRACT: Final = 0.4
"""Mean F of its telling words beside those of publishers' own descriptions (`make bench-enrich`)."""

EXTRACT_MAX_CHARS: Final = 400
_SENTENCE_MIN_CHARS: Final = 30
_SENTENCES_READ: Final = 8
_PARAGRAPH_CHARS: Final = 2000

_USUAL_WORDS: Final = 15
"""Telling words of a publisher's description: 14.4 in the mean of 428 development pages."""

_IN_HEADLINE: Final = 0.7
_BY_SENTENCE: Final = (0.33, 0.19, 0.09, 0.07, 0.02, 0.02, 0.02, 0.02)
"""How often a telling word stands in the publisher's description too: one of the headline, others by the number of the
sentence that has them first. Counted on one half of the development pages."""


def extract_description(
    paragraphs: Sequence[str], headline: str | None, language: str | None
) -> Found[str] | None:
    """Return one or two early sentences, word for word, method "extract"; None where none is whole.

    Those that are expected to share most with what a publisher would write: the highest expected F of their words.
    """
    sentences = list(islice(_sentences(paragraphs), _SENTENCES_READ))
    stop = STOP_WORDS.get(language or "", frozenset())
    told = [_telling(sentence, stop) for sentence in sentences]
    chances: dict[str, float] = {}
    for words, chance in zip(told, _BY_SENTENCE, strict=False):
        for word in words:
            chances.setdefault(word, chance)
    chances |= dict.fromkeys(chances.keys() & _telling(headline or "", stop), _IN_HEADLINE)

    def expected(chosen: tuple[int, ...]) -> float:
        words = frozenset[str]().union(*(told[number] for number in chosen))
        return fsum(map(chances.__getitem__, words)) / (len(words) + _USUAL_WORDS)

    numbers = range(len(sentences))
    fitting = [
        chosen
        for chosen in (*combinations(numbers, 1), *combinations(numbers, 2))
        if sum(len(sentences[number]) for number in chosen) < EXTRACT_MAX_CHARS
    ]
    if not fitting:
        return None
    best = max(fitting, key=expected)
    return Found(" ".join(sentences[number] for number in best), "extract", CONFIDENCE_EXTRACT)


def _sentences(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs[:_SENTENCES_READ]:
        for sentence in sentences_of(paragraph[:_PARAGRAPH_CHARS]):
            text = " ".join(sentence.split())
            if _SENTENCE_MIN_CHARS <= len(text) < EXTRACT_MAX_CHARS:
                yield text


def _telling(text: str, stop: Collection[str]) -> frozenset[str]:
    """Return the words that tell something; in scripts without spaces every character may."""
    return frozenset(
        word
        for word in words_of(text.casefold())
        if word not in stop and (len(word) > 2 or not word.isascii())
    )
