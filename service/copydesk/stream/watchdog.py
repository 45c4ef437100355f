"""The watchdog: a worker that has work and makes no progress ends, so that its supervisor starts it anew.

On a thread of its own, since the event loop may be what is stuck.
"""

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator

import structlog

from copydesk.stream.health import Health

log = structlog.get_logger(__name__)

TICK_S = 1.0
GRACE_S = 10.0
"""From the first look that finds it to the end: `/readyz` is seen red, and what was only slow may go on."""
TELL_S = 2.0
"""So long a line of the log is waited for."""
PAUSED_S = 5.0
"""A tick that took so long: the whole process was stopped, and everything else gets time to notice."""
_FRAMES = 12
"""Innermost frames shown of each thread and task."""
_TASKS = 40


class Watchdog:
    """Looks every second until stopped; calls `end` once, from its thread, when what it found lasts."""

    def __init__(
        self,
        look: Callable[[], Health],
        loop: asyncio.AbstractEventLoop,
        end: Callable[[], object],
        *,
        grace_s: float | None = None,
    ) -> None:
        self._look = look
        self._loop = loop
        self._end = end
        self._grace_s = GRACE_S if grace_s is None else grace_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stopped.set()

    def _run(self) -> None:
        found_at: float | None = None
        looked_at = time.monotonic()
        while not self._stopped.wait(TICK_S):
            now = time.monotonic()
            paused, looked_at = now - looked_at > PAUSED_S, now
            health = self._look()
            if health.ok or paused:
                if found_at is not None and health.ok:
                    log.warning("There is progress again.")
                found_at = None
            elif found_at is None:
                found_at = now
                where = list(stacks(self._loop))
                _tell("There is no progress.", reasons=health.reasons, stacks=where)
            elif now - found_at >= self._grace_s:
                what = "The worker ends, to be started anew; what is unfinished is done again."
                _tell(what, reasons=health.reasons)
                self._end()
                return


def _tell(event: str, **fields: object) -> None:
    """Log an error, but wait for it only a while: what is stuck may be the log, or hold its lock."""

    def write() -> None:
        log.error(event, **fields)
        sys.stderr.flush()

    writer = threading.Thread(target=write, name="watchdog-log", daemon=True)
    writer.start()
    writer.join(TELL_S)


def stacks(loop: asyncio.AbstractEventLoop) -> Iterator[str]:
    """Where each thread and each task stands: lines of code only, no values."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for ident, frame in sys._current_frames().items():  # noqa: SLF001  the documented way to other threads' frames
        where = traceback.extract_stack(frame)[-_FRAMES:]
        yield f"thread {names.get(ident, ident)}: {_told(where)}"
    for task in list(_tasks(loop))[:_TASKS]:
        where = traceback.StackSummary.extract(
            (frame, frame.f_lineno) for frame in task.get_stack(limit=_FRAMES)
        )
        yield f"task {task.get_name()}: {_told(where)}"


def _tasks(loop: asyncio.AbstractEventLoop) -> set["asyncio.Task[object]"]:
    try:
        return asyncio.all_tasks(loop)
    except RuntimeError:  # they changed while they were counted, again and again
        return set()


def _told(where: list[traceback.FrameSummary]) -> str:
    return " < ".join(
        f"{frame.name} {'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno}" for frame in reversed(where)
    )
