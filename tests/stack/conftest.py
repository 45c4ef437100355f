"""The stack is started once for all tests, from nothing, and taken down with its data at the end."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.stack import stack


@pytest.fixture(scope="session")
def started() -> Iterator[float]:
    """A stack from nothing, all healthy; seconds from `up` to then, images being there."""
    if shutil.which("docker") is None:
        pytest.skip("no docker here")
    known = subprocess.run(["docker", "info"], capture_output=True, text=True, check=False, timeout=60)
    if known.returncode:
        pytest.skip(f"no Docker engine answers: {known.stderr.strip()[-200:]}")
    stack.compose("--profile", "*", "down", "--volumes", "--remove-orphans")
    yield stack.up()
    stack.compose("--profile", "*", "down", "--volumes", "--remove-orphans")
