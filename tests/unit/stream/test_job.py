"""A job in a child process: which batches it builds, what it tells of each message."""

import math
from collections.abc import Sequence

import pytest

from copydesk.outcome import Reason, Stage
from copydesk.stream import job as job_module
from copydesk.stream.batches import BATCH_BYTES, CODECS, decode, split_batches
from copydesk.stream.job import Runner
from copydesk.stream.wire import Job, OutputOptions, Reply
from tests.unit.stream.building import batch
from tests.unit.stream.handlers import Echo


@pytest.fixture(autouse=True)
def _one_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a job is answered at its end."""
    monkeypatch.setattr(job_module, "FLUSH_S", math.inf)


def run(
    data: bytes, output: OutputOptions, *, partitions: int = 1, careful: bool = False
) -> list[tuple[Reply, Sequence[bytearray]]]:
    """All replies to a job on these batches, echoed."""
    job = Job("articles.raw", 0, 0, 1 << 40, partitions, careful)
    return list(Runner(Echo(b""), output).run(job, data))


@pytest.mark.parametrize("codec", list(CODECS))
def test_records_go_into_one_batch_for_each_partition(codec: str | None) -> None:
    """Batches have the wanted compression and right checksums, and say which message each record was made of."""
    values = [b"value %d " % number * 20 for number in range(30)]
    (((reply, bodies),)) = run(batch(0, values), OutputOptions(compression=codec), partitions=4)
    assert sorted(built.partition for built in reply.batches) == [0, 1, 2, 3]
    for built, body in zip(reply.batches, bodies, strict=True):
        assert len(body) == built.size
        assert list(built.offsets) == list(range(built.partition, 30, 4))
        assert [record.value for record in decode(body)] == [values[offset] for offset in built.offsets]
        assert built.payload_bytes == sum(2 * len(values[offset]) for offset in built.offsets)
        (only,) = split_batches(memoryview(body), 0)
        assert only.data[22] & 7 == CODECS[codec]
    assert (reply.messages, reply.message_bytes, reply.last) == (30, sum(map(len, values)), True)


def test_a_full_batch_is_followed_by_another() -> None:
    """No batch of several records exceeds the limit; a record that exceeds it alone is sent alone."""
    values = [b"x" * 150_000] * 4 + [b"y" * 600_000] + [b"z"]
    ((reply, bodies),) = run(batch(0, values), OutputOptions(most_bytes=2_000_000))
    assert [list(built.offsets) for built in reply.batches] == [[0], [1], [2], [3], [4], [5]]
    assert all(
        len(body) <= BATCH_BYTES
        for body, built in zip(bodies, reply.batches, strict=True)
        if len(built.offsets) > 1
    )


def test_failures_and_times_are_told() -> None:
    """What becomes no record is told by its offset; times of sending are counted where they repeat."""
    data = batch(0, [b"a", b"drop", b"reject", b"x" * 900], sent_ms=[7, 7, 8, 7])
    ((reply, _),) = run(data, OutputOptions(most_bytes=1000))
    assert [(each.offset, each.reason, each.stage, each.dropped) for each in reply.failures] == [
        (1, Reason.TOMBSTONE, Stage.DECODE, True),
        (2, Reason.NO_ARTICLE, Stage.STRIP, False),
        (3, Reason.RECORD_TOO_LARGE, Stage.DELIVER, False),
    ]
    assert reply.sent_ms == [(7, 2), (8, 1), (7, 1)]


def test_a_careful_job_tells_where_it_is() -> None:
    """Before each message and after it comes a reply, so that a death between the two names the message."""
    replies = [reply for reply, _ in run(batch(5, [b"a", b"b"], holes=[]), OutputOptions(), careful=True)]
    assert [(reply.next_offset, reply.begun, reply.messages) for reply in replies[:-1]] == [
        (5, True, 0), (6, False, 1), (6, True, 0), (7, False, 1),
    ]  # fmt: skip
    assert (replies[-1].last, replies[-1].messages) == (True, 0)


def test_a_null_header_is_an_empty_one() -> None:
    """Kafka allows a header without a value; handlers need not know."""
    seen = []

    def handle(message: object, tally: object) -> object:
        seen.append(message)
        return Echo(b"")(message, tally)  # type: ignore[arg-type]

    job = Job("articles.raw", 0, 0, 10, 1)
    data = batch(0, [b"a"], headers=[("x", None), ("y", b"z")])
    list(Runner(handle, OutputOptions()).run(job, data))  # type: ignore[arg-type]
    assert [message.headers for message in seen] == [[("x", b""), ("y", b"z")]]  # type: ignore[attr-defined]
