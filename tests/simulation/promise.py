"""The promise that no schedule of faults may break, and what is seen of it while a schedule runs.

Every message of the raw topic ends in exactly one of structured, dead, or a counted drop; the store ends with the
newest record of each id; no group ever commits beyond the first message that is unfinished.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

from aiokafka.errors import KafkaError
from faust.types import TP
from msgspec import Struct

from copydesk.codec import dead_letter
from copydesk.codec import record as record_codec
from copydesk.metrics import definitions as m
from copydesk.sinks.memory import MemorySink
from tests.simulation.broker import Broker, Group
from tests.simulation.worker import PARTITIONS, TOPICS, Worker

OUTCOMES = {"good": "structured", "unstorable": "structured", "large": "dead", "reject": "dead", "poison": "dead", "drop": "dropped"}  # fmt: skip


class Broken(AssertionError):  # noqa: N818  names a state
    """The promise is broken."""


class Raw(Struct, frozen=True):
    """A message of the raw topic, as it was sent."""

    kind: str
    name: str
    timestamp_ms: int


class Promise:
    """What became of each message, and the first way in which the promise was broken."""

    def __init__(self, broker: Broker, kept: MemorySink, groups: Mapping[str, Group]) -> None:
        self._broker = broker
        self._kept = kept
        self._groups = groups
        self.raw: dict[tuple[int, int], Raw] = {}
        """What was sent, by partition and offset."""
        self.broken: Broken | None = None
        self._dropped = 0
        self._seen = Counter[TP]()
        self._outcomes: dict[tuple[int, int], set[str]] = {}
        self._letters: set[tuple[str, int, int]] = set()

    def note_end(self, worker: Worker) -> None:
        """Take note of what a worker that has ended had counted, and why it ended."""
        for fault in worker.faults:
            if not isinstance(fault, KafkaError):  # those are the schedule's
                self.broken = self.broken or Broken(f"a worker fell over: {fault!r}")
        """Take note of what a worker that has ended had counted, and of why it ended."""
        self._dropped += int(worker.metrics.value(m.ARTICLES_DROPPED, "tombstone"))

    def _look(self) -> None:
        """Take note of what has come to the topics since."""
        for tp, records in self._broker.records.items():
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

    def note(self, name: str, offsets: Mapping[TP, int]) -> None:
        """Check a commit; who commits is not told, since it might carry on."""
        try:
            self._check_commit(name, offsets)
        except Broken as broken:
            self.broken = self.broken or broken

    def _check_commit(self, name: str, offsets: Mapping[TP, int]) -> None:
        """What is committed is finished.

        Errors: Broken.
        """
        self._look()
        group = self._groups[name]
        for tp, offset in offsets.items():
            if name == "desk":
                for at in range(group.committed.get(tp, 0), offset):
                    raw = self.raw[tp.partition, at]
                    if raw.kind != "drop" and (tp.partition, at) not in self._outcomes:
                        raise Broken(f"the desk commits {offset} of {tp}, but {at} has no outcome")
                continue
            if (self._kept.committed(tp.topic, tp.partition) or 0) < offset:
                raise Broken(f"the sink commits {offset} of {tp}, which the store does not have")
            for at in range(group.committed.get(tp, 0), offset):
                found = self._broker.records[tp][at]
                if (
                    tp.topic == TOPICS.structured
                    and record_codec.decode(found.value).headline == "\0"
                    and (tp.topic, tp.partition, at) not in self._letters
                ):
                    raise Broken(
                        f"the sink commits {offset} of {tp}, but {at} was refused and is no dead letter"
                    )

    def lag(self) -> dict[TP, tuple[int, int]]:
        """Return what is committed of each partition, and where it ends, where that is not the same."""
        behind = {}
        for name, group in self._groups.items():
            topics = [TOPICS.raw] if name == "desk" else [TOPICS.structured, TOPICS.dead]
            for topic in topics:
                for number in range(PARTITIONS[topic]):
                    tp = TP(topic, number)
                    if group.committed.get(tp, 0) < self._broker.ends[tp]:
                        behind[tp] = (group.committed.get(tp, 0), self._broker.ends[tp])
        return behind

    def check_end(self) -> None:
        """Every message has its one outcome, and the store what it should.

        Errors: Broken.
        """
        if self.broken is not None:
            raise self.broken
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
        if self._dropped < drops:
            raise Broken(f"{drops} were dropped and {self._dropped} counted")
        stored = {name: held.ingest and held.ingest.version for name, held in self._kept.records.items()}
        if stored != newest:
            wrong = {name for name in stored.keys() | newest.keys() if stored.get(name) != newest.get(name)}
            raise Broken(f"the store does not hold the newest of {sorted(wrong)}")
