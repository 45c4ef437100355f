"""One child process, as the worker sees it: jobs in, results out, a time limit, a death."""

import asyncio
import os
import signal
import socket
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import StrEnum

import msgspec
import structlog
from msgspec import Struct

from copydesk.logs import LogOptions
from copydesk.stream.wire import HEADER, Job, OutputOptions, Reply, Setup, Tally, decode_reply, frame

log = structlog.get_logger(__name__)

GRACE_S = 0.5
"""On top of the time limit: a child sends results on every 0.02 s, and the machine may be busy."""

BUFFER_BYTES = 1 << 20
"""Asked of the kernel for each direction: a chunk passes in a few wake-ups instead of dozens."""

START_S = 60.0
"""Seconds a child may take to start: its imports, on a loaded machine."""


class Cause(StrEnum):
    """Why a child ended; a metric label."""

    CRASHED = "crashed"
    TIME_LIMIT = "time_limit"
    STOPPED = "stopped"


class ChildOptions(Struct, frozen=True, kw_only=True):
    """Limits of a child, and what it runs (see `wire.Setup`)."""

    time_limit_s: float
    memory_bytes: int
    handler: str
    handler_options: bytes
    output: OutputOptions = OutputOptions()
    logs: LogOptions = LogOptions()


class Answer(Struct, frozen=True, eq=False):
    """A reply, and the batches that came with it: one view for each of `reply.batches`."""

    reply: Reply
    batches: Sequence[memoryview] = ()


class ChildDied(Exception):  # noqa: N818  an event, not a fault
    """A child ended in the middle of a job, after `answers`."""

    def __init__(self, cause: Cause, answers: list[Answer]) -> None:
        super().__init__(cause.value)
        self.cause = cause
        self.answers = answers


class _Pending:
    __slots__ = ("answers", "done")

    def __init__(self, done: asyncio.Future[list[Answer]]) -> None:
        self.done = done
        self.answers: list[Answer] = []


class Child:
    """One child process: jobs go in, results come out in the same order."""

    def __init__(self, options: ChildOptions, on_tally: Callable[[Tally], None]) -> None:
        self._options = options
        self._on_tally = on_tally
        self._pending: deque[_Pending] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._cause: Cause | None = None
        self._ended = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._socket: socket.socket | None = None
        self._reader: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()

    async def start(self) -> None:
        """Start the process and wait until it has loaded its handler.

        Errors: ChildDied when it ends before, or takes too long.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            for end in (ours, theirs):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)
            ours.setblocking(False)
            self._socket = ours
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "copydesk.stream.child",
                stdin=theirs.fileno(),
                stdout=2,  # what a library prints is for people
                process_group=0,  # Ctrl-C in the terminal is for the worker
            )  # fmt: skip
        self._reader = asyncio.create_task(self._read())
        options = self._options
        setup = Setup(
            options.handler, options.handler_options, options.output,
            options.time_limit_s, options.memory_bytes, options.logs,
        )  # fmt: skip
        await self._submit([frame(setup)], START_S)

    async def run(self, job: Job, batches: Sequence[memoryview]) -> list[Answer]:
        """Work on the records of these batches that a job names; answers in the order of their offsets.

        Errors: ChildDied, with the answers that came before.
        """
        head = frame(job, sum(map(len, batches)))
        return await self._submit([head, *batches], self._options.time_limit_s + GRACE_S)

    async def stop(self) -> None:
        """End the process, at once; safe to call twice."""
        self._kill(Cause.STOPPED)
        if self._process is not None:
            await self._ended.wait()

    @property
    def pid(self) -> int | None:
        """Its process id, once it has been started."""
        return self._process.pid if self._process is not None else None

    @property
    def ended(self) -> asyncio.Event:
        """Set when the process is gone."""
        return self._ended

    @property
    def cause(self) -> Cause:
        """Why it ended, once it has."""
        return self._cause or Cause.CRASHED

    async def _submit(self, pieces: Sequence[bytearray | memoryview], first_limit_s: float) -> list[Answer]:
        assert self._socket is not None
        pending = _Pending(asyncio.get_running_loop().create_future())
        async with self._writing:
            if self._ended.is_set():
                raise ChildDied(self.cause, [])
            self._pending.append(pending)
            if len(self._pending) == 1:
                self._arm(first_limit_s)
            # A broken connection is the reader's to tell: it fails the job, with what came before.
            with suppress(OSError):
                for piece in pieces:
                    await asyncio.get_running_loop().sock_sendall(self._socket, piece)
        return await pending.done

    async def _read(self) -> None:
        assert self._process is not None
        assert self._socket is not None
        try:
            while True:
                head_bytes, body_bytes = HEADER.unpack(await _receive(self._socket, HEADER.size))
                head = await _receive(self._socket, head_bytes)
                self._take(decode_reply(head), await _receive(self._socket, body_bytes))
        except (EOFError, OSError):
            pass  # it ended; finally says so to whoever waits
        except msgspec.MsgspecError as error:
            log.error("A child process sent what is no reply; it is ended.", error=str(error))
        finally:
            self._disarm()
            self._kill(Cause.CRASHED)
            self._socket.close()
            await self._process.wait()
            self._ended.set()
            for index, pending in enumerate(self._pending):
                if not pending.done.done():
                    # Only the first was being worked on; those behind it are innocent.
                    cause = self.cause if index == 0 else Cause.STOPPED
                    pending.done.set_exception(ChildDied(cause, pending.answers))
            self._pending.clear()

    def _take(self, reply: Reply, body: bytearray) -> None:
        pending, view, at = self._pending[0], memoryview(body), 0
        batches: list[memoryview] = []
        for batch in reply.batches:
            batches.append(view[at : at + batch.size])
            at += batch.size
        pending.answers.append(Answer(reply, batches))
        self._on_tally(reply.tally)
        if reply.last:
            self._pending.popleft()
            if not pending.done.done():
                pending.done.set_result(pending.answers)
        if self._pending:
            self._arm(self._options.time_limit_s + GRACE_S)
        else:
            self._disarm()

    def _arm(self, seconds: float) -> None:
        self._disarm()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._kill, Cause.TIME_LIMIT)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _kill(self, cause: Cause) -> None:
        if self._cause is None:
            self._cause = cause
        if self._process is not None and self._process.returncode is None:
            try:
                os.kill(self._process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return


async def _receive(connection: socket.socket, size: int) -> bytearray:
    """Exactly `size` bytes; EOFError when the other end closed before."""
    loop = asyncio.get_running_loop()
    buffer = bytearray(size)
    rest = memoryview(buffer)
    while rest:
        received = await loop.sock_recv_into(connection, rest)
        if not received:
            raise EOFError
        rest = rest[received:]
    return buffer
