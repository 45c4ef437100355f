"""A schedule of faults, run to its end, and the promise that it must not break.

The promise: every message of the raw topic ends in exactly one of structured, dead, or a counted drop; the store
ends with the newest record of each id; no group ever commits beyond the first message that is unfinished.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import structlog
from aiokafka.errors import KafkaError
from faust.types import TP
from msgspec import Struct

from copydesk.codec import dead_letter
from copydesk.codec import record as record_codec
from copydesk.kafka.partition import key_hash
from copydesk.metrics import definitions as m
from copydesk.sinks.memory import MemorySink
from copydesk.stream import job, pool
from tests.simulation.broker import Broker, Group, Rates, one_message
from tests.simulation.clock import Stuck, VirtualLoop
from tests.simulation.worker import PARTITIONS, TOPICS, SimulatedChild, Worker

HORIZON_S = 12.0
"""So long things go wrong; then nothing does any more, and everything must come to an end."""
SETTLE_S = 240.0
REBALANCE_S = 4.0
"""So long a group waits for a member; one that takes longer has lost its partitions."""
START_MS = 1_777_896_000_000
KINDS = ("good",) * 12 + ("reject", "drop", "poison", "large", "unstorable")
OUTCOMES = {"good": "structured", "unstorable": "structured", "large": "dead", "reject": "dead", "poison": "dead", "drop": "dropped"}  # fmt: skip


class Broken(AssertionError):  # noqa: N818  names a state
    """The promise is broken."""


class Raw(Struct, frozen=True):
    """A message of the raw topic, as it was sent."""

    kind: str
    name: str
    timestamp_ms: int


class World:
    """One schedule."""

    def __init__(self, seed: int) -> None:
        self.chance = chance = random.Random(seed)
        self.loop = VirtualLoop(lambda: chance.uniform(0.0, self.rates.slow_s))
        self.rates = Rates(
            produce_fails=chance.choice((0.0, 0.02, 0.1)),
            answer_is_lost=chance.random(),
            commit_fails=chance.choice((0.0, 0.1, 0.5)),
            store_fails=chance.choice((0.0, 0.1, 0.5)),
            child_dies=chance.choice((0.0, 0.05, 0.3)),
            slow_s=chance.choice((0.01, 0.1, 1.0)),
        )
        self.broker = Broker(chance, self.rates)
        self.kept = MemorySink()
        self.groups = {"desk": Group(), "sink": Group()}
        self.workers: dict[str, list[Worker]] = {"desk": [], "sink": []}
        self.raw: dict[tuple[int, int], Raw] = {}
        """By partition and offset."""
        self.dropped = 0
        self._seen = Counter[TP]()
        self._outcomes: dict[tuple[int, int], set[str]] = {}
        self._letters: set[tuple[str, int, int]] = set()
        self._broken: Broken | None = None
        self._rebalancing = {"desk": asyncio.Lock(), "sink": asyncio.Lock()}
        self._later: set[asyncio.Task[None]] = set()

    def run(self) -> None:
        """Run the schedule to its end.

        Errors: Broken.
        """
        modules: Any = pool, job
        real = modules[0].Child, modules[1].FLUSH_S
        modules[0].Child = lambda *_: SimulatedChild(self.chance, self.rates)
        modules[1].FLUSH_S = self.chance.choice((-1.0, 1e9))
        try:
            asyncio.set_event_loop(self.loop)
            self.loop.run_until_complete(self._run())
        except Stuck:
            raise Broken("everything waits for something that will not come") from None
        finally:
            self.loop.end()
            modules[0].Child, modules[1].FLUSH_S = real
            asyncio.set_event_loop(None)

    async def _run(self) -> None:
        for name in self.workers:
            await self._join(name)
        sender = asyncio.create_task(self._send())
        troubles = [asyncio.create_task(self._trouble(name)) for name in self.workers]
        tenders = [asyncio.create_task(self._tend(name)) for name in self.workers]
        await asyncio.sleep(HORIZON_S)
        await asyncio.gather(sender, *troubles)
        self.rates.produce_fails = self.rates.commit_fails = self.rates.store_fails = (
            self.rates.child_dies
        ) = 0.0
        self.rates.slow_s = 0.01
        try:
            async with asyncio.timeout(SETTLE_S):
                while self._broken is None and self._lag():  # noqa: ASYNC110  virtual time costs nothing
                    await asyncio.sleep(0.5)
        except TimeoutError:
            raise Broken(f"not done: {self._lag()}") from None
        if self._broken is not None:
            raise self._broken
        for tender in tenders:
            tender.cancel()
        for workers in self.workers.values():
            for worker in workers:
                await self.loop.kill(worker.process)
                self._note_end(worker)
        self._check_end()

    async def _send(self) -> None:
        """Send batches of messages: new articles, new versions of known ones, some older than what was sent before."""
        number = 0
        for _ in range(self.chance.randint(5, 25)):
            await asyncio.sleep(self.chance.uniform(0.0, HORIZON_S / 20))
            for _ in range(self.chance.randint(1, 8)):
                number += 1
                raw = Raw(
                    self.chance.choice(KINDS), f"id{self.chance.randint(0, 60)}",
                    START_MS + 1000 * (number + self.chance.randint(-20, 20)),
                )  # fmt: skip
                tp = TP(TOPICS.raw, key_hash(raw.name.encode()) % PARTITIONS[TOPICS.raw])
                self.raw[tp.partition, self.broker.ends[tp]] = raw
                value = f"{raw.kind} {raw.name}".encode()
                self.broker.append(tp, one_message(raw.name.encode(), value, (), raw.timestamp_ms))

    async def _trouble(self, name: str) -> None:
        """Kill workers, stop them, have others join, until the horizon."""
        for _ in range(self.chance.choice((0, 1, 2, 6))):
            await asyncio.sleep(self.chance.uniform(0.1, HORIZON_S / 4))
            workers = self.workers[name]
            what = self.chance.choice(("kill", "stop", "join", "rebalance", "lost"))
            if what == "join" or not workers:
                if len(workers) < 3:
                    await self._join(name)
            elif what == "rebalance":
                await self._rebalance(name)
            elif what == "lost":
                await self._lose(name, self.chance.choice(workers))
            else:
                await self._leave(name, self.chance.choice(workers), graceful=what == "stop")

    async def _tend(self, name: str) -> None:
        """Start a worker anew where one has ended with a fault, as a supervisor does."""
        while True:
            await asyncio.sleep(0.5)
            for worker in list(self.workers[name]):
                if worker.ended.is_set() and worker in self.workers[name]:
                    await self._leave(name, worker, graceful=True)
            if not self.workers[name]:
                await self._join(name)

    async def _join(self, name: str) -> None:
        worker = Worker(self.loop, self.broker, self.groups[name], self.kept if name == "sink" else None)
        worker.thread.on_committing.append(lambda offsets: self._note(name, offsets))
        await asyncio.wait({self.loop.spawn(worker.process, worker.start())})
        self.workers[name].append(worker)
        await self._rebalance(name)

    async def _leave(self, name: str, worker: Worker, *, graceful: bool) -> None:
        if worker not in self.workers[name]:
            return
        self.workers[name].remove(worker)
        if graceful:
            await asyncio.wait({self.loop.spawn(worker.process, worker.stop())}, timeout=10.0)
        await self.loop.kill(worker.process)
        self._note_end(worker)
        await self._rebalance(name)

    async def _lose(self, name: str, worker: Worker) -> None:
        """The group takes a worker for dead, and it does not know: its partitions are another's at once."""
        group = self.groups[name]
        others = [each for each in self.workers[name] if each is not worker]
        async with self._rebalancing[name]:
            for tp in [tp for tp, holder in group.holders.items() if holder is worker.thread]:
                del group.holders[tp]
        if not others:
            await self._join(name)
        await asyncio.sleep(self.chance.uniform(0.0, 3.0))
        await self._rebalance(name)

    async def _rebalance(self, name: str) -> None:
        """Take all partitions from all, wait a while for them to finish, and share out anew among those that have."""
        async with self._rebalancing[name]:
            group = self.groups[name]
            revoking = {self.loop.spawn(each.process, each.revoke()): each for each in self.workers[name]}
            if not revoking:
                group.holders.clear()
                return
            _, late = await asyncio.wait(revoking, timeout=REBALANCE_S)
            if len(late) == len(revoking):
                _, late = await asyncio.wait(revoking, return_when=asyncio.FIRST_COMPLETED)
            for task in late:
                self._later.add(asyncio.create_task(self._join_again(name, task)))
            ready = [
                each
                for task, each in revoking.items()
                if task not in late and each.process.alive and each in self.workers[name]
            ]
            group.holders.clear()
            topics = [TOPICS.raw] if name == "desk" else [TOPICS.structured, TOPICS.dead]
            tps = [TP(topic, number) for topic in topics for number in range(PARTITIONS[topic])]
            shares = {each: set(tps[at :: len(ready)]) for at, each in enumerate(ready)}
            for each, share in shares.items():
                group.holders |= dict.fromkeys(share, each.thread)
            assigning = [self.loop.spawn(each.process, each.assign(share)) for each, share in shares.items()]
            if assigning:
                await asyncio.wait(assigning)

    async def _join_again(self, name: str, revoked: asyncio.Task[None]) -> None:
        """Let a member in again that was late."""
        await asyncio.wait({revoked})
        await self._rebalance(name)

    def _note_end(self, worker: Worker) -> None:
        for fault in worker.faults:
            if not isinstance(fault, KafkaError):  # those are the schedule's
                self._broken = self._broken or Broken(f"a worker fell over: {fault!r}")
        self.dropped += int(worker.metrics.value(m.ARTICLES_DROPPED, "tombstone"))

    def _look(self) -> None:
        """Take note of what has come to the topics since."""
        for tp, records in self.broker.records.items():
            for record in records[self._seen[tp] :]:
                if tp.topic == TOPICS.structured:
                    ingest = record_codec.decode(record.value).ingest
                    assert ingest is not None
                    self._outcomes.setdefault((ingest.partition, ingest.offset), set()).add("structured")
                elif tp.topic == TOPICS.dead:
                    letter = dead_letter.from_headers(record.headers)
                    self._letters.add((letter.topic, letter.partition, letter.offset))
                    if letter.topic == TOPICS.raw:
                        self._outcomes.setdefault((letter.partition, letter.offset), set()).add("dead")
            self._seen[tp] = len(records)

    def _note(self, name: str, offsets: Mapping[TP, int]) -> None:
        """Check a commit; who commits is not told, since it might carry on."""
        try:
            self._check_commit(name, offsets)
        except Broken as broken:
            self._broken = self._broken or broken

    def _check_commit(self, name: str, offsets: Mapping[TP, int]) -> None:
        """What is committed is finished.

        Errors: Broken.
        """
        self._look()
        group = self.groups[name]
        for tp, offset in offsets.items():
            if name == "desk":
                for at in range(group.committed.get(tp, 0), offset):
                    raw = self.raw[tp.partition, at]
                    if raw.kind != "drop" and (tp.partition, at) not in self._outcomes:
                        raise Broken(f"the desk commits {offset} of {tp}, but {at} has no outcome")
                continue
            if (self.kept.committed(tp.topic, tp.partition) or 0) < offset:
                raise Broken(f"the sink commits {offset} of {tp}, which the store does not have")
            for at in range(group.committed.get(tp, 0), offset):
                found = self.broker.records[tp][at]
                if (
                    tp.topic == TOPICS.structured
                    and record_codec.decode(found.value).headline == "\0"
                    and (tp.topic, tp.partition, at) not in self._letters
                ):
                    raise Broken(
                        f"the sink commits {offset} of {tp}, but {at} was refused and is no dead letter"
                    )

    def _lag(self) -> dict[TP, tuple[int, int]]:
        behind = {}
        for name, group in self.groups.items():
            topics = [TOPICS.raw] if name == "desk" else [TOPICS.structured, TOPICS.dead]
            for topic in topics:
                for number in range(PARTITIONS[topic]):
                    tp = TP(topic, number)
                    if group.committed.get(tp, 0) < self.broker.ends[tp]:
                        behind[tp] = (group.committed.get(tp, 0), self.broker.ends[tp])
        return behind

    def _check_end(self) -> None:
        """Every message has its one outcome, and the store what it should.

        Errors: Broken.
        """
        self._look()
        newest: dict[str, tuple[datetime, int]] = {}
        drops = 0
        for (partition, offset), raw in self.raw.items():
            wanted = OUTCOMES[raw.kind]
            found = self._outcomes.get((partition, offset), set())
            if found != ({wanted} - {"dropped"}):
                raise Broken(
                    f"message {offset} of partition {partition} ({raw.kind}) ended in {found or 'nothing'}"
                )
            drops += wanted == "dropped"
            if raw.kind == "good":
                version = datetime.fromtimestamp(raw.timestamp_ms / 1000, UTC), offset
                newest[raw.name] = max(version, newest.get(raw.name, version))
        if self.dropped < drops:
            raise Broken(f"{drops} were dropped and {self.dropped} counted")
        stored = {name: held.ingest and held.ingest.version for name, held in self.kept.records.items()}
        if stored != newest:
            wrong = {name for name in stored.keys() | newest.keys() if stored.get(name) != newest.get(name)}
            raise Broken(f"the store does not hold the newest of {sorted(wrong)}")


def run(seed: int) -> None:
    """Run the schedule of a seed, without a word.

    Errors: Broken, whose message names the seed.
    """
    with structlog.testing.capture_logs():
        try:
            World(seed).run()
        except Broken as broken:
            raise Broken(f"seed {seed}: {broken}") from broken
