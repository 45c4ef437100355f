"""A job in a child process: record batches in, handler on each message, record batches out."""

import time
from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.outcome import Reason, Stage
from copydesk.stream.batches import CODECS, BatchBuilder, decode
from copydesk.stream.wire import Built, Failure, Handler, Job, Message, OutputOptions, Reply, Result

FLUSH_S = 0.02
"""Results are sent on after this long: long enough to share the cost of a write, short enough to stay unnoticed."""

OVERHEAD_BYTES = 128
"""What Kafka adds to key and value of a message (batch header, varints, timestamps), on the safe side."""


class Runner:
    """Works on jobs."""

    def __init__(self, handle: Handler, output: OutputOptions) -> None:
        self._handle = handle
        self._most_bytes = output.most_bytes
        self._codec = CODECS[output.compression]

    def run(self, job: Job, body: bytes) -> Iterator[tuple[Reply, Sequence[bytearray]]]:
        """Work on a job; replies with their bodies, as they come.

        Errors: aiokafka's CorruptRecordException, when the body cannot be decoded.
        """
        answer = _Answer(job.start, self._codec)
        flushed = time.monotonic()
        for record in decode(body, job.start, job.end):
            if job.careful:
                yield Reply(record.offset, begun=True), ()
            message = _message(record, job)
            result = self._handle(message, answer.reply.tally)
            answer.note(message)
            self._settle(answer, message.offset, result, job.partitions)
            now = time.monotonic()
            if job.careful or now - flushed > FLUSH_S:
                yield answer.finish(message.offset + 1, last=False)
                answer, flushed = _Answer(message.offset + 1, self._codec), now
        yield answer.finish(job.end, last=True)

    def _settle(self, answer: "_Answer", offset: int, result: Result, partitions: int) -> None:
        value = result.value
        if value is None:
            reason = result.reason or Reason.UNEXPECTED
            answer.reply.failures.append(Failure(offset, reason, result.stage, result.detail, result.dropped))
        elif len(value) + len(result.key) + OVERHEAD_BYTES <= self._most_bytes:
            answer.add(result.key_hash % partitions, offset, result.key, value)
        else:
            detail = f"{len(value)} bytes; the structured topic takes {self._most_bytes}"
            answer.reply.failures.append(Failure(offset, Reason.RECORD_TOO_LARGE, Stage.DELIVER, detail))


def _message(record: Any, job: Job) -> Message:
    headers = [(name, value or b"") for name, value in record.headers] if record.headers else ()
    return Message(record.value, headers, job.topic, job.partition, record.offset, record.timestamp or 0)


class _Answer:
    """A reply in the making."""

    def __init__(self, next_offset: int, codec: int) -> None:
        self.reply = Reply(next_offset)
        self._codec = codec
        self._open: dict[int, BatchBuilder] = {}
        self._bodies: list[bytearray] = []

    def note(self, message: Message) -> None:
        """Count a message."""
        reply, sent_ms = self.reply, self.reply.sent_ms
        reply.messages += 1
        reply.message_bytes += len(message.value or b"")
        if sent_ms and sent_ms[-1][0] == message.timestamp_ms:
            sent_ms[-1] = (message.timestamp_ms, sent_ms[-1][1] + 1)
        else:
            sent_ms.append((message.timestamp_ms, 1))

    def add(self, partition: int, offset: int, key: bytes, value: bytes) -> None:
        """Put a record into the batch of its partition."""
        builder = self._open.get(partition)
        if builder is not None and builder.append(offset, key, value):
            return
        if builder is not None:
            self._close(partition, builder)
        self._open[partition] = builder = BatchBuilder(self._codec)
        builder.append(offset, key, value)

    def finish(self, next_offset: int, *, last: bool) -> tuple[Reply, Sequence[bytearray]]:
        """The reply, and its body in pieces."""
        for partition, builder in self._open.items():
            self._close(partition, builder)
        self.reply.next_offset = next_offset
        self.reply.last = last
        return self.reply, self._bodies

    def _close(self, partition: int, builder: BatchBuilder) -> None:
        body = builder.build()
        self._bodies.append(body)
        self.reply.batches.append(Built(partition, builder.offsets, builder.payload_bytes, len(body)))
