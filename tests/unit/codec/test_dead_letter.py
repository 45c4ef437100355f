"""Headers of dead letters."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from copydesk.codec.dead_letter import from_headers, to_headers
from copydesk.outcome import DeadLetter, Reason, Stage

LETTER = DeadLetter(
    reason=Reason.NO_TEXT,
    stage=Stage.NORMALISE,
    detail="the html has no visible text",
    topic="articles.raw",
    partition=2,
    offset=40113,
    timestamp=datetime(2026, 5, 4, 8, 2, 12, 250_000, tzinfo=UTC),
    version="0.1.0",
)


def test_headers_say_why_and_from_where() -> None:
    """One header a field, text, the time in UTC with milliseconds."""
    assert to_headers(
        replace(LETTER, timestamp=LETTER.timestamp.astimezone(timezone(timedelta(hours=8))))
    ) == [
        ("copydesk-reason", b"no_text"),
        ("copydesk-stage", b"normalise"),
        ("copydesk-detail", b"the html has no visible text"),
        ("copydesk-topic", b"articles.raw"),
        ("copydesk-partition", b"2"),
        ("copydesk-offset", b"40113"),
        ("copydesk-timestamp", b"2026-05-04T08:02:12.250Z"),
        ("copydesk-version", b"0.1.0"),
    ]


def test_of_an_article_that_died_twice_the_last_death_counts() -> None:
    """Original headers stay in front, older deaths too, and do not matter."""
    before = [("x-feed", b"f\xff"), ("copydesk-note", b"theirs"), *to_headers(LETTER)]
    again = replace(LETTER, reason=Reason.TIME_LIMIT, offset=7)
    assert from_headers([*before, *to_headers(again)]) == again


@pytest.mark.parametrize("detail", ["line\nend\x1b[31m", "\ud800", "x" * 500])
def test_a_detail_is_one_short_printable_line(detail: str) -> None:
    """Nothing a terminal obeys, nothing that cannot be encoded, at most 100 characters."""
    read = from_headers(to_headers(replace(LETTER, detail=detail))).detail
    assert read.isprintable()
    assert len(read) <= 100


@pytest.mark.parametrize("name", [name for name, _ in to_headers(LETTER)])
def test_a_missing_header_is_named(name: str) -> None:
    """A message that is no dead letter of ours is not taken for one."""
    with pytest.raises(ValueError, match=name):
        from_headers([(key, value) for key, value in to_headers(LETTER) if key != name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("copydesk-reason", b"boredom"),
        ("copydesk-stage", b"\xff"),
        ("copydesk-offset", b"-1"),
        ("copydesk-partition", b"9" * 9999),
        ("copydesk-offset", b"9223372036854775808"),
        ("copydesk-topic", b"a\0b"),
        ("copydesk-topic", b"a" * 250),
        ("copydesk-timestamp", b"yesterday"),
        ("copydesk-timestamp", b"2026-05-04T08:02:12.250"),
        ("copydesk-timestamp", b"0001-01-01T00:00:00+14:00"),
    ],
)
def test_headers_that_cannot_be_read_are_a_value_error(name: str, value: bytes) -> None:
    """Forged or cut headers raise nothing else."""
    with pytest.raises(ValueError, match=r".+"):
        from_headers([*to_headers(LETTER), (name, value)])


def test_a_time_finer_than_kafkas_is_cut() -> None:
    """What is read is what is written again, to the millisecond."""
    headers = [*to_headers(LETTER), ("copydesk-timestamp", b"2026-05-04T08:02:12.2509Z")]
    assert from_headers(headers) == LETTER
