"""A worker of the simulation: agent, consumer, delivery and pool are the service's own; what they talk to is not.

Faust's consumer is real, but for the thread that talks to the broker; its group is driven from outside.
"""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from faust.types import TP
from msgspec.structs import replace

from copydesk.codec import record as record_codec
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.partition import key_hash
from copydesk.kafka.topics import TopicsOptions
from copydesk.metrics.registry import Metrics
from copydesk.outcome import Reason, Stage
from copydesk.record import Ingest
from copydesk.sinks.base import Batch, SinkUnavailable
from copydesk.sinks.memory import MemorySink
from copydesk.stream.app import build_app
from copydesk.stream.child_process import Answer, Cause, ChildDied, ChildOptions
from copydesk.stream.delivery import Delivery
from copydesk.stream.desk import DeskAgent
from copydesk.stream.job import Runner
from copydesk.stream.options import StreamOptions
from copydesk.stream.poison import DeadShare
from copydesk.stream.pool import Pool
from copydesk.stream.sink import SinkAgent
from copydesk.stream.wire import Job, Message, OutputOptions, Result, Tally
from tests.making import START, record
from tests.simulation.broker import Broker, Group, Producer, Rates, Thread
from tests.simulation.clock import Process, VirtualLoop

TOPICS = TopicsOptions()
PARTITIONS = {TOPICS.raw: 2, TOPICS.structured: 2, TOPICS.dead: 1}
STREAM = StreamOptions(chunk_records=8, chunks_in_flight=4, commit_interval_s=1.0, drain_s=2.0)


class Poison(Exception):  # noqa: N818  it is no error, it ends the child
    """An article that ends the process that works on it."""


def handle(message: Message, tally: Tally) -> Result:
    """Do what a message says: "good ID", "large ID", "unstorable ID", "reject", "drop" or "poison"."""
    what, _, name = (message.value or b"").decode().partition(" ")
    if what == "poison":
        raise Poison
    if what == "drop":
        return Result(reason=Reason.TOMBSTONE, dropped=True)
    if what == "reject":
        return Result(reason=Reason.EMPTY_BODY, stage=Stage.NORMALISE)
    ingest = Ingest(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=datetime.fromtimestamp(message.timestamp_ms / 1000, UTC),
        processed_at=START,
        pipeline_version="1",
    )
    made = record(
        name, body="x" * (5_000 if what == "large" else 40), headline="\0" if what == "unstorable" else None
    )
    key = name.encode()
    return Result(value=record_codec.encode(replace(made, ingest=ingest)), key=key, key_hash=key_hash(key))


class SimulatedChild:
    """Stands in for a child process: the same runner, in the loop; it dies of poison, or when chance has it."""

    def __init__(self, chance: random.Random, rates: Rates) -> None:
        self._chance = chance
        self._rates = rates
        self._runner = Runner(handle, OutputOptions())
        self._busy = asyncio.Lock()
        self.ended = asyncio.Event()
        self.cause = Cause.STOPPED
        self.pid = 1

    async def start(self) -> None:
        """Take the time that a start takes."""
        await asyncio.sleep(self._chance.uniform(0.0, 0.1))

    async def stop(self) -> None:
        """End."""
        self.ended.set()

    async def run(self, job: Job, batches: Sequence[memoryview]) -> list[Answer]:
        """Work on a job, one at a time.

        Errors: ChildDied.
        """
        async with self._busy:
            if self.ended.is_set():
                raise ChildDied(Cause.STOPPED, [])
            return await self._run(job, b"".join(batches))

    async def _run(self, job: Job, body: bytes) -> list[Answer]:
        # Chance does not strike twice at one article: that would be a dead letter, and rightly.
        dies = not job.careful and self._chance.random() < self._rates.child_dies
        answers: list[Answer] = []
        try:
            for reply, bodies in self._runner.run(job, body):
                await asyncio.sleep(self._chance.uniform(0.0, self._rates.slow_s))
                if dies and reply.last:
                    raise Poison  # noqa: TRY301  as a handler does
                answers.append(Answer(reply, [memoryview(each) for each in bodies]))
        except Poison:
            self.cause = Cause.CRASHED
            self.ended.set()
            raise ChildDied(Cause.CRASHED, answers) from None
        return answers


