"""The rejects file holds what was not sent, with its reason, so that it can be put right."""

from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

import orjson

from copydesk.producer.items import BadItem
from copydesk.producer.rejects import RejectsFile, rejects_path


def test_each_line_has_origin_reason_and_original(tmp_path: Path) -> None:
    """Text is kept as text, other bytes in base64; nothing is lost."""
    path = tmp_path / "deep" / "rejects.jsonl"
    rejects = RejectsFile(path)
    rejects.write(BadItem(origin="a:1", reason="is not JSON", original="{“x”".encode()))
    rejects.write(BadItem(origin="a:2", reason="is odd", original=b"\xff\n"))
    rejects.close()
    first, second = (orjson.loads(line) for line in path.read_bytes().splitlines())
    assert first == {"origin": "a:1", "reason": "is not JSON", "original": "{“x”"}
    assert b64decode(second["originalBase64"]) == b"\xff\n"
    assert rejects.count == 2


def test_no_rejects_leave_no_file(tmp_path: Path) -> None:
    """The file and its directory are made with the first line."""
    RejectsFile(tmp_path / "deep" / "rejects.jsonl").close()
    assert list(tmp_path.iterdir()) == []


def test_the_name_tells_what_was_read_and_when() -> None:
    """Standard input has a name too."""
    now = datetime(2026, 11, 23, 7, 8, 9, tzinfo=UTC)
    assert rejects_path(Path("d"), "some/feed.jsonl", now) == Path("d/feed.jsonl-20261123T070809Z.jsonl")
    assert rejects_path(Path("d"), "-", now) == Path("d/stdin-20261123T070809Z.jsonl")
