"""What passes between the worker and its child processes.

A frame is two 4-byte big-endian lengths, then a head (MessagePack) and a body (Kafka record batches) of
these lengths. The first frame to a child is a `Setup`; then `Job`s, whose body is the batches as they
came from the broker. A child answers each job with one or more `Reply`s, whose body is the batches that
the broker is to get; the one with `last` set ends the job. So no message is encoded for this trip, and
the worker touches none that becomes a record.
"""

import struct
from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec
from msgspec import Struct

from copydesk.logs import LogOptions
from copydesk.outcome import Reason, Stage

HEADER = struct.Struct(">II")


class Message(Struct, frozen=True, gc=False):
    """A raw message, as much of it as cleaning needs; what a handler gets.

    None is part of a cycle: the garbage collector need not follow them.
    """

    value: bytes | None
    headers: Sequence[tuple[str, bytes]]
    topic: str
    partition: int
    offset: int
    timestamp_ms: int


class Result(Struct, frozen=True, gc=False):
    """What became of one message, as a handler says: a record (`value` set), else `reason` at `stage`.

    `dropped` tells an intentional drop from a rejection. `key_hash` is Kafka's partitioner's hash of the key.
    """

    value: bytes | None = None
    key: bytes = b""
    key_hash: int = 0
    reason: Reason | None = None
    stage: Stage = Stage.DECODE
    detail: str = ""
    dropped: bool = False


class Tally(Struct, array_like=True):
    """Measurements of a child since its last reply, already in buckets; see `metrics.Histogram.merge`."""

    stages: dict[str, tuple[list[int], float]] = {}
    removed_ratio: tuple[list[int], float] | None = None
    removed_kinds: dict[str, int] = {}
    text_chars: dict[str, int] = {}
    """Characters by kind of removed span, and `kept`."""
    errors: dict[str, int] = {}
    """"stage/ExceptionType" to how many."""


class OutputOptions(Struct, frozen=True, array_like=True):
    """What a record may be: most bytes of one, and how batches are compressed (see `batches.CODECS`)."""

    most_bytes: int = 1_000_000
    compression: str | None = None


class Setup(Struct, frozen=True, array_like=True):
    """How a child is to work: `handler` is "module:callable", called with `options` once."""

    handler: str
    options: bytes
    output: OutputOptions
    time_limit_s: float
    memory_bytes: int
    logs: LogOptions


class Job(Struct, frozen=True, array_like=True):
    """Work on the records of the body from offset `start` to before `end`.

    `partitions` is how many the topic of the records has; `careful` asks for replies before and after
    each message, to know which one kills a child.
    """

    topic: str
    partition: int
    start: int
    end: int
    partitions: int
    careful: bool = False


class Built(Struct, frozen=True, array_like=True, eq=False):
    """A batch of records for one partition: the next `size` bytes of the body.

    `offsets` say for each record which message it was made of; `payload_bytes` are those of keys and values.
    """

    partition: int
    offsets: Sequence[int]
    payload_bytes: int
    size: int


class Failure(Struct, frozen=True, array_like=True, gc=False):
    """A message that became no record."""

    offset: int
    reason: Reason
    stage: Stage
    detail: str = ""
    dropped: bool = False


class Reply(Struct, array_like=True):
    """What became of the messages before offset `next_offset` since the last reply."""

    next_offset: int
    messages: int = 0
    message_bytes: int = 0
    """Of their values."""
    sent_ms: list[tuple[int, int]] = []
    """When they were sent: Unix milliseconds, and how many one after the other."""
    batches: list[Built] = []
    failures: list[Failure] = []
    tally: Tally = msgspec.field(default_factory=Tally)
    begun: bool = False
    """The message at `next_offset` is decoded and will be worked on now; told in a careful job only."""
    last: bool = False


_ENCODER = msgspec.msgpack.Encoder()


def frame(head: Setup | Job | Reply, body_bytes: int = 0) -> bytearray:
    """Encode a head with the lengths in front; the body is sent after it."""
    buffer = bytearray(HEADER.size)
    _ENCODER.encode_into(head, buffer, HEADER.size)
    HEADER.pack_into(buffer, 0, len(buffer) - HEADER.size, body_bytes)
    return buffer


decode_setup = msgspec.msgpack.Decoder(Setup).decode
decode_job = msgspec.msgpack.Decoder(Job).decode
decode_reply = msgspec.msgpack.Decoder(Reply).decode

Handler: TypeAlias = Callable[[Message, Tally], Result]
"""What a child runs on each message."""
