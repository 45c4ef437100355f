"""The broker that a benchmark runs on: Apache Kafka where it can, else the embedded one."""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct

from copydesk.broker.embedded import EmbeddedBroker
from tests.kafka.config import JVM_SUSTAINED
from tests.kafka.jars import KafkaUnavailableError, java_command, kafka_version, prepare_jars
from tests.kafka.probe import free_port
from tests.kafka.server import KafkaServer

KAFKA, EMBEDDED = "kafka", "embedded"


class Broker(Struct, frozen=True):
    """A running broker; `pid` is None where its CPU cannot be told."""

    kind: str
    name: str
    bootstrap: str
    pid: int | None


@asynccontextmanager
async def running(kind: str | None) -> AsyncIterator[Broker]:
    """Run a broker of the wanted kind; None is Apache Kafka, or the embedded one where Java or Maven is missing.

    Errors: KafkaUnavailableError when Kafka was asked for and cannot run.
    """
    if kind != EMBEDDED and _kafka_runs(required=kind == KAFKA):
        async with _kafka() as broker:
            yield broker
        return
    async with _embedded() as broker:
        yield broker


def _kafka_runs(*, required: bool) -> bool:
    try:
        java_command()
        prepare_jars()
    except KafkaUnavailableError as error:
        if required:
            raise
        print(f"Apache Kafka cannot run here: {error}\nThe embedded broker takes its place.", file=sys.stderr)
        return False
    return True


@asynccontextmanager
async def _kafka() -> AsyncIterator[Broker]:
    server = KafkaServer(jvm=JVM_SUSTAINED)
    try:
        await asyncio.to_thread(server.start)
        yield Broker(KAFKA, f"Apache Kafka {kafka_version()}", server.bootstrap, server.pid)
    finally:
        await asyncio.to_thread(server.close)


@asynccontextmanager
async def _embedded() -> AsyncIterator[Broker]:
    folder = Path(tempfile.mkdtemp(prefix="copydesk-bench-"))
    server = EmbeddedBroker(folder, free_port())
    try:
        await server.start()
        yield Broker(EMBEDDED, "the embedded broker, which distorts figures", server.bootstrap_servers, None)
    finally:
        await server.stop()
        shutil.rmtree(folder, ignore_errors=True)
