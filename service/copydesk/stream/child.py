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
from typing import Literal

from copydesk.logs import configure_logs
from copydesk.stream.allocator import forget_start_up, keep_freed_memory
from copydesk.stream.job import Runner
from copydesk.stream.wire import (
    HEADER,
    Handler,
    Job,
    Reply,
    Setup,
    decode_job,
    decode_setup,
    frame,
)

ORPHAN_FACTOR = 4
"""The own timer rings at this multiple of the time limit: the worker, when alive, has long killed us."""


def _receive(connection: socket.socket, size: int) -> bytes | None:
    """Exactly `size` bytes, or None when the worker is gone."""
    if not size:
        return b""
    received = connection.recv(size, socket.MSG_WAITALL)
    return received if len(received) == size else None


def _read(connection: socket.socket) -> tuple[bytes, bytes] | None:
    """Head and body of the next frame, or None when the worker is gone."""
    header = _receive(connection, HEADER.size)
    if header is None:
        return None
    head_bytes, body_bytes = HEADER.unpack(header)
    head, body = _receive(connection, head_bytes), _receive(connection, body_bytes)
    return None if head is None or body is None else (head, body)


def _load(setup: Setup) -> Handler:
    module, _, name = setup.handler.partition(":")
    handler: Handler = getattr(importlib.import_module(module), name)(setup.options)
    return handler


def _limit_memory(nbytes: int) -> None:
    if nbytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (nbytes, hard))


def _run(job: Job, body: bytes, runner: Runner, connection: socket.socket, alarm_s: float) -> None:
    # SIGALRM's default action ends the process, even inside a C library.
    signal.setitimer(signal.ITIMER_REAL, alarm_s)
    for reply, pieces in runner.run(job, body):
        connection.sendall(frame(reply, sum(map(len, pieces))))
        for piece in pieces:
            connection.sendall(piece)
        signal.setitimer(signal.ITIMER_REAL, alarm_s)


def main() -> Literal[0]:
    """Work until standard input ends."""
    keep_freed_memory()
    connection = socket.socket(fileno=0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the worker, which drains
    got = _read(connection)
    if got is None:
        return 0
    setup = decode_setup(got[0])
    configure_logs(setup.logs)
    runner = Runner(_load(setup), setup.output)
    forget_start_up()
    _limit_memory(setup.memory_bytes)
    connection.sendall(frame(Reply(0, last=True)))
    while (got := _read(connection)) is not None:
        job = decode_job(got[0])
        _run(job, got[1], runner, connection, setup.time_limit_s * ORPHAN_FACTOR)
        del got
        signal.setitimer(signal.ITIMER_REAL, 0)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BrokenPipeError, ConnectionResetError):
        sys.exit(0)  # the worker is gone; its successor does our work again
