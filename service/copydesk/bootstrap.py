"""Wires settings, sinks, broker and service; the only place that knows all. No logic."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import structlog

from copydesk.broker.embedded import EmbeddedBroker, EmbeddedBrokerError
from copydesk.kafka.topics import TopicSpec, create_topics, topic_specs
from copydesk.pipeline import check
from copydesk.settings.model import Settings
from copydesk.sinks.registry import SINKS
from copydesk.stream.allocator import forget_start_up, keep_freed_memory
from copydesk.stream.child_process import Answer
from copydesk.stream.errors import EXIT_FAULT, EXIT_STALLED, ServiceError
from copydesk.stream.parts import DESK_HANDLER, Parts
from copydesk.stream.replay import Replay
from copydesk.stream.service import Service
from copydesk.stream.watchdog import Watchdog

log = structlog.get_logger(__name__)

DESK, SINK, CLUSTER = "desk", "sink", "cluster"
AGENTS = frozenset({DESK, SINK})

FETCH_PAUSE_S = 0.05
"""On the embedded broker, which answers an empty fetch at once: half of it is added to an idle stream's latency."""

DIFF_HANDLER = "copydesk.stream.difference:Maker"
MOST_MADE_BYTES = 1 << 28

EXIT_DRAIN = 5
EXIT_INTERRUPTED = 130


def parts(
    settings: Settings, *, agents: frozenset[str], embedded: bool = False, handler: str = DESK_HANDLER
) -> Parts:
    """What a worker with these settings is made of.

    Errors: those of `pipeline.check`, where a desk is one of the agents.
    """
    if DESK in agents:
        check(settings.pipeline)
    return Parts(
        kafka=settings.kafka,
        topics=settings.topics,
        topic_specs=embedded_topic_specs(settings) if embedded else topic_specs(settings.topics),
        stream=settings.stream,
        metrics=settings.metrics,
        logs=settings.logs,
        pipeline=settings.pipeline,
        processes=settings.stream.processes or os.cpu_count() or 1,
        sinks=[
            SINKS[name].make(settings.sink_options(name)) for name in settings.sink.names if SINK in agents
        ],
        desk=DESK in agents,
        cluster=settings.cluster if CLUSTER in agents else None,
        handler=handler,
        fetch_pause_s=FETCH_PAUSE_S if embedded else 0.0,
    )


def replay(
    settings: Settings, *, name: str, diff: Callable[[Sequence[Answer]], None] | None = None, **options: Any
) -> Replay:
    """A replay with these settings, not yet run; with `diff` it only makes, and tells what it made."""
    prefix = settings.stream.group_prefix
    made = parts(settings, agents=frozenset({DESK}), handler=DIFF_HANDLER if diff else DESK_HANDLER)
    if diff:  # what is made stays here: no topic's limit holds
        made = msgspec.structs.replace(
            made, topics=msgspec.structs.replace(made.topics, max_message_bytes=MOST_MADE_BYTES)
        )
    return Replay(
        made,
        group=f"{prefix}-replay-{name}",
        sink_prefix=f"{prefix}-sink-",
        on_answers=diff,
        **options,
    )


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    agents: frozenset[str] = AGENTS,
    embedded: bool = False,
    handler: str = DESK_HANDLER,
) -> AsyncIterator[Service]:
    """A running worker, with the embedded broker around it if asked; drained and stopped at the end.

    Errors: ServiceError when it cannot start.
    """
    async with _broker(settings, embedded=embedded) as (settings_used, broker):
        service = Service(parts(settings_used, agents=agents, embedded=embedded, handler=handler))
        async with _started(service, broker):
            try:
                yield service
            finally:
                if not await service.stop():
                    log.error("Work is unfinished; it stays uncommitted and is done again.")


@asynccontextmanager
async def _broker(
    settings: Settings, *, embedded: bool
) -> AsyncIterator[tuple[Settings, EmbeddedBroker | None]]:
    if not embedded:
        yield settings, None
        return
    broker = EmbeddedBroker(Path(settings.data_dir) / "broker", settings.broker.port)
    try:
        await broker.start()
    except EmbeddedBrokerError as error:
        raise ServiceError(str(error), exit_code=1) from error
    try:
        adapted = for_embedded_broker(settings, broker.bootstrap_servers)
        await create_topics(adapted.kafka, embedded_topic_specs(adapted))
        yield adapted, broker
    finally:
        await broker.stop()


