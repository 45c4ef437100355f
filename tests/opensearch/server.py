"""One OpenSearch node as a child process, on loopback only: `python -m tests.opensearch.server` fetches its jars.

Needs a JDK of Java 17 (the node's few lines of Java are compiled as they are started), and Maven the first time.
The node ends when whoever started it ends, since it reads its standard input.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import orjson

from tests.kafka.jars import CACHE, FETCH_LIMIT_S, KafkaUnavailableError, java_command
from tests.kafka.probe import LOOPBACK, free_port
from tests.opensearch.http import call

POM = Path(__file__).with_name("pom.xml")
NODE = Path(__file__).with_name("Node.java")
READY_LIMIT_S = 120.0
"""Ready takes some 10 s on two cores; a machine that is busy with other tests gets much more."""


class OpenSearchUnavailableError(RuntimeError):
    """OpenSearch cannot run here; the message says what is missing and how to get it."""


class OpenSearchServer:
    """A node that can be started, stopped and killed on the same data and port."""

    def __init__(self) -> None:
        """Errors: OpenSearchUnavailableError."""
        self._java = [_java(), "-Xms256m", "-Xmx512m", "-cp", str(prepare_jars() / "*"), str(NODE)]
        self._work = Path(tempfile.mkdtemp(prefix="copydesk-opensearch-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        """Start it and wait until it serves. Errors: RuntimeError with the end of its log."""
        with (self._work / "node.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java, str(self._work), str(self.port)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + READY_LIMIT_S
        while not self._serves():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(
                    f"OpenSearch did not come up:\n{(self._work / 'node.log').read_text()[-2000:]}"
                )
            time.sleep(0.1)

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def kill(self) -> None:
        """End it as a crash would; its data stays."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def close(self) -> None:
        """Stop it and remove its files."""
        self.kill()
        shutil.rmtree(self._work, ignore_errors=True)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """What the node answers, as an administrator sees it. Errors: OSError where it is away."""
        return call(self.url, method, path, body)

    def sources(self, index: str) -> list[dict[str, Any]]:
        """Every document of an index, refreshed before."""
        self.call("POST", f"/{index}/_refresh")
        found = self.call("POST", f"/{index}/_search", {"size": 10_000, "query": {"match_all": {}}})
        return [hit["_source"] for hit in found["hits"]["hits"]]

    def _serves(self) -> bool:
        try:
            return bool(self.call("GET", "/_cluster/health?wait_for_status=yellow")["status"] != "red")
        except (OSError, KeyError, orjson.JSONDecodeError):
            return False


def prepare_jars(cache: Path = CACHE) -> Path:
    """Folder with the jars, fetched by Maven when they are not there yet. Errors: OpenSearchUnavailableError."""
    folder = cache / f"opensearch-{hashlib.sha256(POM.read_bytes()).hexdigest()[:8]}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise OpenSearchUnavailableError(
            f"No Maven found, and OpenSearch is not in {folder} yet (Debian: apt install maven)."
        )
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="fetching-") as temporary:
        jars = Path(temporary) / "jars"
        command = [
            maven,
            "-q",
            "-B",
            "-f",
            str(POM),
            "dependency:copy-dependencies",
            f"-Dcopydesk.jars={jars}",
        ]
        try:
            subprocess.run(
                command, check=True, capture_output=True, timeout=FETCH_LIMIT_S, stdin=subprocess.DEVNULL
            )
        except subprocess.SubprocessError as error:
            said = (getattr(error, "stdout", None) or b"").decode()[-2000:]
            raise OpenSearchUnavailableError(f"Maven could not fetch OpenSearch: {error}\n{said}") from None
        if not folder.exists():  # another process was faster
            jars.rename(folder)
    return folder


def _java() -> str:
    try:
        java = java_command()
    except KafkaUnavailableError as error:
        raise OpenSearchUnavailableError(str(error)) from None
    modules = subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=True).stdout
    if "jdk.compiler" not in modules:
        raise OpenSearchUnavailableError(f"{java} is no JDK (Debian: apt install openjdk-17-jdk-headless).")
    return java


if __name__ == "__main__":
    try:
        _java()
        print(f"OpenSearch is in {prepare_jars()}.")
    except OpenSearchUnavailableError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
