"""A running worker: its agents, the pool, delivery, the health server; start, watch, drain.

order of start:  broker and topics are there -> health server -> delivery, pool, store -> apps
order of stop:   apps (finish what is in flight, commit) -> pool, store, delivery -> health server
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from aiokafka.errors import KafkaError

from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.sinks.base import SinkMisconfigured
from copydesk.stream.app import Agent
from copydesk.stream.cluster import AGENT as CLUSTER
from copydesk.stream.cluster import ClusterAgent
from copydesk.stream.delivery import Delivery
from copydesk.stream.desk import DeskAgent, merge_tally
from copydesk.stream.errors import EXIT_FAULT, ServiceError
from copydesk.stream.health import Health, HealthServer
from copydesk.stream.member import Member
from copydesk.stream.parts import Parts
from copydesk.stream.poison import DeadShare
from copydesk.stream.pool import Pool, PoolBroken
from copydesk.stream.sink import SinkAgent
from copydesk.stream.topic_watch import TopicWatch, check_topics
from copydesk.stream.usage import Usage
from copydesk.stream.zero import begin_cluster, begin_desk, begin_sink
from copydesk.version import SERVICE_VERSION

log = structlog.get_logger(__name__)
STOP_MARGIN_S = 5.0
"""On top of the drain limit: leaving the group and closing connections."""

CLOSE_S = 10.0
"""To close store and producer; a producer whose broker is gone would wait for it much longer."""

BROKERLESS_STOP_S = 3.0
"""To stop when the broker has ended for good: nothing can be delivered or committed; a store ends what it writes."""

LOOP_STALL_S = 30.0
"""The event loop has not run our monitors for this long: it is stuck. They run every 2 s, a broker's answer may take 10."""


