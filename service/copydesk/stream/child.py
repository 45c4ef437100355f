"""A child process of the pool: reads jobs on standard input, writes replies on standard output.

    python -m copydesk.stream.child

It ends when its input does, so it never outlives the worker for long; a handler that is stuck
when the worker is gone is ended by the process's own timer.
"""

import importlib
import os
import resource
import signal
import sys
import time
from typing import BinaryIO, Literal

from copydesk.logs import configure_logs
from copydesk.stream.wire import (
    HEADER,
    Handler,
    Job,
    Reply,
    Result,
    Setup,
    Tally,
    decode_job,
    decode_setup,
    frame,
)

FLUSH_S = 0.02
"""Results are sent on after this long: long enough to share the cost of a write, short enough to stay unnoticed."""

ORPHAN_FACTOR = 4
"""The own timer rings at this multiple of the time limit: the worker, when alive, has long killed us."""


def _read(stream: BinaryIO) -> bytes | None:
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (size,) = HEADER.unpack(header)
    body = stream.read(size)
    return body if len(body) == size else None


def _load(setup: Setup) -> Handler:
    module, _, name = setup.handler.partition(":")
    return getattr(importlib.import_module(module), name)(setup.options)


def _limit_memory(nbytes: int) -> None:
    if nbytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (nbytes, hard))


def _run(job: Job, handle: Handler, output: BinaryIO) -> None:
    results: list[Result] = []
    tally = Tally()
    flushed = time.monotonic()
    final = len(job.messages) - 1
    for index, message in enumerate(job.messages):
        results.append(handle(message, tally))
        now = time.monotonic()
        if index == final or job.careful or now - flushed > FLUSH_S:
            output.write(frame(Reply(results, tally, index == final)))
            output.flush()
            results, tally, flushed = [], Tally(), now


def main() -> Literal[0]:
    """Work until standard input ends."""
    # Replies go to the pipe alone: whatever a library prints must not get between frames.
    output = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    os.dup2(2, 1)
    source = os.fdopen(os.dup(0), "rb", buffering=1 << 16)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker, which drains
    setup_frame = _read(source)
    if setup_frame is None:
        return 0
    setup = decode_setup(setup_frame)
    configure_logs(setup.logs)
    handle = _load(setup)
    _limit_memory(setup.memory_bytes)
    output.write(frame(Reply([], Tally(), last=True)))
    output.flush()
    while (body := _read(source)) is not None:
        job = decode_job(body)
        del body
        # SIGALRM's default action ends the process, even inside a C library.
        alarm = setup.time_limit_s * ORPHAN_FACTOR * max(1, len(job.messages))
        signal.setitimer(signal.ITIMER_REAL, alarm)
        _run(job, handle, output)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.exit(0)  # the worker is gone; its successor does our work again
