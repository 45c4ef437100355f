"""Does memory grow? Many identity articles through one worker, its memory sampled all along."""

from collections.abc import Sequence

from msgspec import Struct

from bench import topics
from bench.brokers import Broker
from bench.messages import messages
from bench.plan import COPYDESK, Workload
from bench.run import Sample, run

SETTLED_SHARE = 0.25
"""The first quarter is left out: imports, buffers and caches fill up then."""

MARGIN = 2000


class MemoryRun(Struct, frozen=True):
    """Resident bytes of the whole worker, children included, over one long run.

    `slope_bytes` is the growth per 1,000 articles by least squares over the settled part;
    `marks` are (articles, bytes) at each tenth.
    """

    articles: int
    slope_bytes: float
    first_rss: int
    last_rss: int
    peak_rss: int
    peak_pss: int
    marks: Sequence[tuple[int, int]]


async def measure(broker: Broker, workload: Workload, articles: int) -> MemoryRun:
    """Pass `articles` through a Copydesk worker with the workload's handler.

    Errors: RunFailedError.
    """
    source = "memory-input"
    await topics.create(broker.bootstrap, source)
    await topics.fill(broker.bootstrap, source, messages(workload.messages, articles + MARGIN))
    variant = next(each for each in workload.variants() if each.name == COPYDESK)
    limit_s = 60 + articles / 1000
    measured, samples = await run(
        variant, broker.bootstrap, broker.pid, source, outputs=articles, limit_s=limit_s
    )
    await topics.delete(broker.bootstrap, source)
    settled = [sample for sample in samples if sample.outputs >= articles * SETTLED_SHARE]
    return MemoryRun(
        articles=samples[-1].outputs,
        slope_bytes=slope(settled) * 1000,
        first_rss=settled[0].rss,
        last_rss=settled[-1].rss,
        peak_rss=measured.peak_rss,
        peak_pss=measured.peak_pss,
        marks=_marks(samples, articles),
    )


def slope(samples: Sequence[Sample]) -> float:
    """Bytes of growth per output: the straight line that fits best."""
    count = len(samples)
    mean_x = sum(sample.outputs for sample in samples) / count
    mean_y = sum(sample.rss for sample in samples) / count
    spread = sum((sample.outputs - mean_x) ** 2 for sample in samples)
    return (
        sum((sample.outputs - mean_x) * (sample.rss - mean_y) for sample in samples) / spread
        if spread
        else 0.0
    )


def _marks(samples: Sequence[Sample], articles: int) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for sample in samples:
        if sample.outputs >= articles * (len(marks) + 1) / 10:
            marks.append((sample.outputs, sample.rss))
    return marks
