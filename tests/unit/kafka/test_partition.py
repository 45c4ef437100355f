"""Partitions of keys are those of Kafka's own clients."""

import pytest
from aiokafka.partitioner import murmur2
from hypothesis import given
from hypothesis import strategies as st

from copydesk.kafka.partition import key_hash


@given(st.binary(max_size=100))
def test_the_hash_is_that_of_the_client_library(key: bytes) -> None:
    """Any key hashes as aiokafka, and so the Java client, hashes it."""
    assert key_hash(key) == murmur2(key) & 0x7FFF_FFFF


@pytest.mark.parametrize(("key", "value"), [(b"", 275646681), (b"21", 1173551340), (b"foobar", 1357151166)])
def test_known_values(key: bytes, value: int) -> None:
    """Values that the Java client's own tests give, sign bit off."""
    assert key_hash(key) == value
