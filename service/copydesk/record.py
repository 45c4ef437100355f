"""The structured record: what every sink gets, named as schema.org names it.

Missing is absent from the JSON (None here), never "" or "None". How a field was got stands
in `fieldSource`. `cluster` is added later (`stream/cluster.py`).
"""

from datetime import datetime
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from copydesk.article import Author
from copydesk.ledger import Span

Role = Literal["first", "duplicate", "update"]
DatePrecision = Literal["year", "month", "day", "minute", "second"]


class Publisher(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who published it."""

    name: str | None = None
    domain: str | None = None
    """Registrable domain of the canonical URL."""


class ImageObject(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An image of the article; `width` and `height` are in pixels, as the page tells them."""

    url: str
    caption: str | None = None
    width: int | None = None
    height: int | None = None


class FieldSource(Struct, frozen=True):
    """How a field was got: `method` names the place it was read from, `confidence` is 0 to 1."""

    method: str
    confidence: float


class Quality(Struct, frozen=True):
    """How much the text looks like an article: `score` 0 to 1, and the signals behind it."""

    score: float
    signals: dict[str, float]


class LanguagePart(Struct, frozen=True):
    """What of a text is in one language: its share of the characters, and the numbers of its paragraphs, from 0."""

    language: str
    share: float
    paragraphs: tuple[int, ...]


class Truncated(Struct, frozen=True):
    """The sign that the text is not the whole article: the rule that saw it, where, and how sure it is."""

    rule: str
    text: str
    """The words that gave it away."""
    confidence: float


class Mention(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """A person, organisation or place named in the body."""

    name: str
    """The fullest of its names in the text."""
    type: Literal["Person", "Organization", "Place"]
    spans: tuple[tuple[int, int], ...]
    """Where it is named, by whatever name: code points of articleBody, end excluded."""
    score: float
    """Mean probability of the type at these places; 0 to 1."""
    aliases: tuple[str, ...] = ()
    """Its other names in the text, in order."""
    seconded: float | None = None
    """Share of these places where a second reader tells the same name and type, where `enrich.ner` asks one."""


class Keyphrase(Struct, frozen=True):
    """A phrase that tells what the article is about."""

    text: str
    score: float


class Quote(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something said, and by whom; absent is what the text does not tell."""

    text: str
    span: tuple[int, int]
    """The words without their marks, in code points of articleBody, end excluded."""
    confidence: float
    speaker: str | None = None
    """The name, in full where the text has it, or an office that speaks: "a police spokesman"."""
    cue: str | None = None
    """The words that tell of saying: "said"."""
    source: str | None = None
    """The outlet it was said to, where that is told."""


class Cluster(Struct, frozen=True, kw_only=True, rename="camel"):
    """The group of near-duplicates the article belongs to; the agent `cluster` adds it, not a desk."""

    id: str
    """The article that was seen first."""
    role: Role
    """`update`: of the first's publisher, and another text; `duplicate`: any other."""
    similarity: float
    """Share of its shingles of 5 words that it has in common with the first, estimated; 1 for the first itself."""
    first_seen: datetime
    """When the first was fetched, else sent."""


class Ingest(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """Where the record came from: the raw message it was made of, and by what."""

    topic: str
    partition: int
    offset: int
    timestamp: datetime
    """The raw message's Kafka timestamp, UTC."""
    processed_at: datetime
    pipeline_version: str
    source: str | None = None
    """What the producer called its feed."""
    fetched_at: datetime | None = None

    @property
    def version(self) -> tuple[datetime, int]:
        """Orders the deliveries of one article: a store keeps the highest.

        When it was fetched, where the producer said so, else when it was sent; then the offset,
        so that of two in one instant the later message wins.
        """
        return self.fetched_at or self.timestamp, self.offset


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """An article as the service hands it on; the value of `articles.structured`.

    Same input gives the same record but for `ingest`, which the stream adds.
    """

    id: str
    schema_version: int
    """`version.SCHEMA_VERSION` of the service that made it; always present."""
    url: str | None = None
    canonical_url: str | None = None
    headline: str | None = None
    description: str | None = None
    article_body: str
    """The kept text; paragraphs are separated by a blank line."""
    article_body_html: str | None = None
    article_body_markdown: str | None = None
    """The same text with the structure that its page gave it, where `render.formats` asks for it."""
    paragraphs: tuple[str, ...]
    author: tuple[Author, ...] = ()
    date_published: str | None = None
    """RFC 3339 as far as `date_published_precision` reaches: "2018-04-23" or "2018-04-23T10:02:00+08:00"."""
    date_published_raw: str | None = None
    date_published_precision: DatePrecision | None = None
    date_modified: str | None = None
    in_language: str | None = None
    """BCP 47."""
    script: str | None = None
    """ISO 15924: what most letters are written in."""
    languages: tuple[LanguagePart, ...] = ()
    """Where the text is of more than one language; the largest first."""
    publisher: Publisher | None = None
    article_section: str | None = None
    keywords: tuple[str, ...] = ()
    image: tuple[ImageObject, ...] = ()
    """The lead image first, then those of the text in order."""
    word_count: int
    reading_time_seconds: int
    fingerprint: str
    quality: Quality | None = None
    truncated: Truncated | None = None
    removed: tuple[Span, ...]
    """The ledger, in code points of the normalised text; always present."""
    field_source: dict[str, FieldSource] = {}
    mentions: tuple[Mention, ...] = ()
    """The most prominent first."""
    keyphrases: tuple[Keyphrase, ...] = ()
    quotes: tuple[Quote, ...] = ()
    cluster: Cluster | None = None
    ingest: Ingest | None = None
    extra: dict[str, Any] = {}

    @property
    def lead_image(self) -> str | None:
        """Address of the lead image."""
        return self.image[0].url if self.image else None


_DECODER: Final = msgspec.json.Decoder(Record)


def read_record(value: bytes | str) -> Record:
    """Read a record of this version or of an older one, which is brought to this one's shape.

    Fields that a newer version has added are passed over. Errors: those of msgspec.json.
    """
    try:
        return _DECODER.decode(value)
    except msgspec.ValidationError:
        older = msgspec.json.decode(value)
        if (
            not isinstance(older, dict)
            or older.get("schemaVersion") != 1
            or not isinstance(older.get("image"), str)
        ):
            raise
    # Version 1 had the lead image's address alone; what version 3 added is absent.
    return msgspec.convert(older | {"schemaVersion": 2, "image": [{"url": older["image"]}]}, Record)
