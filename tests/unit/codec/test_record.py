"""Records to bytes and back."""

import pytest

from copydesk.codec.record import decode, encode
from copydesk.outcome import Reason, RejectArticle
from copydesk.record import Record

MINIMAL = (
    b'{"id":"a","schemaVersion":1,"articleBody":"x","paragraphs":["x"],"wordCount":1,"readingTimeSeconds":1,'
    b'"fingerprint":"0","removed":[]}'
)


def test_missing_fields_are_absent() -> None:
    """A record of only what must be there is written with nothing else."""
    assert encode(decode(MINIMAL)) == MINIMAL


def test_fields_of_newer_versions_are_passed_over() -> None:
    """An older reader reads what it knows."""
    assert decode(MINIMAL[:-1] + b',"mood":"calm"}') == decode(MINIMAL)


@pytest.mark.parametrize(
    ("value", "reason", "says"),
    [
        (b"", Reason.MALFORMED_JSON, "truncated"),
        (b"\xff{}", Reason.MALFORMED_JSON, "not a record"),
        (b'{"id":"\xff"}', Reason.MALFORMED_JSON, "UnicodeDecodeError"),
        (MINIMAL[:-1] + b',"extra":{"a":' + b"[" * 100_000, Reason.MALFORMED_JSON, "RecursionError"),
        (MINIMAL.replace(b'"a"', b"5"), Reason.INVALID_ARTICLE, "$.id"),
        (MINIMAL[:-1] + b',"image":5}', Reason.INVALID_ARTICLE, "$.image"),
        (
            MINIMAL.replace(b'"a"', b"5")[:-1] + b',"image":"http://x.example/a"}',
            Reason.INVALID_ARTICLE,
            "$.id",
        ),
        (
            MINIMAL.replace(b":1,", b":9,", 1)[:-1] + b',"image":"http://x.example/a"}',
            Reason.INVALID_ARTICLE,
            "$.image",
        ),
        (b"{}", Reason.INVALID_ARTICLE, "`id`"),
        (b"[]", Reason.INVALID_ARTICLE, "array"),
    ],
)
def test_what_is_no_record_says_why(value: bytes, reason: Reason, says: str) -> None:
    """Bytes that are no JSON and JSON that is no record are told apart; the field is named."""
    with pytest.raises(RejectArticle) as caught:
        decode(value)
    assert caught.value.reason is reason
    assert says in caught.value.detail


def test_a_record_of_the_version_before_is_brought_to_this_one() -> None:
    """Version 1 had the lead image's address alone."""
    read = decode(MINIMAL[:-1] + b',"image":"http://x.example/a"}')
    assert (read.schema_version, read.lead_image) == (2, "http://x.example/a")


def test_extra_survives_whatever_it_holds() -> None:
    """The producer's own fields go through unchanged."""
    record: Record = decode(MINIMAL[:-1] + b',"extra":{"":[null,{"a":1.5}],"\\u0000":"\\u0000"}}')
    assert decode(encode(record)).extra == {"": [None, {"a": 1.5}], "\x00": "\x00"}
