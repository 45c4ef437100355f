"""A network of partitions in memory: messages go on in any order, come twice, and workers die; real states, no broker."""

import copy
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from copydesk.cluster.index import SIMILARITY
from copydesk.cluster.members import home_of
from copydesk.cluster.messages import Effect, Message, Post, Rewrite, Seen, decode, encode
from copydesk.cluster.options import ClusterOptions
from copydesk.cluster.state import State
from copydesk.enrich.fingerprint import fingerprint, similarity
from copydesk.record import Cluster

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


def words(number: int, length: int = 120) -> list[str]:
    """A text that is like no other one."""
    return [f"w{number}x{place}" for place in range(length)]


def edited(text: list[str], share: float, source: random.Random) -> list[str]:
    """The text with a share of its words changed."""
    changed = set(source.sample(range(len(text)), int(len(text) * share)))
    return [f"e{source.random()}" if place in changed else word for place, word in enumerate(text)]


def seen(article: str, text: list[str], minute: int, offset: int = 0, domain: str | None = None) -> Seen:
    """An article as a desk's record tells of it."""
    return Seen(
        id=article,
        version=(START + timedelta(minutes=minute), offset),
        fingerprint=fingerprint(text),
        domain=domain,
        partition=0,
        offset=0,
    )


class Network:
    """Partitions with their logs, and a structured topic per article; `source` decides what happens next."""

    def __init__(self, source: random.Random, partitions: int = 3, *, faults: bool = True) -> None:
        self.source = source
        self.faults = faults
        self.options = ClusterOptions()
        self.count = partitions
        self.logs: list[list[bytes]] = [[] for _ in range(partitions)]
        self.committed = [0] * partitions
        self.states = [self._empty(partition) for partition in range(partitions)]
        self.records: dict[str, list[Seen]] = {}
        """Records of each article on the structured topic, in order."""
        self.late: list[Effect] = []
        """What a worker that had lost its partition does at last."""
        self.writes = 0

    def _empty(self, partition: int) -> State:
        return State(partition, self.count, self.options)

    def publish(self, record: Seen) -> None:
        """Put a record on the structured topic, and tell of it."""
        records = self.records.setdefault(record.id, [])
        records.append(replace(record, offset=len(records)))
        self._send(home_of(record.id, self.count), records[-1])

    def _send(self, partition: int, message: Message) -> None:
        self.logs[partition].append(encode(message))

    def run(self) -> None:
        """Go on until nothing is left to do."""
        while True:
            waiting = [p for p in range(self.count) if self.committed[p] < len(self.logs[p])]
            if not waiting and not self.late:
                return
            if self.late and (not waiting or self.source.random() < 0.1):
                self._do([self.late.pop(self.source.randrange(len(self.late)))])
            else:
                self._step(self.source.choice(waiting))

    def _step(self, partition: int) -> None:
        log, start = self.logs[partition], self.committed[partition]
        end = min(len(log), start + self.source.randint(1, 5))
        state = self.states[partition]
        if self.faults and self.source.random() < 0.15:
            # Its worker does a part, dies, and the partition is taken over: the log up to what was committed, again.
            zombie = copy.deepcopy(state)
            effects = [each for value in log[start:end] for each in zombie.take(decode(value), 0.0)]
            cut = self.source.randint(0, len(effects))
            self._do(effects[:cut])
            self.late += effects[cut:] if self.source.random() < 0.5 else []
            state = self.states[partition] = self._empty(partition)
            for value in log[:start]:
                state.take(decode(value), 0.0)
            return
        for value in log[start:end]:
            self._do(state.take(decode(value), 0.0))
        self.committed[partition] = end

    def _do(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            match effect:
                case Post(partition=partition, message=message):
                    self._send(partition, message)
                case Rewrite():
                    self._rewrite(effect)

    def _rewrite(self, rewrite: Rewrite) -> None:
        self.writes += 1
        old = self.records[rewrite.id][rewrite.offset]
        self.publish(replace(old, cluster=rewrite.cluster))

    def stored(self, article: str) -> Seen:
        """What a store ends with: the newest version, of equal ones the last."""
        best = self.records[article][0]
        for record in self.records[article][1:]:
            if record.version >= best.version:
                best = record
        return best

    def clusters(self) -> dict[str, Cluster | None]:
        """What the stored record of each article tells."""
        return {article: self.stored(article).cluster for article in self.records}


def connected(records: dict[str, Seen]) -> dict[str, str | None]:
    """The first article of the cluster of each, by comparing all with all; None of one that is like no other."""
    group = {article: {article} for article in records}
    for one in records.values():
        for other in records.values():
            if (
                similarity(one.fingerprint, other.fingerprint) >= SIMILARITY
                and group[one.id] is not group[other.id]
            ):
                joined = group[one.id] | group[other.id]
                group |= dict.fromkeys(joined, joined)
    return {
        article: None
        if len(members) == 1
        else min(members, key=lambda member: (records[member].version[0], member))
        for article, members in group.items()
    }
