"""Ends a server whose test run died without saying goodbye: `guard.py PID MARK FOLDER`.

Waits until its standard input closes, which happens when the parent ends, however it ends. A line
"done" before that means the server was stopped properly. MARK is a word of the server's command
line, so that a process that happens to have got the same number later is left alone. FOLDER, the
server's temporary one, is removed then. Linux only; elsewhere it does nothing.
"""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

PATIENCE_S = 15.0
OURS = "copydesk-"
"""What the temporary folders of test servers begin with."""
TEMPORARY_PREFIX = f"{OURS}kafka-"


def belongs(pid: int, mark: str) -> bool:
    """Whether `pid` is still the process whose command line holds `mark`."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return mark.encode() in words


def main() -> None:
    """Wait for the parent's end, then stop the server: first politely, then not."""
    pid, mark, folder = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.stdin.read().strip() == "done":
        return
    deadline = time.monotonic() + PATIENCE_S
    if belongs(pid, mark):
        os.kill(pid, signal.SIGTERM)
    while belongs(pid, mark) and time.monotonic() < deadline:
        time.sleep(0.1)
    if belongs(pid, mark):
        os.kill(pid, signal.SIGKILL)
    if folder.name.startswith(OURS):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
