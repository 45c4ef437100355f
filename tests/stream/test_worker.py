"""A worker as a process: signals, exit codes, what it says when it cannot start."""

import asyncio
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from copydesk.broker.embedded import free_port
from tests.conftest import embedded
from tests.stream.harness import In, Place, committed, ends, new_place, read, send, until
from tests.stream.test_desk import article


def command(place: Place, *arguments: str) -> list[str]:
    """A worker on this place, as a user would start it."""
    topics = place.topics
    settings = {
        "topics.raw": topics.raw, "topics.structured": topics.structured, "topics.dead": topics.dead,
        "topics.clusters": topics.clusters,
        "topics.partitions": topics.partitions, "stream.group_prefix": place.group_prefix,
        "stream.instance": "test", "stream.session_timeout_s": 6, "stream.commit_interval_s": 0.2,
        "stream.processes": 2, "logs.format": "json",
    }  # fmt: skip
    sets = [part for name, value in settings.items() for part in ("--set", f"{name}={value}")]
    named = ["--broker", place.bootstrap, "--data-dir", str(place.data_dir), "--metrics-port", "0"]
    return [sys.executable, "-m", "copydesk", "worker", *named, *sets, *arguments]


@contextmanager
def worker(place: Place, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker process; killed at the end if it is still there. Its log is in worker.log."""
    with (place.data_dir / "worker.log").open("ab") as log:
        process = subprocess.Popen(command(place, *arguments), stdout=log, stderr=log)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def rows(place: Place) -> Counter[str]:
    """How often each article id is in the store."""
    if not place.database.exists():
        return Counter()
    connection = sqlite3.connect(f"file:{place.database}?mode=ro", uri=True)
    try:
        return Counter(row[0] for row in connection.execute("select id from articles"))
    except sqlite3.OperationalError:
        return Counter()  # it is being made
    finally:
        connection.close()


def children_of(pid: int) -> list[int]:
    """Processes whose parent is `pid`."""
    return [int(line) for line in subprocess.run(
        ["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split()]  # fmt: skip


def gone(pid: int) -> bool:
    """Whether a process has ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_sigterm_drains_and_exits_with_0(broker: str, tmp_path: Path) -> None:
    """Under load, SIGTERM finishes what is in flight, commits it, and nothing is worked on twice."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [article(number) for number in range(1500)])
        with worker(place) as first:
            await until(lambda: len(rows(place)) > 50, "some rows")
            first.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(first.wait, 40) == 0
        done = sum((await committed(place, "desk", place.topics.raw)).values())
        assert done == len(await read(place, place.topics.structured))
        with worker(place) as second:
            await until(lambda: len(rows(place)) == 1500, "all rows")
            second.send_signal(signal.SIGINT)
            assert await asyncio.to_thread(second.wait, 40) == 0
        assert len(await read(place, place.topics.structured)) == 1500
        assert await committed(place, "desk", place.topics.raw) == await ends(place, place.topics.raw)

    asyncio.run(run())


def test_kill_loses_nothing_and_leaves_no_child(broker: str, tmp_path: Path) -> None:
    """Killed twice under load, every article is in the store, once; the children end by themselves."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [article(number) for number in range(1200)])
        for _ in range(2):
            before = len(rows(place))
            with worker(place, "--set", "stream.chunk_records=25") as process:
                await until(lambda pid=process.pid: len(children_of(pid)) == 2, "two children")
                children = children_of(process.pid)
                await until(lambda before=before: len(rows(place)) > before, f"more than {before} rows")
                process.kill()
            await until(
                lambda children=children: all(gone(pid) for pid in children), "the end of the children"
            )
        with worker(place):
            await until(lambda: len(rows(place)) == 1200, "all rows")
        assert set(rows(place).values()) == {1}
        got = Counter(record.key for record in await read(place, place.topics.structured))
        assert len(got) == 1200

    asyncio.run(run())


def test_sigterm_with_the_broker_gone_ends_in_time(tmp_path: Path) -> None:
    """A worker whose broker died ends by its drain limit, with a code that is not 0."""

    async def run() -> None:
        async with embedded(tmp_path / "broker") as broker:
            place = await new_place(broker.bootstrap_servers, tmp_path)
            await send(place, [article(number) for number in range(20)])
            with worker(place, "--set", "stream.drain_s=1") as process:
                await until(lambda: len(rows(place)) == 20, "20 rows")
                broker.kill()
                process.terminate()
                assert await asyncio.to_thread(process.wait, 40) in {5, 6}

    asyncio.run(run())


def test_a_dead_broker_is_named(tmp_path: Path) -> None:
    """Exit code 3 and one sentence that says where it looked and what to do."""
    port = free_port()
    result = subprocess.run(
        [sys.executable, "-m", "copydesk", "worker", "--broker", f"127.0.0.1:{port}", "--data-dir", str(tmp_path)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 3
    assert f"No broker answers at 127.0.0.1:{port}" in result.stderr
    assert "--broker" in result.stderr
    assert "Traceback" not in result.stderr


def test_missing_topics_are_named(embedded_broker: str, tmp_path: Path) -> None:
    """Exit code 1 and the command that makes them."""
    result = subprocess.run(
        [
            sys.executable, "-m", "copydesk", "worker", "--broker", embedded_broker, "--data-dir", str(tmp_path),
            "--set", "topics.raw=not-there", "--metrics-port", "0",
        ],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert "not-there" in result.stderr
    assert "copydesk topics create" in result.stderr


@pytest.mark.parametrize("agents", ["desk", "sink"])
def test_agents_run_alone(embedded_broker: str, tmp_path: Path, agents: str) -> None:
    """--agents desk writes no store; --agents sink reads no raw topic."""

    async def run() -> None:
        place = await new_place(embedded_broker, tmp_path)
        await send(place, [article(number) for number in range(5)])
        with worker(place, "--agents", "desk") as process:

            async def five() -> bool:
                return len(await read(place, place.topics.structured)) == 5

            await until(five, "5 records")
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0
        assert not place.database.exists()
        if agents == "sink":
            await send(place, [In(b"left alone")])
            with worker(place, "--agents", "sink"):
                await until(lambda: len(rows(place)) == 5, "5 rows")
            assert await read(place, place.topics.dead) == []

    asyncio.run(run())


def test_a_taken_metrics_port_is_named(embedded_broker: str, tmp_path: Path) -> None:
    """Exit code 1, the port, and the option that changes it."""

    async def make() -> Place:
        return await new_place(embedded_broker, tmp_path)

    place = asyncio.run(make())
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        arguments = [str(port) if part == "0" else part for part in command(place)]
        result = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 1
    assert f"port {port}" in result.stderr
    assert "--metrics-port" in result.stderr
