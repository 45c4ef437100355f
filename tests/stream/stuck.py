"""A worker that can get stuck, for the tests of the watchdog: `python -m tests.stream.stuck WHAT [worker's arguments]`.

loop: its event loop stands from SIGUSR1 on. store: its sink never comes back from a write.
"""

import asyncio
import signal
import sys
import time

from copydesk.__main__ import main
from copydesk.sinks.sqlite import SqliteSink
from copydesk.stream import service, watchdog


def stand(*_: object) -> None:
    """Do nothing for much longer than any test waits."""
    time.sleep(1000)


def stand_soon(*_: object) -> None:
    """Have the event loop stand: not in here, where it may hold the lock of the log."""
    asyncio.get_running_loop().call_soon_threadsafe(stand)


if __name__ == "__main__":
    what = sys.argv.pop(1)
    service.LOOP_STALL_S = 3.0
    watchdog.TICK_S = 0.2
    watchdog.GRACE_S = 2.0
    if what == "loop":
        signal.signal(signal.SIGUSR1, stand_soon)
    else:
        SqliteSink.write = stand  # type: ignore[method-assign,assignment]
    main()
