"""CPU and memory of a tree of processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.processes import Tree, busy_cpu_s, end

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")

# A parent that sleeps, a child that has burned some CPU and ended, and one that lives and holds 30 MB.
PROGRAM = """
import subprocess, sys, time
subprocess.run([sys.executable, "-c", "import time\\nwhile time.process_time() < 0.3: pass"])
subprocess.Popen([sys.executable, "-c", "import time; block = b'x' * 30_000_000; print('up', flush=True); time.sleep(60)"])
time.sleep(60)
"""


@pytest.fixture
def parent() -> subprocess.Popen[bytes]:
    """The process of `PROGRAM`, once its last child is up."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"
    process.stdout.close()
    return process


def test_children_count_living_and_ended(parent: subprocess.Popen[bytes]) -> None:
    """CPU includes that of a child that ended, memory that of one that lives."""
    try:
        tree = Tree(parent.pid)
        assert len(tree.pids()) == 2
        assert tree.cpu_s() >= 0.3
        memory = tree.memory()
        assert memory.rss > 30_000_000
        assert 30_000_000 < memory.pss <= memory.rss
        assert memory.high_water >= memory.rss
    finally:
        end(parent, patience_s=5)


def test_end_leaves_no_descendant(parent: subprocess.Popen[bytes]) -> None:
    """Ending a parent that does not end its children ends them too."""
    child = next(pid for pid in Tree(parent.pid).pids() if pid != parent.pid)
    end(parent, patience_s=5)
    deadline = time.monotonic() + 10
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _alive(child)


def test_the_machine_is_at_least_as_busy_as_we_are() -> None:
    """What this process burns shows in the machine's sum."""
    before, own = busy_cpu_s(), time.process_time()
    while time.process_time() - own < 0.2:
        pass
    assert busy_cpu_s() - before > 0.15


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
