"""What passes between the worker and its child processes, as MessagePack frames.

A frame is a 4-byte big-endian length and that many bytes. The first frame to a child is a
`Setup`; then `Job`s. A child answers each job with one or more `Reply`s, whose results are in
the order of the job's messages; the one with `last` set ends the job.
"""

import struct
from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec
from msgspec import Struct

from copydesk.logs import LogOptions
from copydesk.outcome import Reason, Stage

HEADER = struct.Struct(">I")


class Message(Struct, frozen=True, array_like=True, gc=False):
    """A raw message, as much of it as cleaning needs.

    Hundreds are alive at once and none is part of a cycle: the garbage collector need not follow them.
    """

    value: bytes | None
    headers: Sequence[tuple[str, bytes]]
    topic: str
    partition: int
    offset: int
    timestamp_ms: int


class Result(Struct, frozen=True, array_like=True, gc=False):
    """What became of one message: a record (`value` set), else `reason` at `stage`.

    In the worker `value` is a view of the frame it came in, so that it is not copied once more.

    `dropped` tells an intentional drop from a rejection. `key_hash` is Kafka's partitioner's
    hash of the key, computed in the child since it is slow in Python.
    """

    value: memoryview | None = None
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


class Setup(Struct, frozen=True, array_like=True):
    """How a child is to work: `handler` is "module:callable", called with `options` once."""

    handler: str
    options: bytes
    time_limit_s: float
    memory_bytes: int
    logs: LogOptions


class Job(Struct, frozen=True, array_like=True):
    """Messages to work on; `careful` asks for a reply after each, to know which one kills a child."""

    messages: Sequence[Message]
    careful: bool = False


class Reply(Struct, frozen=True, array_like=True):
    """Results of the next messages of the job at hand."""

    results: Sequence[Result]
    tally: Tally
    last: bool


_ENCODER = msgspec.msgpack.Encoder()


def frame(value: Setup | Job | Reply) -> bytearray:
    """Encode a value with its length in front."""
    buffer = bytearray(HEADER.size)
    _ENCODER.encode_into(value, buffer, HEADER.size)
    HEADER.pack_into(buffer, 0, len(buffer) - HEADER.size)
    return buffer


decode_setup = msgspec.msgpack.Decoder(Setup).decode
decode_job = msgspec.msgpack.Decoder(Job).decode
decode_reply = msgspec.msgpack.Decoder(Reply).decode

Handler: TypeAlias = Callable[[Message, Tally], Result]
"""What a child runs on each message."""