@asynccontextmanager
async def _started(service: Service, broker: EmbeddedBroker | None) -> AsyncIterator[None]:
    """The service, started; it learns when the embedded broker ends: clients would try for ever to reach it again.

    Errors: ServiceError when it cannot start, or the broker ends meanwhile.
    """

    async def watch(broker: EmbeddedBroker) -> None:
        service.broker_ended(await broker.wait_ended())

    watching = {asyncio.create_task(watch(broker))} if broker is not None else set()
    starting = asyncio.create_task(service.start())
    try:
        await asyncio.wait({starting, *watching}, return_when=asyncio.FIRST_COMPLETED)
        if watching and not starting.done():
            raise ServiceError(await service.failed(), exit_code=EXIT_FAULT)
        await starting
        yield
    finally:
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        for task in watching:
            task.cancel()


def for_embedded_broker(settings: Settings, bootstrap_servers: str) -> Settings:
    """Settings that suit the embedded broker: its address, and static membership.

    It keeps a member that ended for ever; one with a static name is its own successor.
    """
    replace = msgspec.structs.replace
    return replace(
        settings,
        kafka=replace(settings.kafka, bootstrap_servers=bootstrap_servers, security_protocol="PLAINTEXT"),
        topics=replace(settings.topics, dead_retention_bytes=settings.broker.retention_bytes),
        stream=replace(
            settings.stream,
            instance=settings.stream.instance or "embedded",
            session_timeout_s=min(settings.stream.session_timeout_s, 6.0),
        ),
    )


def embedded_topic_specs(settings: Settings) -> tuple[TopicSpec, ...]:
    """The topics with retention by size: the embedded broker holds everything in memory.

    They keep the worker's time: where it is to put in its own, that broker loses headers whose name is repeated.
    """
    changed = {
        "retention.bytes": str(settings.broker.retention_bytes),
        "message.timestamp.type": "CreateTime",
    }
    return tuple(
        msgspec.structs.replace(spec, replication_factor=1, config=spec.config | changed)
        for spec in topic_specs(settings.topics)
    )


def run_worker(
    settings: Settings,
    *,
    agents: frozenset[str] = AGENTS,
    embedded: bool = False,
    on_ready: Callable[[Service], None] = lambda _: None,
    handler: str = DESK_HANDLER,
) -> int:
    """Run a worker until SIGINT or SIGTERM, then drain; returns the exit code.

    A second signal ends it at once. Errors: ServiceError when it cannot start.
    """
    keep_freed_memory()
    return asyncio.run(_run_worker(settings, agents, embedded, on_ready, handler))


async def _run_worker(
    settings: Settings,
    agents: frozenset[str],
    embedded: bool,
    on_ready: Callable[[Service], None],
    handler: str,
) -> int:
    asked = asyncio.Event()

    def on_signal() -> None:
        if asked.is_set():
            os._exit(EXIT_INTERRUPTED)
        asked.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, on_signal)
    unfinished = False
    async with _broker(settings, embedded=embedded) as (settings_used, broker):
        service = Service(parts(settings_used, agents=agents, embedded=embedded, handler=handler))
        async with _started(service, broker):
            forget_start_up()
            watchdog = Watchdog(service.liveness, loop, lambda: _end_now(broker))
            watchdog.start()
            code = await _until_asked(service, asked, on_ready)
            log.info("Draining.", limit_s=settings.stream.drain_s)
            if not await service.stop():
                told = log.error if code == 0 else log.warning  # a fault was told already
                told("Work is unfinished; it stays uncommitted and is done again.")
                code = code or EXIT_DRAIN
                unfinished = True
            watchdog.stop()
    if unfinished:
        os._exit(code)  # threads of a client whose broker is gone do not end by themselves
    return code


def _end_now(broker: EmbeddedBroker | None) -> None:
    """End the process from the watchdog's thread: the event loop may be stuck. Children end by themselves."""
    if broker is not None:
        broker.kill()
    os._exit(EXIT_STALLED)


async def _until_asked(service: Service, asked: asyncio.Event, on_ready: Callable[[Service], None]) -> int:
    """Wait for a signal (0) or a fault of the stream; tell when the agents have their partitions."""
    ready = asyncio.create_task(service.ready())
    ready.add_done_callback(lambda task: None if task.cancelled() else on_ready(service))
    failed, stop = asyncio.create_task(service.failed()), asyncio.create_task(asked.wait())
    await asyncio.wait({failed, stop}, return_when=asyncio.FIRST_COMPLETED)
    code = 0
    if not asked.is_set():
        log.error("The worker cannot go on and stops.", reason=failed.result())
        code = service.exit_code
    for task in (ready, failed, stop):
        task.cancel()
    return code
