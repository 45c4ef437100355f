"""`copydesk up` runs everything in the foreground until it is told to stop; `worker` needs a broker."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest

from copydesk.broker.embedded import free_port
from tests.unit.cli.calls import brokers_of, environment

_TRIES = 60


def _copydesk(cwd: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments],
        cwd=cwd,
        env=environment(),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def _up(cwd: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", "up", "--port", str(port), "--metrics-port", "0"],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_what_is_published_while_it_is_up_is_in_the_store_when_it_was_stopped(tmp_path: Path) -> None:
    """Ctrl-C drains: exit code 0, and the article is there; nothing was printed on stdout."""
    port = free_port()
    with _up(tmp_path, port) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("Ready (embedded broker, for development only"):
                break
        sent = _copydesk(
            tmp_path,
            "publish",
            "-",
            "--broker",
            f"127.0.0.1:{port}",
            stdin='{"text": "The ferry came.", "id": "7"}',
        )
        assert sent.stdout.startswith("1 article acknowledged"), sent.stderr
        counts = (_copydesk(tmp_path, "records", "count").stdout for _ in range(_TRIES))
        assert next((count for count in counts if count == "1\n"), None) is not None
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=120)
        assert (process.returncode, out) == (0, "")
    assert '"id":"7"' in _copydesk(tmp_path, "records", "list", "--json").stdout


def test_near_duplicates_are_found_while_it_is_up(tmp_path: Path) -> None:
    """Of two articles of one text the store tells the cluster, the first by name."""
    port = free_port()
    text = " ".join(f"word{number}" for number in range(60))
    articles = "\n".join(f'{{"text": "The ferry came. {text}.", "id": "{number}"}}' for number in (7, 8))
    with _up(tmp_path, port) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("Ready (embedded broker"):
                break
        sent = _copydesk(tmp_path, "publish", "-", "--broker", f"127.0.0.1:{port}", stdin=articles)
        assert sent.stdout.startswith("2 articles acknowledged"), sent.stderr
        shown = (_copydesk(tmp_path, "records", "show", "8", "--json").stdout for _ in range(_TRIES))
        told = next((each for each in shown if '"cluster"' in each), "{}")
        process.send_signal(signal.SIGINT)  # killed, it would leave its broker behind
        process.communicate(timeout=120)
    assert orjson.loads(told)["cluster"]["id"] == "7"


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds the broker's process in /proc")
def test_a_broker_that_dies_ends_it_with_code_6_and_one_error(tmp_path: Path) -> None:
    """The embedded broker is watched: its end is told once, with its log and what to do, and all stops."""
    with _up(tmp_path, free_port()) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("Ready (embedded broker"):
                break
        (broker,) = brokers_of(process.pid)
        os.kill(broker, signal.SIGKILL)
        _, told = process.communicate(timeout=120)
    assert process.returncode == 6, told
    events = [orjson.loads(line) for line in told.splitlines() if line.startswith("{")]
    errors = [event for event in events if event["level"] == "error" and "logger" not in event]
    assert len(errors) == 1, errors
    for said in ("The embedded broker ended", "SIGKILL", str(Path("broker", "broker.log")), "start it again"):
        assert said in errors[0]["reason"]


def test_a_worker_without_a_broker_is_code_3(tmp_path: Path) -> None:
    """The address and the option are told, without a traceback."""
    port = free_port()
    done = _copydesk(tmp_path, "worker", "--broker", f"127.0.0.1:{port}", "--metrics-port", "0")
    assert done.returncode == 3
    assert f"No broker answers at 127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_agent_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    """The nearest known agent is named."""
    done = _copydesk(tmp_path, "worker", "--agents", "desk,snik")
    assert done.returncode == 2
    assert "'snik' is no agent. Did you mean sink?" in done.stderr
