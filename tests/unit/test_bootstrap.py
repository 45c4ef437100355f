"""What a worker is made of follows from the settings, and from nothing else."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from copydesk.bootstrap import AGENTS, _started, embedded_topic_specs, for_embedded_broker, parts
from copydesk.broker.embedded import EmbeddedBroker
from copydesk.enrich.entities.ner import NerUnusable
from copydesk.kafka.topics import create_topics
from copydesk.settings.load import load
from copydesk.stream.errors import EXIT_FAULT, ServiceError
from copydesk.stream.service import Service
from tests.conftest import embedded

_FILE = """
[kafka]
security_protocol = "SASL_SSL"
sasl_username = "desk"
sasl_password_file = "password"
"""


def test_clients_are_given_the_password_that_the_settings_hold(tmp_path: Path) -> None:
    """The file's password reaches the clients; one in the environment, the later source, beats it."""
    (tmp_path / "password").write_text("from the file\n", encoding="utf-8")
    path = str(tmp_path / "password")
    (tmp_path / "copydesk.toml").write_text(_FILE.replace('"password"', f'"{path}"'), encoding="utf-8")
    for environ, wanted in (
        ({}, "from the file"),
        ({"COPYDESK_KAFKA__SASL_PASSWORD": "from the environment"}, "from the environment"),
    ):
        made = parts(load(environ=environ, directory=tmp_path).settings, agents=AGENTS)
        assert made.kafka.client_arguments()["sasl_plain_password"] == wanted


async def _told(service: Service, broker: EmbeddedBroker) -> str:
    """Why a worker cannot start or, where it still could, cannot go on."""
    try:
        async with _started(service, broker):
            try:
                return await service.failed()
            finally:
                await service.stop()
    except ServiceError as error:
        return f"{error} Code {error.exit_code}."


def scenario(folder: str) -> None:
    """Start a worker whose broker dies meanwhile; print what is told, and end without waiting for threads."""
    tmp_path = Path(folder)

    async def run() -> str:
        async with embedded(tmp_path / "broker") as broker:
            settings = load(environ={"COPYDESK_DATA_DIR": folder}, directory=tmp_path).settings
            settings = for_embedded_broker(settings, broker.bootstrap_servers)
            settings = replace(settings, metrics=replace(settings.metrics, port=0))
            await create_topics(settings.kafka, embedded_topic_specs(settings))
            service = Service(parts(settings, agents=AGENTS))
            told = asyncio.create_task(_told(service, broker))
            while (  # noqa: ASYNC110  a moment inside of a client has no event
                service._delivery._producer is None
                or not service._delivery._producer.client.cluster.brokers()
            ):
                await asyncio.sleep(0)
            broker.kill()  # the producer has found the broker, and has not asked it for anything
            return await told

    print(f"TOLD {asyncio.run(run())}", flush=True)  # noqa: T201  read by the test
    os._exit(0)


def test_a_broker_that_dies_while_the_worker_starts_is_told(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Its end is seen, whatever is waited for at that moment."""
    code = f"from tests.unit.test_bootstrap import scenario; scenario({str(tmp_path)!r})"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=request.config.rootpath, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    told = result.stdout.rpartition("TOLD ")[2].strip()
    assert told.startswith("The embedded broker ended (killed by SIGKILL)"), result.stderr[-2000:]
    assert "Code" not in told or told.endswith(f"Code {EXIT_FAULT}.")


def test_a_desk_without_the_package_that_its_settings_name_does_not_start() -> None:
    """It is told before a broker is asked; a worker without a desk needs no second reader of names."""
    settings = load(environ={"COPYDESK_ENRICH__NER": "no_such_model"}).settings
    with pytest.raises(NerUnusable, match="no_such_model"):
        parts(settings, agents=AGENTS)
    assert not parts(settings, agents=frozenset({"sink"})).desk
