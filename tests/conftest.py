"""Fixtures that every kind of test may use."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from copydesk.broker.embedded import EmbeddedBroker, free_port
from tests.kafka.server import KafkaServer

pytest_plugins = ["tests.kafka.fixtures", "tests.opensearch.fixtures", "tests.postgres.fixtures"]

# A failure prints what reproduces it (`@reproduce_failure`); a slow machine is none. In CI the same code is tried with
# the same examples, so that what fails there was changed there; elsewhere each run has new ones. More for a night:
# pytest tests/property --hypothesis-profile=long
settings.register_profile(
    "suite",
    deadline=None,
    print_blob=True,
    derandomize="CI" in os.environ,  # noqa: TID251  of the run, not of the service
)
settings.register_profile("long", settings.get_profile("suite"), derandomize=False, max_examples=5_000)
settings.load_profile("suite")

SHARED = Path(__file__).parents[2] / "shared"
"""Real pages for development, beside the checkout; tests that need them skip where they are not."""


@asynccontextmanager
async def embedded(data_dir: Path) -> AsyncIterator[EmbeddedBroker]:
    """An embedded broker on a free port."""
    broker = EmbeddedBroker(data_dir, free_port())
    await broker.start()
    try:
        yield broker
    finally:
        await broker.stop()


@pytest.fixture(scope="session")
def embedded_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Bootstrap servers of an embedded broker that lives as long as the test session."""
    from tests.stream.harness import EMBEDDED  # heavy; most runs of a few tests have no broker

    broker = EmbeddedBroker(tmp_path_factory.mktemp("broker"), free_port())
    asyncio.run(broker.start())
    EMBEDDED.add(broker.bootstrap_servers)
    yield broker.bootstrap_servers
    asyncio.run(broker.stop())


@pytest.fixture(params=["embedded", pytest.param("kafka", marks=pytest.mark.kafka)])
def broker(request: pytest.FixtureRequest) -> str:
    """Bootstrap servers of each broker in turn: the embedded one, and Apache Kafka where asked for."""
    if request.param == "kafka":
        server: KafkaServer = request.getfixturevalue("kafka_server")
        return server.bootstrap
    servers: str = request.getfixturevalue("embedded_broker")
    return servers
