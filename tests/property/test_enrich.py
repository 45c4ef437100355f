"""Promises of the enrich stage on any page: it is total, pure, bounded, and its record can be written."""

import time
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.article import CleanArticle, NormalArticle, Page
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.ledger import Kind, Span
from copydesk.record import Record

KEYS = ["@type", "@id", "name", "author", "headline", "datePublished", "dateModified", "publisher", "image", "url",
        "keywords", "articleSection", "inLanguage", "description", "@value"]  # fmt: skip
WORDS = [
    "NewsArticle",
    "WebPage",
    "By Nora Quist",
    "2026-05-04",
    "https://x.example/a",
    "//[",
    "&#xD800;",
    "\ud800",
    "\0",
    "en_US",
    "",
]
META = [
    "author",
    "og:title",
    "og:image",
    "date",
    "dc.creator",
    "og:locale",
    "keywords",
    "description",
    "og:site_name",
]

texts = st.one_of(st.sampled_from(WORDS), st.text(max_size=30))
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)
json_values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), texts), inner, max_size=5),
    ),
    max_leaves=20,
)
objects = st.dictionaries(st.sampled_from(KEYS), json_values, max_size=8)
pages = st.builds(
    Page,
    title=st.none() | texts,
    language=st.none() | texts,
    base_url=st.none() | texts,
    meta=st.dictionaries(st.sampled_from(META), texts, max_size=6),
    json_ld=st.lists(objects | objects.map(lambda thing: {"@type": "NewsArticle", **thing}), max_size=3).map(
        tuple
    ),
    times=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    bylines=st.lists(st.tuples(texts, st.none() | texts), max_size=3).map(tuple),
)
bodies = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200)


@st.composite
def cleans(draw: st.DrawFn) -> CleanArticle:
    """Draw a clean article of any text, page and removed span."""
    text = draw(bodies)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    removed = (Span(start, end, draw(st.sampled_from(Kind)), "r", 0.5),) if end > start else ()
    article = NormalArticle(
        id="a",
        id_method="content",
        kind="html",
        text=text,
        blocks=(),
        page=draw(pages),
        url=draw(st.none() | st.just("https://x.example/2026/05/04/a")),
        author=draw(st.lists(texts, max_size=2).map(tuple)),
        date_published_raw=draw(st.none() | bodies),
    )
    return CleanArticle(article=article, removed=removed)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cleans())
def test_any_page_gives_a_record_that_can_be_written(clean: CleanArticle) -> None:
    """Whatever JSON-LD, meta and text hold, there is a record; it is the same twice and survives its JSON."""
    record = enrich(clean, EnrichOptions())
    assert enrich(clean, EnrichOptions()) == record
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    assert record.article_body == clean.body


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cleans())
def test_no_field_is_empty_or_the_word_none(clean: CleanArticle) -> None:
    """What is missing is absent: no field of the record is an empty string, or a null written as a word."""
    record = enrich(clean, EnrichOptions())
    fields = [
        record.headline,
        record.description,
        record.date_published,
        record.date_modified,
        record.in_language,
    ]
    fields += [
        record.article_section,
        *(text for image in record.image for text in (image.url, image.caption)),
        *record.keywords,
        *(author.name for author in record.author),
    ]
    assert not [field for field in fields if field is not None and field.casefold() in {"", "none", "null"}]


def test_time_is_bounded_on_hostile_pages() -> None:
    """Huge, deep and repetitive JSON-LD and meta cost no more than a moment."""
    deep: Any = "x"
    for _ in range(500):
        deep = [deep]
    long = "By A and " * 100_000
    things = [
        {
            "@type": "NewsArticle",
            "author": [{"name": long}] * 5000,
            "keywords": [long] * 5000,
            "headline": deep,
        }
    ] * 500
    page = Page(
        title="a | b " * 100_000,
        meta=dict.fromkeys(META, "a, b - c <" * 100000),
        json_ld=tuple(things),
        times=(("1 " * 100_000, "published"),) * 500,
        bylines=((long, long),) * 500,
    )
    text = "Nora Quist is " * 1000
    article = NormalArticle(id="a", id_method="content", kind="html", text=text, blocks=(), page=page)
    bio = CleanArticle(article=article, removed=(Span(0, 10_000, Kind.AUTHOR_BIO, "r", 1.0),))
    begin = time.process_time()
    enrich(bio, EnrichOptions())
    assert time.process_time() - begin < 2.0  # measured: 0.03 s; a wide margin for a busy machine
