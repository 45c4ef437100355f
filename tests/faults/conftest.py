"""Brokers of their own for the fault tests: one behind a proxy, three as a cluster."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest

from tests.faults.proxied import Proxied, proxied_broker
from tests.kafka.cluster import KafkaCluster
from tests.kafka.jars import KafkaUnavailableError

Figures: TypeAlias = Callable[[str, object], None]
"""pytest's `record_property`: what it is given stands in FAULTS.md."""


@pytest.fixture
def proxied() -> Iterator[Proxied]:
    """A broker of its own behind a proxy."""
    try:
        with proxied_broker() as running:
            yield running
    except KafkaUnavailableError as error:
        pytest.skip(str(error))


@pytest.fixture
def kafka_cluster() -> Iterator[KafkaCluster]:
    """Three brokers, which the test may kill one at a time."""
    cluster = KafkaCluster()
    try:
        cluster.start()
        yield cluster
    except KafkaUnavailableError as error:
        pytest.skip(str(error))
    finally:
        cluster.close()
