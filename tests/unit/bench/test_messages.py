"""Messages of the benchmarks."""

import itertools

import orjson
import pytest

from bench import messages as bench_messages
from bench.messages import PAGE_BYTES, TEXT_BYTES, messages


def test_text_messages_have_the_size_they_are_named_after() -> None:
    """Every text message is 4 kB to within a sentence, and valid JSON with a text."""
    for value in itertools.islice(messages("text", 500), 0, 500, 7):
        assert abs(len(value) - TEXT_BYTES) < 120
        assert orjson.loads(value)["text"]


def test_the_same_number_gives_the_same_message_under_its_own_id() -> None:
    """Runs can be compared because they get the same messages; no two messages of a run are one article."""
    first, second = list(messages("text", 450)), list(messages("text", 450))
    assert first == second
    assert len({orjson.loads(value)["id"] for value in first}) == 450
    assert orjson.loads(first[0])["text"] == orjson.loads(first[400])["text"]


def test_generated_pages_have_real_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no real pages, generated ones have their sizes, to within a tenth."""
    monkeypatch.setattr(bench_messages, "_real_pages", tuple)
    for value, size in zip(messages("html", len(PAGE_BYTES)), PAGE_BYTES, strict=True):
        html = orjson.loads(value)["html"]
        assert len(html) == pytest.approx(size, rel=0.1)
        assert "<article>" in html
