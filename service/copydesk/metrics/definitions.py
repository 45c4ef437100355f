"""Every metric of the service: name, kind, labels, help."""

from typing import Literal

from msgspec import Struct


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
    "From the raw message's timestamp to the delivery of its outcome (agent desk), or to the store (a sink; an article "
    "that was sent again counts there from its first time).",
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
CLUSTER_RECORDS = _counter(
    "copydesk_cluster_records_total",
    "Records the cluster agent is done with, by result: compared; left_out (too short, or none); written (again, with "
    "the cluster); gone (expired before that) and refused (too large with it) stay without.",
    "result",
)  # fmt: skip
CLUSTER_ARTICLES = _gauge(
    "copydesk_cluster_articles", "Articles that a partition of the topic of clusters remembers.", "partition"
)
CLUSTER_WINDOW = _gauge(
    "copydesk_cluster_window_articles",
    "Most articles that a partition may remember: cluster.window_articles.",
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
    CHILDREN_MEMORY, CHILDREN_CPU, MEMORY_LIMIT, SINK_WRITE_DURATION, SINK_RECORDS, SINK_RETRIES, CLUSTER_RECORDS,
    CLUSTER_ARTICLES, CLUSTER_WINDOW, REMOVED_SPANS, TEXT_CHARS,
    REMOVED_RATIO, READY, BUILD_INFO,
)  # fmt: skip
"""All of them, in the order of the README."""
