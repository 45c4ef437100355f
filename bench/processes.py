"""What a variant costs: CPU and memory of a process and all its descendants, from /proc (Linux only)."""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

from msgspec import Struct

PROC = Path("/proc")
TICKS_PER_S = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
RESCAN_S = 0.5
"""Between two looks for new children; a look costs a millisecond."""


class Memory(Struct, frozen=True):
    """Memory of a tree of processes, in bytes.

    `rss` counts what processes share once for each of them, `pss` once in all; `high_water` is the
    sum of each process's own highest RSS, which need not have been at the same time.
    """

    rss: int
    pss: int
    high_water: int


class Tree:
    """A process, its descendants, and whatever else is in its session."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._pids: list[int] = [root]
        self._scanned = 0.0

    def pids(self) -> list[int]:
        """Processes alive; looked up anew every `RESCAN_S`."""
        if time.monotonic() - self._scanned > RESCAN_S:
            self._pids = _descendants(self._root)
            self._scanned = time.monotonic()
        return self._pids

    def cpu_s(self) -> float:
        """CPU seconds used so far, of the living and of the ended that were waited for."""
        ticks = 0
        for pid in self.pids():
            fields = _stat(pid)
            if fields:
                ticks += sum(int(field) for field in fields[11:15])  # utime, stime, cutime, cstime
        return ticks / TICKS_PER_S

    def rss(self) -> int:
        """Resident bytes, now."""
        pages = 0
        for pid in self.pids():
            with contextlib.suppress(OSError, IndexError):
                pages += int((PROC / str(pid) / "statm").read_text().split()[1])
        return pages * PAGE_BYTES

    def memory(self) -> Memory:
        """All measures of memory; some milliseconds for each process."""
        pss = high_water = 0
        for pid in self.pids():
            pss += _kilobytes(pid, "smaps_rollup", "Pss:")
            high_water += _kilobytes(pid, "status", "VmHWM:")
        return Memory(self.rss(), pss * 1024, high_water * 1024)


def end(process: subprocess.Popen[bytes], patience_s: float = 30.0) -> None:
    """End a process started with `start_new_session=True`: SIGTERM, then SIGKILL for it and its descendants."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid in _descendants(process.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def busy_cpu_s() -> float:
    """CPU seconds that this machine has spent on anything since it started."""
    fields = [int(field) for field in (PROC / "stat").read_text().split("\n", 1)[0].split()[1:]]
    return (sum(fields[:8]) - fields[3] - fields[4]) / TICKS_PER_S  # all but idle and iowait


def _descendants(root: int) -> list[int]:
    """Find `root`, its children's children, and members of its session, even when their parents have ended."""
    parents: dict[int, int] = {}
    found: set[int] = set()
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))) and fields[0] != "Z":
            parents[int(entry.name)] = int(fields[1])
            if int(fields[3]) == root:
                found.add(int(entry.name))
    if root in parents:
        found.add(root)
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return sorted(found)


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the state on (field 3 of proc(5)); empty when the process is gone."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _kilobytes(pid: int, file: str, name: str) -> int:
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / file).read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0
