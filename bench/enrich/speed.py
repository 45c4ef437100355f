"""Milliseconds of CPU for each part of enrich, for an article of 600 words, and the sum beside `normalise`."""

import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from msgspec import Struct

from copydesk.article import CleanArticle, RawArticle
from copydesk.enrich.authors import find_authors
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
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.enrich.tokens import words_of
from copydesk.enrich.truncated import find_truncated
from copydesk.normalise.stage import NormaliseOptions, normalise

BAR_MS: Final = 5.0
WORDS: Final = (500, 700)
ROUNDS: Final = 3


class Speed(Struct, frozen=True):
    """Medians in milliseconds over the articles; of each article the best of `ROUNDS` counts."""

    articles: int
    parts: dict[str, float]
    whole: float
    normalise: float


def measure(pages: Iterable[tuple[RawArticle, CleanArticle]]) -> Speed:
    """Time every part on the articles whose body has 500 to 700 words."""
    chosen = [pair for pair in pages if WORDS[0] <= len(words_of(pair[1].body)) <= WORDS[1]]
    times: dict[str, list[float]] = {}
    for raw, clean in chosen:
        for name, part in _parts(clean).items():
            times.setdefault(name, []).append(_best(part))
        times.setdefault("enrich", []).append(_best(lambda clean=clean: enrich(clean, EnrichOptions())))  # type: ignore[misc]
        times.setdefault("normalise", []).append(_best(lambda raw=raw: normalise(raw, NormaliseOptions())))  # type: ignore[misc]
    medians = {name: statistics.median(took) * 1000 for name, took in times.items()}
    whole, normal = medians.pop("enrich"), medians.pop("normalise")
    return Speed(len(chosen), medians, whole, normal)


def _best(part: Callable[[], Any]) -> float:
    took = []
    for _ in range(ROUNDS):
        began = time.process_time()
        part()
        took.append(time.process_time() - began)
    return min(took)


def _parts(clean: CleanArticle) -> dict[str, Callable[[], Any]]:
    article, body, paragraphs = clean.article, clean.body, clean.paragraphs
    words = words_of(body)
    publisher = find_publisher(article)
    outlets = outlet_names(article, publisher.value if publisher else None)
    language = find_language(article, body)
    tag = language.value if language else None
    headline = find_headline(clean, outlets)
    title = headline.value if headline else None
    phrases = find_keyphrases(body, title, tag)
    mentions = find_mentions(body, tag)
    return {
        "tokens": lambda: words_of(body),
        "headline": lambda: find_headline(clean, outlets),
        "publisher": lambda: outlet_names(article, publisher.value if publisher else None),
        "author": lambda: find_authors(clean, outlets),
        "dates": lambda: find_dates(clean),
        "language": lambda: find_language(article, body),
        "languages": lambda: (find_parts(paragraphs, tag), script_of(body, tag)),
        "images": lambda: find_images(article, find_figures(clean)),
        "mentions": lambda: find_mentions(body, tag),
        "keyphrases": lambda: find_keyphrases(body, title, tag),
        "description": lambda: find_description(article) or extract_description(paragraphs, title, phrases),
        "extract": lambda: extract_description(paragraphs, title, phrases),
        "quality": lambda: quality(body, words, tag, 0.0),
        "quotes": lambda: find_quotes(body, tag, mentions),
        "fingerprint": lambda: fingerprint(words),
        "truncated": lambda: find_truncated(clean, body),
    }
