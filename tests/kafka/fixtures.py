"""Fixtures for the tests marked `kafka`; loaded by tests/conftest.py."""

from collections.abc import Iterator

import pytest

from tests.kafka.jars import KafkaUnavailableError
from tests.kafka.server import KafkaServer


def _started() -> Iterator[KafkaServer]:
    """Run one Apache Kafka; skips, with the reason, where it cannot run."""
    server = KafkaServer()
    try:
        server.start()
    except KafkaUnavailableError as error:
        server.close()
        pytest.skip(str(error))
    yield server
    server.close()


@pytest.fixture(scope="session")
def kafka_server() -> Iterator[KafkaServer]:
    """One running Apache Kafka for the whole session; tests use topics and groups of their own.

    `make test-kafka` finds out first whether it can run, and fails where it cannot.
    """
    yield from _started()


@pytest.fixture
def own_kafka_server() -> Iterator[KafkaServer]:
    """A running Apache Kafka that the test may kill."""
    yield from _started()
