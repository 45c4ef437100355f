"""Sums of an article before its blocks are told in numbers."""

import pytest

from copydesk.strip.sums import distances


@pytest.mark.parametrize(
    ("at", "found"), [(0, (99.0, 2)), (2, (99.0, 3)), (3, (1, 2)), (5, (3, 99.0)), (150, (99.0, 99.0))]
)
def test_distances_to_the_next_sure_blocks(at: int, found: tuple[float, float]) -> None:
    """Both ways, the block itself left out; 99 where there is none so near."""
    assert distances([2, 5], at) == found
