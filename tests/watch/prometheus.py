"""Prometheus' own programs (Debian: prometheus), and a server of it as a child process that runs our configuration."""

import asyncio
import http.client
import shutil
import subprocess
import urllib.parse
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml

from tests.kafka.probe import LOOPBACK, free_port
from tests.watch.queries import DEPLOY, RULES

PATIENCE_S = 30.0


def program(name: str) -> str:
    """Path of `prometheus` or `promtool`; skips the test where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"no {name} here: install it (Debian: prometheus)")
    return path


def promtool(*arguments: str | Path) -> str:
    """What promtool prints; the test fails with that when promtool does."""
    done = subprocess.run(
        [program("promtool"), *map(str, arguments)], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Prometheus:
    """A running server."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body of a page."""
        connection = http.client.HTTPConnection(LOOPBACK, self._port, timeout=10)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def api(self, path: str, **parameters: str) -> Any:
        """The data of an answer of the HTTP API; an error of a query fails the test with its words."""
        status, body = self.get(f"/api/v1/{path}?{urllib.parse.urlencode(parameters)}")
        assert status == http.HTTPStatus.OK, body.decode()
        return orjson.loads(body)["data"]

    def series(self, query: str) -> list[dict[str, Any]]:
        """Series of a query now."""
        found: list[dict[str, Any]] = self.api("query", query=query)["result"]
        return found

    def ready(self) -> bool:
        """Whether it answers queries."""
        with suppress(OSError, http.client.HTTPException):
            return self.get("/-/ready")[0] == http.HTTPStatus.OK
        return False


def configuration(folder: Path, targets: Mapping[str, Sequence[str]], port: int) -> Path:
    """Our configuration and rules, written to `folder`: targets given instead of looked up, and all of it every second."""
    config = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text(encoding="utf-8"))
    config["global"] |= {"scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"}
    for scrape in config["scrape_configs"]:
        name = scrape["job_name"]
        scrape.pop("dns_sd_configs", None)
        scrape["static_configs"] = [{"targets": [*targets.get(name, (f"{LOOPBACK}:{port}",))]}]
    (folder / "rules").mkdir()
    for path in RULES:
        rules = yaml.safe_load(path.read_text(encoding="utf-8"))
        for group in rules["groups"]:
            group.pop("interval", None)
        (folder / "rules" / path.name).write_text(yaml.safe_dump(rules), encoding="utf-8")
    path = folder / "prometheus.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    return path


@asynccontextmanager
async def prometheus(folder: Path, targets: Mapping[str, Sequence[str]]) -> AsyncIterator[Prometheus]:
    """A server that reads `targets` (job to addresses) with our rules; ended at the end."""
    port = free_port()
    server = Prometheus(port)
    with (folder / "prometheus.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            program("prometheus"),
            f"--config.file={configuration(folder, targets, port)}",
            f"--storage.tsdb.path={folder / 'data'}",
            f"--web.listen-address={LOOPBACK}:{port}",
            f"--web.user-assets={DEPLOY}",
            stdout=log,
            stderr=log,
        )
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not await asyncio.to_thread(server.ready):
                assert process.returncode is None, (folder / "prometheus.log").read_text()[-2000:]
                await asyncio.sleep(0.1)
        yield server
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
