"""Fetches that stay undecoded: what a chunk holds is what aiokafka would have decoded."""

import inspect
import re
import struct
from importlib.metadata import version
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.consumer import fetcher as aiokafka_fetcher
from aiokafka.consumer.fetcher import Fetcher, FetchResult, PartitionRecords
from aiokafka.errors import CorruptRecordException
from aiokafka.record.memory_records import MemoryRecords
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.stream.batches import CODECS, RawRecords, Record
from copydesk.stream.raw_fetch import RawChunks, RawFetch
from tests.unit.stream.building import Headers, batch, marker, old_batch, raw

TP = TopicPartition("articles.raw", 0)
LIMITS = (500, 1 << 20)


def chunks(data: bytes, position: int, limits: tuple[int, int] = LIMITS) -> RawChunks:
    """The chunks of a fetch from an offset on, checksums checked."""
    return RawChunks(*limits, TP, RawFetch(data), None, position, None, None, True, 0)


def theirs(data: bytes, position: int) -> tuple[list[Record], int]:
    """What aiokafka decodes of it, and where it fetches on."""
    parts = PartitionRecords(TP, MemoryRecords(data), None, position, None, None, True, 0)
    return list(parts), parts.next_fetch_offset


def ours(data: bytes, position: int, limits: tuple[int, int] = LIMITS) -> tuple[list[Record], int]:
    """What our chunks hold in all, and where it is fetched on."""
    parts = chunks(data, position, limits)
    return [record for part in parts for record in part.decode()], parts.next_fetch_offset


def test_aiokafka_still_has_what_we_put_ours_in_the_place_of() -> None:
    """The method that decodes a response names the two classes, uses no more of them, and closes over nothing."""
    assert version("aiokafka") == "0.14.0"
    code = Fetcher._proc_fetch_request.__code__
    assert {"MemoryRecords", "PartitionRecords"} <= set(code.co_names)
    assert code.co_freevars == ()
    source = inspect.getsource(Fetcher._proc_fetch_request)
    assert "records = MemoryRecords(part_data[-1])" in source
    assert set(re.findall(r"\brecords\.(\w+)", source)) == {"has_next", "size_in_bytes"}
    assert list(inspect.signature(PartitionRecords.__init__).parameters)[1:] == [
        "tp", "records", "aborted_transactions", "fetch_offset", "key_deserializer", "value_deserializer",
        "check_crcs", "isolation_level",
    ]  # fmt: skip
    used = re.findall(r"self\._partition_records\.(\w+)", inspect.getsource(FetchResult))
    assert set(used) == {"next_fetch_offset"}
    assert aiokafka_fetcher.PartitionRecords is PartitionRecords


@pytest.mark.parametrize("codec", list(CODECS))
def test_a_chunk_holds_what_aiokafka_decodes(codec: str | None) -> None:
    """Keys, null keys and values, headers with and without a value, holes and times, of every codec."""
    headers: Headers = [("x", b"\xff"), ("x", None), ("y", b"")]
    batches = {
        100: batch(100, [b"a" * 900, b"b", None], codec=codec, sent_ms=[5, 7, 6]),
        103: batch(103, [b"c"] * 40, codec=codec, key=b"site", headers=headers),
        143: batch(143, [b"d"] * 5, codec=codec, holes=[0, 2, 4]),
        148: batch(148, [b"e"], codec=codec),
    }
    for position in (100, 101, 103, 120, 145, 147, 148):
        first = max(
            base for base in batches if base <= position
        )  # the broker begins with the batch that holds it
        data = b"".join(each for base, each in batches.items() if base >= first)
        assert ours(data, position) == theirs(data, position)
        assert ours(data, position)[1] == 149


def test_transaction_markers_are_passed_over() -> None:
    """A marker is part of a chunk, so that what is committed lies behind it, and holds no record."""
    data = batch(0, [b"a"]) + marker(1) + batch(2, [b"b"]) + marker(3)
    assert ours(data, 0) == theirs(data, 0)
    (only,) = chunks(data, 0)
    assert (only.start, only.end, only.count) == (0, 4, 2)


@pytest.mark.parametrize("magic", [0, 1])
@pytest.mark.parametrize("compressed", [False, True])
def test_messages_of_old_formats(magic: int, compressed: bool) -> None:
    """What a broker kept from before Kafka 0.11 is read like the rest, beside it too (where aiokafka's reader fails)."""
    old = old_batch(7, [b"one", b"two", b"three"], magic=magic, compressed=compressed)
    read = [
        [(each.offset, each.key, each.value) for each in records]
        for records, _ in (ours(old, 7), theirs(old, 7))
    ]
    assert read[0] == read[1]
    for position in (7, 8, 10):
        got, after = ours(old + batch(10, [b"new"]), position)
        assert [each.value for each in got] == [b"one", b"two", b"three", b"new"][position - 7 :]
        assert (got[0].offset, after) == (position, 11)


def test_a_batch_cut_off_by_the_fetch_is_left_for_the_next() -> None:
    """The broker cuts the last batch where the fetch is full."""
    data = batch(0, [b"a"]) + batch(1, [b"b" * 100])[:-1]
    assert ours(data, 0) == theirs(data, 0)
    assert ours(data, 0)[1] == 1
    assert not RawFetch(data[-50:]).has_next()


def test_a_damaged_batch_is_told() -> None:
    """What comes before it is handed on; it raises as aiokafka's own does."""
    bad = bytearray(batch(1, [b"b" * 50]))
    bad[-1] ^= 1
    parts = chunks(batch(0, [b"a"]) + bytes(bad), 0, (1, 1 << 20))
    with pytest.raises(CorruptRecordException):
        list(parts)
    with pytest.raises(CorruptRecordException):
        theirs(bytes(bad), 1)


def test_lag_and_order_are_told_by_headers() -> None:
    """Times are those of the first and last record, or the broker's where it writes them."""
    (only,) = chunks(batch(0, [b"a", b"b"], sent_ms=[50, 70]), 0)
    assert (only.batches[0].first_ms, only.batches[-1].last_ms) == (50, 70)
    stamped = bytearray(batch(0, [b"a", b"b"], sent_ms=[50, 70]))
    struct.pack_into(">h", stamped, 21, 0x08)
    assert raw(bytes(stamped)).batches[0].first_ms == 70


@settings(deadline=None)  # a busy machine is slow
@given(
    st.data(), st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(1, 10), st.integers(80, 600)
)
def test_chunks_hold_every_record_once_within_their_limits(
    drawn: Any, sizes: list[int], most: int, nbytes: int
) -> None:
    """Cutting keeps order and content; a chunk exceeds a limit only as far as one batch or one record does."""
    data, base = b"", 0
    for size in sizes:
        data += batch(base, [b"v" * drawn.draw(st.integers(0, 60)) for _ in range(size)])
        base += size
    position = drawn.draw(st.integers(0, base - 1))
    parts: list[RawRecords] = list(chunks(data, position, (most, nbytes)))
    assert [record.offset for part in parts for record in part.decode()] == list(range(position, base))
    assert [part.start for part in parts] == [position, *(part.end for part in parts[:-1])]
    for part in parts:
        assert part.count == len(part.decode()) <= most
        assert len(part.batches) == 1 or sum(len(each.data) for each in part.batches) <= nbytes
        assert part.since(part.end - 1).decode() == part.decode()[-1:]
