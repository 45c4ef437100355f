"""A Faust app for one agent: consumer group, settings, and the fast path installed."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import faust
from faust.types import TP
from yarl import URL

from copydesk.kafka.options import KafkaOptions
from copydesk.stream.commits import Topics
from copydesk.stream.fast_path import ChunkOptions, install
from copydesk.stream.options import StreamOptions
from copydesk.stream.progress import Progress

REQUEST_TIMEOUT_S = 40.0
REBALANCE_TIMEOUT_S = 60.0
"""How long the group waits for a member to come back from a rebalance; longer than a drain."""

METADATA_S = 30
"""Partitions that were added are found within this time; the client's own 5 minutes make their sites wait."""


class Agent(Protocol):
    """What runs in an app: takes chunks until the stream stops, and lets no exception out."""

    progress: Progress
    """What it has begun and finished."""

    async def run(self, app: Any, stream: Any) -> None:
        """Consume chunks of `app`, whose stream of the source topic is `stream`."""
        ...


class CopydeskApp(faust.App):
    """A Faust app that writes nothing to disk: no tables, so no table directory."""

    def _create_directories(self) -> None:
        pass


def build_app(
    *,
    group: str,
    client_id: str,
    topics: Sequence[str],
    agent: Agent,
    kafka: KafkaOptions,
    stream: StreamOptions,
    fetch_pause_s: float,
    on_assigned: Callable[[set[TP]], None],
    on_commit: Callable[[bool], None],
    on_gap: Callable[[TP, int], None],
    watched: Topics,
) -> faust.App:
    """Make an app whose one agent reads `topics` in chunks; not yet started, one per process and agent.

    Faust's web server is off, and so is its leader topic: neither is needed, and both listen or
    write where nobody asked for it. Its Faust-Ag-ReplyTo header is never read: chunks go past the
    stream that would.
    """
    app = CopydeskApp(
        group,
        broker=[URL(f"kafka://{server}") for server in kafka.servers],
        broker_credentials=_credentials(kafka),
        broker_client_id=client_id,
        broker_session_timeout=stream.session_timeout_s,
        broker_heartbeat_interval=min(3.0, stream.session_timeout_s / 3),
        broker_request_timeout=max(REQUEST_TIMEOUT_S, stream.session_timeout_s),
        broker_rebalance_timeout=max(REBALANCE_TIMEOUT_S, stream.drain_s * 2),
        broker_commit_interval=stream.commit_interval_s,
        broker_max_poll_records=stream.chunks_in_flight,  # of what raw_fetch.py makes records: chunks
        consumer_max_fetch_size=stream.fetch_bytes,
        # What expired before it was read is passed over, told and counted (fast_path.py); what was cut off ends the
        # worker (monitor.py); a partition that is new is read from its start.
        consumer_auto_offset_reset="earliest",
        consumer_metadata_max_age_ms=METADATA_S * 1000,
        consumer_group_instance_id=stream.instance and f"{stream.instance}-{group}",
        stream_wait_empty=True,
        store="memory://",
        # No tables, so no standbys: with any (1 is Faust's own choice) its assignor shares out by the largest share only,
        # and of three workers that join in turn for four partitions the third gets none.
        table_standby_replicas=0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
    )
    install(
        app,
        ChunkOptions(
            records=stream.chunk_records,
            nbytes=stream.chunk_bytes,
            in_flight=stream.chunks_in_flight,
            drain_s=stream.drain_s,
            fetch_pause_s=fetch_pause_s,
            on_assigned=on_assigned,
            on_commit=on_commit,
            on_gap=on_gap,
            topics=watched,
        ),
    )
    source = app.topic(
        *topics, key_type=bytes, value_type=bytes, value_serializer="raw", key_serializer="raw"
    )

    @app.agent(source, name=f"{group}.agent", concurrency=1)
    async def body(stream: Any) -> None:
        await agent.run(app, stream)

    app.finalize()
    return app


def _credentials(kafka: KafkaOptions) -> Any:
    context = kafka.ssl_context()
    if kafka.uses_sasl:
        return faust.SASLCredentials(
            username=kafka.sasl_username,
            password=kafka.sasl_password,
            mechanism=kafka.sasl_mechanism,
            ssl_context=context,
        )
    return faust.SSLCredentials(context) if context is not None else None
