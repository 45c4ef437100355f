"""One Apache Kafka 4 node (broker and controller in one) as a child process, on loopback only.

    python -m tests.kafka.server [--port 9092] [--data FOLDER]   in the foreground, until Ctrl-C or SIGTERM
    python -m tests.kafka.server --prepare                       only fetch the jars

Needs Java 17, and Maven the first time.
"""

import argparse
import base64
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from tests.kafka import guard
from tests.kafka.config import JVM, server_properties
from tests.kafka.guard import TEMPORARY_PREFIX
from tests.kafka.jars import KafkaUnavailableError, java_command, prepare_jars
from tests.kafka.probe import LOOPBACK, free_port, serving_brokers

READY_LIMIT_S = 90.0
"""Ready takes 3 to 6 s on two cores; a machine that is busy with other tests gets much more."""
STOP_LIMIT_S = 30.0
_START_ATTEMPTS = 3


class KafkaServer:
    """A Kafka node that can be started, stopped, killed and restarted on the same data and port.

    *Errors*: KafkaUnavailableError when it cannot run here; RuntimeError, with the end of its log, when
    it does not come up.
    """

    def __init__(
        self,
        *,
        port: int | None = None,
        data: Path | None = None,
        jvm: Sequence[str] = JVM,
        extra: dict[str, str] | None = None,
        scram: Sequence[str] = (),
        controller: int | None = None,
        quorum: Sequence[str] = ("--standalone", "-t"),
    ) -> None:
        """`port`: fixed, else any free one. `data`: kept; else a temporary folder that `close` removes.

        `scram`: users, as the storage tool takes them: SCRAM-SHA-256=[name=desk,password=...]. `controller`: the
        controller's port, any free one if None. `quorum`: how it is formatted, up to the cluster's id (see cluster.py).
        """
        self._controller = controller
        self._quorum = tuple(quorum)
        self._scram = tuple(part for user in scram for part in ("--add-scram", user))
        self.port = port or 0
        self.extra = extra or {}
        self._fixed_port = port is not None
        self._jvm = tuple(jvm)
        self._work = Path(tempfile.mkdtemp(prefix=TEMPORARY_PREFIX))
        self._data = (data or self._work / "data").resolve()
        self._process: subprocess.Popen[bytes] | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def bootstrap(self) -> str:
        """Address for clients, host:port."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def pid(self) -> int | None:
        """Process id of the running server; None when it does not run."""
        return self._process.pid if self._process and self._process.poll() is None else None

    @property
    def log(self) -> str:
        """What the server has logged so far."""
        path = self._work / "kafka.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def start(self) -> float:
        """Start it and wait until it serves; seconds that took. The first start also formats the data folder."""
        if self.pid is not None:
            raise RuntimeError(f"Kafka runs already, on {self.bootstrap}.")
        began = time.monotonic()
        java = [java_command(), *self._jvm, "-cp", str(prepare_jars() / "*")]
        formatted = (self._data / "meta.properties").exists()
        attempts = 1 if self._fixed_port or formatted else _START_ATTEMPTS
        for attempt in range(1, attempts + 1):
            if not formatted:
                self._format(java)
            self._spawn(java)
            try:
                self._wait_ready()
                break
            except RuntimeError:
                # Somebody took one of the ports between our look and the server's start.
                if attempt == attempts or "Address already in use" not in self.log:
                    raise
                shutil.rmtree(self._data)
        return time.monotonic() - began

    def stop(self) -> None:
        """Stop it by SIGTERM, and by SIGKILL when it takes longer than `STOP_LIMIT_S`."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._dismiss_guard()

    def kill(self) -> None:
        """End it as a crash would (kill -9); its data stays."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._dismiss_guard()

    def restart(self) -> float:
        """Stop it if it runs, start it on the same data and port; seconds until it serves again."""
        self.stop()
        return self.start()

    def wait(self) -> int:
        """Wait until it ends by itself; its exit code."""
        return self._process.wait() if self._process else 0

    def close(self) -> None:
        """Stop it and remove its temporary files."""
        self.stop()
        shutil.rmtree(self._work, ignore_errors=True)

    def _format(self, java: Sequence[str]) -> None:
        """Give the data folder its identity and choose the ports, which the controller's quorum records."""
        if not self._fixed_port:
            self.port = free_port()
        controller = self._controller or free_port()
        self._data.mkdir(parents=True, exist_ok=True)
        self._properties.write_text(server_properties(self._data, self.port, controller, self.extra))
        done = subprocess.run(
            [
                *java,
                "kafka.tools.StorageTool",
                "format",
                *self._quorum,
                *([new_id()] if self._quorum[-1] == "-t" else []),
                "-c",
                str(self._properties),
                *self._scram,
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=READY_LIMIT_S,
        )
        if done.returncode:
            raise RuntimeError(f"Kafka could not format {self._data}:\n{(done.stdout + done.stderr)[-2000:]}")

    @property
    def _properties(self) -> Path:
        return self._data.with_name(self._data.name + ".properties")

    def _spawn(self, java: Sequence[str]) -> None:
        with (self._work / "kafka.log").open("ab") as log:
            # A session of its own: Ctrl-C in the terminal ends the tests, which then stop the server.
            self._process = subprocess.Popen(
                [*java, "kafka.Kafka", str(self._properties)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._guard = subprocess.Popen(
            [sys.executable, guard.__file__, str(self._process.pid), str(self._properties), str(self._work)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _wait_ready(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + READY_LIMIT_S
        while serving_brokers(self.port) < 1:
            if self._process.poll() is not None:
                self._dismiss_guard()
                raise RuntimeError(f"Kafka ended with code {self._process.returncode}:\n{self.log[-2000:]}")
            if time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"Kafka did not serve within {READY_LIMIT_S} s:\n{self.log[-2000:]}")
            time.sleep(0.05)

    def _dismiss_guard(self) -> None:
        if self._guard is not None:
            self._guard.communicate(b"done")
            self._guard = None


def new_id() -> str:
    """Return an id (of a cluster, of a data folder) as Kafka writes them; not one that reads as an option of its tool."""
    text = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    return text if not text.startswith("-") else new_id()


def main() -> int:
    """Command line: see the head of this file."""
    parser = argparse.ArgumentParser(description="Apache Kafka for development, on loopback only.")
    parser.add_argument("--port", type=int, default=9092)
    parser.add_argument("--data", type=Path, help="folder to keep the data in; default: temporary")
    parser.add_argument("--prepare", action="store_true", help="only fetch the jars")
    arguments = parser.parse_args()
    try:
        java_command()
        jars = prepare_jars()
        if arguments.prepare:
            print(f"Apache Kafka is in {jars}.")
            return 0
        return _serve(arguments.port, arguments.data)
    except (KafkaUnavailableError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1


def _serve(port: int, data: Path | None) -> int:
    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    server = KafkaServer(port=port, data=data)
    try:
        seconds = server.start()
        print(
            f"Apache Kafka serves on {server.bootstrap} after {seconds:.1f} s; Ctrl-C stops it.", flush=True
        )
        code = server.wait()
        print(f"Kafka ended by itself with code {code}:\n{server.log[-2000:]}", file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    finally:
        server.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
