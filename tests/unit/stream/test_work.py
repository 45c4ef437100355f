"""The work on one message: a fault of ours costs that article only, and what is told of it does not quote it."""

import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import orjson
import pytest
import structlog

from copydesk.enrich.stage import EnrichOptions
from copydesk.logs import LogOptions, configure_logs
from copydesk.outcome import Reason
from copydesk.pipeline import PipelineOptions
from copydesk.stream import work
from copydesk.stream.wire import Message, Tally
from copydesk.strip.rules.registry import RULES
from copydesk.strip.stage import StripOptions, _matcher
from tests.ner import made_up

CANARY = "canary.person@mailbox.example"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged at the level of debugging, as JSON."""
    out = io.StringIO()
    configure_logs(LogOptions(format="json", level="debug"), stream=out)
    yield out
    structlog.reset_defaults()


def test_a_fault_of_ours_is_told_without_the_article(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback's places and the kind of the exception; its words may quote the body, and are left out."""

    def fail(*_: object) -> None:
        raise KeyError(CANARY) from ValueError(f"cannot read {CANARY}")

    monkeypatch.setattr(work, "process", fail)
    desk = work.Desk(msgspec.msgpack.encode(PipelineOptions()))
    body = orjson.dumps({"text": f"Write to {CANARY}.", "headline": CANARY, "id": CANARY})
    result = desk(Message(body, [("x", CANARY.encode())], "articles.raw", 0, 7, 0), Tally())
    assert (result.reason, result.detail) == (Reason.UNEXPECTED, "KeyError")
    (line,) = log.getvalue().splitlines()
    told = orjson.loads(line)
    assert (told["error"], told["offset"]) == ("KeyError", 7)
    assert "test_work.py" in told["traceback"]
    assert CANARY not in line


def test_what_all_articles_need_is_made_before_the_first() -> None:
    """The rules of these settings are compiled at the start of a child, within no article's time."""
    options = PipelineOptions(strip=StripOptions(rules_off=(RULES[0].id,)))
    desk = work.Desk(msgspec.msgpack.encode(options))
    made = _matcher.cache_info().misses
    desk(Message(b'{"text": "The ferry came in at noon."}', [], "articles.raw", 0, 0, 0), Tally())
    assert _matcher.cache_info().misses == made


def test_what_an_optional_part_raises_is_counted_and_the_first_told(
    log: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The articles become records; each failure counts under its stage, one is logged, without the article's words."""
    monkeypatch.syspath_prepend(tmp_path)
    options = PipelineOptions(enrich=EnrichOptions(ner=(made_up(tmp_path, None, "model_that_fails"),)))
    desk = work.Desk(msgspec.msgpack.encode(options))
    tally = Tally()
    body = orjson.dumps({"text": f"Maria Fernández left Hamburg and wrote to {CANARY}, a spokesman said."})
    for offset in range(3):
        result = desk(Message(body, [], "articles.raw", 0, offset, 0), tally)
        assert result.value is not None
    assert tally.errors == {"enrich/ValueError": 3}
    (line,) = log.getvalue().splitlines()
    told = orjson.loads(line)
    assert (told["part"], told["error"], told["level"]) == ("ner", "ValueError", "warning")
    assert CANARY not in line
