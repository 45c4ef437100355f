"""The fast path leans on Faust's private parts: here they are named."""

import inspect
from importlib.metadata import version

import faust
from aiokafka import AIOKafkaConsumer
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.structs import ConsumerRecord
from faust.app.base import App
from faust.transport.consumer import Consumer as BaseConsumer
from faust.transport.drivers.aiokafka import Consumer, Transport
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stream.fast_path import _split


def record(offset: int, size: int) -> ConsumerRecord[bytes | None, bytes | None]:
    """A record whose value has that many bytes."""
    return ConsumerRecord("t", 0, offset, 0, 0, None, b"", None, -1, size, ())


def test_faust_is_the_version_the_fast_path_was_written_for() -> None:
    """Another Faust needs another look at fast_path.py before the pin is moved."""
    assert faust.__version__ == "0.15.3"


def test_faust_still_has_what_we_override() -> None:
    """The methods that the fast path replaces exist, with these parameters."""
    wanted = {
        "_drain_messages": ["self", "fetcher"],
        "_wait_next_records": ["self", "timeout"],
        "force_commit": ["self", "topics", "start_new_transaction"],
        "_commit_offsets": ["self", "offsets", "start_new_transaction"],
        "_should_commit": ["self", "tp", "offset"],
        "perform_seek": ["self"],
        "wait_empty": ["self"],
        "on_partitions_revoked": ["self", "revoked"],
        "on_partitions_assigned": ["self", "assigned", "generation_id"],
        "stop_flow": ["self"],
    }
    found = {name: list(inspect.signature(getattr(Consumer, name)).parameters) for name in wanted}
    assert found == wanted
    assert Transport.Consumer is Consumer


def test_faust_still_has_the_attributes_we_read() -> None:
    """Attributes that Faust sets in its constructor, by their names in its source."""
    source = inspect.getsource(BaseConsumer) + inspect.getsource(App)
    for name in (
        "self._read_offset = ", "self._committed_offset = ", "self.suspend_flow = ", "self.flow_active = ",
        "consumer_generation_id", "self.rebalancing = ", "def flow_control", "def _create_directories",
    ):  # fmt: skip
        assert name in source, name


@given(st.lists(st.integers(-1, 500), max_size=60), st.integers(1, 10), st.integers(1, 1000))
def test_chunks_hold_every_record_once_within_their_limits(sizes: list[int], most: int, nbytes: int) -> None:
    """Splitting keeps order and content; a chunk exceeds its bytes only with a single record."""
    records = [record(offset, size) for offset, size in enumerate(sizes)]
    parts = _split(records, most, nbytes)
    assert [r for part, _ in parts for r in part] == records
    for part, total in parts:
        assert 1 <= len(part) <= most
        assert total == sum(max(r.serialized_value_size, 0) for r in part)
        assert total <= nbytes or len(part) == 1


def test_aiokafka_still_has_what_patience_wraps() -> None:
    """The fetcher's request method exists, and tells whether it got records."""
    assert version("aiokafka") == "0.14.0"
    source = inspect.getsource(Fetcher._proc_fetch_request)
    assert "return needs_wakeup" in source
    assert "self._fetcher = " in inspect.getsource(AIOKafkaConsumer)
