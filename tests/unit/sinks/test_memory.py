"""The memory sink beyond the contract of all sinks."""

import pytest

from copydesk.record import Record
from copydesk.sinks.base import Batch, SinkUnavailable
from copydesk.sinks.memory import MemoryOptions, MemorySink


def record(article_id: str) -> Record:
    """Make a record of nothing."""
    return Record(
        id=article_id,
        schema_version=1,
        article_body="",
        paragraphs=(),
        word_count=0,
        reading_time_seconds=0,
        fingerprint="v1:",
        removed=(),
    )


def test_a_full_sink_is_unavailable_and_unchanged() -> None:
    """A batch that does not fit is not written at all, and its offset is not either."""
    sink = MemorySink(MemoryOptions(max_records=1))
    sink.open()
    sink.write(Batch("t", 0, ((0, record("a")),), 1))
    with pytest.raises(SinkUnavailable, match=r"full: 1 records \(memory\.max_records\)"):
        sink.write(Batch("t", 0, ((1, record("b")),), 2))
    assert set(sink.records) == {"a"}
    assert sink.committed("t", 0) == 1
