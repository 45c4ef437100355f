"""Fetches that stay undecoded: aiokafka's fetcher hands on chunks of record batches, not records.

It leans on private names of aiokafka 0.14.0, which is pinned exactly; a test names each of them.
"""

from collections.abc import Iterator
from functools import partial
from types import FunctionType, MethodType
from typing import Any, Self

from aiokafka.consumer import fetcher as aiokafka_fetcher
from aiokafka.errors import CorruptRecordException
from aiokafka.record.memory_records import MemoryRecords

from copydesk.stream.batches import Batch, RawRecords, crc_is_right, split_batches


class RawFetch:
    """What a fetch brought of one partition, in the place of aiokafka's MemoryRecords; its bytes stay within reach."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def has_next(self) -> bool:
        """Whether it holds a whole batch."""
        whole: bool = MemoryRecords(self.data).has_next()
        return whole

    def size_in_bytes(self) -> int:
        """Bytes, those of a batch that is cut off included."""
        return len(self.data)


class RawChunks:
    """Chunks of one fetch, in the place of aiokafka's PartitionRecords; `next_fetch_offset` is where to fetch on.

    A producer's batch is not taken apart, but where it alone exceeds a chunk: then each of several chunks
    holds some of its offsets.
    Errors: CorruptRecordException when a batch is not what was sent.
    """

    def __init__(self, most_records: int, most_bytes: int, tp: Any, fetch: RawFetch, *rest: Any) -> None:
        _aborted, self.next_fetch_offset, _key, _value, self._check_crcs, _isolation = rest
        self._most_records = most_records
        self._most_bytes = most_bytes
        self._tp = tp
        self._chunks = self._cut(split_batches(memoryview(fetch.data), self.next_fetch_offset))

    def __iter__(self) -> Self:
        """Itself."""
        return self

    def __next__(self) -> RawRecords:
        """The next chunk; it will not be fetched again."""
        chunk = next(self._chunks)
        self.next_fetch_offset = chunk.end
        return chunk

    def _cut(self, batches: Iterator[Batch]) -> Iterator[RawRecords]:
        start = self.next_fetch_offset
        part: list[Batch] = []
        records = nbytes = 0
        for batch in batches:
            if batch.end <= start:
                continue
            if self._check_crcs and not crc_is_right(batch.data):
                raise CorruptRecordException(f"Invalid CRC - {self._tp}")
            size = len(batch.data)
            if part and (records + batch.records > self._most_records or nbytes + size > self._most_bytes):
                yield from self._chunk(part, start, records, nbytes)
                part, records, nbytes = [], 0, 0
            part.append(batch)
            records += batch.records
            nbytes += size
        if part:
            yield from self._chunk(part, start, records, nbytes)

    def _chunk(self, part: list[Batch], position: int, records: int, nbytes: int) -> Iterator[RawRecords]:
        start, end = max(position, part[0].base), part[-1].end
        pieces = max(1, -(-records // self._most_records), -(-nbytes // self._most_bytes))
        step = -(-(end - start) // pieces)
        for first in range(start, end, step):
            yield RawRecords(self._tp.topic, self._tp.partition, first, min(first + step, end), part)


def fetch_raw(fetcher: Any, most_records: int, most_bytes: int) -> None:
    """Make an aiokafka Fetcher hand on RawRecords, each at most so large.

    The one method that decodes a response gets our two classes for aiokafka's; consumers elsewhere keep theirs.
    """
    method = type(fetcher)._proc_fetch_request  # noqa: SLF001  see above
    names = vars(aiokafka_fetcher) | {
        "MemoryRecords": RawFetch,
        "PartitionRecords": partial(RawChunks, most_records, most_bytes),
    }
    raw = FunctionType(method.__code__, names, method.__name__, method.__defaults__, method.__closure__)
    fetcher._proc_fetch_request = MethodType(raw, fetcher)  # noqa: SLF001
