"""What can be set of the stream shell."""

from typing import Annotated

from msgspec import Meta, Struct


class StreamOptions(Struct, frozen=True, kw_only=True):
    """How a worker consumes, computes and delivers."""

    group_prefix: Annotated[
        str, Meta(min_length=1, description="Consumer groups are named PREFIX-desk and PREFIX-sink-NAME.")
    ] = "copydesk"
    instance: Annotated[
        str | None,
        Meta(
            description="Name of this worker for static group membership (group.instance.id); "
            "a restart under the same name causes no rebalance. Unset: dynamic membership."
        ),
    ] = None
    processes: Annotated[
        int, Meta(ge=0, le=256, description="Child processes that clean articles; 0 is one per core.")
    ] = 0
    article_time_limit_s: Annotated[
        float,
        Meta(
            gt=0, description="Seconds one article may take; then its process is killed, the article is dead."
        ),
    ] = 5.0
    child_memory_bytes: Annotated[
        int, Meta(ge=0, description="Address space a child process may use; 0 is no limit.")
    ] = 2_147_483_648
    chunk_records: Annotated[
        int, Meta(ge=1, le=10_000, description="Most records of one partition that are handled together.")
    ] = 500
    chunk_bytes: Annotated[
        int,
        Meta(
            ge=1024,
            description="A chunk ends before its batches, as the broker holds them, exceed this many bytes; "
            "one that does alone is worked on in parts.",
        ),
    ] = 4_194_304
    chunks_in_flight: Annotated[
        int,
        Meta(
            ge=1,
            le=1000,
            description="Chunks read and not yet delivered, over all partitions: bounds memory.",
        ),
    ] = 8
    fetch_bytes: Annotated[
        int,
        Meta(
            ge=1024, description="Most bytes fetched of one partition at a time (max.partition.fetch.bytes)."
        ),
    ] = 4_194_304
    session_timeout_s: Annotated[
        float,
        Meta(gt=0, description="Seconds without a heartbeat until the group gives our partitions away."),
    ] = 10.0
    commit_interval_s: Annotated[float, Meta(gt=0, description="Seconds between offset commits.")] = 1.0
    drain_s: Annotated[
        float, Meta(gt=0, description="Seconds after SIGTERM to finish what is in flight and commit.")
    ] = 20.0
    stall_s: Annotated[
        float,
        Meta(
            gt=0,
            description="Seconds without progress while there is work until /livez fails, and the worker ends.",
        ),
    ] = 60.0
    dead_share_limit: Annotated[
        float,
        Meta(
            gt=0,
            le=1,
            description="Share of dead letters among the last 1,000 articles (at least 200) above which the worker ends "
            "instead of making more; 1 is no limit.",
        ),
    ] = 0.9
    compression: Annotated[
        str | None, Meta(description="Compression of what we send: gzip, lz4, zstd, snappy; none when unset.")
    ] = None
