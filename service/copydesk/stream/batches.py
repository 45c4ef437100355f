"""Kafka's record batches as bytes: told apart, decoded and built without a client.

A batch passes through the worker as it came from the broker, and as it goes to it; what is in it is read
and written in the child processes, by aiokafka's C code. Format: Kafka's documentation, "Record Batch".
"""

import struct
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from aiokafka.record.default_records import DefaultRecordBatch, DefaultRecordBatchBuilder
from aiokafka.record.legacy_records import LegacyRecordBatch
from aiokafka.structs import ConsumerRecord
from msgspec import Struct
from msgspec.structs import replace

Record: TypeAlias = "ConsumerRecord[bytes | None, bytes | None]"

BATCH_BYTES = 524_288
"""Most bytes of a batch of several records; aiokafka's own 16 kB holds four articles and costs half the speed."""

LAST_OFFSET = (1 << 63) - 1

CODECS = {
    None: DefaultRecordBatch.CODEC_NONE,
    "gzip": DefaultRecordBatch.CODEC_GZIP,
    "snappy": DefaultRecordBatch.CODEC_SNAPPY,
    "lz4": DefaultRecordBatch.CODEC_LZ4,
    "zstd": DefaultRecordBatch.CODEC_ZSTD,
}

_LENGTH = struct.Struct(">qi")
"""Base offset and length, of every format: what follows them has that length."""
_MAGIC_AT, _MAGIC = 16, 2
"""Where every format has its number, and that of the present one (since Kafka 0.11)."""
_HEADER = struct.Struct(">qiibIhiqqqhii")
_OLD_TIME = struct.Struct(">q")
_OLD_TIME_AT = 18
_LOG_APPEND_TIME, _CONTROL, _DELETE_HORIZON = 0x08, 0x20, 0x40


class Batch(Struct, frozen=True, gc=False):
    """One record batch, and what its header says.

    Shape: offsets `base` to before `end`, in which there may be holes; `records` at most (0: a transaction
    marker, or all compacted away).
    Units: Unix milliseconds of the first record and of the last.
    """

    data: memoryview
    base: int
    end: int
    records: int
    first_ms: int
    last_ms: int


def split_batches(data: memoryview, position: int) -> Iterator[Batch]:
    """Tell apart the batches of a fetch from offset `position` on; one cut off at the end is left out."""
    for piece in _pieces(data):
        batch = _read_header(piece, position)
        position = batch.end
        yield batch


def _read_header(data: memoryview, position: int) -> Batch:
    if data[_MAGIC_AT] < _MAGIC:  # its offset is that of its last record, where it is compressed
        last: int = _LENGTH.unpack_from(data)[0]
        sent_ms: int = _OLD_TIME.unpack_from(data, _OLD_TIME_AT)[0] if data[_MAGIC_AT] else 0
        return Batch(data, min(position, last), last + 1, max(1, last + 1 - position), sent_ms, sent_ms)
    base, _, _, _, _, attributes, delta, first_ms, last_ms, _, _, _, records = _HEADER.unpack_from(data)
    if attributes & (_LOG_APPEND_TIME | _DELETE_HORIZON):
        first_ms = last_ms  # the first field is then not the time of a record
    if attributes & _CONTROL:
        records = 0
    return Batch(data, base, base + delta + 1, records, first_ms, last_ms)


def crc_is_right(data: memoryview) -> bool:
    """Whether the bytes of one batch are those that its producer summed up."""
    right: bool = _open(data).validate_crc()
    return right


