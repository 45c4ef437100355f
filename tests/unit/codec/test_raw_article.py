"""Raw messages to raw articles."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from copydesk.article import RawArticle
from copydesk.codec.raw_article import decode
from copydesk.outcome import DropArticle, Reason, RejectArticle

MOMENT = datetime(2026, 5, 4, 8, 2, 11, tzinfo=UTC)


def sent(**fields: Any) -> RawArticle:
    """Decode a JSON message of these fields."""
    return decode(orjson.dumps(fields))


def refused(value: bytes, *headers: tuple[str, bytes]) -> tuple[Reason, str]:
    """Return why a message is refused."""
    with pytest.raises(RejectArticle) as caught:
        decode(value, headers)
    return caught.value.reason, caught.value.detail


def test_a_json_article_has_its_fields() -> None:
    """Each field of the contract arrives; what the contract does not know is extra."""
    raw = sent(
        html="<p>été",
        id="a-1",
        url="https://example.org/a",
        source="feed",
        headline="Ferry",
        author=["Ana Brandt", {"name": "Luis Ferreira"}],
        datePublished="4 May 2026",
        language="fr",
        fetchedAt="2026-05-04T10:02:11+02:00",
        contentType="text/html",
        charset="iso-8859-1",
        crawl={"depth": [1, 2]},
    )
    assert raw == RawArticle(
        kind="html",
        body="<p>été".encode(),
        charset="utf-8",
        id="a-1",
        url="https://example.org/a",
        source="feed",
        headline="Ferry",
        author=("Ana Brandt", "Luis Ferreira"),
        date_published="4 May 2026",
        language="fr",
        fetched_at=MOMENT,
        extra={"contentType": "text/html", "charset": "iso-8859-1", "crawl": {"depth": [1, 2]}},
    )


@pytest.mark.parametrize("missing", [None, "", "  ", "None", "null", "NaN", "undefined"])
def test_missing_has_many_spellings(missing: str | None) -> None:
    """What scrapers write for "nothing" is nothing, and leaves no trace in extra."""
    names = ("id", "url", "source", "headline", "author", "datePublished", "language", "fetchedAt")
    assert sent(text="x", **dict.fromkeys(names, missing)) == sent(text="x")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", 1.5),
        ("id", ["a"]),
        ("url", 5),
        ("headline", {"main": "x"}),
        ("datePublished", [2026]),
        ("datePublished", True),
        ("language", False),
        ("fetchedAt", "yesterday"),
        ("fetchedAt", "0001-01-01T00:00:00Z"),
        ("fetchedAt", "9999-12-31T23:59:59-14:00"),
        ("fetchedAt", 1e300),
        ("fetchedAt", {"at": 1}),
        ("author", 7),
        ("author", ["Ana", 7]),
        ("author", {"name": "Ana", "url": "https://example.org/ana"}),
    ],
)
def test_an_optional_field_never_loses_the_article(field: str, value: Any) -> None:
    """What cannot be read is kept in extra under its own name."""
    raw = sent(text="x", **{field: value})
    assert raw.extra == {field: orjson.loads(orjson.dumps(value))}
    assert raw.author == (("Ana",) if field == "author" and value != 7 else ())


@pytest.mark.parametrize(
    "fetched",
    ["2026-05-04T08:02:11Z", "2026-05-04 08:02:11", 1777881731, 1777881731.0, 1777881731000, "1777881731", "1777881731000"],
)  # fmt: skip
def test_fetch_times_are_utc(fetched: str | float) -> None:
    """RFC 3339 and Unix time in seconds or milliseconds, as number or digits; no offset is UTC."""
    assert sent(text="x", fetchedAt=fetched).fetched_at == MOMENT


def test_numbers_serve_as_id_and_date() -> None:
    """A number as id is its digits, a date in Unix time is left to the date reader."""
    raw = sent(text="x", id=90417, datePublished=1777881731)
    assert (raw.id, raw.date_published) == ("90417", "1777881731")


@pytest.mark.parametrize(
    ("fields", "kind", "body"),
    [
        ({"html": "<p>x", "text": "x"}, "html", b"<p>x"),
        ({"html": " ", "text": "x"}, "text", b"x"),
        ({"html": None, "text": "x"}, "text", b"x"),
        ({"text": "<p>x", "contentType": "Text/HTML; charset=x"}, "html", b"<p>x"),
        ({"text": "x", "contentType": 5}, "text", b"x"),
    ],
)
def test_which_body_counts(fields: dict[str, Any], kind: str, body: bytes) -> None:
    """The page where it is not blank, else the text; a text that says it is HTML is a page."""
    raw = sent(**fields)
    assert (raw.kind, raw.body) == (kind, body)
    assert "text" not in raw.extra


@pytest.mark.parametrize(
    ("value", "reason", "says"),
    [
        (b"", Reason.EMPTY_BODY, "no length"),
        (b"  \xef\xbb\xbf", Reason.MALFORMED_JSON, "content-type"),
        (b"Hello", Reason.MALFORMED_JSON, "content-type"),
        (b"<p>Hello", Reason.MALFORMED_JSON, "content-type"),
        (b'{"text": "a', Reason.MALFORMED_JSON, "at byte"),
        (b'{"text": "\xe9"}', Reason.MALFORMED_JSON, "not UTF-8"),
        (b'{"text": "x", "z": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", Reason.MALFORMED_JSON, "depth"),
        (b'{"text": "x", "z": ' + b"[" * 300 + b"]" * 300 + b"}", Reason.INVALID_ARTICLE, "100 levels"),
        (b'{"text": "x", "z": ' + b"9" * 5000 + b"}", Reason.MALFORMED_JSON, "at byte"),
        (b'[{"text": "x"}]', Reason.INVALID_ARTICLE, "an array"),
        (b'{"headline": "x"}', Reason.INVALID_ARTICLE, "neither"),
        (b'{"html": ["x"]}', Reason.INVALID_ARTICLE, '"html"'),
        (b'{"text": 5}', Reason.INVALID_ARTICLE, '"text"'),
        (b'{"text": "", "html": "\\n"}', Reason.EMPTY_BODY, "are blank"),
    ],
)
def test_refusals_say_what_to_do(value: bytes, reason: Reason, says: str) -> None:
    """Each refusal has its reason, and a detail that names field, place or cure."""
    found, detail = refused(value)
    assert found is reason
    assert says in detail


def test_details_hold_no_article_text() -> None:
    """Even where a parser would quote its input."""
    for value in (
        b'{"text": "canary" canary}',
        b"canary",
        b'{"html": {"canary": 1}}',
        b'{"text": "canary\xff"}',
    ):
        assert "canary" not in refused(value)[1]


def test_a_null_value_is_a_deletion() -> None:
    """A tombstone is dropped, whatever its headers."""
    with pytest.raises(DropArticle) as caught:
        decode(None, [("content-type", b"text/html")])
    assert caught.value.reason is Reason.TOMBSTONE


def test_json_that_is_not_quite_json_is_read() -> None:
    """NaN, infinities, halves of surrogate pairs and a byte order mark are no reason to lose an article."""
    value = b'\xef\xbb\xbf {"text": "cut \\ud83d \\\\ud83d NaN \\"NaN\\" \\ud83d\\ude00", "a": NaN, "b": [-Infinity]}'
    raw = decode(value)
    assert raw.body.decode() == 'cut \ufffd \\ud83d NaN "NaN" \U0001f600'
    assert raw.extra == {"a": None, "b": [None]}
    assert decode(b'{"text": "cut \xed\xa0\xbd"}').body == b"cut \xef\xbf\xbd"


@pytest.mark.parametrize(
    "said",
    [
        b"application/json",
        b"text/json; charset=utf-8",
        b"application/ld+json",
        b"application/octet-stream",
        b"",
    ],
)
def test_json_is_what_it_says_or_says_nothing(said: bytes) -> None:
    """JSON types, and those that mean nobody said, are JSON."""
    assert decode(b'{"text": "x"}', [("Content-Type", said)]).body == b"x"


def test_json_in_a_declared_charset_is_read() -> None:
    """A charset on the content type is believed where the bytes are not UTF-8."""
    raw = decode(
        '{"text": "été"}'.encode("cp1252"), [("content-type", b"application/json; charset=ISO-8859-1")]
    )
    assert raw.body.decode() == "été"


def test_other_content_types_are_refused_by_name() -> None:
    """What it was, and what to send, is said."""
    reason, detail = refused(b"\x89PNG", ("content-type", b"Image/PNG; q=1"))
    assert reason is Reason.UNSUPPORTED_CONTENT_TYPE
    assert detail.startswith("image/png; send application/json")


def test_a_bare_page_has_its_fields_in_headers() -> None:
    """Header names match in any spelling; unknown ones are extra, the transport's own are not."""
    raw = decode(
        b"<p>\xe9t\xe9",
        [
            ("Content-Type", b'text/html; Charset="ISO-8859-1"'),
            ("datePublished", b"4 May 2026"),
            ("fetched-at", b"1777881731"),
            ("HEADLINE", "Überfahrt".encode()),
            ("author", b"Ana"),
            ("Author", b"Luis"),
            ("source", b"caf\xe9"),
            ("language", b"None"),
            ("edition", b"north"),
            ("traceparent", b"00-1-2-01"),
            ("copydesk-reason", b"no_text"),
            ("__connect.x", b"1"),
            ("html", b"<p>other"),
            ("url", None),  # type: ignore[list-item]  # Kafka allows it
        ],
    )
    assert raw == RawArticle(
        kind="html",
        body=b"<p>\xe9t\xe9",
        charset="ISO-8859-1",
        source="café",
        headline="Überfahrt",
        author=("Ana", "Luis"),
        date_published="4 May 2026",
        fetched_at=MOMENT,
        extra={"edition": "north"},
    )


def test_a_bare_text_may_name_its_charset_in_a_header() -> None:
    """Where the content type has none, the header `charset` counts."""
    raw = decode(b"x", [("content-type", b"text/plain"), ("charset", b"koi8-r")])
    assert (raw.kind, raw.charset, raw.extra) == ("text", "koi8-r", {})
    assert refused(b" \n", ("content-type", b"text/plain"))[0] is Reason.EMPTY_BODY
