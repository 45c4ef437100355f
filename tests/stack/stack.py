"""The stack of docker-compose.yml as the tests handle it: compose commands, articles in, records and metrics out."""

import asyncio
import http.client
import subprocess
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from aiokafka import AIOKafkaProducer

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0
WORKERS = ("desk", "sink")
TOPIC = "articles.raw"


def compose(*arguments: str, check: bool = True, seconds: float = 300) -> str:
    """What a docker compose command prints; its own words when it fails."""
    done = subprocess.run(
        ["docker", "compose", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False,
    )  # fmt: skip
    assert not check or done.returncode == 0, f"docker compose {' '.join(arguments)}: {done.stderr[-2000:]}"
    return done.stdout


def docker(*arguments: str) -> str:
    """What a docker command prints."""
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"docker {' '.join(arguments)}: {done.stderr[-2000:]}"
    return done.stdout


def up(*arguments: str) -> float:
    """Start what does not run, wait until all is healthy; returns the seconds that took. Nothing is built or pulled."""
    began = time.monotonic()
    compose("up", "--detach", "--wait", "--wait-timeout", "180", "--no-build", "--pull", "never", *arguments)
    return time.monotonic() - began


def containers(service: str) -> list[dict[str, Any]]:
    """Inspect every container of a service, those that ended too."""
    ids = compose("ps", "--all", "--quiet", service).split()
    return orjson.loads(docker("inspect", *ids)) if ids else []


def port(service: str, inside: int) -> int:
    """Port on this machine that a service's port is published on."""
    return int(compose("port", service, str(inside)).rsplit(":", 1)[1])


def broker() -> str:
    """Kafka as programs on this machine reach it."""
    return f"127.0.0.1:{port('kafka', 9094)}"


def sql(query: str) -> list[list[str]]:
    """Rows of a query, by the role that only reads; every value as text."""
    command = "PGPASSWORD=$(cat /run/secrets/reader_password) exec psql -h 127.0.0.1 -U copydesk_reader -d copydesk -AtF \"$(printf '\\t')\" -v ON_ERROR_STOP=1"
    done = subprocess.run(
        ["docker", "compose", "exec", "-T", "postgres", "sh", "-c", command],
        cwd=ROOT, input=query, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return [line.split("\t") for line in done.stdout.splitlines()]


def get(on: int, path: str) -> Any:
    """JSON behind a path on a port of this machine."""
    connection = http.client.HTTPConnection("127.0.0.1", on, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == http.HTTPStatus.OK, f"{path}: {answer.status} {body[:500]!r}"
        return orjson.loads(body)
    finally:
        connection.close()


def prometheus(path: str, **parameters: str) -> Any:
    """The data of an answer of Prometheus' HTTP API."""
    query = urllib.parse.urlencode(parameters)
    return get(port("prometheus", 9090), f"/api/v1/{path}?{query}")["data"]


def targets() -> dict[str, list[str]]:
    """Health of Prometheus' active targets, by job."""
    found: dict[str, list[str]] = {}
    for target in prometheus("targets", state="active")["activeTargets"]:
        found.setdefault(target["labels"]["job"], []).append(target["health"])
    return found


def until(condition: Callable[[], Any], what: str, seconds: float = PATIENCE_S) -> Any:
    """Wait for a condition that the stack brings about; a stack that is being broken may refuse to answer meanwhile."""
    deadline = time.monotonic() + seconds
    last: BaseException | None = None
    while True:
        try:
            if value := condition():
                return value
        except (AssertionError, OSError, ValueError, KeyError) as error:
            last = error
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what} (last: {last!r})"
        time.sleep(0.5)


def article(run: str, number: int) -> bytes:
    """A raw article of about 2 kB with boilerplate at its end; its id tells run and number."""
    body = "\n\n".join(
        f"Paragraph {at} of report {number}: the ferry left the harbour at {at} o'clock, and the people on the quay "
        f"said that they had not seen so many ships in one morning for as long as they could remember."
        for at in range(1, 9)
    )
    text = f"{body}\n\nLeave a comment\n\nThis site uses Akismet to reduce spam. Learn how your comment data is processed."
    return orjson.dumps(
        {
            "id": f"{run}-{number}",
            "url": f"https://site{number % 40}.example.org/{run}/{number}",
            "headline": f"Ferry report number {number}",
            "text": text,
            "datePublished": "2026-11-19T08:00:00Z",
        }
    )


async def publish(run: str, numbers: range, *, rate: float | None = None) -> None:
    """Send articles through the published port, at most `rate` a second; each is acknowledged, or sent again by the client."""
    async with AIOKafkaProducer(
        bootstrap_servers=broker(),
        acks="all",
        enable_idempotence=True,
        request_timeout_ms=60_000,
        linger_ms=5,
    ) as producer:
        began, waiting = time.monotonic(), []
        for sent, number in enumerate(numbers):
            if rate and (ahead := sent / rate - (time.monotonic() - began)) > 0:
                await asyncio.sleep(ahead)
            key = f"site{number % 40}.example.org".encode()
            waiting.append(await producer.send(TOPIC, article(run, number), key=key))
        await asyncio.gather(*waiting)


def stored(run: str) -> tuple[int, int]:
    """How many rows the store has of a run, and of how many articles."""
    ((rows, ids),) = sql(f"SELECT count(*), count(DISTINCT id) FROM articles WHERE id LIKE '{run}-%'")
    return int(rows), int(ids)


def stored_all(run: str, number: int) -> bool:
    """Whether each of a run's articles is in the store exactly once."""
    return stored(run) == (number, number)


@contextmanager
def killed(service: str) -> Iterator[None]:
    """Without a service, killed -9; afterwards it is brought back and healthy."""
    compose("kill", "--signal", "SIGKILL", service)
    try:
        yield
    finally:
        up()
