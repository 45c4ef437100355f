"""Child processes that work on messages, and can be killed one article at a time.

Why not a library: the time limit is per article while work goes in chunks, and a child's death
must cost the one article that caused it. See decisions/0003.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog

from copydesk.outcome import Reason, Stage
from copydesk.stream.batches import RawRecords
from copydesk.stream.child_process import Answer, Cause, Child, ChildDied, ChildOptions
from copydesk.stream.wire import Failure, Job, Reply, Tally

log = structlog.get_logger(__name__)

MOST_START_FAILURES = 3
"""In a row; then it is not the machine's mood, and the worker gives up."""

JOBS_PER_CHILD = 2
"""One it works on and one that waits in its pipe, so that it never idles for the parent."""

_REASONS = {
    Cause.CRASHED: Reason.PROCESS_CRASHED,
    Cause.TIME_LIMIT: Reason.TIME_LIMIT,
}


class PoolBroken(Exception):  # noqa: N818  names a state, as BrokenProcessPool does
    """Children cannot be started; the worker must end."""


class Pool:
    """Keeps children running and gives them chunks."""

    def __init__(
        self,
        processes: int,
        options: ChildOptions,
        *,
        on_tally: Callable[[Tally], None],
        on_exit: Callable[[Cause], None],
        on_size: Callable[[int], None],
    ) -> None:
        self._processes = processes
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
        await asyncio.gather(*(self._add() for _ in range(self._processes)))

    async def stop(self) -> None:
        """End all children; what they work on is left undone."""
        self._stopping = True
        await asyncio.gather(*(child.stop() for child in list(self._children)))
        for keeper in list(self._keepers):
            await keeper
        if self._broken is not None and self._broken.done():
            self._broken.exception()

    @property
    def pids(self) -> list[int]:
        """Process ids of the children that run; safe from any thread."""
        return [child.pid for child in tuple(self._children) if child.pid is not None]

    async def run(self, raw: RawRecords, partitions: int) -> list[Answer]:
        """Work on records whose results go to a topic of so many partitions; answers in order of offset.

        When a child dies, what is left is tried once more with a reply after each message; the one
        at which that child dies is rejected, and the rest goes on. Where the child died before it had
        decoded one, nobody can tell which: the rest of the producer's batch is rejected.

        Errors: PoolBroken when no child can be had; aiokafka's CorruptRecordException when what is to be
        rejected cannot be decoded here either.
        """
        answers: list[Answer] = []
        careful = False
        while raw.start < raw.end:
            child = await self._child()
            job = Job(raw.topic, raw.partition, raw.start, raw.end, partitions, careful)
            try:
                answers += await child.run(job, [batch.data for batch in raw.batches])
                break
            except ChildDied as death:
                answers += death.answers
                last = death.answers[-1].reply if death.answers else Reply(raw.start)
                raw = raw.since(last.next_offset)
                if death.cause is Cause.STOPPED:
                    continue
                if careful:
                    decoded = last.begun or (death.answers and raw.start > raw.batches[0].base)
                    end = raw.start + 1 if decoded else raw.batch_end(raw.start)
                    answers.append(_rejection(raw, end, death.cause, self._options))
                    raw = raw.since(end)
                careful = not careful
            finally:
                self._give_back(child)
        return answers

    async def _child(self) -> Child:
        assert self._broken is not None
        while True:
            getter: asyncio.Task[Child] = asyncio.ensure_future(self._slots.get())
            waiting: set[asyncio.Future[Any]] = {getter, self._broken}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
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


def _rejection(raw: RawRecords, end: int, cause: Cause, options: ChildOptions) -> Answer:
    """Reject what lies before offset `end`."""
    detail = (
        f"longer than {options.time_limit_s:g} s"
        if cause is Cause.TIME_LIMIT
        else "the child process died twice"
    )
    records = [record for record in raw.decode() if record.offset < end]
    return Answer(
        Reply(
            end,
            messages=len(records),
            message_bytes=sum(len(record.value or b"") for record in records),
            sent_ms=[(record.timestamp, 1) for record in records],
            failures=[Failure(record.offset, _REASONS[cause], Stage.NORMALISE, detail) for record in records],
        )
    )
