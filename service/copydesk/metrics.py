"""Every metric of the service: name, kind, labels, help; and the one place that knows prometheus_client.

A worker makes one `Metrics`; there is no process-wide registry. Counters may be raised from the
event loop and from sink threads; the endpoint is read from a thread of its own.
"""

import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from prometheus_client import CollectorRegistry, Counter, Gauge, make_wsgi_app
from prometheus_client.core import HistogramMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from copydesk.version import PIPELINE_VERSION, SERVICE_VERSION


class MetricsOptions(Struct, frozen=True, kw_only=True):
    """Where a worker serves /metrics, /livez and /readyz."""

    host: Annotated[
        str, Meta(min_length=1, description="Address the metrics and health server listens on.")
    ] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535, description="Its port; 0 takes any free one.")] = 9464


class Definition(Struct, frozen=True):
    """One metric as the README lists it."""

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    labels: tuple[str, ...]
    help: str
    buckets: tuple[float, ...] = ()


# Per article, cleaning takes 0.1 ms (a short text) to seconds (the time limit).
_STAGE_S = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
# From a quiet stream (tens of milliseconds) to a backlog (hours).
_LATENCY_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0, 7200.0)
_WRITE_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_RATIO = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_RECORDS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)


def _counter(name: str, help_: str, *labels: str) -> Definition:
    return Definition(name, "counter", labels, help_)


def _gauge(name: str, help_: str, *labels: str) -> Definition:
    return Definition(name, "gauge", labels, help_)


def _histogram(name: str, help_: str, buckets: tuple[float, ...], *labels: str) -> Definition:
    return Definition(name, "histogram", labels, help_, buckets)


RECORDS_RECEIVED = _counter(
    "copydesk_records_received_total", "Messages read from a topic.", "agent", "topic"
)
RECEIVED_BYTES = _counter("copydesk_received_bytes_total", "Bytes of the messages read.", "agent", "topic")
OFFSETS_SKIPPED = _counter(
    "copydesk_offsets_skipped_total",
    "Offsets that expired before they were read, seen as a gap.",
    "agent", "topic",
)  # fmt: skip
ARTICLES_PROCESSED = _counter(
    "copydesk_articles_processed_total",
    "Raw articles finished, each counted once when its outcome is delivered: accepted, dropped or rejected.",
    "outcome",
)
ARTICLES_DROPPED = _counter(
    "copydesk_articles_dropped_total", "Articles left out on purpose, by reason.", "reason"
)
DEAD_LETTERS = _counter(
    "copydesk_dead_letters_total", "Dead letters delivered, by reason and by the stage that gave it.",
    "reason", "stage",
)  # fmt: skip
RECORDS_SENT = _counter("copydesk_records_sent_total", "Messages delivered to a topic.", "topic")
SENT_BYTES = _counter("copydesk_sent_bytes_total", "Bytes of the messages delivered.", "topic")
DELIVERY_FAILURES = _counter(
    "copydesk_delivery_failures_total",
    "Times that a topic did not take a message; the worker then ends, uncommitted.", "topic",
)  # fmt: skip
ERRORS = _counter(
    "copydesk_errors_total", "Faults that are not an article's, by stage and exception type.", "stage", "type"
)
STAGE_DURATION = _histogram(
    "copydesk_stage_duration_seconds", "Time one article spends in a stage.", _STAGE_S, "stage"
)
END_TO_END_LATENCY = _histogram(
    "copydesk_end_to_end_latency_seconds",
    "From the raw message's timestamp to the delivery of its outcome (agent desk), or to the store (a sink).",
    _LATENCY_S,
    "agent",
)
LAG_RECORDS = _gauge(
    "copydesk_consumer_lag_records", "Messages not yet finished, by partition.", "agent", "topic", "partition"
)
LAG_SECONDS = _gauge(
    "copydesk_consumer_lag_seconds",
    "Age of the oldest unfinished message, by partition; 0 without lag.",
    "agent", "topic", "partition",
)  # fmt: skip
IN_FLIGHT = _gauge("copydesk_in_flight_records", "Messages read and not yet finished.", "agent")
CHUNK_RECORDS = _histogram("copydesk_chunk_records", "Messages handled together.", _RECORDS, "agent")
COMMITS = _counter("copydesk_commits_total", "Offset commits, by result: ok or failed.", "agent", "result")
LAST_COMMIT = _gauge(
    "copydesk_last_commit_timestamp_seconds",
    "Unix time of the last successful offset commit; of the agent's start before the first.", "agent",
)  # fmt: skip
REBALANCES = _counter("copydesk_rebalances_total", "Assignments of partitions received.", "agent")
ASSIGNED_PARTITIONS = _gauge("copydesk_assigned_partitions", "Partitions this worker holds.", "agent")
CHILD_EXITS = _counter(
    "copydesk_child_exits_total",
    "Child processes that ended, by cause: crashed, time_limit, stopped.",
    "cause",
)
CHILDREN = _gauge("copydesk_children", "Child processes that are running.")
CHILDREN_MEMORY = _gauge(
    "copydesk_children_resident_memory_bytes", "Resident memory of the child processes together (Linux)."
)
CHILDREN_CPU = _counter(
    "copydesk_children_cpu_seconds_total", "CPU time of the child processes, ended ones included (Linux)."
)
MEMORY_LIMIT = _gauge(
    "copydesk_memory_limit_bytes",
    "Memory that the worker and its child processes may take together: the container's limit; +Inf without one.",
)
SINK_WRITE_DURATION = _histogram(
    "copydesk_sink_write_duration_seconds", "Time of one batch's transaction.", _WRITE_S, "sink"
)
SINK_RECORDS = _counter(
    "copydesk_sink_records_total",
    "Messages a sink is done with, by result: written (or found there already), refused, dead_letter (kept), left_out.",
    "sink", "result",
)  # fmt: skip
SINK_RETRIES = _counter(
    "copydesk_sink_retries_total", "Batches that a sink could not take at that moment.", "sink"
)
REMOVED_SPANS = _counter("copydesk_removed_spans_total", "Removed spans, by kind.", "kind")
TEXT_CHARS = _counter(
    "copydesk_text_characters_total",
    "Characters of the records' normalised text, by kind: kept, or that of the removed span.", "kind",
)  # fmt: skip
REMOVED_RATIO = _histogram(
    "copydesk_removed_text_ratio", "Share of an article's normalised text that was removed.", _RATIO
)
READY = _gauge("copydesk_ready", "1 while /readyz answers ok, else 0.")
BUILD_INFO = _gauge("copydesk_build_info", "Always 1; versions as labels.", "version", "pipeline_version")

