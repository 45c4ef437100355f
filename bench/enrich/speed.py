"""Milliseconds of CPU for each part of enrich, for an article of 600 words, and the sum beside `normalise`."""

import math
import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from msgspec import Struct

from copydesk.article import CleanArticle, RawArticle
from copydesk.enrich.authors import find_authors
from copydesk.enrich.counts import word_count
from copydesk.enrich.dates import find_dates
from copydesk.enrich.description import extract_description, find_description
from copydesk.enrich.entities.find import find_mentions
from copydesk.enrich.figures import find_figures
from copydesk.enrich.fingerprint import fingerprint
from copydesk.enrich.headline import find_headline
from copydesk.enrich.image import find_images
from copydesk.enrich.keyphrases import find_keyphrases
from copydesk.enrich.language import find_language, find_parts
from copydesk.enrich.language_tags import script_of
from copydesk.enrich.publisher import find_publisher, outlet_names
from copydesk.enrich.quality import quality
from copydesk.enrich.quotes.find import find_quotes
from copydesk.enrich.section import find_keywords, find_section
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.enrich.tokens import words_of
from copydesk.enrich.truncated import find_truncated
from copydesk.normalise.stage import NormaliseOptions, normalise

BAR_MS: Final = 5.0
WORDS: Final = (500, 700)
ROUNDS: Final = 25
"""So many that a machine with other work too shows what the parts take by themselves, or nearly."""


class Speed(Struct, frozen=True):
    """Medians in milliseconds over the articles; of each article the best of `ROUNDS` counts."""

    articles: int
    parts: dict[str, float]
    together: float
    """The parts of an article added up."""
    whole: float
    normalise: float


def measure(pages: Iterable[tuple[RawArticle, CleanArticle]]) -> Speed:
    """Time every part on the articles whose body has 500 to 700 words.

    The parts of an article run one after another, as in enrich: a part that is repeated by itself finds what it reads in
    the processor's caches and takes a third less.
    """
    chosen = [pair for pair in pages if WORDS[0] <= len(words_of(pair[1].body)) <= WORDS[1]]
    times: dict[str, list[float]] = {}
    for raw, clean in chosen:
        best: dict[str, float] = {}
        parts = _parts(clean) | {
            "enrich": lambda clean=clean: enrich(clean, EnrichOptions()),
            "normalise": lambda raw=raw: normalise(raw, NormaliseOptions()),
        }
        for _ in range(ROUNDS):
            for name, part in parts.items():
                best[name] = min(_took(part), best.get(name, math.inf))
        best["together"] = math.fsum(best.values()) - best["enrich"] - best["normalise"]
        for name, took in best.items():
            times.setdefault(name, []).append(took)
    medians = {name: statistics.median(took) * 1000 for name, took in times.items()}
    whole, normal, together = (medians.pop(name) for name in ("enrich", "normalise", "together"))
    return Speed(len(chosen), medians, together, whole, normal)


def _took(part: Callable[[], Any]) -> float:
    began = time.process_time()
    part()
    return time.process_time() - began


def _parts(clean: CleanArticle) -> dict[str, Callable[[], Any]]:
    article, body, paragraphs = clean.article, clean.body, clean.paragraphs
    words = words_of(body)
    publisher = find_publisher(article)
    outlets = outlet_names(article, publisher.value if publisher else None)
    language = find_language(article, body)
    tag = language.value if language else None
    headline = find_headline(clean, outlets)
    title = headline.value if headline else None
    mentions = find_mentions(body, tag)
    return {
        "text": lambda: (clean.body, clean.paragraphs),
        "tokens": lambda: (words_of(body), word_count(words, tag)),
        "headline": lambda: find_headline(clean, outlets),
        "publisher": lambda: (
            find_publisher(article),
            outlet_names(article, publisher.value if publisher else None),
        ),
        "section": lambda: (find_section(article), find_keywords(article)),
        "author": lambda: find_authors(clean, outlets),
        "dates": lambda: find_dates(clean),
        "language": lambda: find_language(article, body),
        "languages": lambda: (find_parts(paragraphs, tag), script_of(body, tag)),
        "images": lambda: find_images(article, find_figures(clean)),
        "mentions": lambda: find_mentions(body, tag),
        "keyphrases": lambda: find_keyphrases(body, title, tag, mentions),
        "description": lambda: find_description(article) or extract_description(paragraphs, title, tag),
        "quality": lambda: quality(body, words, tag, 0.0),
        "quotes": lambda: find_quotes(body, tag, mentions),
        "fingerprint": lambda: fingerprint(words),
        "truncated": lambda: find_truncated(clean, body),
    }