class Store:
    """A sink that fails on schedule: before it writes, with nothing written."""

    name = "memory"
    keeps_dead_letters = True
    one_store = True

    def __init__(self, kept: MemorySink, chance: random.Random, rates: Rates) -> None:
        self._kept = kept
        self._chance = chance
        self._rates = rates
        kept.open()

    def open(self) -> None:
        """Open, maybe."""
        self._maybe_away()

    def write(self, batch: Batch) -> None:
        """Write, maybe."""
        self._maybe_away()
        self._kept.write(batch)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return what the store has of a partition."""
        return self._kept.committed(topic, partition)

    def close(self) -> None:
        """Nothing to give back: the store outlives the worker."""

    def _maybe_away(self) -> None:
        if self._chance.random() < self._rates.store_fails:
            raise SinkUnavailable("the schedule has it away")


class Worker:
    """One worker with one agent: that of the desk, or of the sink where a store is given."""

    def __init__(self, loop: VirtualLoop, broker: Broker, group: Group, kept: MemorySink | None) -> None:
        self._loop = loop
        self._broker = broker
        self.process = Process()
        self.metrics = Metrics()
        self.faults: list[BaseException] = []
        self.ended = asyncio.Event()
        """Set when a fault has the worker end."""
        self.delivery = Delivery(KafkaOptions(), TOPICS, compression=None, on_failure=_ignore)
        self.delivery._producer = Producer(broker, PARTITIONS)
        self._pool: Pool | None = None
        if kept is None:
            self._pool = Pool(2, _CHILD, on_tally=_ignore, on_exit=_ignore, on_size=_ignore)
            self.agent: Any = DeskAgent(
                pool=self._pool, delivery=self.delivery, metrics=self.metrics, structured=TOPICS.structured,
                dead=TOPICS.dead, dead_share=DeadShare(1.0), on_fault=self._fault,
            )  # fmt: skip
            topics = [TOPICS.raw]
        else:
            self.agent = SinkAgent(
                sink=Store(kept, broker.chance, broker.rates), dead_topic=TOPICS.dead, delivery=self.delivery,
                metrics=self.metrics, on_fault=self._fault,
            )  # fmt: skip
            topics = [TOPICS.structured, TOPICS.dead]
        self.app: Any = build_app(
            group="simulated", client_id="simulated", topics=topics, agent=self.agent, kafka=KafkaOptions(),
            stream=STREAM, fetch_pause_s=0.0, on_assigned=self.agent.progress.assign, on_commit=_ignore,
            on_gap=_ignore, watched=_Topics(),
        )  # fmt: skip
        transport: Any = self.app.transport
        self.consumer = transport.create_consumer(
            callback=_nothing, on_partitions_revoked=_nothing, on_partitions_assigned=_nothing
        )
        self.thread = Thread(broker, group, self.process)
        self.consumer._thread.thread_loop.close()
        self.consumer._thread = self.thread
        self.consumer.stop_flow()

    async def start(self) -> None:
        """Start what the service starts; the group gives partitions later."""
        if self._pool is not None:
            await self._pool.start()
        else:
            await self.agent.start()
        stream = SimpleNamespace(channel=_Channel(), should_stop=False)
        fetcher = SimpleNamespace(_stopped=asyncio.Event())
        for job in (
            self.consumer._drain_messages(fetcher),
            self.agent.run(self.app, stream),
            self._commit(),
        ):
            self._loop.spawn(self.process, self._watched(job))

    async def _watched(self, job: Any) -> None:
        try:
            await job
        except Exception as fault:  # noqa: BLE001  as Faust does, the worker crashes
            self._fault("crashed", fault)

    async def _commit(self) -> None:
        while True:
            await asyncio.sleep(STREAM.commit_interval_s)
            await self.consumer.commit()

    async def revoke(self) -> None:
        """Give everything back, as in a rebalance."""
        await self.consumer.on_partitions_revoked(self.thread.assignment())

    async def assign(self, tps: set[TP]) -> None:
        """Take partitions, as after a rebalance: Faust seeks, then lets the flow go on."""
        self.thread.assign(tps)
        await self.consumer.on_partitions_assigned(tps, 1)
        await self.consumer.perform_seek()
        self.consumer.resume_flow()

    async def stop(self) -> None:
        """Finish what is in flight, within the drain limit, and commit; then end."""
        self.consumer.stop_flow()
        await self.consumer.wait_empty()

    def _fault(self, what: str, fault: BaseException) -> None:
        self.faults.append(fault)
        self.ended.set()


class _Channel:
    """What tells Faust's conductor to subscribe; there is none."""

    def __aiter__(self) -> "_Channel":
        return self

    async def __anext__(self) -> Any:
        raise StopAsyncIteration


_CHILD = ChildOptions(time_limit_s=5.0, memory_bytes=0, handler="", handler_options=b"")


async def _nothing(*arguments: Any, **more: Any) -> None:
    """Stands in for what Faust's app does in a rebalance: it concerns tables, which there are none of."""


def _ignore(*_: object) -> None:
    """What the service would count."""


class _Topics:
    """The topics stay what they are, and have no ids."""

    async def same(self) -> bool:
        """Whether they are those that were read."""
        return True

    def id_of(self, topic: str) -> str:
        """No id."""
        return ""
