"""`copydesk publish` sends files, tells what it could not send, and ends with a code that says so."""

import gzip
from pathlib import Path

import orjson
import pytest

from copydesk.broker.embedded import free_port
from tests.unit.cli.calls import Call

_GOOD = b'{"text": "Hello.", "id": "1"}\n'


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles and two lines that are none."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(_GOOD + b"{oops\n" + b'{"title": "no body"}\n' + _GOOD)
    return path


def test_a_dry_run_judges_everything_and_sends_nothing(call: Call, articles: Path) -> None:
    """No broker is needed; rejected lines are told on stderr and kept with their reasons; exit code 4."""
    result = call("publish", "--dry-run", str(articles))
    assert result.exit_code == 4
    assert result.stdout == "2 articles could be sent (60 bytes); nothing was.\n"
    assert f"{articles}:2: is not JSON (" in result.stderr
    assert f"{articles}:3: has no text in html or text (its fields: title)" in result.stderr.replace("\n", "")
    (rejects,) = Path(".copydesk/rejects").iterdir()
    assert f"2 rejected; with their reasons in {rejects}" in result.stderr
    lines = [orjson.loads(line) for line in rejects.read_bytes().splitlines()]
    assert [(line["origin"], line["original"]) for line in lines] == [
        (f"{articles}:2", "{oops"),
        (f"{articles}:3", '{"title": "no body"}'),
    ]


def test_articles_are_sent_and_counted_as_acknowledged(
    call: Call, embedded_broker: str, tmp_path: Path
) -> None:
    """With --json the report is one line on stdout; everything sent was acknowledged."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzip.compress(_GOOD * 50))
    (tmp_path / "in" / "b.html").write_bytes(b"<p>caf\xe9</p>")
    topic = (
        "--set",
        "topics.raw=publish-command",
        "--set",
        "topics.structured=pc-s",
        "--set",
        "topics.dead=pc-d",
    )
    assert call("topics", "create", "--broker", embedded_broker, *topic).exit_code == 0
    result = call("publish", "--json", "--broker", embedded_broker, *topic, str(tmp_path / "in"))
    assert (result.exit_code, result.stderr) == (0, "")
    report = orjson.loads(result.stdout)
    assert (report["sent"], report["acknowledged"], report["rejected"]) == (51, 51, 0)
    assert not Path(".copydesk").exists()
    limited = call("publish", "--limit", "3", "--broker", embedded_broker, *topic, str(tmp_path / "in"))
    assert limited.stdout.startswith("3 articles acknowledged (")
    one = call("publish", "--limit", "1", "--broker", embedded_broker, *topic, str(tmp_path / "in"))
    assert one.stdout.startswith("1 article acknowledged (")


def test_no_broker_is_one_sentence_and_code_3(call: Call, articles: Path) -> None:
    """The address and what to do are told; there is no traceback and no log of the libraries."""
    port = free_port()
    result = call("publish", str(articles), "--broker", f"127.0.0.1:{port}")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr == (
        f"copydesk: No Kafka broker answers at 127.0.0.1:{port}. Start one, for instance `copydesk up`, "
        "or name yours: --broker host:port.\n"
    )


def test_foreign_names_are_mapped_and_wrong_ones_told(call: Call) -> None:
    """--map translates; an unknown name of ours is wrong usage with the nearest known."""
    line = b'{"body": "Hello.", "link": "https://a.example.org"}'
    assert call("publish", "--dry-run", "--map", "text=body,url=link", "-", stdin=line).exit_code == 0
    result = call("publish", "--dry-run", "--map", "txt=body", "-", stdin=line)
    assert result.exit_code == 2
    assert "Did you mean text?" in result.stderr


def test_a_path_that_is_not_there_is_wrong_usage(call: Call) -> None:
    """The path is named before anything is sent."""
    result = call("publish", "nowhere.jsonl")
    assert result.exit_code == 2
    assert "nowhere.jsonl: no such file or directory." in result.stderr


def test_many_rejects_are_told_a_few_times_only(call: Call) -> None:
    """Standard error is not flooded; the rejects file has them all."""
    result = call("publish", "--dry-run", "--rejects", "r.jsonl", "-", stdin=b'{"x": 1}\n' * 100)
    assert len(Path("r.jsonl").read_bytes().splitlines()) == 100
    assert len(result.stderr.splitlines()) < 20
    assert "Further ones are in the rejects file only." in result.stderr
