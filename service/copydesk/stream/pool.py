"""Child processes that work on messages, and can be killed one article at a time.

Why not a library: the time limit is per article while work goes in chunks, and a child's death
must cost the one article that caused it. See decisions/0003.
"""

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec
import structlog
from msgspec import Struct

from copydesk.logs import LogOptions
from copydesk.outcome import Reason, Stage
from copydesk.stream.wire import HEADER, Job, Message, Result, Setup, Tally, decode_reply, frame

log = structlog.get_logger(__name__)

GRACE_S = 0.5
"""On top of the time limit: a child sends results on every 0.02 s, and the machine may be busy."""

START_S = 60.0
"""Seconds a child may take to start: its imports, on a loaded machine."""

MOST_START_FAILURES = 3
"""In a row; then it is not the machine's mood, and the worker gives up."""

JOBS_PER_CHILD = 2
"""One it works on and one that waits in its pipe, so that it never idles for the parent."""


class PoolOptions(Struct, frozen=True, kw_only=True):
    """Number of children, limits, and what they run (see `wire.Setup`)."""

    processes: int
    time_limit_s: float
    memory_bytes: int
    handler: str
    handler_options: bytes
    logs: LogOptions = LogOptions()


class Cause(StrEnum):
    """Why a child ended; a metric label."""

    CRASHED = "crashed"
    TIME_LIMIT = "time_limit"
    STOPPED = "stopped"


_REASONS = {
    Cause.CRASHED: Reason.PROCESS_CRASHED,
    Cause.TIME_LIMIT: Reason.TIME_LIMIT,
}


class PoolBroken(Exception):  # noqa: N818  names a state, as BrokenProcessPool does
    """Children cannot be started; the worker must end."""


class ChildDied(Exception):  # noqa: N818  an event, not a fault
    """A child ended in the middle of a job, after `results`."""

    def __init__(self, cause: Cause, results: list[Result]) -> None:
        super().__init__(cause.value)
        self.cause = cause
        self.results = results


class _Pending:
    __slots__ = ("done", "results")

    def __init__(self, done: asyncio.Future[list[Result]]) -> None:
        self.done = done
        self.results: list[Result] = []


class Child:
    """One child process: jobs go in, results come out in the same order."""

    def __init__(self, options: PoolOptions, on_tally: Callable[[Tally], None]) -> None:
        self._options = options
        self._on_tally = on_tally
        self._pending: deque[_Pending] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._cause: Cause | None = None
        self._ended = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()

    async def start(self) -> None:
        """Start the process and wait until it has loaded its handler.

        Errors: ChildDied when it ends before, or takes too long.
        """
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "copydesk.stream.child",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            limit=1 << 20,
            process_group=0,  # Ctrl-C in the terminal is for the worker
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read())
        options = self._options
        setup = Setup(
            options.handler, options.handler_options, options.time_limit_s, options.memory_bytes, options.logs
        )
        await self._submit(frame(setup), START_S)

    async def run(self, messages: Sequence[Message], *, careful: bool = False) -> list[Result]:
        """Work on a chunk; results in the order of `messages`.

        Errors: ChildDied, with the results that came before.
        """
        return await self._submit(frame(Job(messages, careful)), self._options.time_limit_s + GRACE_S)

    async def stop(self) -> None:
        """End the process, at once; safe to call twice."""
        self._kill(Cause.STOPPED)
        if self._process is not None:
            await self._ended.wait()

    @property
    def ended(self) -> asyncio.Event:
        """Set when the process is gone."""
        return self._ended

    @property
    def cause(self) -> Cause:
        """Why it ended, once it has."""
        return self._cause or Cause.CRASHED

    async def _submit(self, data: bytes, first_limit_s: float) -> list[Result]:
        assert self._process is not None
        assert self._process.stdin is not None
        pending = _Pending(asyncio.get_running_loop().create_future())
        async with self._writing:
            if self._ended.is_set():
                raise ChildDied(self.cause, [])
            self._pending.append(pending)
            if len(self._pending) == 1:
                self._arm(first_limit_s)
            self._process.stdin.write(data)
            try:
                await self._process.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                pass  # noqa: SIM105  the reader sees the end of output and fails the job with what came before
        return await pending.done

    async def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        output = self._process.stdout
        try:
            while True:
                (size,) = HEADER.unpack(await output.readexactly(HEADER.size))
                self._take(await output.readexactly(size))
        except asyncio.IncompleteReadError:
            pass  # it ended; finally says so to whoever waits
        except msgspec.MsgspecError as error:
            log.error("A child process sent what is no reply; it is ended.", error=str(error))
        finally:
            self._disarm()
            self._kill(Cause.CRASHED)
            await self._process.wait()
            self._ended.set()
            for index, pending in enumerate(self._pending):
                if not pending.done.done():
                    # Only the first was being worked on; those behind it are innocent.
                    cause = self.cause if index == 0 else Cause.STOPPED
                    pending.done.set_exception(ChildDied(cause, pending.results))
            self._pending.clear()

    def _take(self, body: bytes) -> None:
        reply = decode_reply(body)
        pending = self._pending[0]
        pending.results.extend(reply.results)
        self._on_tally(reply.tally)
        if reply.last:
            self._pending.popleft()
            if not pending.done.done():
                pending.done.set_result(pending.results)
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


