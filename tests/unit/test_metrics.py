"""Metrics: definitions, merged histograms, the text that Prometheus reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client import Histogram as PrometheusHistogram

from copydesk.metrics import definitions as m
from copydesk.metrics.definitions import DEFINITIONS, Definition
from copydesk.metrics.histogram import Histogram, bucket_counts
from copydesk.metrics.registry import Metrics


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.name)
def test_names_follow_prometheus(definition: Definition) -> None:
    """Names are copydesk_<noun>_<unit>; counters and only they end in _total; no label is unbounded."""
    assert re.fullmatch(r"copydesk_[a-z_]+", definition.name)
    assert definition.name.endswith("_total") == (definition.kind == "counter")
    assert bool(definition.buckets) == (definition.kind == "histogram")
    assert not {"url", "id", "offset", "headline"} & set(definition.labels)
    assert definition.help.endswith(".")


def test_every_definition_of_the_module_is_listed() -> None:
    """No metric is defined and forgotten in DEFINITIONS."""
    assert {d.name for d in vars(m).values() if isinstance(d, Definition)} == {d.name for d in DEFINITIONS}


@given(st.lists(st.floats(0, 20), max_size=50))
def test_merged_histogram_reads_like_prometheus_own(values: list[float]) -> None:
    """Buckets counted elsewhere and merged give the text that single observations give."""
    ours, theirs = CollectorRegistry(), CollectorRegistry()
    histogram = Histogram(Definition("copydesk_x_seconds", "histogram", ("stage",), "Help.", (0.1, 1.0, 5.0)))
    ours.register(histogram)
    reference = PrometheusHistogram(
        "copydesk_x_seconds", "Help.", ["stage"], registry=theirs, buckets=(0.1, 1.0, 5.0)
    )
    histogram.merge(bucket_counts((0.1, 1.0, 5.0), values[:20]), sum(values[:20]), "strip")
    histogram.observe_many(values[20:], "strip")
    reference.labels("strip")
    for value in values:
        reference.labels("strip").observe(value)

    def buckets(registry: CollectorRegistry) -> list[str]:
        lines = generate_latest(registry).decode().splitlines()
        return [line for line in lines if "_bucket" in line or "_count" in line]

    assert buckets(ours) == buckets(theirs)


def test_values_are_read_back() -> None:
    """Counters and gauges give their present value, 0 when never touched."""
    metrics = Metrics()
    assert metrics.value(m.RECORDS_RECEIVED, "desk", "articles.raw") == 0
    metrics.count(m.RECORDS_RECEIVED, 3, "desk", "articles.raw")
    metrics.count(m.RECORDS_RECEIVED, 2, "desk", "articles.raw")
    metrics.set(m.LAG_RECORDS, 7, "desk", "articles.raw", "0")
    assert metrics.value(m.RECORDS_RECEIVED, "desk", "articles.raw") == 5
    assert metrics.value(m.LAG_RECORDS, "desk", "articles.raw", "0") == 7
    metrics.forget(m.LAG_RECORDS, "desk", "articles.raw", "0")
    metrics.forget(m.LAG_RECORDS, "desk", "articles.raw", "0")
    assert metrics.value(m.LAG_RECORDS, "desk", "articles.raw", "0") == 0


def test_the_page_has_what_is_defined_and_the_process() -> None:
    """No series stands on the page under a name that nobody has documented."""
    page = generate_latest(Metrics().registry).decode()
    names = set(re.findall(r"^# TYPE (\S+)", page, re.MULTILINE))
    others = {name for name in names if name.startswith(("process_", "python_gc_"))}
    assert others
    assert names - others == {definition.name for definition in DEFINITIONS}


def test_two_workers_in_one_process_do_not_share() -> None:
    """Each Metrics has a registry of its own."""
    one, other = Metrics(), Metrics()
    one.count(m.RECORDS_RECEIVED, 1, "desk", "articles.raw")
    assert other.value(m.RECORDS_RECEIVED, "desk", "articles.raw") == 0
