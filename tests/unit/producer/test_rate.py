"""The token bucket spreads articles evenly and saves up little."""

import asyncio

from copydesk.producer.rate import TokenBucket


async def _spent(rate: float, count: int) -> float:
    loop = asyncio.get_running_loop()
    bucket = TokenBucket(rate)
    begun = loop.time()
    for _ in range(count):
        await bucket.take()
    return loop.time() - begun


def test_no_more_pass_than_the_rate_allows() -> None:
    """The first passes at once; of n at a rate of r the last waits (n - 1) / r seconds."""
    assert asyncio.run(_spent(200, 21)) >= 0.099
    assert asyncio.run(_spent(20_000, 1001)) >= 0.049


def test_a_slow_rate_waits_for_the_second() -> None:
    """Rates below one a second are kept too."""
    assert asyncio.run(_spent(0.5, 1)) < 0.2
    assert 0.19 <= asyncio.run(_spent(5, 2)) < 0.6
