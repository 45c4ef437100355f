"""What a worker is made of."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from copydesk.cluster.options import ClusterOptions
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions, TopicSpec
from copydesk.logs import LogOptions
from copydesk.metrics.options import MetricsOptions
from copydesk.pipeline import PipelineOptions
from copydesk.sinks.base import Sink
from copydesk.stream.child_process import ChildOptions
from copydesk.stream.options import StreamOptions
from copydesk.stream.wire import OutputOptions

DESK_HANDLER = "copydesk.stream.work:Desk"
"""What the pool's children run; benchmarks and fault tests give another."""


class Parts(Struct, frozen=True, kw_only=True):
    """What a worker is made of; `bootstrap` fills it from the settings."""

    kafka: KafkaOptions
    topics: TopicsOptions
    topic_specs: Sequence[TopicSpec]
    """As the topics are to be; the embedded broker's are not as the settings say."""
    stream: StreamOptions
    metrics: MetricsOptions
    pipeline: PipelineOptions
    logs: LogOptions = LogOptions()
    processes: int
    """Children to run; never 0 here."""
    sinks: Sequence[Sink] = ()
    """Stores to write to, each with a consumer group of its own."""
    desk: bool = True
    cluster: ClusterOptions | None = None
    """Where near-duplicates are to be looked for: how far back."""
    fetch_pause_s: float = 0.0
    """Seconds to wait after an empty fetch: for a broker that does not hold fetches back (see patience.py)."""
    handler: str = DESK_HANDLER

    @property
    def needed_topics(self) -> tuple[str, ...]:
        """Topics that have to be there."""
        topics = self.topics
        return (topics.raw, topics.structured, topics.dead, *([topics.clusters] if self.cluster else ()))

    @property
    def child_options(self) -> ChildOptions:
        """What the pool's children run, and within which limits."""
        return ChildOptions(
            time_limit_s=self.stream.article_time_limit_s,
            memory_bytes=self.stream.child_memory_bytes,
            handler=self.handler,
            handler_options=msgspec.msgpack.encode(self.pipeline),
            output=OutputOptions(self.topics.max_message_bytes, self.stream.compression),
            logs=self.logs,
        )
