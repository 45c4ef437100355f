"""What the cluster agent reads of records and messages, and how it writes a record again."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
import structlog
from aiokafka import TopicPartition
from msgspec import Struct
from msgspec.structs import replace

from copydesk.cluster.messages import Message, Rewrite, Seen, decode
from copydesk.codec import record as record_codec
from copydesk.enrich.fingerprint import packed_slots
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.partition import key_hash
from copydesk.kafka.reading import read_ranges, reader
from copydesk.outcome import RejectArticle
from copydesk.record import Cluster, Ingest, Publisher
from copydesk.stream.batches import Record
from copydesk.stream.delivery import Addressed

log = structlog.get_logger(__name__)

LEAST_WORDS: Final = 20
"""Shorter texts are not compared: notices that every page of a site has instead of its article."""

NEAR: Final = 64
"""Records that lie so near to one another are read in one go."""


class _Head(Struct, rename="camel"):
    """What is needed of a record; the rest is passed over undecoded."""

    id: str
    word_count: int
    fingerprint: str
    ingest: Ingest
    publisher: Publisher | None = None
    cluster: Cluster | None = None


_HEAD: Final = msgspec.json.Decoder(_Head)


def seen_of(record: Record) -> Seen | None:
    """What is told of a record of the structured topic; None where it is not to be compared.

    What is no record is a sink's to refuse.
    """
    try:
        head = _HEAD.decode(record.value or b"")
        packed_slots(head.fingerprint)
    except (ValueError, RecursionError):
        return None
    if head.word_count < LEAST_WORDS or not head.id or "\0" in head.id:  # no store takes such an id
        return None
    return Seen(
        id=head.id,
        version=head.ingest.version,
        fingerprint=head.fingerprint,
        domain=head.publisher.domain if head.publisher else None,
        partition=record.partition,
        offset=record.offset,
        cluster=head.cluster,
    )


def read_messages(records: Sequence[Any]) -> Iterator[tuple[Message, float]]:
    """The messages of the topic of clusters, with their times in Unix seconds; what is none is told and passed over."""
    for record in records:
        try:
            yield decode(record.value or b""), record.timestamp / 1000
        except (ValueError, RecursionError) as error:
            log.warning(
                "A message of the topic of clusters is none of ours.", partition=record.partition,
                offset=record.offset, error=" ".join(str(error).split()),
            )  # fmt: skip


class Fetched(Struct, frozen=True):
    """Records that were read again, and the number of those that have expired."""

    found: Sequence[tuple[Rewrite, Record]]
    gone: int


async def fetch(kafka: KafkaOptions, topic: str, rewrites: Sequence[Rewrite]) -> Fetched:
    """Read records of the structured topic at their places.

    Errors: ReadingError when the broker does not answer.
    """
    found: list[tuple[Rewrite, Record]] = []
    async with reader(kafka) as consumer:
        wanted: dict[TopicPartition, dict[int, Rewrite]] = {}
        for each in rewrites:
            wanted.setdefault(TopicPartition(topic, each.partition), {})[each.offset] = each
        starts = await consumer.beginning_offsets(list(wanted))
        for place, at in wanted.items():
            offsets = sorted(offset for offset in at if offset >= starts[place])
            for first, last in runs(offsets, NEAR):
                async for records in read_ranges(consumer, {place: (first, last + 1)}):
                    found += [(at[record.offset], record) for record in records if record.offset in at]
    return Fetched(found, len(rewrites) - len(found))


def runs(numbers: Sequence[int], near: int) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of ascending numbers of which none is further than `near` from the one before."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] - numbers[place - 1] > near:
            yield numbers[start], numbers[place - 1]
            start = place


def annotated(record: Record, cluster: Cluster, partitions: int) -> Addressed | None:
    """The record with its cluster, to where its id belongs; None where it is no record, which a sink refuses."""
    try:
        whole = record_codec.decode(record.value or b"")
    except RejectArticle:
        return None
    key = record.key or whole.id.encode()
    return Addressed(key_hash(key) % partitions, key, record_codec.encode(replace(whole, cluster=cluster)))
