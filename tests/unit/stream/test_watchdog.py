"""The watchdog ends what stays stuck, tells where it stood, and lets go on what was only slow."""

import asyncio
import io
import threading
from collections.abc import Iterator

import orjson
import pytest
import structlog

from copydesk.logs import LogOptions, configure_logs
from copydesk.stream.health import Health
from copydesk.stream.watchdog import TICK_S, Watchdog, stacks

STUCK = Health(ok=False, reasons={"desk": "no progress for 61 s while there is work"})


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is logged, as JSON."""
    out = io.StringIO()
    configure_logs(LogOptions(format="json"), stream=out)
    yield out
    structlog.reset_defaults()


class Looks:
    """Answers in turn; the last one for ever. Says when so many were given."""

    def __init__(self, *answers: Health) -> None:
        self._answers = list(answers)
        self.asked = threading.Semaphore(0)

    def __call__(self) -> Health:
        """The next answer."""
        self.asked.release()
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def test_what_stays_stuck_ends_and_its_stacks_are_told(log: io.StringIO) -> None:
    """One line with the reasons and where threads and tasks stand, then the end, once."""
    ended = threading.Event()

    async def run() -> None:
        task = asyncio.create_task(asyncio.sleep(60), name="waits")
        watchdog = Watchdog(Looks(STUCK), asyncio.get_running_loop(), ended.set, grace_s=TICK_S / 2)
        watchdog.start()
        assert await asyncio.to_thread(ended.wait, 10)
        task.cancel()

    asyncio.run(run())
    first, last = [orjson.loads(line) for line in log.getvalue().splitlines()]
    assert first["reasons"] == STUCK.reasons
    assert any("thread MainThread" in one and "test_watchdog.py" in one for one in first["stacks"])
    assert any(one.startswith("task waits") for one in first["stacks"])
    assert "started anew" in last["event"]


def test_a_log_that_takes_nothing_keeps_no_stuck_worker() -> None:
    """What stands may hold the lock of the log, or the log's own pipe be full: the end comes all the same."""
    taken, ended = threading.Event(), threading.Event()

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            taken.wait(60)
            return len(text)

    configure_logs(LogOptions(format="json"), stream=Full())
    loop = asyncio.new_event_loop()
    watchdog = Watchdog(Looks(STUCK), loop, ended.set, grace_s=TICK_S / 2)
    try:
        watchdog.start()
        assert ended.wait(20)
    finally:
        taken.set()
        watchdog.stop()
        loop.close()
        structlog.reset_defaults()


def test_what_goes_on_again_is_left_alone(log: io.StringIO) -> None:
    """Progress within the grace keeps the worker."""
    ended = threading.Event()
    looks = Looks(STUCK, Health(ok=True))
    loop = asyncio.new_event_loop()
    watchdog = Watchdog(looks, loop, ended.set, grace_s=TICK_S / 2)
    watchdog.start()
    for _ in range(4):
        assert looks.asked.acquire(timeout=10)
    watchdog.stop()
    loop.close()
    assert not ended.is_set()
    assert "There is progress again." in log.getvalue()


def test_stacks_hold_no_values() -> None:
    """Names of functions, files and lines: what an article says is not among them."""
    secret = "canary-value"

    async def run() -> list[str]:
        assert secret
        return list(stacks(asyncio.get_running_loop()))

    told = asyncio.run(run())
    assert told
    assert not any(secret in one for one in told)
