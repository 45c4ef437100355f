"""What a worker is made of."""

from typing import Any

from msgspec import Struct

from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions
from copydesk.logs import LogOptions
from copydesk.metrics import MetricsOptions
from copydesk.pipeline import PipelineOptions
from copydesk.stream.options import StreamOptions

DESK_HANDLER = "copydesk.stream.work:Desk"
"""What the pool's children run; benchmarks and fault tests give another."""


class Parts(Struct, frozen=True, kw_only=True):
    """What a worker is made of; `bootstrap` fills it from the settings."""

    kafka: KafkaOptions
    topics: TopicsOptions
    stream: StreamOptions
    metrics: MetricsOptions
    pipeline: PipelineOptions
    logs: LogOptions = LogOptions()
    processes: int
    """Children to run; never 0 here."""
    sink: Any = None
    """A `sinks.base.Sink`, or None for a worker without one."""
    desk: bool = True
    fetch_pause_s: float = 0.0
    """Seconds to wait after an empty fetch: for a broker that does not hold fetches back (see patience.py)."""
    handler: str = DESK_HANDLER