class Pool:
    """Keeps children running and gives them chunks."""

    def __init__(
        self,
        options: PoolOptions,
        *,
        on_tally: Callable[[Tally], None],
        on_exit: Callable[[Cause], None],
        on_size: Callable[[int], None],
    ) -> None:
        self._options = options
        self._on_tally = on_tally
        self._on_exit = on_exit
        self._on_size = on_size
        self._slots: asyncio.Queue[Child] = asyncio.Queue()
        self._children: set[Child] = set()
        self._keepers: set[asyncio.Task[None]] = set()
        self._broken: asyncio.Future[None] | None = None
        self._stopping = False

    async def start(self) -> None:
        """Start all children.

        Errors: PoolBroken when they cannot be.
        """
        self._broken = asyncio.get_running_loop().create_future()
        await asyncio.gather(*(self._add() for _ in range(self._options.processes)))

    async def stop(self) -> None:
        """End all children; what they work on is left undone."""
        self._stopping = True
        await asyncio.gather(*(child.stop() for child in list(self._children)))
        for keeper in list(self._keepers):
            await keeper
        if self._broken is not None and self._broken.done():
            self._broken.exception()

    async def run(self, messages: Sequence[Message]) -> list[Result]:
        """Work on a chunk; one result per message, in order.

        When a child dies, what is left is tried once more with a reply after each message; the one
        at which that child dies is rejected, and the rest goes on.

        Errors: PoolBroken when no child can be had.
        """
        results: list[Result] = []
        careful = False
        while len(results) < len(messages):
            child = await self._child()
            try:
                results += await child.run(messages[len(results) :], careful=careful)
            except ChildDied as death:
                results += death.results
                if death.cause is Cause.STOPPED:
                    continue
                if careful:
                    results.append(_rejection(death.cause, self._options))
                careful = not careful
            finally:
                self._give_back(child)
        return results

    async def _child(self) -> Child:
        assert self._broken is not None
        while True:
            getter = asyncio.ensure_future(self._slots.get())
            await asyncio.wait({getter, self._broken}, return_when=asyncio.FIRST_COMPLETED)
            if not getter.done():
                getter.cancel()
                raise PoolBroken(str(self._broken.exception()))
            child = getter.result()
            if not child.ended.is_set():
                return child

    def _give_back(self, child: Child) -> None:
        if not child.ended.is_set():
            self._slots.put_nowait(child)

    async def _add(self) -> None:
        failures = 0
        while not self._stopping:
            child = Child(self._options, self._on_tally)
            self._children.add(child)
            try:
                await child.start()
            except (ChildDied, OSError) as death:
                self._children.discard(child)
                failures += 1
                log.error("A child process did not start.", error=str(death), failures=failures)
                if failures >= MOST_START_FAILURES:
                    raise PoolBroken(
                        f"Child processes do not start ({failures} tries, last: {death}); "
                        "the log above has what they wrote."
                    ) from death
                continue
            for _ in range(JOBS_PER_CHILD):
                self._slots.put_nowait(child)
            self._on_size(len(self._children))
            keeper = asyncio.create_task(self._replace(child))
            self._keepers.add(keeper)
            keeper.add_done_callback(self._keepers.discard)
            return

    async def _replace(self, child: Child) -> None:
        await child.ended.wait()
        self._children.discard(child)
        self._on_exit(child.cause)
        self._on_size(len(self._children))
        if self._stopping:
            return
        log.warning("A child process ended and is replaced.", cause=child.cause.value)
        try:
            await self._add()
        except PoolBroken as broken:
            if self._broken is not None and not self._broken.done():
                self._broken.set_exception(broken)


def _rejection(cause: Cause, options: PoolOptions) -> Result:
    detail = (
        f"longer than {options.time_limit_s:g} s" if cause is Cause.TIME_LIMIT else "the child process died twice"
    )
    return Result(reason=_REASONS[cause], stage=Stage.NORMALISE, detail=detail)
