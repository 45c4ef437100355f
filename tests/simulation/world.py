"""A schedule of faults, run to its end under the promise that it must not break (promise.py)."""

import asyncio
import random
from typing import Any

import structlog
from faust.types import TP

from copydesk.kafka.partition import key_hash
from copydesk.sinks.memory import MemorySink
from copydesk.stream import job, pool
from tests.simulation.broker import Broker, Group, Rates, one_message
from tests.simulation.clock import Stuck, VirtualLoop
from tests.simulation.promise import Broken, Promise, Raw
from tests.simulation.worker import PARTITIONS, TOPICS, SimulatedChild, Worker

HORIZON_S = 12.0
"""So long things go wrong; then nothing does any more, and everything must come to an end."""
SETTLE_S = 240.0
REBALANCE_S = 4.0
"""So long a group waits for a member; one that takes longer has lost its partitions."""
START_MS = 1_777_896_000_000
KINDS = ("good",) * 12 + ("reject", "drop", "poison", "large", "unstorable")


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
        self._promise = Promise(self.broker, self.kept, self.groups)
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
                while self._promise.broken is None and self._promise.lag():  # noqa: ASYNC110  virtual time costs nothing
                    await asyncio.sleep(0.5)
        except TimeoutError:
            raise Broken(f"not done: {self._promise.lag()}") from None
        for tender in tenders:
            tender.cancel()
        for workers in self.workers.values():
            for worker in workers:
                await self.loop.kill(worker.process)
                self._promise.note_end(worker)
        self._promise.check_end()

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
                self._promise.raw[tp.partition, self.broker.ends[tp]] = raw
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
        worker.thread.on_committing.append(lambda offsets: self._promise.note(name, offsets))
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
        self._promise.note_end(worker)
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


def run(seed: int) -> None:
    """Run the schedule of a seed, without a word.

    Errors: Broken, whose message names the seed.
    """
    with structlog.testing.capture_logs():
        try:
            World(seed).run()
        except Broken as broken:
            raise Broken(f"seed {seed}: {broken}") from broken
