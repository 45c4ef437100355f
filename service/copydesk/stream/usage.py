"""What the child processes take, memory and CPU, which a worker's own process metrics do not tell; and the limit.

Read from /proc, as prometheus_client does for the worker itself; where there is none, both stay 0.
"""

import math
import os
import resource
from collections.abc import Sequence
from pathlib import Path

from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics

PROC = Path("/proc")
CGROUP = Path("/sys/fs/cgroup")
_NO_LIMIT_BYTES = 1 << 60
"""cgroup v1 writes "no limit" as about 2 to the power of 63; no machine has this much."""
_USER_CPU, _SYSTEM_CPU, _RESIDENT_PAGES = 11, 12, 21
"""Fields of /proc/PID/stat, counted from the one after the program's name (proc(5), where that is field 3)."""


class Usage:
    """Keeps the two metrics of the child processes up to date."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._counted_s = 0.0
        metrics.set(m.MEMORY_LIMIT, memory_limit_bytes(CGROUP))

    def refresh(self, pids: Sequence[int]) -> None:
        """Measure these children, and those that have ended; from one thread."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu_s, memory_bytes = ended.ru_utime + ended.ru_stime, 0
        for pid in pids:
            child_cpu_s, child_bytes = _measure(pid)
            cpu_s += child_cpu_s
            memory_bytes += child_bytes
        self._metrics.set(m.CHILDREN_MEMORY, memory_bytes)
        if cpu_s > self._counted_s:  # one that ends between the two looks is missing once
            self._metrics.count(m.CHILDREN_CPU, cpu_s - self._counted_s)
            self._counted_s = cpu_s


def memory_limit_bytes(cgroup: Path) -> float:
    """Memory limit of the container that this process runs in, seen at cgroup v2's place or v1's; infinite without one."""
    for path in (cgroup / "memory.max", cgroup / "memory" / "memory.limit_in_bytes"):
        try:
            limit = float(path.read_text())  # float("max\n") is a ValueError
        except (OSError, ValueError):
            continue
        if limit < _NO_LIMIT_BYTES:
            return limit
    return math.inf


def _measure(pid: int) -> tuple[float, int]:
    """CPU seconds and resident bytes of a process; 0 when it is gone."""
    try:
        # The program's name stands in parentheses, and may hold any character.
        fields = (PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0, 0
    ticks = int(fields[_USER_CPU]) + int(fields[_SYSTEM_CPU])
    return ticks / os.sysconf("SC_CLK_TCK"), int(fields[_RESIDENT_PAGES]) * os.sysconf("SC_PAGE_SIZE")
