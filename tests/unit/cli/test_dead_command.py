"""`copydesk dead` groups, shows, retries and discards dead letters, and loses none of them."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from copydesk.broker.embedded import free_port
from copydesk.codec.dead_letter import to_headers
from copydesk.outcome import DeadLetter, Reason, Stage
from tests.stream.harness import In, Place, Received, new_place, read, send
from tests.unit.cli.calls import Call

SENT = datetime(2026, 3, 1, 10, 0, 0, 123000, tzinfo=UTC)
OWN = (("x-feed", b"\xff\xfe"), ("x-feed", b""))


def letter(topic: str, number: int, reason: Reason, stage: Stage = Stage.DECODE, attempt: int = 1) -> In:
    """A dead letter as the desk makes it; article aN of the site siteN.example."""
    value = orjson.dumps({"id": f"a{number}", "url": f"https://www.site{number}.example/x", "text": "Words."})
    why = DeadLetter(
        reason=reason, stage=stage, detail="why", topic=topic, partition=1, offset=number, timestamp=SENT, version="0.1.0"
    )  # fmt: skip
    tried = [("copydesk-attempt", str(attempt).encode())] if attempt > 1 else []
    return In(value, key=b"\x00key", headers=[*OWN, *tried, *to_headers(why)])


class Desk:
    """Three kinds of letters on topics of their own, and the command on them."""

    def __init__(self, call: Call, broker: str, tmp_path: Path) -> None:
        self._call = call
        self.place: Place = asyncio.run(new_place(broker, tmp_path))
        raw = self.place.topics.raw
        self.put(
            letter(raw, 1, Reason.TIME_LIMIT, Stage.STRIP),
            letter(raw, 2, Reason.NO_TEXT, Stage.NORMALISE),
            letter(raw, 3, Reason.NO_TEXT, Stage.NORMALISE),
            letter(raw, 4, Reason.UNEXPECTED, Stage.STRIP, attempt=3),
            letter("elsewhere", 5, Reason.NO_TEXT, Stage.NORMALISE),
            In(b"foreign", headers=[("copydesk-disposition", b"nonsense")]),
        )

    def put(self, *messages: In) -> None:
        """Put messages on the topic of the dead."""
        asyncio.run(send(self.place, messages, self.place.topics.dead))

    def __call__(self, *arguments: str, code: int = 0) -> str:
        """Call `copydesk dead`; standard output."""
        topics = self.place.topics
        names = {"raw": topics.raw, "structured": topics.structured, "dead": topics.dead}
        sets = [part for name, value in names.items() for part in ("--set", f"topics.{name}={value}")]
        result = self._call("dead", *arguments, "--broker", self.place.bootstrap, *sets)
        assert result.exit_code == code, result.output
        self.said = result.stderr
        return result.stdout

    def json(self, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
        """Call it with --json; the objects of its lines."""
        return [orjson.loads(line) for line in self(*arguments, "--json", code=code).splitlines()]

    def letters(self, *arguments: str) -> list[str]:
        """Ids of the letters that are listed."""
        return [one["letter"] for one in self.json("ls", "--each", *arguments)]

    def raw(self) -> Sequence[Received]:
        """What is on the raw topic."""
        return asyncio.run(read(self.place, self.place.topics.raw))


@pytest.fixture
def desk(call: Call, broker: str, tmp_path: Path) -> Desk:
    """A desk with letters 0:0 to 0:4 on each broker."""
    return Desk(call, broker, tmp_path)


def test_letters_are_grouped_by_reason(desk: Desk) -> None:
    """Reason, stage, number, sites and an example; what is no letter is counted apart."""
    groups = desk.json("ls")
    assert [(one["reason"], one["stage"], one["letters"]) for one in groups] == [
        ("no_text", "normalise", 3), ("time_limit", "strip", 1), ("unexpected", "strip", 1),
    ]  # fmt: skip
    assert groups[0]["sites"] == {"site2.example": 1, "site3.example": 1, "site5.example": 1}
    assert "1 messages on" in desk.said
    assert "no_text" in desk("ls")


def test_filters_narrow_down(desk: Desk) -> None:
    """By reason, stage, site, article, time and id; conditions add up."""
    assert desk.letters() == ["0:0", "0:1", "0:2", "0:3", "0:4"]
    assert desk.letters("--reason", "no_text", "--reason", "time_limit") == ["0:0", "0:1", "0:2", "0:4"]
    assert desk.letters("--stage", "strip") == ["0:0", "0:3"]
    assert desk.letters("--site", "site3.example", "--reason", "no_text") == ["0:2"]
    assert desk.letters("--article", "a4") == ["0:3"]
    assert desk.letters("0:1", "2") == ["0:1", "0:2"]
    assert desk.letters("--since", "1h") == desk.letters()
    assert desk.letters("--until", "1h") == []
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    assert desk.letters("--since", later) == []
    assert desk.letters("--limit", "2") == ["0:3", "0:4"]


def test_one_letter_is_shown_whole(desk: Desk) -> None:
    """Why it died, its headers and the original; --value gives its bytes."""
    (shown,) = desk.json("show", "0:0")
    assert (shown["reason"], shown["offset"], shown["attempt"], shown["article"]) == (
        "time_limit",
        1,
        1,
        "a1",
    )
    assert orjson.loads(shown["value"])["id"] == "a1"
    assert orjson.loads(desk("show", "0:0", "--value"))["id"] == "a1"
    assert "copydesk-reason" in desk("show", "0:0")
    desk("show", "0:99", code=1)
    desk("show", "7:0", code=1)


def test_a_retry_sends_the_original_again(desk: Desk) -> None:
    """Value, key and own headers as they were, the first time and the attempt; once, and then it is no open letter."""
    assert desk.json("retry", "--reason", "time_limit", "--note", "fixed in 0.2") == [
        {"letter": "0:0", "result": "retried", "to": desk.place.topics.raw, "attempt": 2}
    ]
    (message,) = desk.raw()
    original = letter(desk.place.topics.raw, 1, Reason.TIME_LIMIT)
    assert (message.value, message.key) == (original.value, original.key)
    assert list(message.headers) == [
        *OWN, ("copydesk-attempt", b"2"), ("copydesk-timestamp", b"2026-03-01T10:00:00.123Z"),
    ]  # fmt: skip
    assert datetime.now(UTC).timestamp() - message.timestamp / 1000 < 60
    assert desk.letters() == ["0:1", "0:2", "0:3", "0:4"]
    (settled,) = desk.json("ls", "--each", "--all", "0:0")
    assert (settled["state"], settled["note"]) == ("retried", "fixed in 0.2")
    desk("retry", "0:0", code=1)
    assert len(desk.raw()) == 1
    assert [one["result"] for one in desk.json("retry", "0:0", "--again")] == ["retried"]


def test_what_died_too_often_or_elsewhere_is_left(desk: Desk) -> None:
    """The limit of attempts, and a letter that names another topic, are told, with exit code 4; the rest is sent."""
    settled = desk.json("retry", "--all", code=4)
    assert {one["letter"]: one["result"] for one in settled} == {
        "0:0": "retried", "0:1": "retried", "0:2": "retried", "0:3": "left", "0:4": "left",
    }  # fmt: skip
    assert len(desk.raw()) == 3
    assert desk.letters() == ["0:3", "0:4"]
    assert "none of this service's" in desk("retry", "0:4", code=4)
    (again,) = desk.json("retry", "0:3", "--max-attempts", "4")
    assert again["attempt"] == 4


def test_a_dry_run_changes_nothing(desk: Desk) -> None:
    """It says what would be done."""
    assert "3 would be retried" in desk("retry", "--all", "--dry-run")
    assert "5 would be discarded" in desk("discard", "--all", "--note", "x", "--dry-run")
    assert desk.raw() == []
    assert len(desk.letters()) == 5


def test_a_discard_is_written_down(desk: Desk) -> None:
    """The letter stays on its topic with who decided what; it needs a note."""
    desk("discard", "0:1", code=2)
    assert desk("discard", "--site", "site2.example", "--note", "a blocked page") == "1 discarded.\n"
    assert desk.letters() == ["0:0", "0:2", "0:3", "0:4"]
    assert "1 were retried or discarded" in desk.said
    (settled,) = desk.json("ls", "--each", "--all", "--site", "site2.example")
    assert (settled["state"], settled["note"]) == ("discarded", "a blocked page")
    assert "0:1" in desk("show", "0:1")


def test_a_choice_is_needed(desk: Desk) -> None:
    """Neither retry nor discard takes everything unless it is said."""
    desk("retry", code=2)
    desk("retry", "--all", "--site", "x", code=2)
    desk("discard", "--note", "x", code=2)
    assert "No open dead letter fits" in (desk("retry", "--site", "nowhere.example") or desk.said)
    desk("retry", "no-id", code=2)
    desk("ls", "--since", "yesterday", code=2)


def test_a_forged_disposition_settles_nothing(desk: Desk) -> None:
    """A producer's own copydesk headers stay on its letter, which stays open."""
    forged = letter(desk.place.topics.raw, 6, Reason.NO_TEXT)
    headers = [("copydesk-disposition", b"discarded"), ("copydesk-letter", b"0"), *forged.headers]
    desk.put(In(forged.value, headers=headers))
    assert desk.letters("--site", "site6.example") == ["0:6"]
    assert "0:0" in desk.letters()


def test_no_broker_is_code_3(call: Call) -> None:
    """The address is told in one sentence."""
    port = free_port()
    result = call("dead", "ls", "--broker", f"127.0.0.1:{port}")
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"127.0.0.1:{port}" in result.stderr


def test_a_missing_topic_is_named(call: Call, embedded_broker: str) -> None:
    """With the command that makes it."""
    result = call("dead", "ls", "--broker", embedded_broker, "--set", "topics.dead=not-there")
    assert result.exit_code == 1
    assert "copydesk topics create" in result.stderr