DEFINITIONS: tuple[Definition, ...] = (
    RECORDS_RECEIVED, RECEIVED_BYTES, OFFSETS_SKIPPED, ARTICLES_PROCESSED, ARTICLES_DROPPED, DEAD_LETTERS, RECORDS_SENT,
    SENT_BYTES, DELIVERY_FAILURES, ERRORS, STAGE_DURATION, END_TO_END_LATENCY, LAG_RECORDS, LAG_SECONDS, IN_FLIGHT,
    CHUNK_RECORDS, COMMITS, LAST_COMMIT, REBALANCES, ASSIGNED_PARTITIONS, CHILD_EXITS, CHILDREN,
    CHILDREN_MEMORY, CHILDREN_CPU, MEMORY_LIMIT, SINK_WRITE_DURATION, SINK_RECORDS, SINK_RETRIES, REMOVED_SPANS, TEXT_CHARS,
    REMOVED_RATIO, READY, BUILD_INFO,
)  # fmt: skip
"""All of them, in the order of the README."""


class Histogram(Collector):
    """A histogram that takes measurements one by one or already counted into buckets.

    prometheus_client's own takes single observations only: at several a message they would cost
    more than reading the message (some 3 us each).
    """

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self._lock = threading.Lock()
        self._series: dict[tuple[str, ...], tuple[list[int], float]] = {}

    def begin(self, *labels: str) -> None:
        """Show a label set that has no measurement yet."""
        self.merge([0] * (len(self._definition.buckets) + 1), 0.0, *labels)

    def observe(self, value: float, *labels: str) -> None:
        """Count one measurement."""
        self.merge(bucket_counts(self._definition.buckets, (value,)), value, *labels)

    def observe_many(self, values: Sequence[float], *labels: str) -> None:
        """Count several measurements of one label set."""
        if values:
            self.merge(bucket_counts(self._definition.buckets, values), sum(values), *labels)

    def merge(self, counts: Sequence[int], total: float, *labels: str) -> None:
        """Add measurements counted elsewhere into the same buckets; the last count is beyond all of them."""
        with self._lock:
            have, total_before = self._series.get(labels, ([0] * len(counts), 0.0))
            self._series[labels] = ([a + b for a, b in zip(have, counts, strict=True)], total_before + total)

    def collect(self) -> Iterable[HistogramMetricFamily]:
        """Give the registry the cumulative buckets."""
        definition = self._definition
        family = HistogramMetricFamily(definition.name, definition.help, labels=definition.labels)
        with self._lock:
            series = [(labels, list(counts), total) for labels, (counts, total) in self._series.items()]
        for labels, counts, total in series:
            cumulative, buckets = 0, []
            for bound, count in zip((*map(str, definition.buckets), "+Inf"), counts, strict=True):
                cumulative += count
                buckets.append((bound, float(cumulative)))
            family.add_metric(list(labels), buckets, total)
        yield family


