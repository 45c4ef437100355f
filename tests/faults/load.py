"""A steady load: articles in several versions, out of order too, poison and null messages among them."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

import orjson
from aiokafka import AIOKafkaProducer

from tests.faults.oracle import POISON
from tests.stream.harness import In, Place
from tests.stream.test_desk import BODY

PATIENCE_MS = 300_000
"""A producer that meets the faults too goes on trying."""
TICK_S = 0.05


def message(number: int) -> In:
    """Message `number` of a load: of twenty, sixteen are new articles, two newer or older versions, one poison, one null."""
    key = f"site{number % 41}".encode()  # of so many sites every partition has some
    match number % 20:
        case 7:
            return In(POISON + str(number).encode(), key=key)
        case 13:
            return In(None, key=key)
        case 10:
            name, fetched = number - 9, number  # a newer version
        case 19:
            name, fetched = number - 16, 0  # a late, old one
        case _:
            name = fetched = number
    value = {
        "id": f"a{name}",
        "text": f"{BODY[:40]} Number {name}, version {fetched}. {BODY[40:]}",
        "fetchedAt": f"2026-11-{1 + fetched // 86400 % 28:02}T{fetched // 3600 % 24:02}:{fetched // 60 % 60:02}:{fetched % 60:02}Z",
    }
    return In(orjson.dumps(value), key=key)


class Load:
    """Sends `per_s` messages a second until it is left; each is acknowledged. A context manager."""

    def __init__(self, place: Place, per_s: float, first: int = 0) -> None:
        self._place = place
        self._per_tick = per_s * TICK_S
        self._done = asyncio.Event()
        self._first = first
        self.sent = first
        """Number of the next message."""

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if kind is not None:
            self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=kind is not None)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        async with AIOKafkaProducer(
            bootstrap_servers=self._place.bootstrap, request_timeout_ms=PATIENCE_MS, linger_ms=2
        ) as producer:
            began, futures = loop.time(), []
            while not self._done.is_set():
                due = self._first + int((loop.time() - began) / TICK_S * self._per_tick)
                for number in range(self.sent, due):
                    one = message(number)
                    futures.append(await producer.send(self._place.topics.raw, one.value, key=one.key))
                self.sent = max(self.sent, due)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._done.wait(), TICK_S)
            await asyncio.gather(*futures)
