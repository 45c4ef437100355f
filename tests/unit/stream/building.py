"""Record batches as producers make them, for tests."""

import struct
from collections.abc import Sequence

from aiokafka.record.default_records import DefaultRecordBatchBuilder
from aiokafka.record.legacy_records import LegacyRecordBatchBuilder
from aiokafka.record.util import calc_crc32c

from copydesk.stream.batches import CODECS, RawRecords, split_batches

Headers = list[tuple[str, bytes | None]]
CONTROL = 0x20


def batch(
    base: int,
    values: Sequence[bytes | None],
    *,
    codec: str | None = None,
    key: bytes | None = None,
    headers: Headers | None = None,
    sent_ms: Sequence[int] = (),
    holes: Sequence[int] = (),
) -> bytes:
    """A batch whose first offset is `base`; places in `holes` hold nothing, as after compaction."""
    builder = DefaultRecordBatchBuilder(2, CODECS[codec], 0, -1, -1, 0, 1 << 30)
    for place, value in enumerate(values):
        if place not in holes:
            builder.append(place, sent_ms[place] if sent_ms else 0, key, value, headers or [])
    made = builder.build()
    struct.pack_into(">q", made, 0, base)  # as the broker does; the checksum begins later
    struct.pack_into(">i", made, 23, len(values) - 1)
    return seal(made)


def marker(base: int) -> bytes:
    """The marker of a transaction that was committed."""
    builder = DefaultRecordBatchBuilder(2, 0, 1, 1, 0, -1, 1 << 20)
    builder.append(0, 0, b"\x00\x00\x00\x01", b"\x00\x00\x00\x00\x00\x00", [])
    made = builder.build()
    struct.pack_into(">q", made, 0, base)
    struct.pack_into(">h", made, 21, struct.unpack_from(">h", made, 21)[0] | CONTROL)
    return seal(made)


def old_batch(first: int, values: Sequence[bytes], *, magic: int, compressed: bool = False) -> bytes:
    """Messages of a format before Kafka 0.11."""
    builder = LegacyRecordBatchBuilder(magic, 1 if compressed else 0, 1 << 20)
    for place, value in enumerate(values):
        offset = place if compressed and magic else first + place
        builder.append(offset, 1000 if magic else None, b"key", value)
    made = bytearray(builder.build())
    if compressed:
        struct.pack_into(">q", made, 0, first + len(values) - 1)
    return bytes(made)


def seal(made: bytearray) -> bytes:
    """Write the right checksum."""
    struct.pack_into(">I", made, 17, calc_crc32c(bytes(made[21:])))
    return bytes(made)


def raw(data: bytes, start: int = 0, end: int | None = None) -> RawRecords:
    """What a fetch of these bytes holds from offset `start` on."""
    batches = [each for each in split_batches(memoryview(data), start) if each.end > start]
    return RawRecords("articles.raw", 0, start, batches[-1].end if end is None else end, batches)
