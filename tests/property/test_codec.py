"""Promises of the codec on arbitrary input."""

from datetime import UTC, datetime
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Author, RawArticle
from copydesk.codec import raw_article, record
from copydesk.codec.dead_letter import from_headers, to_headers
from copydesk.ledger import Kind, Span
from copydesk.outcome import (
    Accepted,
    DeadLetter,
    DropArticle,
    Dropped,
    Outcome,
    Reason,
    RejectArticle,
    Rejected,
    Stage,
)
from copydesk.pipeline import process
from copydesk.record import Cluster, FieldSource, Ingest, Quality, Record

NAMES = st.sampled_from(
    ["html", "text", "id", "url", "author", "datePublished", "fetchedAt", "contentType", "name", "z"]
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class=share>", "<script>", "&amp;", "&#x0;", "\n\n", "\r", "Leave a Reply", "By Ana Brandt ", "â€™", "\u200d", "\u202e", "e\u0301", "\ufeff", "港", "The ferry runs hourly. ", "<!--", "<meta charset=koi8-r>", "\x00", "\x85"]
)  # fmt: skip
BODIES = st.lists(PIECES | st.text(max_size=20), max_size=12).map("".join)
ARTICLES = st.dictionaries(NAMES, ANY_JSON, max_size=5).flatmap(
    lambda fields: st.builds(
        lambda name, body: orjson.dumps(fields | {name: body}), st.sampled_from(["html", "text"]), BODIES
    )
)
VALUES = st.none() | st.binary(max_size=200) | ARTICLES | ARTICLES.map(lambda value: value[:-3])
TYPES = st.sampled_from(
    [b"text/html", b"text/plain; charset=gbk", b"application/json", b"image/png", b"\xff", b""]
)
HEADERS = st.lists(
    st.tuples(st.just("content-type"), TYPES) | st.tuples(NAMES | st.text(max_size=8), st.binary(max_size=12)), max_size=4
)  # fmt: skip


def outcome_of(value: bytes | None, headers: list[tuple[str, bytes]]) -> Outcome:
    """Return what becomes of a message, decoding included."""
    try:
        raw = raw_article.decode(value, headers)
    except DropArticle as drop:
        return Dropped(drop.reason, Stage.DECODE)
    except RejectArticle as reject:
        return Rejected(reject.reason, Stage.DECODE, reject.detail)
    return process(raw)


@given(VALUES, HEADERS)
@settings(max_examples=400, deadline=None)
def test_any_message_ends_in_one_outcome_and_twice_the_same(
    value: bytes | None, headers: list[tuple[str, bytes]]
) -> None:
    """No bytes and no headers raise anything, and the same message has the same outcome."""
    outcome = outcome_of(value, headers)
    assert outcome == outcome_of(value, headers)
    if isinstance(outcome, Accepted):
        # A record can always be written: nothing in it is without an encoding.
        assert record.decode(record.encode(outcome.record)) == outcome.record
    if isinstance(outcome, Rejected):
        assert outcome.detail.isprintable()


@given(st.dictionaries(NAMES, ANY_JSON, max_size=6))
@settings(max_examples=300, deadline=None)
def test_optional_fields_never_lose_an_article(fields: dict[str, Any]) -> None:
    """With a text in it any object of JSON is an article, and every unknown field is kept."""
    raw = raw_article.decode(orjson.dumps(fields | {"text": "x", "html": None}))
    assert isinstance(raw, RawArticle)
    assert {name: raw.extra[name] for name in ("name", "z") if name in fields} == {
        name: orjson.loads(orjson.dumps(fields[name])) for name in ("name", "z") if name in fields
    }


TEXT = st.text(min_size=1, max_size=8)
SHARE = st.floats(0, 1)
MOMENTS = st.datetimes(timezones=st.just(UTC))
PARAGRAPHS = st.lists(TEXT, min_size=1, max_size=3).map(tuple)
RECORDS = st.builds(
    Record,
    id=TEXT,
    schema_version=st.integers(1, 9),
    article_body=TEXT,
    paragraphs=PARAGRAPHS,
    word_count=st.integers(0, 10**6),
    reading_time_seconds=st.integers(0, 10**6),
    fingerprint=TEXT,
    removed=st.lists(
        st.builds(Span, st.integers(0, 99), st.integers(100, 999), st.sampled_from(Kind), TEXT, SHARE),
        max_size=2,
    ).map(tuple),
    headline=st.none() | TEXT,
    date_published_precision=st.sampled_from(["year", "second", None]),
    author=st.lists(st.builds(Author, name=TEXT, url=st.none() | TEXT), max_size=2).map(tuple),
    quality=st.none() | st.builds(Quality, SHARE, st.dictionaries(TEXT, SHARE, max_size=2)),
    field_source=st.dictionaries(TEXT, st.builds(FieldSource, TEXT, SHARE), max_size=2),
    cluster=st.none()
    | st.builds(Cluster, id=TEXT, role=st.just("first"), similarity=SHARE, first_seen=MOMENTS),
    ingest=st.none()
    | st.builds(
        Ingest,
        topic=TEXT,
        partition=st.integers(0, 99),
        offset=st.integers(0, 2**63 - 1),
        timestamp=MOMENTS,
        processed_at=MOMENTS,
        pipeline_version=TEXT,
        fetched_at=st.none() | MOMENTS,
    ),
    extra=st.dictionaries(st.text(max_size=3), ANY_JSON, max_size=3),
)


@given(RECORDS)
@settings(max_examples=150, deadline=None)
def test_records_round_trip(made: Record) -> None:
    """What is written is read as the same record."""
    assert record.decode(record.encode(made)) == made


def refusal_of(value: bytes) -> Reason | None:
    """Return why bytes are no record, or None where they are one."""
    try:
        record.decode(value)
    except RejectArticle as reject:
        return reject.reason
    return None


@given(st.binary(max_size=100))
@settings(max_examples=150, deadline=None)
def test_bytes_that_are_no_record_are_rejected(value: bytes) -> None:
    """No bytes raise anything but a rejection."""
    assert refusal_of(value) in {None, Reason.MALFORMED_JSON, Reason.INVALID_ARTICLE}


LETTERS = st.builds(
    DeadLetter,
    reason=st.sampled_from(Reason),
    stage=st.sampled_from(Stage),
    detail=st.text(max_size=200),
    topic=st.from_regex(r"[A-Za-z0-9._-]{1,249}", fullmatch=True),
    partition=st.integers(0, 2**31 - 1),
    offset=st.integers(0, 2**63 - 1),
    timestamp=st.integers(0, 4 * 10**12).map(lambda ms: datetime.fromtimestamp(ms / 1000, UTC)),
    version=st.text(st.characters(categories=["L", "N", "P"]), max_size=100),
)


@given(LETTERS, HEADERS)
@settings(max_examples=150, deadline=None)
def test_dead_letters_round_trip_behind_any_headers(
    letter: DeadLetter, before: list[tuple[str, bytes]]
) -> None:
    """What was written is read, to the millisecond, whatever headers the message had."""
    read = from_headers([*before, *to_headers(letter)])
    assert to_headers(read) == to_headers(letter)
    assert (read.reason, read.stage, read.topic, read.offset) == (
        letter.reason,
        letter.stage,
        letter.topic,
        letter.offset,
    )
