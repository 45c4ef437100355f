"""The enrich stage: a whole record, and that nothing in it is without a source."""

from pathlib import Path

import msgspec
import pytest

from copydesk.article import CleanArticle, NormalArticle, Page
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.ledger import Kind, Span
from copydesk.library import clean as clean_text
from copydesk.record import Record
from tests.unit.enrich.making import BODY, clean, news

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
PAGE = Page(
    language="en-GB",
    title="Council votes for a new ferry landing | The Gauge",
    meta={
        "og:site_name": "The Gauge",
        "og:image": "https://gauge.example/a.jpg",
        "og:description": "A vote.",
    },
    json_ld=(
        news(
            author={"name": "Nora Quist"},
            datePublished="2026-05-04T08:00:00+02:00",
            dateModified="2026-05-05",
            articleSection="Ports",
            keywords=["ferry"],
        ),
    ),
)


def test_a_whole_record() -> None:
    """Every field that the page gives is in the record, and the text's own measures are."""
    article = clean(
        BODY, ("Share this", Kind.SHARE), page=PAGE, site="gauge.example", extra={"desk": "ports"}
    )
    record = enrich(article, EnrichOptions())
    assert record.article_body.rstrip("\n") == BODY
    assert (record.headline, record.description) == ("Council votes for a new ferry landing", "A vote.")
    assert [author.name for author in record.author] == ["Nora Quist"]
    assert (record.date_published, record.date_published_precision) == ("2026-05-04T08:00:00+02:00", "second")
    assert (record.date_published_raw, record.date_modified) == ("2026-05-04T08:00:00+02:00", "2026-05-05")
    assert (record.in_language, record.article_section, record.keywords) == ("en", "Ports", ("ferry",))
    assert record.publisher is not None
    assert (record.publisher.name, record.publisher.domain) == ("The Gauge", "gauge.example")
    assert record.lead_image == "https://gauge.example/a.jpg"
    assert (record.word_count, record.reading_time_seconds) == (35, 9)
    assert record.removed == article.removed
    assert record.ingest is None
    assert record.extra == {"desk": "ports"}


def test_every_found_field_has_a_source_and_no_other() -> None:
    """Exactly the fields that were found and are not the text's own have a source, named as in the record's JSON."""
    for article in (clean(BODY, page=PAGE, site="gauge.example"), clean(BODY)):
        record = enrich(article, EnrichOptions())
        json = msgspec.to_builtins(record)
        own = {
            "schemaVersion", "articleBody", "paragraphs", "wordCount", "readingTimeSeconds", "fingerprint", "quality",
            "removed", "fieldSource", "datePublishedRaw", "datePublishedPrecision", "url", "extra",
            "script", "keyphrases",
        }  # fmt: skip
        assert set(record.field_source) == set(json) - own
        assert all(0 < source.confidence <= 1 and source.method for source in record.field_source.values())


def test_plain_text_without_more_has_few_fields() -> None:
    """Of bare text only the language is told, and sentences of it stand for its description, which is said."""
    record = enrich(clean(BODY), EnrichOptions())
    assert set(record.field_source) == {"id", "inLanguage", "description"}
    assert record.field_source["description"].method == "extract"
    assert record.description is not None
    assert record.description == BODY.replace("\n\n", " ")
    assert record.headline is None
    assert record.author == ()
    assert record.date_published is None


def test_options() -> None:
    """The reading pace and the quality signals can be set."""
    record = enrich(clean(BODY), EnrichOptions(reading_words_per_minute=100, quality=False))
    assert record.reading_time_seconds == 21
    assert record.quality is None


def test_same_input_same_record() -> None:
    """The stage is a function: twice the same, and a record survives its own JSON."""
    article = clean(BODY, page=PAGE)
    record = enrich(article, EnrichOptions())
    assert enrich(article, EnrichOptions()) == record
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_the_bio_of_the_sample() -> None:
    """The article whose only trace of its author is the bio at its end gets author and description from it."""
    sample = SAMPLES / "technode.txt"
    if not sample.is_file():
        pytest.skip(f"{sample} is not there")
    text = sample.read_text(encoding="utf-8").strip()
    *body, bio, _, _, _ = text.split("\n\n")
    start = len("\n\n".join(body))
    removed = (
        Span(start, start + 2 + len(bio), Kind.AUTHOR_BIO, "r", 0.9),
        Span(start + 2 + len(bio), len(text), Kind.OTHER, "r", 0.9),
    )
    article = NormalArticle(id="a", id_method="content", kind="text", text=text, blocks=())
    record = enrich(CleanArticle(article=article, removed=removed), EnrichOptions())
    assert [(author.name, author.description) for author in record.author] == [("Frank Hersey", bio)]
    assert record.field_source["author"].method == "author_bio"
    assert record.in_language == "en"
    assert len(record.paragraphs) == 6


def test_the_quotes_of_the_sample_are_jack_mas() -> None:
    """Both are his, told to the newspaper; what else stands between marks is nobody's."""
    sample = SAMPLES / "technode.txt"
    if not sample.is_file():
        pytest.skip(f"no sample article at {sample}")
    quotes = clean_text(sample.read_text(encoding="utf-8")).quotes
    assert [(quote.text.split()[0], quote.speaker, quote.source) for quote in quotes] == [
        ("It", "Jack Ma", "South China Morning Post"),
        ("A", "Jack Ma", "South China Morning Post"),
    ]
