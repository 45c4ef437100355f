"""The normalise stage."""

import gzip
import tracemalloc
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from copydesk.article import RawArticle
from copydesk.normalise.stage import MAX_ID_CHARS, NormaliseOptions, normalise
from copydesk.outcome import Reason, RejectArticle

OPTIONS = NormaliseOptions()
TEXT = RawArticle(
    kind="text",
    body="Der Fährmann sagt: „Ab Mai fahren wir stündlich.“\n\nMehr nicht.".encode(),
    charset="utf-8",
)
PAGE = RawArticle(
    kind="html",
    body=b'<html lang=en><head><link rel=canonical href="/2026/ferry"></head><body><p>The ferry runs hourly.</p></body></html>',
)


def test_fields_are_regular_and_unknown_ones_stay() -> None:
    """Lines are trimmed and entities read; addresses are absolute; what is extra is passed on."""
    raw = replace(
        TEXT,
        url="HTTPS://www.Example.org/a?utm_source=x",
        headline="  Bread &amp;\n Butter ",
        author=(" Ana\u00a0Brandt ", "\u200b"),
        date_published=" 4 May 2026 ",
        source="feed",
        language="de",
        fetched_at=datetime(2026, 5, 4, tzinfo=UTC),
        extra={"crawl": 7},
    )
    made = normalise(raw, OPTIONS)
    assert (made.headline, made.author, made.date_published_raw) == (
        "Bread & Butter",
        ("Ana Brandt",),
        "4 May 2026",
    )
    assert (made.url, made.canonical_url) == (
        "https://www.example.org/a?utm_source=x",
        "https://www.example.org/a",
    )
    assert (made.canonical_url_method, made.site) == ("url", "example.org")
    assert (made.source, made.language, made.fetched_at) == ("feed", "de", raw.fetched_at)
    assert (made.extra, made.charset, len(made.blocks)) == ({"crawl": 7}, "utf-8", 2)


def test_ids_do_not_change_between_versions() -> None:
    """The same articles have had these ids since version 0.1."""
    cases = {
        "harbour-1": replace(TEXT, id=" harbour-1 ", url="https://example.org/a"),
        "ef5d3ecea193ed7045edeb922cbd6cc1": replace(TEXT, url="https://Example.org/a?utm_source=x#top"),
        "2db6afa650b110495856f604e863ba4c": TEXT,
        "bcd7a910635589a416f7157ec8f94182": replace(PAGE, url="https://example.org/?p=7"),
    }
    assert {expected: normalise(raw, OPTIONS).id for expected, raw in cases.items()} == {
        key: key for key in cases
    }


def test_an_id_says_how_it_was_made() -> None:
    """The producer's, else of the address, else of the words, however they are broken into lines."""
    assert normalise(replace(TEXT, id="x"), OPTIONS).id_method == "producer"
    assert normalise(replace(PAGE, url="https://example.org/"), OPTIONS).id_method == "canonical_url"
    broken = replace(TEXT, body=TEXT.body.replace(b"\n\n", b"\r\n"))
    made, other = normalise(TEXT, OPTIONS), normalise(broken, OPTIONS)
    assert (made.id_method, made.id) == ("content", other.id)


def test_what_cannot_be_used_is_kept_under_its_name() -> None:
    """A relative address and a body in the id field do not lose the article, nor themselves."""
    made = normalise(replace(TEXT, url="/a/b", id="x" * (MAX_ID_CHARS + 1)), OPTIONS)
    assert (made.url, made.canonical_url, made.site, made.id_method) == (None, None, None, "content")
    assert made.extra == {"url": "/a/b", "id": "x" * (MAX_ID_CHARS + 1)}


def test_a_page_names_its_canonical_address() -> None:
    """rel=canonical is resolved against the producer's address and says so."""
    made = normalise(replace(PAGE, url="https://example.org/?p=7"), OPTIONS)
    assert (made.canonical_url, made.canonical_url_method) == ("https://example.org/2026/ferry", "link")
    assert [made.text[block.start : block.end] for block in made.blocks] == ["The ferry runs hourly."]


@pytest.mark.parametrize(
    ("raw", "options", "reason"),
    [
        (TEXT, NormaliseOptions(max_body_bytes=10), Reason.BODY_TOO_LARGE),
        (TEXT, NormaliseOptions(max_blocks=1), Reason.BODY_TOO_LARGE),
        (replace(PAGE, body=b"<p>a<p>b"), NormaliseOptions(max_blocks=1), Reason.BODY_TOO_LARGE),
        (replace(TEXT, body=b" \n"), OPTIONS, Reason.EMPTY_BODY),
        (replace(TEXT, body=b"\xe2\x80\x8b\n"), OPTIONS, Reason.NO_TEXT),
        (replace(PAGE, body=b"<script>x()</script>"), OPTIONS, Reason.NO_TEXT),
        (replace(PAGE, body=b"%PDF-1.7 ..."), OPTIONS, Reason.NO_TEXT),
    ],
)
def test_what_cannot_be_an_article_is_rejected(
    raw: RawArticle, options: NormaliseOptions, reason: Reason
) -> None:
    """Each kind of refusal has its reason and a detail."""
    with pytest.raises(RejectArticle) as caught:
        normalise(raw, options)
    assert caught.value.reason is reason
    assert caught.value.detail


def test_the_limit_of_a_body_is_exact() -> None:
    """A body of as many bytes as are allowed is an article; one byte more is too large."""
    size = len(TEXT.body)
    assert normalise(TEXT, NormaliseOptions(max_body_bytes=size)).text
    with pytest.raises(RejectArticle) as caught:
        normalise(TEXT, NormaliseOptions(max_body_bytes=size - 1))
    assert caught.value.reason is Reason.BODY_TOO_LARGE


def test_a_packed_body_is_not_unpacked() -> None:
    """A bomb of 64 MB in 63 kB is told as what it is, without the memory that it asks for."""
    bomb = gzip.compress(bytes(64 << 20))
    tracemalloc.start()
    try:
        with pytest.raises(RejectArticle) as caught:
            normalise(replace(TEXT, body=bomb), OPTIONS)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
    assert (caught.value.reason, caught.value.detail) == (
        Reason.NO_TEXT,
        "the body is gzip, not text",
    )
