"""The embedded broker starts or says why not, and its end is told."""

import asyncio
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.broker.embedded import EmbeddedBroker, EmbeddedBrokerError, free_port, port_is_free
from tests.conftest import embedded
from tests.stream.harness import until


def test_its_end_is_told_with_how_its_log_and_what_to_do(tmp_path: Path) -> None:
    """Whoever waits learns that it was killed; as long as it runs nothing is told."""

    async def run() -> str:
        async with embedded(tmp_path) as broker:
            waiting = asyncio.create_task(broker.wait_ended())
            done, _ = await asyncio.wait({waiting}, timeout=0.05)
            assert (done, broker.running) == (set(), True)
            broker.kill()
            return await waiting

    told = asyncio.run(run())
    assert told.startswith(
        f"The embedded broker ended (killed by SIGKILL). Its log is {tmp_path / 'broker.log'}."
    )
    assert "start it again" in told


def test_it_stops_when_asked_and_asking_twice_does_no_harm(tmp_path: Path) -> None:
    """Afterwards its port is free again, and its end is one with an exit code."""

    async def run() -> str:
        async with embedded(tmp_path) as broker:
            assert not port_is_free(broker.port)
            await broker.stop()
            await broker.stop()
            assert port_is_free(broker.port)
            return await broker.wait_ended()

    assert "ended (exit code 0)" in asyncio.run(run())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    """Even with one that is killed: its port is free for the next."""
    port = free_port()
    program = (
        "import asyncio, os, pathlib, signal, sys\n"
        "from copydesk.broker.embedded import EmbeddedBroker\n"
        "asyncio.run(EmbeddedBroker(pathlib.Path(sys.argv[1]), int(sys.argv[2])).start())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path), str(port)], check=False)
    assert killed.returncode == -signal.SIGKILL

    async def free() -> bool:
        return port_is_free(port)

    asyncio.run(until(free, "the port to be free"))


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    """The port and the option that changes it; nothing is started."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EmbeddedBrokerError, match=rf"Port {port} on 127\.0\.0\.1 is taken.*--port"):
            asyncio.run(EmbeddedBroker(tmp_path / "b", port).start())
    assert not (tmp_path / "b").exists()


def test_a_broker_that_cannot_run_is_told_in_its_own_words(tmp_path: Path) -> None:
    """A state that is no directory ends it at once; what it said is passed on."""
    (tmp_path / "state").write_text("not a directory", encoding="utf-8")
    with pytest.raises(EmbeddedBrokerError, match=r"ended at once\. It said: \S+"):
        asyncio.run(EmbeddedBroker(tmp_path, free_port()).start())
