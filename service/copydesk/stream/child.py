"""A child process of the pool: jobs come and replies go over the socket that is its standard input.

    python -m copydesk.stream.child

It ends when the worker closes it, so it never outlives the worker for long; a handler that is stuck
when the worker is gone is ended by the process's own timer.
"""

import importlib
import resource
import signal
import socket
import sys
import time
from typing import Literal

from copydesk.logs import configure_logs
from copydesk.stream.allocator import forget_start_up, keep_freed_memory
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


def _receive(connection: socket.socket, size: int) -> bytearray | None:
    """Exactly `size` bytes, or None when the worker is gone."""
    buffer = bytearray(size)
    received = connection.recv_into(buffer, size, socket.MSG_WAITALL)
    return buffer if received == size else None


def _read(connection: socket.socket) -> bytearray | None:
    header = _receive(connection, HEADER.size)
    return None if header is None else _receive(connection, *HEADER.unpack(header))


def _load(setup: Setup) -> Handler:
    module, _, name = setup.handler.partition(":")
    handler: Handler = getattr(importlib.import_module(module), name)(setup.options)
    return handler


def _limit_memory(nbytes: int) -> None:
    if nbytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (nbytes, hard))


def _run(job: Job, handle: Handler, connection: socket.socket, alarm_s: float) -> None:
    # SIGALRM's default action ends the process, even inside a C library.
    signal.setitimer(signal.ITIMER_REAL, alarm_s)
    results: list[Result] = []
    tally = Tally()
    flushed = time.monotonic()
    final = len(job.messages) - 1
    for index, message in enumerate(job.messages):
        results.append(handle(message, tally))
        now = time.monotonic()
        if index == final or job.careful or now - flushed > FLUSH_S:
            connection.sendall(frame(Reply(results, tally, index == final)))
            results, tally, flushed = [], Tally(), now
            signal.setitimer(signal.ITIMER_REAL, alarm_s)


def main() -> Literal[0]:
    """Work until standard input ends."""
    keep_freed_memory()
    connection = socket.socket(fileno=0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker, which drains
    setup_frame = _read(connection)
    if setup_frame is None:
        return 0
    setup = decode_setup(setup_frame)
    configure_logs(setup.logs)
    handle = _load(setup)
    forget_start_up()
    _limit_memory(setup.memory_bytes)
    connection.sendall(frame(Reply([], Tally(), last=True)))
    while (body := _read(connection)) is not None:
        job = decode_job(body)
        del body
        _run(job, handle, connection, setup.time_limit_s * ORPHAN_FACTOR)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BrokenPipeError, ConnectionResetError):
        sys.exit(0)  # the worker is gone; its successor does our work again
