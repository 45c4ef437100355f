"""The metrics of one worker, by their definitions.

A worker makes one `Metrics`; there is no process-wide registry. Counters may be raised from the
event loop and from sink threads; the endpoint is read from a thread of its own.
"""

from collections.abc import Callable, Iterable
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, disable_created_metrics, make_wsgi_app
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from copydesk.metrics.definitions import BUILD_INFO, DEFINITIONS, Definition
from copydesk.metrics.histogram import Histogram
from copydesk.version import PIPELINE_VERSION, SERVICE_VERSION

# A second series for each counter, the time of its start, which nobody asks for: half of the page.
disable_created_metrics()  # type: ignore[no-untyped-call]

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
