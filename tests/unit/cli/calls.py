"""What tests of the command line share: the type of the `call` fixture, and processes of their own."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Call = Callable[..., Result]
"""Calls copydesk in this process with arguments, and `stdin=`."""

SERVICE = Path(__file__).parents[3] / "service"


def environment() -> dict[str, str]:
    """Environment of a `copydesk` process: this one's, without settings of the outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COPYDESK_")}  # noqa: TID251  a process needs one
    return kept | {"PYTHONPATH": str(SERVICE)}


def brokers_of(pid: int) -> list[int]:
    """The embedded brokers among the children of a process."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(child) for child in found.split() if b"noida" in Path(f"/proc/{child}/cmdline").read_bytes()]
