"""Fixtures for the tests marked `kafka`; loaded by tests/conftest.py."""

from collections.abc import Iterator

import pytest

from tests.kafka.jars import KafkaUnavailableError
from tests.kafka.server import KafkaServer


@pytest.fixture(scope="session")
def kafka_server() -> Iterator[KafkaServer]:
    """One running Apache Kafka for the whole session; tests use topics and groups of their own.

    Skips, with the reason, where Kafka cannot run; `make test-kafka` finds that out first and fails.
    A test that kills the server takes one of its own: `KafkaServer()`.
    """
    server = KafkaServer()
    try:
        server.start()
    except KafkaUnavailableError as error:
        server.close()
        pytest.skip(str(error))
    yield server
    server.close()