class RawRecords(Struct, frozen=True):
    """Consecutive records of one partition, undecoded: those of `batches` from offset `start` to before `end`."""

    topic: str
    partition: int
    start: int
    end: int
    batches: Sequence[Batch]

    @property
    def count(self) -> int:
        """How many records there are at most; exact but for a batch that is cut or was compacted."""
        return sum(
            min(each.records, min(each.end, self.end) - max(each.base, self.start)) for each in self.batches
        )

    def since(self, offset: int) -> "RawRecords":
        """Those from an offset on, which lies within."""
        if offset <= self.start:
            return self
        return replace(self, start=offset, batches=[each for each in self.batches if each.end > offset])

    def batch_end(self, offset: int) -> int:
        """Where the batch that holds an offset ends, or the records do."""
        return min(self.end, next((each.end for each in self.batches if each.end > offset), self.end))

    def decode(self) -> list[Record]:
        """Decode them all.

        Errors: aiokafka's CorruptRecordException.
        """
        return [
            self._record(record)
            for batch in self.batches
            for record in decode(batch.data, self.start, self.end)
        ]

    def _record(self, record: Any) -> Record:
        key, value = record.key, record.value
        return ConsumerRecord(
            self.topic, self.partition, record.offset, record.timestamp or 0, record.timestamp_type or 0, key, value,
            record.checksum, -1 if key is None else len(key), -1 if value is None else len(value), tuple(record.headers),
        )  # fmt: skip


def decode(data: bytes | bytearray | memoryview, start: int = 0, end: int = LAST_OFFSET) -> Iterator[Any]:
    """Aiokafka's records of these batches, from offset `start` to before `end`; transaction markers are none.

    Errors: aiokafka's CorruptRecordException.
    """
    for piece in _pieces(memoryview(data)):
        batch = _open(piece)
        if not batch.is_control_batch:
            for record in batch:
                if start <= record.offset < end:
                    yield record


def _open(data: memoryview) -> Any:
    """Reader of one batch; not by MemoryRecords, which fails where formats are mixed."""
    magic = data[_MAGIC_AT]
    reader: Any = DefaultRecordBatch
    return reader(data) if magic >= _MAGIC else LegacyRecordBatch(data, magic)


def _pieces(data: memoryview) -> Iterator[memoryview]:
    """The bytes of each whole batch."""
    at = 0
    while len(data) - at >= _LENGTH.size:
        end = at + _LENGTH.size + _LENGTH.unpack_from(data, at)[1]
        if end > len(data):
            return
        yield data[at:end]
        at = end


class BatchBuilder:
    """Builds one batch; `offsets` say for each of its records which message it was made of."""

    __slots__ = ("_builder", "offsets", "payload_bytes")

    def __init__(self, codec: int, most_bytes: int = BATCH_BYTES) -> None:
        self._builder = DefaultRecordBatchBuilder(
            magic=2, compression_type=codec, is_transactional=0,
            producer_id=-1, producer_epoch=-1, base_sequence=0, batch_size=most_bytes,
        )  # fmt: skip
        self.offsets: list[int] = []
        self.payload_bytes = 0
        """Of keys and values."""

    def append(self, offset: int, key: bytes | None, value: bytes, timestamp_ms: int | None = None) -> bool:
        """Add a record, of now where no time is given; False when the batch is full (a first record always fits)."""
        if self._builder.append(len(self.offsets), timestamp_ms, key, value, []) is None:
            return False
        self.offsets.append(offset)
        self.payload_bytes += len(key or b"") + len(value)
        return True

    def build(self) -> bytearray:
        """Finish; once only."""
        built: bytearray = self._builder.build()
        return built


class ReadyBatch:
    """A batch that is built, as aiokafka's producer takes one: it asks no more of its own BatchBuilder than this."""

    __slots__ = ("_count", "_data")

    def __init__(self, data: memoryview | bytearray, count: int) -> None:
        self._data = data
        self._count = count

    def record_count(self) -> int:
        """Records in it."""
        return self._count

    def size(self) -> int:
        """Bytes."""
        return len(self._data)

    def closed(self) -> bool:
        """Whether nothing more goes in; always."""
        return True

    def close(self) -> None:
        """Nothing to do."""

    def _build(self) -> memoryview | bytearray:
        return self._data
