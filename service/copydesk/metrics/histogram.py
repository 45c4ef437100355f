"""Histograms that take many measurements at once."""

import threading
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from prometheus_client.core import HistogramMetricFamily
from prometheus_client.registry import Collector

from copydesk.metrics.definitions import Definition


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
