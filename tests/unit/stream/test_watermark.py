"""The watermark: what may be committed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.stream.watermark import Watermark


def test_nothing_is_committed_before_anything_finished() -> None:
    """A watermark with open chunks only has no position."""
    watermark = Watermark()
    watermark.open(10)
    assert watermark.position is None
    assert watermark.pending == 1


def test_an_open_chunk_holds_back_those_behind_it() -> None:
    """Finishing the second chunk commits nothing until the first is finished."""
    watermark = Watermark()
    first, second = watermark.open(10), watermark.open(25)
    watermark.close(second)
    held = watermark.position
    watermark.close(first)
    assert (held, watermark.position, watermark.pending) == (None, 25, 0)


def test_closing_twice_changes_nothing() -> None:
    """A chunk that is reported done twice counts once."""
    watermark = Watermark()
    first = watermark.open(10)
    watermark.close(first)
    watermark.close(first)
    assert (watermark.position, watermark.pending) == (10, 0)


def test_chunks_must_be_opened_in_offset_order() -> None:
    """A chunk that ends before an earlier one is a fault of the caller's."""
    watermark = Watermark()
    watermark.open(10)
    with pytest.raises(ValueError, match="chunk ends at 10"):
        watermark.open(10)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.randoms(use_true_random=False), st.data())
def test_never_past_the_lowest_open_chunk(sizes: list[int], rng: random.Random, data: st.DataObject) -> None:
    """In whatever order chunks finish, the position is the end of the finished chunks at the front."""
    watermark, ends, tickets, at = Watermark(), [], [], 0
    for size in sizes:
        at += size
        ends.append(at)
        tickets.append(watermark.open(at))
    order = list(range(len(sizes)))
    rng.shuffle(order)
    done: set[int] = set()
    for index in order[: data.draw(st.integers(0, len(order)))]:
        watermark.close(tickets[index])
        done.add(index)
        front = next((i for i in range(len(ends)) if i not in done), len(ends))
        assert watermark.position == (ends[front - 1] if front else None)
        assert watermark.pending == len(ends) - front
