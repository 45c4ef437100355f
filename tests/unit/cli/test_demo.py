"""`copydesk demo` shows the whole service, keeps to its directory, and says what went wrong."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from copydesk.broker.embedded import free_port
from copydesk.cli.demo import MARKER
from tests.unit.cli.calls import SERVICE, brokers_of, environment

_SAMPLES = SERVICE / "copydesk" / "cli" / "samples"


def _copydesk(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def _demo(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _copydesk(cwd, "demo", "--port", str(free_port()), "--metrics-port", "0", *arguments)


def test_the_demo_brings_every_sample_out_and_can_be_run_again(tmp_path: Path) -> None:
    """All samples are in the store; nothing is written elsewhere, nor warned of; a second run starts afresh."""
    first, done = _demo(tmp_path), _demo(tmp_path)
    for run in (first, done):
        assert (run.returncode, len(run.stderr.splitlines())) == (0, 1), run.stderr
    assert [path.name for path in tmp_path.iterdir()] == [".copydesk"]
    assert [path.name for path in (tmp_path / ".copydesk").iterdir()] == ["demo"]
    listed = _copydesk(tmp_path, "records", "list", "--json", "--data-dir", ".copydesk/demo")
    records = [orjson.loads(line) for line in listed.stdout.splitlines()]
    lines = sum(len(path.read_bytes().splitlines()) for path in _SAMPLES.glob("*.jsonl"))
    others = [path for path in _SAMPLES.iterdir() if path.suffix in {".html", ".txt"}]
    assert len(records) == lines + len(others)
    assert {record["inLanguage"] for record in records} == {"en", "de", "fr", "es", "zh", "ja"}
    for said in (
        "Samira Holt (from author_bio)",
        "- comment_policy",
        "+ article",
        "articles.db",
        "/metrics",
        "Next:",
    ):
        assert said in done.stdout


def test_an_article_that_does_not_come_out_is_told_with_its_reason(tmp_path: Path) -> None:
    """A dead letter is exit code 4, with the article, the reason and the stage; so is a line that is not sent."""
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "empty.html").write_text("<html><script>var a = 1;</script></html>", encoding="utf-8")
    (samples / "fine.txt").write_text(
        "One day the ferry came.\n\nIt went again in the evening.", encoding="utf-8"
    )
    (samples / "odd.jsonl").write_text('{"title": "no body"}\n', encoding="utf-8")
    done = _demo(tmp_path, "--samples", "samples")
    assert done.returncode == 4
    assert "empty.html did not come out: it became a dead letter: no_text in normalise" in done.stderr
    assert "odd.jsonl:1 did not come out: it was not sent: it has no text in html or text" in done.stderr
    assert "dead letters  1 in the topic articles.dead" in done.stdout


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds the broker's process in /proc")
def test_a_broker_that_dies_ends_the_demo_with_code_6(tmp_path: Path) -> None:
    """It does not wait for articles that can no longer come out, and says why, once."""
    arguments = ["demo", "--port", str(free_port()), "--metrics-port", "0", "--set", "logs.level=info"]
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", *arguments],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "The worker runs." in line:
                break
        (broker,) = brokers_of(process.pid)
        os.kill(broker, signal.SIGKILL)
        _, told = process.communicate(timeout=120)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 6, told
    assert told.count("the demo cannot go on. The embedded broker ended (killed by SIGKILL)") == 1
    assert not any(line.startswith("Traceback") for line in told.splitlines())


@pytest.mark.parametrize(
    ("option", "setting"), [("--port", "broker.port"), ("--metrics-port", "metrics.port")]
)
def test_a_taken_port_is_named_with_the_option_that_changes_it(
    tmp_path: Path, option: str, setting: str
) -> None:
    """The demo does not start, and says which port and what to type."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = _demo(tmp_path, option, port)
    assert done.returncode == 1
    assert port in done.stderr
    assert option in done.stderr
    assert setting in done.stderr
    assert "Traceback" not in done.stderr


def test_a_directory_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """Only a directory that the demo made is wiped."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "articles.db").write_text("precious", encoding="utf-8")
    done = _demo(tmp_path, "--data-dir", "mine")
    assert done.returncode == 2
    assert "mine is not empty and was not made by the demo" in done.stderr
    assert (mine / "articles.db").read_text(encoding="utf-8") == "precious"
    assert not (mine / MARKER).exists()
