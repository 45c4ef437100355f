"""The embedded broker: a small Kafka-compatible server as a child process, for development only.

It is PyPI's noida-db. It holds all data in memory, loses the last second or so when it is killed,
keeps a dead group member for ever, and answers on loopback only: good for `demo`, `up` and tests
with one worker, never for articles that matter.
"""

import asyncio
import ctypes
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import resources
from pathlib import Path

HOST = "127.0.0.1"
READY_S = 15.0
STOP_S = 15.0
"""It writes its state when it stops."""
OUTPUT_CHARS = 500
_PR_SET_PDEATHSIG = 1
WATCH_S = 0.5
"""How soon its end is seen. Asking costs one system call; a thread that waits would outlive a cancelled task."""


class EmbeddedBrokerError(Exception):
    """The embedded broker cannot run; the message says why and what to do."""


def port_is_free(port: int) -> bool:
    """Whether a server could listen on this loopback port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _binary() -> Path:
    try:
        folder = resources.files("noida_db")
    except ModuleNotFoundError as missing:
        raise EmbeddedBrokerError(
            "The embedded broker is not installed. Install it with `pip install copydesk[embedded]`, "
            "or name a broker of your own with --broker host:port."
        ) from missing
    for name in ("noida-db", "noida-db.exe"):
        path = Path(str(folder / name))
        if path.is_file():
            return path
    raise EmbeddedBrokerError("The package noida-db has no program for this machine; use --broker host:port.")


class EmbeddedBroker:
    """One broker process; its data lives under `data_dir`.

    Errors: `start` raises EmbeddedBrokerError when the port is taken or the process ends.
    """

    def __init__(self, data_dir: Path, port: int) -> None:
        self._data_dir = data_dir
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None
        self._output = data_dir / "broker.log"

    @property
    def bootstrap_servers(self) -> str:
        """Where clients reach it."""
        return f"{HOST}:{self.port}"

    async def start(self) -> None:
        """Start it and wait until it accepts connections."""
        if not port_is_free(self.port):
            raise EmbeddedBrokerError(
                f"Port {self.port} on {HOST} is taken, by another broker perhaps. "
                "Choose another with --port (setting broker.port), or use that broker with --broker."
            )
        self._data_dir.mkdir(parents=True, exist_ok=True)
        command = [
            str(_binary()), "start", "--only", "kafka", "--kafka-port", str(self.port),
            "--data-dir", str(self._data_dir / "state"),
        ]  # fmt: skip
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220  our own binary; it returns at once  # nosec B603
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,  # Ctrl-C in the terminal is for the worker, which stops us last
                # Unsafe beside threads where it takes a lock; this is one system call.
                preexec_fn=_end_with_parent(),  # noqa: PLW1509
            )
        try:
            async with asyncio.timeout(READY_S):
                await self._answering()
        except TimeoutError:
            await self.stop()
            raise EmbeddedBrokerError(f"The embedded broker did not answer within {READY_S:g} s.") from None

    async def stop(self) -> None:
        """End it, first politely; safe to call twice."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            async with asyncio.timeout(STOP_S):
                await asyncio.to_thread(process.wait)
        except TimeoutError:
            process.kill()
            await asyncio.to_thread(process.wait)

    async def wait_ended(self) -> str:
        """Wait until the process has ended; returns how, where its log is and what to do, for people."""
        assert self._process is not None, "start() comes first"
        while (code := self._process.poll()) is None:  # noqa: ASYNC110  the system sets no event of ours
            await asyncio.sleep(WATCH_S)
        return (
            f"The embedded broker ended ({_how_ended(code)}). Its log is {self._output}. It holds all data in memory, "
            "so what it had taken in its last moments is lost: start it again, and publish those articles again."
        )

    def kill(self) -> None:
        """End it at once, as a crash would; for tests."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    async def _answering(self) -> None:
        while True:
            if not self.running:
                text = self._output.read_text(errors="replace").strip()[-OUTPUT_CHARS:]
                raise EmbeddedBrokerError(f"The embedded broker ended at once. It said: {text or 'nothing'}")
            with suppress(OSError):
                _, writer = await asyncio.open_connection(HOST, self.port)
                writer.close()
                with suppress(OSError):
                    await writer.wait_closed()
                return
            await asyncio.sleep(0.02)


def _end_with_parent() -> Callable[[], object] | None:
    """What a child calls to be told to end when the thread that made it does, killed or not; Linux alone knows how."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _how_ended(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def free_port() -> int:
    """A loopback port that is free at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port
