"""Publishing on the embedded broker: every delivery awaited, what is refused told, the rest goes on."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.structs import ConsumerRecord

from copydesk.broker.embedded import EmbeddedBroker, free_port
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicSpec, create_topics
from copydesk.producer.items import BadItem, Item
from copydesk.producer.problems import PublishError
from copydesk.producer.publish import PublishOptions, Watcher, publish

_OPTIONS = PublishOptions(max_message_bytes=100_000)


class _Seen(Watcher):
    def __init__(self) -> None:
        self.stored: dict[str, tuple[int, int]] = {}
        self.bad: list[BadItem] = []

    def acknowledged(self, item: Item, partition: int, offset: int) -> None:
        self.stored[item.origin] = (partition, offset)

    def rejected(self, bad: BadItem) -> None:
        self.bad.append(bad)


@pytest.fixture
def kafka(embedded_broker: str) -> KafkaOptions:
    """The embedded broker."""
    return KafkaOptions(bootstrap_servers=embedded_broker)


async def _topic(kafka: KafkaOptions, **config: str) -> str:
    name = f"publish-{uuid.uuid4().hex}"
    await create_topics(kafka, [TopicSpec(name, 2, 1, config, "test")])
    return name


async def _read(kafka: KafkaOptions, topic: str) -> list[ConsumerRecord[bytes, bytes]]:
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka.bootstrap_servers, auto_offset_reset="earliest")
    await consumer.start()
    try:
        partitions = [TopicPartition(topic, number) for number in (0, 1)]
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        found: list[ConsumerRecord[bytes, bytes]] = []
        while len(found) < sum(ends.values()):
            for records in (await consumer.getmany(timeout_ms=1000)).values():
                found += records
        return found
    finally:
        await consumer.stop()


def _item(number: int, size: int = 20) -> Item:
    return Item(
        value=b"%0*d" % (size, number),
        origin=f"a.jsonl:{number}",
        key=b"site-%d" % (number % 7),
        headers=(("content-type", b"text/plain"),),
    )


def test_every_item_is_acknowledged_and_on_the_topic(kafka: KafkaOptions) -> None:
    """What the report counts as acknowledged is on the topic, with key and headers, in order per key."""

    async def run() -> None:
        topic = await _topic(kafka)
        seen = _Seen()
        report = await publish((_item(number) for number in range(3000)), kafka, topic, _OPTIONS, seen)
        stored = await _read(kafka, topic)
        assert (report.sent, report.acknowledged, report.rejected) == (3000, 3000, 0)
        assert report.bytes == sum(_item(number).size for number in range(3000))
        assert {record.value for record in stored} == {_item(number).value for number in range(3000)}
        assert len(stored) == len(seen.stored) == 3000
        by_place = {(record.partition, record.offset): record for record in stored}
        one = by_place[seen.stored["a.jsonl:8"]]
        assert (one.value, one.key, one.headers) == (
            _item(8).value,
            b"site-1",
            (("content-type", b"text/plain"),),
        )
        for number in range(7):
            values = [int(record.value or b"") for record in stored if record.key == b"site-%d" % number]
            assert values == sorted(values)

    asyncio.run(run())


def test_bad_and_too_large_items_are_told_and_the_rest_goes_on(kafka: KafkaOptions) -> None:
    """A bad item and one beyond the limit are rejected with their reasons; their neighbours arrive."""

    async def source() -> AsyncIterator[Item | BadItem]:
        yield _item(1)
        yield BadItem(origin="a.jsonl:2", reason="is not JSON", original=b"{")
        yield _item(3, size=200_000)
        yield _item(4)

    async def run() -> None:
        topic = await _topic(kafka)
        seen = _Seen()
        report = await publish(source(), kafka, topic, _OPTIONS, seen)
        assert (report.sent, report.acknowledged, report.rejected) == (2, 2, 2)
        assert [(bad.origin, bad.reason.split(" (")[0]) for bad in seen.bad] == [
            ("a.jsonl:2", "is not JSON"),
            ("a.jsonl:3", "is 200028 bytes, more than topics.max_message_bytes"),
        ]
        assert len(await _read(kafka, topic)) == 2

    asyncio.run(run())


def test_what_the_broker_refuses_does_not_take_its_batch_with_it(kafka: KafkaOptions) -> None:
    """Of a batch that the broker refuses for one message, the others are stored, once each."""

    async def run() -> None:
        topic = await _topic(kafka, **{"max.message.bytes": "5000"})
        seen = _Seen()
        items = [_item(number, size=8000 if number == 20 else 20) for number in range(40)]
        report = await publish(items, kafka, topic, _OPTIONS, seen)
        stored = [record.value for record in await _read(kafka, topic)]
        assert sorted(int(value or b"") for value in stored) == [n for n in range(40) if n != 20]
        assert (report.acknowledged, report.rejected) == (39, 1)
        assert seen.bad[0].origin == "a.jsonl:20"
        assert "max.message.bytes" in seen.bad[0].reason

    asyncio.run(run())


def test_limit_and_rate_bound_what_is_sent(kafka: KafkaOptions) -> None:
    """--limit stops reading the source; --rate spreads the articles over time."""

    def endless() -> Iterator[Item]:
        number = 0
        while True:
            yield _item(number)
            number += 1

    async def run() -> None:
        topic = await _topic(kafka)
        options = PublishOptions(max_message_bytes=1000, limit=11, rate=50)
        report = await publish(endless(), kafka, topic, options)
        assert report.acknowledged == 11
        # Ten pauses of 20 ms after the first, less the two or three that the bucket saves up.
        assert report.seconds >= 0.14

    asyncio.run(run())


def test_no_more_than_the_window_is_in_flight(kafka: KafkaOptions) -> None:
    """A source is read no faster than its deliveries return."""

    async def run() -> None:
        topic = await _topic(kafka)
        seen = _Seen()
        ahead = 0

        async def source() -> AsyncIterator[Item]:
            nonlocal ahead
            for number in range(200):
                ahead = max(ahead, number - len(seen.stored))
                yield _item(number)

        options = PublishOptions(max_message_bytes=1000, in_flight=10)
        report = await publish(source(), kafka, topic, options, seen)
        assert report.acknowledged == 200
        assert ahead <= 11

    asyncio.run(run())


def test_a_missing_topic_is_told(kafka: KafkaOptions) -> None:
    """A topic that is not there is an error that says how to make it, not a wait."""
    with pytest.raises(PublishError, match="does not exist; make it with `copydesk topics create`") as caught:
        asyncio.run(publish([_item(1)], kafka, "nowhere", _OPTIONS))
    assert caught.value.exit_code == 1


def test_a_broker_that_is_not_there_is_told(unused_port: int) -> None:
    """No broker is an error with the address and exit code 3."""
    kafka = KafkaOptions(bootstrap_servers=f"127.0.0.1:{unused_port}")
    with pytest.raises(PublishError, match=f"No Kafka broker answers at 127.0.0.1:{unused_port}") as caught:
        asyncio.run(publish([_item(1)], kafka, "nowhere", _OPTIONS))
    assert caught.value.exit_code == 3
    assert caught.value.report.acknowledged == 0


def test_a_broker_that_goes_away_is_told_with_what_was_acknowledged(tmp_path: Path) -> None:
    """Publishing does not wait for ever for a broker that died; the report counts what it confirmed."""

    async def run() -> None:
        broker = EmbeddedBroker(tmp_path, free_port())
        await broker.start()
        kafka = KafkaOptions(bootstrap_servers=broker.bootstrap_servers)
        topic = await _topic(kafka)
        seen = _Seen()

        async def source() -> AsyncIterator[Item]:
            for number in range(1000):
                if number == 500:
                    await broker.stop()
                yield _item(number)

        options = PublishOptions(max_message_bytes=1000, in_flight=50, stall_s=1)
        with pytest.raises(PublishError, match="acknowledged nothing for 1 s") as caught:
            await publish(source(), kafka, topic, options, seen)
        assert caught.value.exit_code == 3
        assert 0 < caught.value.report.acknowledged == len(seen.stored) <= 500

    asyncio.run(run())


def test_an_error_of_the_source_reaches_the_caller(kafka: KafkaOptions) -> None:
    """What a reader raises is raised from publish, after what came before it was sent."""

    def source() -> Iterator[Item]:
        yield _item(1)
        raise RuntimeError("the disk is gone")

    async def run() -> None:
        topic = await _topic(kafka)
        with pytest.raises(RuntimeError, match="the disk is gone"):
            await publish(source(), kafka, topic, _OPTIONS)
        assert len(await _read(kafka, topic)) == 1

    asyncio.run(run())
