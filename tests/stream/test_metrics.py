"""What a worker tells Prometheus, over HTTP: series from the start, gauges as of now, failures counted."""

import asyncio
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

import msgspec
import pytest
from aiokafka.errors import KafkaError
from aiokafka.structs import ConsumerRecord
from faust.types import TP
from prometheus_client.parser import text_string_to_metric_families

from copydesk.codec.disposition import again
from copydesk.kafka.topics import TopicSpec, create_topics
from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.outcome import Reason, Stage
from copydesk.stream.child_process import Answer
from copydesk.stream.delivery import Delivery
from copydesk.stream.errors import TopicLost
from copydesk.stream.monitor import Monitor
from copydesk.stream.progress import Progress
from copydesk.stream.service import Service
from copydesk.stream.wire import Failure, Reply
from tests.stream.harness import PATIENCE_S, In, new_place, processed, running, send, until
from tests.unit.stream.building import batch, raw

CLUTTERED = (
    b'{"id": "a1", "text": "The last ferry of the evening left the jetty at ten, and the harbour was quiet.\\n\\n'
    b'Leave a comment"}'
)


async def scrape(service: Service) -> dict[tuple[str, frozenset[str]], float]:
    """Every sample of a worker: name and label values to value."""

    def read() -> str:
        with closing(
            HTTPConnection("127.0.0.1", int(service.url.rpartition(":")[2]), timeout=10)
        ) as connection:
            connection.request("GET", "/metrics")
            return connection.getresponse().read().decode()

    families = text_string_to_metric_families(await asyncio.to_thread(read))
    return {
        (sample.name, frozenset(sample.labels.values())): sample.value
        for family in families
        for sample in family.samples
    }


def received(value: bytes) -> ConsumerRecord[bytes | None, bytes | None]:
    """Make a message as the consumer hands it on."""
    return ConsumerRecord("articles.raw", 0, 0, 1_790_000_000_000, 0, None, value, None, 0, len(value), ())


def test_what_is_watched_is_there_before_its_first_event(broker: str, tmp_path: Path) -> None:
    """Counters that alerts and panels use begin at 0: of a counter that appears at 1 the first rise is never seen."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        async with running(place.parts()) as service:
            samples = await scrape(service)
            # A client that is stopped while it connects leaves its socket to the garbage collector, which warns.
            await asyncio.wait_for(service.ready(), PATIENCE_S)
        for name, *labels in (
            ("copydesk_articles_processed_total", "rejected"),
            ("copydesk_dead_letters_total", "malformed_json", "decode"),
            ("copydesk_dead_letters_total", "sink_refused", "sink"),
            ("copydesk_delivery_failures_total", place.topics.dead),
            ("copydesk_offsets_skipped_total", "desk", place.topics.raw),
            ("copydesk_commits_total", "sink-sqlite", "failed"),
            ("copydesk_child_exits_total", "time_limit"),
            ("copydesk_sink_retries_total", "sqlite"),
            ("copydesk_sink_records_total", "sqlite", "refused"),
            ("copydesk_end_to_end_latency_seconds_count", "sink-sqlite"),
            ("copydesk_articles_dropped_total", "tombstone"),
            ("copydesk_removed_spans_total", "newsletter"),
            ("copydesk_text_characters_total", "kept"),
            ("copydesk_stage_duration_seconds_count", "strip"),
            ("copydesk_removed_text_ratio_count",),
            ("copydesk_in_flight_records", "desk"),
        ):
            assert samples[name, frozenset(labels)] == 0
        assert samples["copydesk_last_commit_timestamp_seconds", frozenset({"desk"})] > 1e9

    asyncio.run(run())


def test_readiness_and_children_are_measured_when_asked(broker: str, tmp_path: Path) -> None:
    """/metrics alone, with nobody asking /readyz, tells that the worker is ready and what its children take."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [In(CLUTTERED)])
        async with running(place.parts(sink=False)) as service:
            await until(lambda: processed(service) == 1, "1 outcome")
            samples = await scrape(service)
        assert samples["copydesk_ready", frozenset()] == 1
        assert samples["copydesk_children_resident_memory_bytes", frozenset()] > 20e6  # two interpreters
        assert samples["copydesk_children_cpu_seconds_total", frozenset()] > 0
        assert samples["copydesk_text_characters_total", frozenset({"kept"})] == 79
        assert samples["copydesk_text_characters_total", frozenset({"comment_form"})] == 17

    asyncio.run(run())


def test_an_article_that_was_sent_again_is_late_for_the_sink_alone(broker: str, tmp_path: Path) -> None:
    """A dead letter that is sent again counts anew for the desk, and from its first time for a sink."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [In(CLUTTERED, headers=again([], datetime(2020, 1, 1, tzinfo=UTC)))])
        async with running(place.parts()) as service:
            await until(lambda: service.metrics.value(m.SINK_RECORDS, "sqlite", "written") == 1, "the record")
            samples = await scrape(service)
        for agent, in_two_hours in (("desk", 1), ("sink-sqlite", 0)):
            name = "copydesk_end_to_end_latency_seconds"
            assert samples[f"{name}_count", frozenset({agent})] == 1
            assert samples[f"{name}_bucket", frozenset({agent, "7200.0"})] == in_two_hours

    asyncio.run(run())


def test_a_dead_letter_that_is_not_taken_is_told(broker: str, tmp_path: Path) -> None:
    """Where the broker refuses it, the failure is told with the topic, and the caller hears of it, however it was sent."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        narrow = TopicSpec(
            f"narrow-{place.topics.dead}", 1, 1, {"max.message.bytes": "2000"}, "Takes little."
        )
        await create_topics(place.kafka, [narrow])
        failures: list[str] = []
        topics = msgspec.structs.replace(place.topics, dead=narrow.name)
        delivery = Delivery(place.kafka, topics, compression=None, on_failure=failures.append)
        await delivery.start()
        try:
            large = received(b"x" * 50_000)
            with pytest.raises(KafkaError):
                await delivery.send_dead(large, Reason.SINK_REFUSED, Stage.SINK, "for its content")
            answer = Answer(Reply(1, failures=[Failure(0, Reason.NO_ARTICLE, Stage.STRIP)]))
            with pytest.raises(KafkaError):
                await (await delivery.send(raw(batch(0, [large.value])), [answer]))
            assert failures == [narrow.name] * 2
            delivered = await (await delivery.send(raw(batch(0, [b"small"])), [answer]))
            assert (len(delivered.dead), len(failures)) == (1, 2)
        finally:
            await delivery.stop()

    asyncio.run(run())


def test_a_gap_is_a_loss() -> None:
    """Every offset that was skipped is counted, a single one too."""
    metrics = Metrics()
    lost: list[TopicLost] = []
    monitor = Monitor("desk", metrics, Progress(), lost.append)
    monitor.on_gap(TP("articles.raw", 0), 1)
    monitor.on_gap(TP("articles.raw", 0), 25)
    assert metrics.value(m.OFFSETS_SKIPPED, "desk", "articles.raw") == 26
    assert lost == []
