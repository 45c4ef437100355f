"""A worker that dies at a named point: `python -m tests.faults.wounded POINT PASSES [worker's arguments]`.

It is the worker as it is, but that one function of it counts how often it is passed and, at pass number PASSES, sends
its own process SIGKILL: nothing is flushed, nobody is told, as with `kill -9`.
"""

import functools
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from copydesk import bootstrap
from copydesk.__main__ import main
from copydesk.sinks.sqlite import SqliteSink
from copydesk.stream.delivery import Delivery
from copydesk.stream.fast_path import ChunkConsumer
from copydesk.stream.outbox import Outbox
from copydesk.stream.work import Desk
from copydesk.strip import stage

_STRIP: Any = stage
_STORE: Any = SqliteSink
_BOOTSTRAP: Any = bootstrap

PASSES = "FAULT_PASSES"
"""Environment variable by which the children of the worker know at which pass it is to die."""


def strikes(passes: int, victim: int) -> Callable[[], None]:
    """Return what to call at the point: it kills `victim` at the last of so many passes."""
    left = passes

    def strike() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(victim, signal.SIGKILL)

    return strike


class DyingDesk(Desk):
    """The children's work, in the midst of which (blocks judged, none removed yet) the worker is killed."""

    def __init__(self, options: bytes) -> None:
        super().__init__(options)
        strike, decide = strikes(int(os.environ[PASSES]), os.getppid()), _STRIP.decide  # noqa: TID251  given to a process

        def struck(*arguments: Any) -> Any:
            strike()
            return decide(*arguments)

        _STRIP.decide = struck


def _before(owner: type, name: str, strike: Callable[[], None]) -> None:
    """Strike each time when a coroutine function is about to begin."""
    function = getattr(owner, name)

    @functools.wraps(function)
    async def struck(*arguments: Any, **named: Any) -> Any:
        strike()
        return await function(*arguments, **named)

    setattr(owner, name, struck)


def _after(owner: type, name: str, strike: Callable[[], None]) -> None:
    """Strike each time when a coroutine function has ended well."""
    function = getattr(owner, name)

    @functools.wraps(function)
    async def struck(*arguments: Any, **named: Any) -> Any:
        result = await function(*arguments, **named)
        strike()
        return result

    setattr(owner, name, struck)


def _after_sink_commit(strike: Callable[[], None]) -> None:
    write = SqliteSink.write

    def struck(sink: SqliteSink, batch: Any) -> None:
        write(sink, batch)
        strike()

    _STORE.write = struck


def _mid_strip(_: Callable[[], None]) -> None:
    _BOOTSTRAP.run_worker = functools.partial(
        bootstrap.run_worker, handler=f"{__package__}.wounded:{DyingDesk.__name__}"
    )


def _slow_store(_: Callable[[], None]) -> None:
    """Kills nothing: each write of the store takes PASSES seconds longer."""
    write, seconds = SqliteSink.write, int(os.environ[PASSES])  # noqa: TID251  as above

    def slow(sink: SqliteSink, batch: Any) -> None:
        time.sleep(seconds)
        write(sink, batch)

    _STORE.write = slow


POINTS: dict[str, Callable[[Callable[[], None]], None]] = {
    "after fetch": lambda strike: _before(ChunkConsumer, "_put_chunks", strike),
    "mid-strip": _mid_strip,
    "mid-send": lambda strike: _after(Outbox, "_send_batch", strike),
    "after send": lambda strike: _after(Delivery, "_settle", strike),
    "before commit": lambda strike: _before(ChunkConsumer, "_commit_offsets", strike),
    "after sink commit": _after_sink_commit,
}
"""Where it can die. Mid-send: a batch is with the producer, and may be on its way. After send: the brokers have acknowledged
all outcomes of a chunk, and nothing is noted of it yet. After sink commit: the store has a batch, and no offset is committed
for it."""

OTHERS = {"slow store": _slow_store}


def run() -> None:
    """Wound the worker as the command line says, and run it."""
    point, passes = sys.argv.pop(1), sys.argv.pop(1)
    os.environ[PASSES] = passes  # noqa: TID251  as above
    (POINTS | OTHERS)[point](strikes(int(passes), os.getpid()))
    main()


if __name__ == "__main__":
    run()
