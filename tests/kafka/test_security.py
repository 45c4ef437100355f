"""TLS and SASL on Apache Kafka: every way in works end to end, every wrong one is refused and told, no secret is shown."""

import asyncio
import http.client
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from copydesk.broker.embedded import free_port
from tests.kafka.jars import KafkaUnavailableError
from tests.kafka.secure import PASSWORD, USER, SecureKafka
from tests.stream.harness import until

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(300)]

E_MAIL = "canary.person@mailbox.example"
TITLE = 'A title\nwith lines\u2028and \x1b[31mcolours\x00\r\n{"level": "error"}'


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecureKafka]:
    """A running server with all listeners."""
    if not shutil.which("openssl"):
        pytest.skip("The program openssl is missing, for certificates.")
    made = SecureKafka(tmp_path_factory.mktemp("certificates"))
    try:
        made.server.start()
    except KafkaUnavailableError as error:
        made.server.close()
        pytest.skip(str(error))
    yield made
    made.server.close()


class Desk:
    """The command line on a server, all settings in the environment, the password in a file."""

    def __init__(self, secure: SecureKafka, folder: Path, way: str, **changed: str | None) -> None:
        self.folder, self.port = folder, free_port()
        (folder / "password").write_text(PASSWORD + "\n")
        name = folder.name
        files = secure.certificates
        tls = {"SSL_CAFILE": files.ca}
        sasl = {"SASL_USERNAME": USER, "SASL_PASSWORD_FILE": str(folder / "password"), "SASL_MECHANISM": way}
        kafka: dict[str, str] = {
            "mutual": {"SECURITY_PROTOCOL": "SSL", "BOOTSTRAP_SERVERS": f"localhost:{secure.tls}", **tls,
                       "SSL_CERTFILE": files.client, "SSL_KEYFILE": files.client_key},
            "bare": {"SECURITY_PROTOCOL": "SASL_PLAINTEXT", "BOOTSTRAP_SERVERS": f"127.0.0.1:{secure.bare}", **sasl,
                     "SASL_MECHANISM": "SCRAM-SHA-512"},
        }.get(way, {"SECURITY_PROTOCOL": "SASL_SSL", "BOOTSTRAP_SERVERS": f"localhost:{secure.sasl}", **tls, **sasl})  # fmt: skip
        kafka |= {key: value for key, value in changed.items() if value is not None}
        settings = {f"KAFKA__{key}": value for key, value in kafka.items()} | {
            "DATA_DIR": str(folder), "METRICS__PORT": str(self.port), "STREAM__PROCESSES": "1", "LOGS__FORMAT": "json",
            "LOGS__LEVEL": "debug", "STREAM__GROUP_PREFIX": name, "TOPICS__RAW": f"{name}.raw",
            "TOPICS__STRUCTURED": f"{name}.structured", "TOPICS__DEAD": f"{name}.dead", "TOPICS__PARTITIONS": "1",
        }  # fmt: skip
        self.environ = {k: v for k, v in os.environ.items() if not k.startswith("COPYDESK_")}  # noqa: TID251  a process needs one
        self.environ |= {f"COPYDESK_{key}": value for key, value in settings.items()}
        self.log = folder / "worker.log"

    def __call__(self, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        """Run a command."""
        return subprocess.run(
            [sys.executable, "-m", "copydesk", *arguments], env=self.environ, cwd=self.folder, input=stdin,
            capture_output=True, check=False, timeout=100,
        )  # fmt: skip

    def done(self, *arguments: str, stdin: bytes | None = None) -> bytes:
        """Run one that must succeed; its output."""
        result = self(*arguments, stdin=stdin)
        assert result.returncode == 0, result.stderr
        return result.stdout + result.stderr

    def start(self) -> "subprocess.Popen[bytes]":
        """A worker, whose output goes to `log`."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "copydesk", "worker", "--debug"],
                env=self.environ,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )

    def get(self, path: str) -> bytes:
        """What the worker's server answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        except OSError:
            return b""
        finally:
            connection.close()


def article(**fields: Any) -> bytes:
    """A raw article, whose author and body hold an e-mail address."""
    body = f"The harbour council voted on Tuesday to rebuild the market. Write to {E_MAIL} to object, by Friday.\n\nIt is late."
    return orjson.dumps({"id": "a1", "headline": TITLE, "author": E_MAIL, "text": body, **fields}) + b"\n"


async def through(desk: Desk) -> bytes:
    """One article, and two that die, through a worker; everything that was written meanwhile but the records themselves."""
    said = desk.done("topics", "create")
    said += desk.done(
        "publish", "-", "--debug", stdin=article() + article(id="a2", language=["x", {E_MAIL: 1}])
    )
    process = desk.start()
    try:
        await until(lambda: desk("records", "count").stdout == b"2\n", "2 records")
        said += desk.get("/metrics") + desk.get("/readyz") + desk.get("/livez")
        process.terminate()
        assert await asyncio.to_thread(process.wait, 60) == 0
    finally:
        process.kill()
        process.wait()
    return said + desk.log.read_bytes() + desk.done("config", "show") + desk.done("config", "show", "--json")


@pytest.mark.parametrize("way", ["mutual", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "bare"])
def test_every_way_in_works_end_to_end(secure: SecureKafka, tmp_path: Path, way: str) -> None:
    """Topics, producer, worker, store, dead letters and replay; neither password nor e-mail address in what is written."""
    desk = Desk(secure, tmp_path, way)
    said = asyncio.run(through(desk))
    said += desk.done("dead", "ls") + desk.done("replay", "--all") + desk.done("topics", "describe")
    assert PASSWORD.encode() not in said
    assert E_MAIL.encode() not in said
    lines = desk.log.read_bytes().splitlines()
    assert len(lines) > 3
    assert all(isinstance(orjson.loads(line), dict) for line in lines)


@pytest.mark.parametrize(
    ("way", "changed", "told"),
    [
        ("PLAIN", {"SSL_CAFILE": "stranger"}, "certificate"),
        ("PLAIN", {"SSL_CAFILE": None}, "certificate"),
        ("PLAIN", {"BOOTSTRAP_SERVERS": "127.0.0.1"}, "certificate"),
        ("mutual", {"SSL_CERTFILE": None}, "certificate"),
        ("PLAIN", {"SASL_PASSWORD": "wrong"}, "[Aa]uthentication"),
        ("SCRAM-SHA-512", {"SASL_PASSWORD": "wrong"}, "[Aa]uthentication"),
    ],
    ids=["another CA", "the system's CAs", "another host name", "no client certificate", "PLAIN", "SCRAM"],
)
def test_every_wrong_way_is_refused_and_told(
    secure: SecureKafka, tmp_path: Path, way: str, changed: dict[str, str | None], told: str
) -> None:
    """Exit code 3, the cause in words, no password and no traceback; for commands and for the worker."""
    desk = Desk(secure, tmp_path, way)
    for key, value in changed.items():
        name = f"COPYDESK_KAFKA__{key}"
        desk.environ.pop(name, None)
        if key == "SSL_CERTFILE":
            desk.environ.pop("COPYDESK_KAFKA__SSL_KEYFILE")
        if key == "SASL_PASSWORD":
            (tmp_path / "password").write_text(f"{PASSWORD}-wrong")
        elif key == "BOOTSTRAP_SERVERS":
            desk.environ[name] = f"{value}:{secure.sasl}"
        elif value is not None:
            desk.environ[name] = getattr(secure.certificates, value)
    for verb in (("topics", "create"), ("worker",), ("dead", "ls"), ("publish", "-")):
        result = desk(*verb, stdin=article())
        assert result.returncode == 3, (verb, result)
        text = (result.stdout + result.stderr).decode()
        assert re.search(told, text), (verb, text)
        assert PASSWORD not in text
        assert "Traceback" not in text
