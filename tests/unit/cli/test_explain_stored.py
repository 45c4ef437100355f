"""`copydesk explain ID`: a record of the store, with its raw message where that is still on its topic."""

import asyncio
import uuid
from datetime import UTC, datetime
from typing import Any

import msgspec
import orjson
import pytest
from aiokafka import AIOKafkaProducer

import copydesk
from copydesk.broker.embedded import free_port
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicSpec, create_topics
from copydesk.record import Cluster, Ingest, Record
from tests.unit.cli.calls import Call
from tests.unit.cli.explaining import BIO, KEPT, TEXT, head, store


def _of_message(topic: str, timestamp: datetime, **changes: Any) -> Record:
    """Return the record of the text, as if it had been made of message 0 of a topic."""
    ingest = Ingest(
        topic=topic,
        partition=0,
        offset=0,
        timestamp=timestamp,
        processed_at=timestamp,
        pipeline_version="0",
    )
    return msgspec.structs.replace(copydesk.clean(TEXT), id="ferry", ingest=ingest, **changes)


def test_a_record_is_explained_alone_where_no_broker_answers(call: Call) -> None:
    """Its text and fields, where something was removed and how long it was; and it is said why."""
    store([_of_message("articles.raw", datetime(2026, 5, 4, tzinfo=UTC))])
    broker = f"127.0.0.1:{free_port()}"
    result = call("explain", "ferry", "--broker", broker)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[1].startswith(
        f"From the record alone, so that what was removed is not shown: the broker at {broker} was not"
    )
    assert KEPT in lines
    assert f"{head(copydesk.clean(TEXT).removed[0])}  {len(BIO) + 2} characters" in lines
    assert BIO not in lines
    assert f">{len(BIO) + 2} characters<" in call("explain", "ferry", "--broker", broker, "--html").stdout


async def _send(servers: str, topic: str, value: bytes) -> datetime:
    await create_topics(KafkaOptions(bootstrap_servers=servers), [TopicSpec(topic, 1, 1, {}, "test")])
    producer = AIOKafkaProducer(bootstrap_servers=servers)
    await producer.start()
    try:
        sent = await producer.send_and_wait(topic, value, headers=[("content-type", b"text/plain")])
    finally:
        await producer.stop()
    return datetime.fromtimestamp(sent.timestamp / 1000, UTC)


@pytest.fixture
def sent(broker: str) -> tuple[str, str, datetime]:
    """A message with the text: its broker, its topic, its timestamp."""
    topic = f"explain-{uuid.uuid4().hex}"
    return broker, topic, asyncio.run(_send(broker, topic, TEXT.encode()))


def test_the_raw_message_of_a_record_is_found_again(call: Call, sent: tuple[str, str, datetime]) -> None:
    """By topic, partition and offset; then what was removed is shown too."""
    broker, topic, moment = sent
    store([_of_message(topic, moment)])
    result = call("explain", "ferry", "--broker", broker)
    assert result.stdout.startswith(f"{topic}, partition 0, offset 0: accepted")
    assert f"- {BIO}" in result.stdout.splitlines()
    assert result.stderr == ""


def test_what_only_the_stored_record_tells_is_there(call: Call, sent: tuple[str, str, datetime]) -> None:
    """The near-duplicates it belongs to, which no raw message knows, are among its fields and in its JSON."""
    broker, topic, moment = sent
    cluster = Cluster(id="old-ferry", role="duplicate", similarity=0.75, first_seen=moment)
    store([_of_message(topic, moment, cluster=cluster)])
    result = call("explain", "ferry", "--broker", broker)
    assert "duplicate of old-ferry, first seen " in result.stdout
    assert "similarity 0.75" in " ".join(result.stdout.split())
    told = orjson.loads(call("explain", "ferry", "--broker", broker, "--json").stdout)
    assert told["cluster"]["id"] == "old-ferry"
    assert result.stderr == ""


def test_a_record_of_another_version_is_told(call: Call, sent: tuple[str, str, datetime]) -> None:
    """What the pipeline makes of the message now is not what the store holds."""
    broker, topic, moment = sent
    store([_of_message(topic, moment, removed=())])
    assert "The record in the store differs" in call("explain", "ferry", "--broker", broker).stderr


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"timestamp": datetime(2020, 1, 1, tzinfo=UTC)}, "another message stands at its place in "),
        ({"offset": 5}, "holds offsets 0 to 0 of partition 0, and it was 5"),
        ({"topic": "explain-never"}, "has no topic explain-never"),
    ],
)
def test_a_message_that_is_gone_is_told(
    call: Call, sent: tuple[str, str, datetime], changes: dict[str, Any], told: str
) -> None:
    """Expired, from a topic that was made anew, or on another cluster: the record is explained alone."""
    broker, topic, moment = sent
    record = _of_message(topic, moment)
    assert record.ingest is not None
    ingest = msgspec.structs.replace(record.ingest, **changes)
    store([msgspec.structs.replace(record, ingest=ingest)])
    result = call("explain", "ferry", "--broker", broker)
    assert result.exit_code == 0
    assert told in result.stdout
    assert KEPT in result.stdout
