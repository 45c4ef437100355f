"""Foreign documents become raw articles: names mapped, keys chosen, what is no article refused."""

import orjson
import pytest

from copydesk.producer.documents import MappingError, item_of, key_of, parse_mapping
from copydesk.producer.items import BadItem, Item, Shape


def test_a_mapping_is_ours_equals_theirs() -> None:
    """Pairs are separated by commas; theirs may have dots."""
    assert parse_mapping(" url=link, html=content.body ,") == {"url": "link", "html": "content.body"}
    assert parse_mapping("") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("url", "'url' is no mapping; write ours=theirs"),
        ("url=", "'url=' is no mapping"),
        ("headlin=title", "'headlin' is no field of a raw article. Did you mean headline?"),
        ("zzz=title", "'zzz' is no field of a raw article. Ours are: html, text,"),
        ("link=url", "'link' is no field of a raw article. Ours comes first: url=link."),
        ("url=a,url=b", "'url' is mapped twice."),
    ],
)
def test_a_mapping_that_cannot_be_used_says_what_to_write(text: str, message: str) -> None:
    """Unknown fields of ours are told with the nearest known; reversed pairs are recognised."""
    with pytest.raises(MappingError) as caught:
        parse_mapping(text)
    assert str(caught.value).startswith(message)


def test_foreign_names_become_ours_and_the_rest_is_kept() -> None:
    """Mapped fields are renamed, nested ones taken out of where they stand, others passed on, the source filled in."""
    shape = Shape(names={"url": "link", "text": "content.body"}, source="feed")
    document = {"link": "https://a.example.org/1", "content": {"body": "Hello.", "lang": "en"}, "mood": 3}
    item = item_of(document, b"", "x:1", shape)
    assert isinstance(item, Item)
    assert orjson.loads(item.value) == {
        "url": "https://a.example.org/1",
        "text": "Hello.",
        "content": {"lang": "en"},
        "mood": 3,
        "source": "feed",
    }
    assert item.key == b"example.org"


@pytest.mark.parametrize(
    ("document", "extra"),
    [
        ({"a": {"b": {"c": "x"}}}, {}),
        ({"a": {"b": {"c": "x"}, "d": None}}, {"a": {"d": None}}),
        ({"a.b.c": "x", "a": {"b": {"c": "y"}}}, {"a": {"b": {"c": "y"}}}),
        ({"a": {"b": {"c": "x", "e": {}}}, "f": {}}, {"a": {"b": {"e": {}}}, "f": {}}),
    ],
)
def test_a_body_that_is_mapped_goes_into_the_message_once(
    document: dict[str, object], extra: dict[str, object]
) -> None:
    """What it was taken out of keeps the rest, and goes where nothing else is in it; the caller's object is unchanged."""
    before = orjson.dumps(document)
    item = item_of(document, b"", "x", Shape(names={"text": "a.b.c", "html": "a.b.c", "url": "a.b.nothing"}))
    assert isinstance(item, Item)
    assert orjson.loads(item.value) == {"text": "x", "html": "x"} | extra
    assert orjson.dumps(document) == before


def test_a_source_of_the_document_stays() -> None:
    """--source fills in where there is none, it does not override."""
    item = item_of({"text": "a", "source": "own"}, b"", "x", Shape(source="feed"))
    assert isinstance(item, Item)
    assert orjson.loads(item.value)["source"] == "own"


def test_without_changes_the_original_is_sent_byte_for_byte() -> None:
    """Number formats, key order and spacing of the producer are left alone."""
    original = b'{ "text":"a",  "n": 1.50 }'
    item = item_of(orjson.loads(original), original, "x", Shape())
    assert isinstance(item, Item)
    assert item.value == original


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ([1], "is not a JSON object but an array"),
        ("text", "is not a JSON object but a str"),
        ({"body": "x", "title": "y"}, "has no text in html or text (its fields: body, title); name the field that holds it by --map text=FIELD"),
        ({}, "has no text in html or text (its fields: none)"),
        ({"text": " \n", "html": 3}, "has no text in html or text"),
        ({"A very long text that is used as the name of a field": 1}, "has no text in html or text (its fields: none)"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_with_the_reason(document: object, reason: str) -> None:
    """The reason names what is missing and the fields there are, never their content."""
    bad = item_of(document, b"original", "x:3", Shape())
    assert isinstance(bad, BadItem)
    assert bad.reason.startswith(reason)
    assert (bad.origin, bad.original) == ("x:3", b"original")


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ({"url": "https://news.example.co.uk/a?b", "source": "s", "id": "i"}, b"example.co.uk"),
        ({"url": "nonsense", "source": "s", "id": "i"}, b"s"),
        ({"url": 3, "source": "", "id": "i"}, b"i"),
        ({"id": 7}, None),
        ({}, None),
    ],
)
def test_the_key_is_the_site_else_the_source_else_the_id(
    document: dict[str, object], key: bytes | None
) -> None:
    """Articles of one site share a partition; without any of the three there is no key."""
    assert key_of(document) == key
