"""A running worker: one or both agents, the pool, delivery, the health server; start, watch, drain.

    order of start:  broker and topics are there -> health server -> delivery, pool, store -> apps
    order of stop:   apps (finish what is in flight, commit) -> pool, store, delivery -> health server
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import msgspec
import structlog
from aiokafka.errors import KafkaError
from msgspec import Struct

from copydesk import metrics as m
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions, describe_topics, topic_specs
from copydesk.logs import LogOptions
from copydesk.metrics import Metrics, MetricsOptions
from copydesk.pipeline import PipelineOptions
from copydesk.sinks.base import SinkUnavailable
from copydesk.stream.app import Agent, build_app
from copydesk.stream.delivery import Delivery
from copydesk.stream.desk import DeskAgent, merge_tally
from copydesk.stream.health import Health, HealthServer
from copydesk.stream.monitor import Monitor
from copydesk.stream.options import StreamOptions
from copydesk.stream.pool import Pool, PoolBroken, PoolOptions
from copydesk.stream.progress import Progress
from copydesk.stream.sink import SinkAgent
from copydesk.version import SERVICE_VERSION

log = structlog.get_logger(__name__)

DESK_HANDLER = "copydesk.stream.work:Desk"
"""What the pool's children run; benchmarks and fault tests give another."""

ANSWER_S = 15.0
"""A broker that does not answer for this long when we start is not there."""

STOP_MARGIN_S = 5.0
"""On top of the drain limit: leaving the group and closing connections."""

LOOP_STALL_S = 30.0
"""The event loop has not run our monitors for this long: it is stuck. They run every 2 s, a broker's answer may take 10."""


