"""What a message that is sent again says of its first time."""

from datetime import UTC, datetime

import pytest

from copydesk.codec.disposition import again, attempt_of, first_timestamp

FIRST = datetime(2026, 3, 1, 10, 0, 0, 123000, tzinfo=UTC)
LATER_MS = 1_790_000_000_000


def test_a_message_sent_again_keeps_its_first_time() -> None:
    """However often; a producer's own headers stay, what killed it goes."""
    headers = again([("x", b"1"), ("copydesk-reason", b"no_text")], FIRST)
    headers = again(headers, first_timestamp(headers, LATER_MS))
    assert headers[0] == ("x", b"1")
    assert (first_timestamp(headers, LATER_MS), attempt_of(headers)) == (FIRST, 3)
    assert len(headers) == 3


@pytest.mark.parametrize(
    "value",
    [b"", b"\xff", b"yesterday", b"2026-03-01T10:00:00", b"0001-01-01T00:00:00+09:00", b"9" * 99, None],
)
def test_a_header_that_is_no_time_of_ours_is_passed_over(value: bytes) -> None:
    """Kafka's timestamp counts then, as it does where there is none."""
    kafka = datetime.fromtimestamp(LATER_MS / 1000, UTC)
    assert first_timestamp([("copydesk-timestamp", value)], LATER_MS) == kafka
    assert first_timestamp([], LATER_MS) == kafka
