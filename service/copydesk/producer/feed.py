"""Reads a blocking source in a thread of its own, so that a slow pipe does not hold up deliveries."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

_AHEAD = 256
"""Read ahead at most so many: enough that the loop is not woken per item, little enough to hold."""


class Feed(Generic[T]):
    """An asynchronous view of an iterable that may block.

    Shape: items in their order, at most `ahead` of them read and not yet taken. Errors: what the
    iterable raises is raised from `async for`, after the items before it.
    """

    def __init__(self, source: Iterable[T], *, ahead: int = _AHEAD) -> None:
        self._source = source
        self._ahead = ahead
        self._items: deque[T] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._closed = False
        self._error: BaseException | None = None
        self._ready = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    async def __aiter__(self) -> AsyncIterator[T]:
        # A daemon: a read from a terminal or pipe that never ends must not keep the process.
        threading.Thread(target=self._read, name="copydesk-feed", daemon=True).start()
        try:
            while True:
                await self._ready.wait()
                items, ended = self._take()
                for item in items:
                    yield item
                if ended:
                    break
        finally:
            self.close()
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Let the reading thread end at its next item."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _take(self) -> tuple[list[T], bool]:
        with self._changed:
            items = list(self._items)
            self._items.clear()
            self._ready.clear()
            self._changed.notify()
            return items, self._ended

    def _read(self) -> None:
        try:
            for item in self._source:
                with self._changed:
                    self._changed.wait_for(lambda: self._closed or len(self._items) < self._ahead)
                    if self._closed:
                        return
                    self._items.append(item)
                    first = len(self._items) == 1
                if first:
                    self._wake()
        except BaseException as error:  # noqa: BLE001  handed to the loop, which raises it
            self._error = error
        with self._changed:
            self._ended = True
        self._wake()

    def _wake(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._ready.set)
        except RuntimeError:
            self.close()  # the loop is closed: nobody waits any more
