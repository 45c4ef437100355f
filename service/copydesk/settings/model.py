"""What can be set: the options of every room, under short section names."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from copydesk.broker.options import EmbeddedBrokerOptions
from copydesk.cluster.options import ClusterOptions
from copydesk.enrich.stage import EnrichOptions
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions
from copydesk.logs import LogOptions
from copydesk.metrics.options import MetricsOptions
from copydesk.normalise.stage import NormaliseOptions
from copydesk.pipeline import PipelineOptions
from copydesk.render.stage import RenderOptions
from copydesk.sinks.delta_options import DeltaOptions
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.memory import MemoryOptions
from copydesk.sinks.opensearch_options import OpenSearchOptions
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.registry import SINKS
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.stream.options import StreamOptions
from copydesk.strip.stage import StripOptions


class SinkOptions(Struct, frozen=True, kw_only=True):
    """Which stores the records go to; a store's own settings are in the section of its name."""

    names: Annotated[
        tuple[str, ...],
        Meta(
            min_length=1,
            description="Stores that finished records are written to, each at its own pace and in a consumer group of its own.",
        ),
    ] = ("sqlite",)


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that can be set; each room is given its own section and sees no other."""

    data_dir: Annotated[
        str,
        Meta(min_length=1, description="Directory of everything the service writes: store, rejects, broker."),
    ] = ".copydesk"
    kafka: KafkaOptions = KafkaOptions()
    topics: TopicsOptions = TopicsOptions()
    stream: StreamOptions = StreamOptions()
    normalise: NormaliseOptions = NormaliseOptions()
    strip: StripOptions = StripOptions()
    enrich: EnrichOptions = EnrichOptions()
    render: RenderOptions = RenderOptions()
    cluster: ClusterOptions = ClusterOptions()
    sink: SinkOptions = SinkOptions()
    sqlite: SqliteOptions = SqliteOptions()
    postgres: PostgresOptions = PostgresOptions()
    jsonl: JsonlOptions = JsonlOptions()
    delta: DeltaOptions = DeltaOptions()
    opensearch: OpenSearchOptions = OpenSearchOptions()
    memory: MemoryOptions = MemoryOptions()
    metrics: MetricsOptions = MetricsOptions()
    logs: LogOptions = LogOptions()
    broker: EmbeddedBrokerOptions = EmbeddedBrokerOptions()

    @property
    def broker_dir(self) -> Path:
        """Where the embedded broker keeps its data."""
        return Path(self.data_dir) / "broker"

    @property
    def rejects_dir(self) -> Path:
        """Where `publish` puts the lines it cannot send."""
        return Path(self.data_dir) / "rejects"

    @property
    def pipeline(self) -> PipelineOptions:
        """What the pipeline is told."""
        return PipelineOptions(
            normalise=self.normalise, strip=self.strip, enrich=self.enrich, render=self.render
        )

    def located(self) -> "Settings":
        """Return these settings with every path that depends on `data_dir` filled in."""
        replace, folder = msgspec.structs.replace, Path(self.data_dir)
        return replace(
            self,
            sqlite=replace(self.sqlite, path=self.sqlite.path or str(folder / "articles.db")),
            jsonl=replace(self.jsonl, folder=self.jsonl.folder or str(folder / "jsonl")),
            delta=replace(self.delta, uri=self.delta.uri or str(folder / "delta")),
        )

    def sink_options(self, name: str) -> Struct:
        """Return the options of a sink: its section, or its defaults where it has none."""
        options: Struct = getattr(self, name, None) or SINKS[name].options()
        return options
