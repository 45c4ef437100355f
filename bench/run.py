"""One run of one variant: start it on a filled topic, watch its outputs come, note what it costs."""

import asyncio
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from bench import topics
from bench.processes import Tree, busy_cpu_s, end

ROOT = Path(__file__).resolve().parents[1]
POLL_S = 0.05
"""Between two looks at the outputs: 1 % of the shortest runs, and about 2 % of a core."""

MEMORY_S = 1.0
START_SHARE = 0.1
"""CPU is counted from the first tenth of the outputs on: by then what was read ahead is in a steady
state, at the end as at the beginning, and the start is over."""

_numbers = itertools.count()


class Variant(Struct, frozen=True):
    """A program that passes messages on: `python -m MODULE BROKER INPUT OUTPUT GROUP ARGUMENTS`."""

    name: str
    module: str
    arguments: tuple[str, ...] = ()


class Sample(Struct, frozen=True):
    """State at one moment: seconds since the start, outputs so far, CPU so far, resident bytes."""

    at_s: float
    outputs: int
    cpu_s: float
    broker_cpu_s: float
    machine_cpu_s: float
    rss: int


class Measured(Struct, frozen=True):
    """What one run gave; see README.md for each figure."""

    variant: str
    outputs: int
    seconds: float
    start_s: float
    articles_per_s: float
    cpu_s_per_1000: float
    cores: float
    broker_cores: float
    other_cores: float
    peak_rss: int
    peak_pss: int
    high_water: int


class RunFailedError(RuntimeError):
    """A variant ended, or did not get done in time; the message has the end of its log."""


async def run(
    variant: Variant, broker: str, broker_pid: int | None, source: str, *, outputs: int, limit_s: float
) -> tuple[Measured, list[Sample]]:
    """Run a variant until `outputs` messages have come out.

    Errors: RunFailedError.
    """
    target = f"out-{next(_numbers)}-{variant.name}"
    await topics.create(broker, target, f"{target}.dead")
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as folder:
        log = Path(folder) / "log"
        process = _start(variant, broker, source, target, log)
        watched = _Watched(process, Tree(process.pid), Tree(broker_pid) if broker_pid else None)
        try:
            return await _observe(variant.name, watched, topics.Watch(broker, target), outputs, limit_s)
        except RunFailedError as error:
            raise RunFailedError(
                f"{variant.name}: {error}\n{log.read_text(errors='replace')[-3000:]}"
            ) from None
        finally:
            await asyncio.to_thread(end, process)
            await topics.delete(broker, target, f"{target}.dead")


class _Watched(NamedTuple):
    process: subprocess.Popen[bytes]
    tree: Tree
    broker: Tree | None

    def sample(self, at_s: float, outputs: int) -> Sample:
        """Read all meters."""
        broker_cpu_s = self.broker.cpu_s() if self.broker else 0.0
        return Sample(at_s, outputs, self.tree.cpu_s(), broker_cpu_s, busy_cpu_s(), self.tree.rss())


def _start(variant: Variant, broker: str, source: str, target: str, log: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        variant.module,
        broker,
        source,
        target,
        f"group-{target}",
        *variant.arguments,
    ]
    with log.open("wb") as sink:
        return subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, start_new_session=True
        )


async def _observe(
    name: str, watched: _Watched, watch: topics.Watch, outputs: int, limit_s: float
) -> tuple[Measured, list[Sample]]:
    samples: list[Sample] = []
    peak_pss = 0
    began = looked = time.monotonic()
    async with watch:
        while True:
            count = await watch.count()
            now = time.monotonic()
            samples.append(watched.sample(now - began, count))
            if count >= outputs:
                break
            code = watched.process.poll()
            if code is not None:
                raise RunFailedError(f"ended with code {code} after {count} of {outputs} outputs")
            if now - began > limit_s:
                raise RunFailedError(f"{count} of {outputs} outputs in {limit_s:.0f} s")
            if now - looked > MEMORY_S:
                looked, peak_pss = now, max(peak_pss, watched.tree.memory().pss)
            await asyncio.sleep(POLL_S)
    last = watched.tree.memory()
    return summary(name, samples, outputs, max(peak_pss, last.pss), last.high_water), samples


def summary(name: str, samples: Sequence[Sample], outputs: int, peak_pss: int, high_water: int) -> Measured:
    """Figures of a run from its samples; the last one is when the wanted number had come out."""
    last = samples[-1]
    first = next(sample for sample in samples if sample.outputs)
    steady = next(sample for sample in samples if sample.outputs >= outputs * START_SHARE)
    if steady is last or first is last:
        raise RunFailedError(f"all {last.outputs} outputs came within {POLL_S} s: too few to measure")
    span, cpu = last.at_s - steady.at_s, last.cpu_s - steady.cpu_s
    broker_cpu = last.broker_cpu_s - steady.broker_cpu_s
    return Measured(
        variant=name,
        outputs=last.outputs,
        seconds=last.at_s - first.at_s,
        start_s=first.at_s,
        articles_per_s=(last.outputs - first.outputs) / (last.at_s - first.at_s),
        cpu_s_per_1000=cpu / (last.outputs - steady.outputs) * 1000,
        cores=cpu / span,
        broker_cores=broker_cpu / span,
        other_cores=max(0.0, last.machine_cpu_s - steady.machine_cpu_s - cpu - broker_cpu) / span,
        peak_rss=max(sample.rss for sample in samples),
        peak_pss=peak_pss,
        high_water=high_water,
    )
