"""An event loop whose time is no one's: it moves to the next timer when nothing else is to be done.

Seconds of waiting cost nothing, and one seed gives one order of events. Threads have no place in it: what the
code hands to an executor runs in the loop, after a while that the schedule chooses.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any
from weakref import WeakKeyDictionary


class Stuck(Exception):  # noqa: N818  names a state
    """Nothing is to be done and nothing is waited for: whoever still waits does so for ever."""


class _Selector(selectors.DefaultSelector):
    """Sleeps by moving the loop's clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready, which is nothing; move the clock instead of waiting."""
        if timeout is None:
            raise Stuck
        self.now += max(0.0, timeout)
        ready: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop on virtual time, whose tasks know which process they belong to."""

    def __init__(self, executor_s: Callable[[], float]) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)
        self._executor_s = executor_s
        self._processes: WeakKeyDictionary[asyncio.Task[Any], Process] = WeakKeyDictionary()
        self.set_task_factory(self._task)  # type: ignore[arg-type]

    def time(self) -> float:
        """Virtual seconds since the loop was made."""
        return self._virtual.now

    def _task(self, loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, Any], **more: Any) -> Any:
        """A task belongs to the process of the task that made it."""
        task = asyncio.Task(coro, loop=loop, **more)
        process = self.process
        if process is not None:
            self._processes[task] = process
        return task

    @property
    def process(self) -> "Process | None":
        """The process of the running task."""
        task = asyncio.current_task(self)
        return self._processes.get(task) if task is not None else None

    def spawn(self, process: "Process", coro: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Start a task of a process."""
        task = self.create_task(coro)
        self._processes[task] = process
        return task

    async def kill(self, process: "Process") -> None:
        """End a process as kill -9 does: none of its tasks takes one more step of its own."""
        process.alive = False
        tasks = [task for task, owner in self._processes.items() if owner is process and not task.done()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def end(self) -> None:
        """Cancel what is left and close."""
        tasks = asyncio.all_tasks(self)
        for task in tasks:
            task.cancel()
        if tasks:
            self.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.close()

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:  # type: ignore[override]
        """Run a call after a while, and answer after another; a process that is killed between them never hears of it."""
        future: asyncio.Future[Any] = self.create_future()
        process = self.process

        def begin() -> None:
            if process is not None and not process.alive:
                return
            try:
                result, error = func(*args), None
            except Exception as raised:  # noqa: BLE001  the caller's to see
                result, error = None, raised
            self.call_later(self._executor_s(), end, result, error)

        def end(result: Any, error: Exception | None) -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)

        self.call_later(self._executor_s(), begin)
        return future


class Process:
    """A process of the simulation; what a dead one asks for does not happen."""

    def __init__(self) -> None:
        self.alive = True
