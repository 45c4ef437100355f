"""A sink that keeps records in memory: for tests and for trying the stream without a store."""

from typing import Annotated

from msgspec import Meta, Struct

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import Batch, SinkRefused, SinkUnavailable, storable_problem, version_of


class MemoryOptions(Struct, frozen=True, kw_only=True):
    """What the memory sink can be told."""

    max_records: Annotated[
        int, Meta(ge=1, description="Records kept; when they are full the sink is unavailable.")
    ] = 1_000_000


class MemorySink:
    """Keeps the newest record of each id in `records`, for as long as the object lives."""

    name = "memory"
    keeps_dead_letters = True
    one_store = False

    def __init__(self, options: MemoryOptions = MemoryOptions()) -> None:  # noqa: B008  frozen
        self._options = options
        self._offsets: dict[tuple[str, int], int] = {}
        self._open = False
        self.records: dict[str, Record] = {}
        """Newest record by id; not to be changed by the reader."""
        self.dead_letters: dict[tuple[str, int, int], DeadLetter] = {}
        """Newest dead letter by the topic, partition and offset of what died."""

    def open(self) -> None:
        """Begin to take batches; what an earlier open stored is still there."""
        self._open = True

    def write(self, batch: Batch) -> None:
        """Store a batch; see `Sink.write`."""
        if not self._open:
            raise SinkUnavailable("the memory sink is not open; call open() first")
        key = (batch.topic, batch.partition)
        stored = self._offsets.get(key, 0)
        records, refused = dict(self.records), {}
        for index, (offset, record) in enumerate(batch.records):
            problem = storable_problem(record)
            if problem:
                refused[index] = problem
            elif self._is_newer(records.get(record.id), record, again=offset < stored):
                records[record.id] = record
        if len(records) > self._options.max_records:
            raise SinkUnavailable(
                f"the memory sink is full: {self._options.max_records} records (memory.max_records)"
            )
        self.records = records
        self.dead_letters |= {
            (letter.topic, letter.partition, letter.offset): letter for _, letter in batch.dead_letters
        }
        self._offsets[key] = max(stored, batch.next_offset)
        if refused:
            raise SinkRefused(refused)

    @staticmethod
    def _is_newer(held: Record | None, record: Record, *, again: bool) -> bool:
        if held is None:
            return True
        return version_of(record) > version_of(held) if again else version_of(record) >= version_of(held)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        return self._offsets.get((topic, partition))

    def close(self) -> None:
        """Stop taking batches; the records stay readable."""
        self._open = False
