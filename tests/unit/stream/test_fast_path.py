"""The fast path leans on Faust's private parts: here they are named."""

import inspect
from importlib.metadata import version

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.producer.message_accumulator import MessageAccumulator
from faust.app.base import App
from faust.transport.consumer import Consumer as BaseConsumer
from faust.transport.drivers.aiokafka import Consumer, Transport


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


def test_aiokafka_still_has_what_patience_wraps() -> None:
    """The fetcher's request method exists, and tells whether it got records."""
    assert version("aiokafka") == "0.14.0"
    source = inspect.getsource(Fetcher._proc_fetch_request)
    assert "return needs_wakeup" in source
    assert "self._fetcher = " in inspect.getsource(AIOKafkaConsumer)


def test_aiokafka_still_has_the_limits_of_delivery() -> None:
    """How long a batch lives, and how long it is waited for, are attributes of their own, read when a batch is made."""
    assert "self._message_accumulator = " in inspect.getsource(AIOKafkaProducer)
    assert "self._request_timeout_ms / 1000" in inspect.getsource(AIOKafkaProducer.send_batch)
    assert "self._request_timeout_ms / 1000" in inspect.getsource(AIOKafkaProducer.send)
    assert "self._batch_ttl" in inspect.getsource(MessageAccumulator._append_batch)
