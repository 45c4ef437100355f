"""What a worker reads of its own limits."""

import math
from pathlib import Path

import pytest

from copydesk.stream.usage import memory_limit_bytes


@pytest.mark.parametrize(
    ("file", "text", "limit"),
    [
        ("memory.max", "805306368\n", 805306368),
        ("memory.max", "max\n", math.inf),
        ("memory/memory.limit_in_bytes", "805306368\n", 805306368),
        ("memory/memory.limit_in_bytes", "9223372036854771712\n", math.inf),
        ("elsewhere", "1\n", math.inf),
    ],
)
def test_the_limit_of_memory_is_that_of_the_container(
    tmp_path: Path, file: str, text: str, limit: float
) -> None:
    """Both versions of cgroups are read; no limit, however it is written, is infinite."""
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert memory_limit_bytes(tmp_path) == limit