class Service:
    """A worker in this process; use it once: `start`, wait for `failed`, `stop`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.metrics = Metrics()
        self._members: list[Member] = []
        self._failed: asyncio.Future[str] | None = None
        self._draining = False
        self._stop_s = parts.stream.drain_s + STOP_MARGIN_S
        self._health: HealthServer | None = None
        self._delivery = Delivery(
            parts.kafka, parts.topics, compression=parts.stream.compression,
            on_failure=lambda topic: self.metrics.count(m.DELIVERY_FAILURES, 1, topic),
        )  # fmt: skip
        self._pool = Pool(
            parts.processes,
            parts.child_options,
            on_tally=lambda tally: merge_tally(self.metrics, tally),
            on_exit=lambda cause: self.metrics.count(m.CHILD_EXITS, 1, cause.value),
            on_size=lambda size: self.metrics.set(m.CHILDREN, size),
        )
        self._usage = Usage(self.metrics)
        self._topics = TopicWatch(
            parts.kafka,
            parts.needed_topics,
            lambda lost: self._fault("A topic is gone.", lost),
        )
        self._watching: asyncio.Task[None] | None = None
        self.exit_code = EXIT_FAULT
        """With which the process is to end once `failed` has returned."""
        self._desk: DeskAgent | None = None
        self._sinks: list[SinkAgent] = []
        self._cluster: ClusterAgent | None = None

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
            needed = [spec for spec in self._parts.topic_specs if spec.name in self._parts.needed_topics]
            await check_topics(self._parts.kafka, needed)
            await self._topics.same()  # the ids are known before anything is read
            self._watching = asyncio.create_task(self._topics.run())
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
            names = [name for task, name in crashes.items() if task in done]
            return f"The Kafka client of the {' and '.join(names)} agent failed."
        finally:
            for task in crashes:
                task.cancel()

    def broker_ended(self, reason: str) -> None:
        """Take note that the broker is gone for good: `failed` returns `reason`, and `stop` drains briefly."""
        self._stop_s = min(self._stop_s, BROKERLESS_STOP_S)
        if self._failed is not None and not self._failed.done():
            self._failed.set_result(reason)

    async def ready(self) -> None:
        """Wait until every agent has been given its partitions."""
        await asyncio.gather(*(member.monitor.connected.wait() for member in self._members))

    async def stop(self) -> bool:
        """Drain and stop; False when the drain limit passed with work unfinished (it stays uncommitted)."""
        self._draining = True
        drained = await _within(self._stop_s, *(member.stop() for member in self._members))
        drained = drained and not any(member.progress.in_flight_records for member in self._members)
        closed = await _within(min(CLOSE_S, self._stop_s), self._close())
        if self._health is not None:
            self._health.stop()
        return drained and closed

    async def _close(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._desk is not None:
            await self._desk.stop()
        await self._pool.stop()
        await asyncio.gather(*(sink.stop() for sink in self._sinks))
        if self._cluster is not None:
            self._cluster.stop()
        await self._delivery.stop()

    def liveness(self) -> Health:
        """Whether there is progress; safe from any thread. Waiting for a store or a broker that is away is none of its business."""
        reasons, now = {}, time.monotonic()
        waiting = {sink.name for sink in self._sinks if sink.trouble}
        for member in self._members:
            # A client is given the time anew once a broker answers again.
            stalled = min(member.stalled_s(), now - self._topics.back_at)
            if now - member.monitor.beat > LOOP_STALL_S:
                reasons[member.name] = f"the event loop has been stuck for {now - member.monitor.beat:.0f} s"
            elif stalled > self._parts.stream.stall_s and self._topics.answers and member.name not in waiting:
                reasons[member.name] = f"no progress for {stalled:.0f} s while there is work"
        return Health(ok=not reasons, reasons=reasons)

    def readiness(self) -> Health:
        """Whether it takes and finishes messages at the moment; safe from any thread."""
        reasons = {}
        if self._draining:
            reasons["worker"] = "stopping"
        for member in self._members:
            if member.monitor.trouble:
                reasons[f"{member.name} broker"] = member.monitor.trouble
        if not self._topics.answers:
            reasons["broker"] = "no broker answers"
        reasons |= {sink.name: sink.trouble for sink in self._sinks if sink.trouble}
        reasons |= self.liveness().reasons
        if not self._members:
            reasons["worker"] = "starting"
        self.metrics.set(m.READY, not reasons)
        return Health(ok=not reasons, reasons=reasons)

    def _refresh(self) -> None:
        """Bring up to date what is only known on asking; before each answer of /metrics."""
        self.readiness()
        self._usage.refresh(self._pool.pids)

    def _fault(self, what: str, fault: BaseException) -> None:
        self.metrics.count(m.ERRORS, 1, "deliver", type(fault).__name__)
        log.error(what, exc_info=fault)
        if self._failed is not None and not self._failed.done():
            self.exit_code = getattr(fault, "exit_code", EXIT_FAULT)
            self._failed.set_result(f"{what} {type(fault).__name__}: {fault}.")

    def _serve_health(self) -> None:
        host, port = self._parts.metrics.host, self._parts.metrics.port
        try:
            self._health = HealthServer(
                host,
                port,
                metrics=self.metrics.wsgi_app(self._refresh),
                live=self.liveness,
                ready=self.readiness,
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
        for sink in parts.sinks:
            agent = SinkAgent(
                sink=sink, dead_topic=parts.topics.dead, delivery=self._delivery,
                metrics=self.metrics, on_fault=self._fault,
            )  # fmt: skip
            self._sinks.append(agent)
            jobs.append(agent.start)
        if parts.desk:
            jobs.append(self._pool.start)
        try:
            await asyncio.gather(*(job() for job in jobs))
        except SinkMisconfigured as error:
            raise ServiceError(f"A sink cannot be opened: {error}.", exit_code=1) from error
        except PoolBroken as error:
            raise ServiceError(str(error), exit_code=6) from error
        except KafkaError as error:
            raise ServiceError(
                f"The brokers at {parts.kafka.bootstrap_servers} do not let us send: {error}.", exit_code=3
            ) from error
        self._start_agents()

    def _start_agents(self) -> None:
        parts = self._parts
        if parts.desk:
            begin_desk(self.metrics, parts.topics)
            self._desk = DeskAgent(
                pool=self._pool, delivery=self._delivery, metrics=self.metrics,
                structured=parts.topics.structured, dead=parts.topics.dead, on_fault=self._fault,
                dead_share=DeadShare(parts.stream.dead_share_limit),
            )  # fmt: skip
            self._start_agent("desk", self._desk, parts.topics.raw)
        if parts.cluster:
            begin_cluster(self.metrics, parts.topics)
            self._cluster = ClusterAgent(
                kafka=parts.kafka, topics=parts.topics, options=parts.cluster, delivery=self._delivery,
                metrics=self.metrics, on_fault=self._fault,
            )  # fmt: skip
            self._start_agent(CLUSTER, self._cluster, parts.topics.structured, parts.topics.clusters)
        for sink, agent in zip(parts.sinks, self._sinks, strict=True):
            begin_sink(self.metrics, sink.name, parts.topics)
            topics = [parts.topics.structured, *([parts.topics.dead] if sink.keeps_dead_letters else ())]
            self._start_agent(agent.name, agent, *topics)

    def _start_agent(self, name: str, agent: Agent, *topics: str) -> None:
        member = Member(
            name, agent, self.metrics, lambda lost: self._fault("A topic is not what was read.", lost)
        )
        self._members.append(member)
        member.start(self._parts, f"{self._parts.stream.group_prefix}-{name}", topics, self._topics)


async def _within(seconds: float, *jobs: Coroutine[Any, Any, None]) -> bool:
    """Whether all jobs are done in time; one that is not is left behind.

    Not asyncio.timeout: it waits for what it cancels, and a client whose broker is gone may not end.
    """
    tasks = [asyncio.create_task(job) for job in jobs]
    if not tasks:
        return True
    done, late = await asyncio.wait(tasks, timeout=seconds)
    for task in done:
        task.result()
    for task in late:
        task.cancel()
    return not late