def bucket_counts(buckets: Sequence[float], values: Sequence[float]) -> list[int]:
    """How many of `values` fall into each of `buckets` (upper bounds, inclusive) and beyond the last."""
    counts = [0] * (len(buckets) + 1)
    if not values:
        return counts
    lowest = bisect_left(buckets, min(values))
    if lowest == bisect_left(buckets, max(values)):
        counts[lowest] = len(values)  # the usual case: messages of one chunk are of one age
        return counts
    for value in values:
        counts[bisect_left(buckets, value)] += 1
    return counts


WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Metrics:
    """All metrics of one worker, on a registry of its own.

    A counter or gauge is looked up by its definition, so that a typing error is found by mypy:
    `metrics.count(RECORDS_RECEIVED, 3, "desk", "articles.raw")`.
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._counters: dict[str, Counter] = {}
        self._gauges: dict[str, Gauge] = {}
        self._histograms: dict[str, Histogram] = {}
        self._children: dict[tuple[str, ...], Counter] = {}
        for definition in DEFINITIONS:
            self._add(definition)
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self.set(BUILD_INFO, 1, SERVICE_VERSION, PIPELINE_VERSION)

    def _add(self, definition: Definition) -> None:
        name, labels = definition.name, definition.labels
        match definition.kind:
            case "counter":
                self._counters[name] = Counter(name, definition.help, labels, registry=self.registry)
            case "gauge":
                self._gauges[name] = Gauge(name, definition.help, labels, registry=self.registry)
            case "histogram":
                histogram = Histogram(definition)
                self.registry.register(histogram)
                self._histograms[name] = histogram

    def count(self, definition: Definition, amount: float, *labels: str) -> None:
        """Raise a counter."""
        key = (definition.name, *labels)
        child = self._children.get(key)
        if child is None:
            counter = self._counters[definition.name]
            child = self._children[key] = counter.labels(*labels) if labels else counter
        child.inc(amount)

    def set(self, definition: Definition, value: float, *labels: str) -> None:
        """Set a gauge."""
        gauge = self._gauges[definition.name]
        (gauge.labels(*labels) if labels else gauge).set(value)

    def forget(self, definition: Definition, *labels: str) -> None:
        """Take one label set of a gauge out, such as a partition that went to another worker."""
        try:
            self._gauges[definition.name].remove(*labels)
        except KeyError:
            return

    def histogram(self, definition: Definition) -> Histogram:
        """Return the histogram of a definition."""
        return self._histograms[definition.name]

    def value(self, definition: Definition, *labels: str) -> float:
        """Return the present value of a counter or gauge; 0 when it was never touched."""
        wanted = dict(zip(definition.labels, labels, strict=True))
        metric = self._counters.get(definition.name) or self._gauges[definition.name]
        for family in metric.collect():
            for sample in family.samples:
                if sample.name == definition.name and sample.labels == wanted:
                    return sample.value
        return 0.0

    def wsgi_app(self, refresh: Callable[[], None] = lambda: None) -> WsgiApp:
        """WSGI application that answers with the metrics in Prometheus' text format; `refresh` is called first."""
        app: WsgiApp = make_wsgi_app(self.registry)

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            refresh()
            return app(environ, start_response)

        return answer
