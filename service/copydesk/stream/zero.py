"""Counters that begin at 0, so that Prometheus sees the first rise of each.

`increase()` and `rate()` compare samples of one series: of a counter that appears with its first event, that
event is never seen. What has an alert or a panel is therefore there from the start.
"""

import time
from collections.abc import Collection, Sequence

from copydesk.kafka.topics import TopicsOptions
from copydesk.ledger import Kind
from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.outcome import GIVEN_AT, Reason, Stage
from copydesk.stream.child_process import Cause

_TIMED = (Stage.DECODE, Stage.NORMALISE, Stage.STRIP, Stage.ENRICH, Stage.ENCODE)


def begin_agent(metrics: Metrics, agent: str, topics: Sequence[str]) -> None:
    """Metrics of any agent, which reads `topics`."""
    for topic in topics:
        for counter in (m.RECORDS_RECEIVED, m.RECEIVED_BYTES, m.OFFSETS_SKIPPED):
            metrics.count(counter, 0, agent, topic)
    for result in ("ok", "failed"):
        metrics.count(m.COMMITS, 0, agent, result)
    metrics.count(m.REBALANCES, 0, agent)
    metrics.set(m.LAST_COMMIT, time.time(), agent)
    for gauge in (m.ASSIGNED_PARTITIONS, m.IN_FLIGHT):
        metrics.set(gauge, 0, agent)
    for histogram in (m.END_TO_END_LATENCY, m.CHUNK_RECORDS):
        metrics.histogram(histogram).begin(agent)


def begin_desk(metrics: Metrics, topics: TopicsOptions) -> None:
    """Metrics of the desk alone."""
    for outcome in ("accepted", "dropped", "rejected"):
        metrics.count(m.ARTICLES_PROCESSED, 0, outcome)
    _begin_dead(metrics, set(Stage) - {Stage.SINK})
    metrics.count(m.ARTICLES_DROPPED, 0, Reason.TOMBSTONE.value)
    for timed in _TIMED:
        metrics.histogram(m.STAGE_DURATION).begin(timed.value)
    metrics.histogram(m.REMOVED_RATIO).begin()
    metrics.count(m.TEXT_CHARS, 0, "kept")
    for kind in Kind:
        for counter in (m.REMOVED_SPANS, m.TEXT_CHARS):
            metrics.count(counter, 0, kind.value)
    for topic in (topics.structured, topics.dead):
        for counter in (m.RECORDS_SENT, m.SENT_BYTES, m.DELIVERY_FAILURES):
            metrics.count(counter, 0, topic)
    for cause in Cause:
        metrics.count(m.CHILD_EXITS, 0, cause.value)


def begin_cluster(metrics: Metrics, topics: TopicsOptions) -> None:
    """Metrics of the search for near-duplicates, beside those of its agent."""
    for result in ("compared", "left_out", "written", "gone", "refused"):
        metrics.count(m.CLUSTER_RECORDS, 0, result)
    for topic in (topics.structured, topics.clusters):
        for counter in (m.RECORDS_SENT, m.SENT_BYTES, m.DELIVERY_FAILURES):
            metrics.count(counter, 0, topic)


def begin_sink(metrics: Metrics, sink: str, topics: TopicsOptions) -> None:
    """Metrics of a sink, beside those of its agent."""
    metrics.count(m.SINK_RETRIES, 0, sink)
    for result in ("written", "refused", "dead_letter", "left_out"):
        metrics.count(m.SINK_RECORDS, 0, sink, result)
    _begin_dead(metrics, {Stage.SINK})
    metrics.histogram(m.SINK_WRITE_DURATION).begin(sink)
    metrics.count(m.DELIVERY_FAILURES, 0, topics.dead)


def _begin_dead(metrics: Metrics, stages: Collection[Stage]) -> None:
    for reason, given_at in GIVEN_AT.items():
        for stage in given_at:
            if stage in stages:
                metrics.count(m.DEAD_LETTERS, 0, reason.value, stage.value)
