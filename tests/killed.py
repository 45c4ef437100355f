"""A sink's writer that is killed at moments of chance and started again: what it had told as written by then."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from copydesk.sinks.base import Sink
from tests.making import TOPIC, batch, record

ROOT = Path(__file__).parents[1]
BATCH = 7
"""Records that the writer writes at a time: so many more than it told may be there."""


def write_for_ever(sink: Sink) -> None:
    """Write batches from where the store says, telling the offset behind each: what the process that is killed does."""
    sink.open()
    start = sink.committed(TOPIC, 0) or 0
    while True:
        sink.write(batch(*((n, record(f"a{n}", n, "Rain fell. " * 50)) for n in range(start, start + BATCH))))
        start += BATCH
        os.write(1, b"%d\n" % start)


def told_when_killed(code: str, *, times: int, most_batches: int) -> int:
    """Run a program that writes for ever and kill it, some times over; return the last offset that it told."""
    chance, told = random.Random(5), 0
    for _ in range(times):
        with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(3, most_batches)):
                told = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split()  # what was told before the signal came
            told = int(rest[-1]) if rest else told
    return told
