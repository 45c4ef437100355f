"""Progress of one agent: what is in flight, since when nothing moved, how far behind each partition is.

Written from the event loop, read by the health server's thread: single values only, no iteration
over what changes.
"""

import time

from faust.types import TP
from msgspec import Struct

from copydesk.stream.fast_path import Chunk


class Lag(Struct, frozen=True):
    """How far behind one partition is: messages not yet finished, and the age of the oldest of them."""

    records: int
    seconds: float


class Progress:
    """What an agent has begun and finished.

    Units: `monotonic` seconds for stalls, Unix seconds for ages (message timestamps are Unix time).
    """

    def __init__(self) -> None:
        self.in_flight_records = 0
        self.moved_at = time.monotonic()
        """When a chunk last finished, or work last came in after a rest; monotonic seconds."""
        self.assigned: frozenset[TP] = frozenset()
        self._behind = False
        self._next: dict[TP, int] = {}
        self._timestamp_s: dict[TP, float] = {}
        self._open_s: dict[TP, dict[Chunk, float]] = {}

    def assign(self, partitions: set[TP]) -> None:
        """Note a new assignment; what is known of the old one is forgotten."""
        self.assigned = frozenset(partitions)
        self.moved_at = time.monotonic()
        self._behind = False
        self._next.clear()
        self._timestamp_s.clear()
        self._open_s.clear()

    def started(self, chunk: Chunk) -> None:
        """Note that a chunk is being worked on."""
        if not self.in_flight_records:
            self.moved_at = time.monotonic()
        self.in_flight_records += chunk.count
        self._open_s.setdefault(chunk.tp, {})[chunk] = chunk.first_s

    def finished(self, chunk: Chunk) -> None:
        """Note that a chunk is delivered."""
        self.in_flight_records -= chunk.count
        self.moved_at = time.monotonic()
        self._open_s.get(chunk.tp, {}).pop(chunk, None)
        self._next[chunk.tp] = max(chunk.raw.end, self._next.get(chunk.tp, 0))
        self._timestamp_s[chunk.tp] = chunk.last_s

    def note_behind(self, behind: bool) -> None:
        """Note whether there is something to read that is not yet finished."""
        if behind and not self._behind and not self.in_flight_records:
            self.moved_at = time.monotonic()
        self._behind = behind

    def stalled_s(self) -> float:
        """Seconds since anything moved, while there is work in flight or to be read; else 0."""
        return time.monotonic() - self.moved_at if self.in_flight_records or self._behind else 0.0

    def read_to(self, tp: TP) -> int | None:
        """The offset after what was finished of a partition; None where nothing was."""
        return self._next.get(tp)

    def lag(self, tp: TP, end: int, committed: int | None) -> Lag:
        """How far behind a partition is, given its end offset and the committed one.

        The age is that of the oldest message in flight; where none is, of the last finished one:
        what is not yet read is at most that old. Before anything was read it is not known: 0.
        """
        behind = max(0, end - self._next.get(tp, committed or 0))
        since = min(self._open_s.get(tp, {}).values(), default=self._timestamp_s.get(tp))
        return Lag(behind, max(0.0, time.time() - since) if behind and since is not None else 0.0)
