"""The fast path leans on Faust's private parts: here they are named."""

import inspect
from importlib.metadata import version

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.producer.message_accumulator import MessageAccumulator
from faust.app.base import App
from faust.transport.consumer import Consumer as BaseConsumer
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer, Transport

from copydesk.stream.commits import NO_FAULT


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


def test_a_commit_is_still_made_where_it_is_wrapped() -> None:
    """Aiokafka commits by one method of the coordinator, and Faust tells a commit that merely failed by two words."""
    assert "self._coordinator = " in inspect.getsource(AIOKafkaConsumer)
    assert list(inspect.signature(GroupCoordinator._do_commit_offsets).parameters) == [
        "self", "assignment", "offsets",
    ]  # fmt: skip
    assert list(inspect.signature(GroupCoordinator._do_fetch_commit_offsets).parameters) == [
        "self", "partitions",
    ]  # fmt: skip
    called = inspect.getsource(GroupCoordinator.commit_offsets)
    assert "self._do_commit_offsets(assignment, offsets)" in called
    for name in ("fetch_committed_offsets", "_maybe_refresh_commit_offsets"):
        assert "self._do_fetch_commit_offsets(" in inspect.getsource(getattr(GroupCoordinator, name))
    assert f'"{NO_FAULT}" in str(exc)' in inspect.getsource(AIOKafkaConsumerThread._commit)


def test_aiokafka_still_has_the_limits_of_delivery() -> None:
    """How long a batch lives, and how long it is waited for, are attributes of their own, read when a batch is made."""
    assert "self._message_accumulator = " in inspect.getsource(AIOKafkaProducer)
    assert "self._request_timeout_ms / 1000" in inspect.getsource(AIOKafkaProducer.send_batch)
    assert "self._request_timeout_ms / 1000" in inspect.getsource(AIOKafkaProducer.send)
    assert "self._batch_ttl" in inspect.getsource(MessageAccumulator._append_batch)
