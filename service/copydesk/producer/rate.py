"""A token bucket: at most so many a second, in small bursts."""

import asyncio

_BURST_S = 0.05
"""Tokens saved up at most, in seconds of the rate: keeps waits above the timer's 1 ms at high rates."""


class TokenBucket:
    """Lets `rate` a second pass, evenly; of a rate of 0.5 one every two seconds."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._burst = max(1.0, rate * _BURST_S)
        self._tokens = 1.0
        self._at = asyncio.get_running_loop().time()

    async def take(self) -> None:
        """Wait until one may pass."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate) - 1.0
        self._at = now
        if self._tokens < 0:
            await asyncio.sleep(-self._tokens / self._rate)