class ServiceError(Exception):
    """The worker cannot start or go on; `exit_code` as documented in the README."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


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
    password: str | None = None
    sink: Any = None
    """A `sinks.base.Sink`, or None for a worker without one."""
    desk: bool = True
    handler: str = DESK_HANDLER


class _Member:
    """One agent with its app, monitor and progress."""

    def __init__(self, name: str, metrics: Metrics) -> None:
        self.name = name
        self.progress = Progress()
        self.monitor = Monitor(name, metrics, self.progress)
        self.app: Any = None
        self.tasks: list[asyncio.Task[None]] = []

    async def start(self, parts: Parts, group: str, topic: str, agent: Agent) -> None:
        instance = parts.stream.instance or "worker"
        self.app = self.monitor.app = build_app(
            group=group,
            client_id=f"copydesk-{self.name}-{instance}",
            topic=topic,
            agent=agent,
            kafka=parts.kafka,
            stream=parts.stream,
            password=parts.password,
            on_assigned=self.monitor.on_assigned,
            on_commit=self.monitor.on_commit,
        )
        self.tasks = [asyncio.create_task(self.app.start()), asyncio.create_task(self.monitor.run())]

    async def stop(self) -> None:
        if self.app is not None:
            await self.app.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


class Service:
    """A worker in this process; use it once: `start`, wait for `failed`, `stop`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.metrics = Metrics()
        self._members: list[_Member] = []
        self._failed: asyncio.Future[str] | None = None
        self._draining = False
        self._health: HealthServer | None = None
        self._delivery = Delivery(
            parts.kafka, parts.topics, compression=parts.stream.compression, password=parts.password
        )
        self._pool = Pool(
            PoolOptions(
                processes=parts.processes,
                time_limit_s=parts.stream.article_time_limit_s,
                memory_bytes=parts.stream.child_memory_bytes,
                handler=parts.handler,
                handler_options=msgspec.msgpack.encode(parts.pipeline),
                logs=parts.logs,
            ),
            on_tally=lambda tally: merge_tally(self.metrics, tally),
            on_exit=lambda cause: self.metrics.count(m.CHILD_EXITS, 1, cause.value),
            on_size=lambda size: self.metrics.set(m.CHILDREN, size),
        )
        self._desk: DeskAgent | None = None
        self._sink: SinkAgent | None = None

    @property
    def bootstrap_servers(self) -> str:
        """The brokers it works with."""
        return self._parts.kafka.bootstrap_servers

    @property
    def url(self) -> str:
        """Where /metrics, /livez and /readyz are, without a path."""
        assert self._health is not None, "start() comes first"
        return self._health.url

    @property
    def metrics_url(self) -> str:
        """Where Prometheus reads."""
        return f"{self.url}/metrics"

    async def start(self) -> None:
        """Start everything; returns when the agents have begun to join their groups.

        Errors: ServiceError, with everything started so far stopped again.
        """
        self._failed = asyncio.get_running_loop().create_future()
        try:
            await self._check_topics()
            self._serve_health()
            await self._start_parts()
        except BaseException:
            await self.stop()
            raise
        log.info("The worker runs.", version=SERVICE_VERSION, agents=[member.name for member in self._members],
                 metrics=self.metrics_url)  # fmt: skip

    async def failed(self) -> str:
        """Wait until the worker cannot go on; returns why."""
        assert self._failed is not None, "start() comes first"
        crashes = {
            asyncio.create_task(member.app._crashed.wait()): member.name  # noqa: SLF001  mode has no public word
            for member in self._members
        }
        try:
            done, _ = await asyncio.wait({self._failed, *crashes}, return_when=asyncio.FIRST_COMPLETED)
            if self._failed in done:
                return self._failed.result()
            return f"the {crashes[next(iter(done))]} agent's Kafka client failed"  # type: ignore[index]
        finally:
            for task in crashes:
                task.cancel()

    async def ready(self) -> None:
        """Wait until /readyz would answer ok."""
        while not self.readiness().ok:
            await asyncio.sleep(0.05)

    async def stop(self) -> bool:
        """Drain and stop; False when the drain limit passed with work unfinished (it stays uncommitted)."""
        self._draining = True
        drained = True
        try:
            async with asyncio.timeout(self._parts.stream.drain_s + STOP_MARGIN_S):
                await asyncio.gather(*(member.stop() for member in self._members))
        except TimeoutError:
            drained = False
        drained = drained and not any(member.progress.in_flight_records for member in self._members)
        if self._desk is not None:
            await self._desk.stop()
        await self._pool.stop()
        if self._sink is not None:
            await self._sink.stop()
        await self._delivery.stop()
        if self._health is not None:
            self._health.stop()
        return drained

    def liveness(self) -> Health:
        """Whether there is progress; safe from any thread."""
        reasons, now = {}, time.monotonic()
        for member in self._members:
            stalled = member.progress.stalled_s()
            waits_for_store = member.name == "sink" and self._sink is not None and self._sink.trouble
            if stalled > self._parts.stream.stall_s and not waits_for_store:
                reasons[member.name] = f"no progress for {stalled:.0f} s while there is work"
            elif now - member.monitor.beat > LOOP_STALL_S:
                reasons[member.name] = f"the event loop has been stuck for {now - member.monitor.beat:.0f} s"
        return Health(ok=not reasons, reasons=reasons)

    def readiness(self) -> Health:
        """Whether it takes and finishes messages at the moment; safe from any thread."""
        reasons = {}
        if self._draining:
            reasons["worker"] = "stopping"
        for member in self._members:
            if member.monitor.trouble:
                reasons[f"{member.name} broker"] = member.monitor.trouble
        if self._sink is not None and self._sink.trouble:
            reasons["sink"] = self._sink.trouble
        if not self._members:
            reasons["worker"] = "starting"
        self.metrics.set(m.READY, not reasons)
        return Health(ok=not reasons, reasons=reasons)

    def _fault(self, what: str, fault: BaseException) -> None:
        self.metrics.count(m.ERRORS, 1, "deliver", type(fault).__name__)
        log.error(what, exc_info=fault)
        if self._failed is not None and not self._failed.done():
            self._failed.set_result(f"{what} {type(fault).__name__}: {fault}")

    async def _check_topics(self) -> None:
        parts = self._parts
        try:
            async with asyncio.timeout(ANSWER_S):
                states = await describe_topics(parts.kafka, topic_specs(parts.topics), password=parts.password)
        except (KafkaError, TimeoutError, OSError) as error:
            raise ServiceError(
                f"No broker answers at {parts.kafka.bootstrap_servers} ({type(error).__name__}). "
                "Start one, or name another with --broker host:port (setting kafka.bootstrap_servers).",
                exit_code=3,
            ) from error
        missing = [state.name for state in states if not state.partitions]
        if missing:
            raise ServiceError(
                f"Missing on {parts.kafka.bootstrap_servers}: topic {', '.join(missing)}. "
                "Run `copydesk topics create` first.",
                exit_code=1,
            )
        for state in states:
            for problem in state.problems:
                log.warning("A topic is not as configured.", topic=state.name, problem=problem)

    def _serve_health(self) -> None:
        host, port = self._parts.metrics.host, self._parts.metrics.port
        try:
            self._health = HealthServer(
                host, port, metrics=self.metrics.wsgi_app(), live=self.liveness, ready=self.readiness
            )
        except OSError as error:
            raise ServiceError(
                f"The metrics server cannot listen on {host} port {port}: {error.strerror or error}. "
                "Choose another with --metrics-port (setting metrics.port; 0 takes any free one).",
                exit_code=1,
            ) from error

    async def _start_parts(self) -> None:
        parts = self._parts
        jobs: list[Callable[[], Any]] = [self._delivery.start]
        if parts.sink is not None:
            sink_member = self._member("sink")
            self._sink = SinkAgent(
                sink=parts.sink, delivery=self._delivery, metrics=self.metrics,
                progress=sink_member.progress, on_fault=self._fault,
            )  # fmt: skip
            jobs.append(self._sink.start)
        if parts.desk:
            jobs.append(self._pool.start)
        try:
            await asyncio.gather(*(job() for job in jobs))
        except SinkUnavailable as error:
            raise ServiceError(f"The sink {parts.sink.name} cannot be opened: {error}", exit_code=1) from error
        except PoolBroken as error:
            raise ServiceError(str(error), exit_code=6) from error
        prefix = parts.stream.group_prefix
        if parts.desk:
            member = self._member("desk")
            self._desk = DeskAgent(
                pool=self._pool, delivery=self._delivery, metrics=self.metrics, progress=member.progress,
                structured=parts.topics.structured, dead=parts.topics.dead, on_fault=self._fault,
            )  # fmt: skip
            await member.start(parts, f"{prefix}-desk", parts.topics.raw, self._desk)
        if self._sink is not None:
            group = f"{prefix}-sink-{parts.sink.name}"
            await sink_member.start(parts, group, parts.topics.structured, self._sink)

    def _member(self, name: str) -> _Member:
        member = _Member(name, self.metrics)
        self._members.append(member)
        return member

