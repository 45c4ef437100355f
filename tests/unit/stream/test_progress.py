"""Progress: lag, stalls, what is in flight."""

import time

import pytest
from faust.types import TP

from copydesk.stream.fast_path import Chunk
from copydesk.stream.progress import Lag, Progress
from copydesk.stream.watermark import Watermark
from tests.unit.stream.building import batch, raw

RAW = TP("articles.raw", 0)


def chunk(watermark: Watermark, first: int, last: int, age_s: float) -> Chunk:
    """A chunk of these offsets, sent so many seconds ago."""
    sent_ms = int((time.time() - age_s) * 1000)
    values = [b"x"] * (last - first + 1)
    return Chunk(raw(batch(first, values, sent_ms=[sent_ms] * len(values)), first), watermark)


def test_nothing_read_is_lag_of_unknown_age() -> None:
    """Before anything was read the records behind are known from the commit, their age is not."""
    assert Progress().lag(RAW, end=100, committed=40) == Lag(60, 0.0)


def test_lag_is_as_old_as_the_oldest_message_in_flight() -> None:
    """With two chunks in flight the age is the older one's; when all is finished there is no lag."""
    progress, watermark = Progress(), Watermark()
    older, newer = chunk(watermark, 0, 9, age_s=50), chunk(watermark, 10, 19, age_s=20)
    progress.started(older)
    progress.started(newer)
    assert progress.in_flight_records == 20
    lag = progress.lag(RAW, end=20, committed=None)
    assert lag.records == 20
    assert lag.seconds == pytest.approx(50, abs=1)
    progress.finished(older)
    lag = progress.lag(RAW, end=20, committed=None)
    assert lag.records == 10
    assert lag.seconds == pytest.approx(20, abs=1)
    progress.finished(newer)
    assert progress.lag(RAW, end=20, committed=None) == Lag(0, 0.0)
    assert progress.in_flight_records == 0
    assert progress.stalled_s() == 0


def test_unread_messages_are_at_most_as_old_as_the_last_finished_one() -> None:
    """With nothing in flight but messages behind, the last finished one gives the age."""
    progress, watermark = Progress(), Watermark()
    only = chunk(watermark, 0, 9, age_s=30)
    progress.started(only)
    progress.finished(only)
    lag = progress.lag(RAW, end=15, committed=None)
    assert lag.records == 5
    assert lag.seconds == pytest.approx(30, abs=1)


def test_a_new_assignment_forgets_the_old_one() -> None:
    """After a rebalance lag is counted from the commit again."""
    progress, watermark = Progress(), Watermark()
    old = chunk(watermark, 0, 9, age_s=30)
    progress.started(old)
    progress.finished(old)
    progress.assign({RAW})
    assert progress.lag(RAW, end=100, committed=50) == Lag(50, 0.0)
