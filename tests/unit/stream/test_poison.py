"""The limit of dying: it lets a bad feed among good ones pass, and nothing else."""

import pytest

from copydesk.stream.errors import TooManyDead
from copydesk.stream.poison import LEAST, WINDOW, DeadShare


def test_a_topic_of_poison_stops_before_it_is_delivered() -> None:
    """The chunk that goes beyond the limit is the one that is refused, with the share and the way on."""
    share = DeadShare(0.9)
    share.add(LEAST - 1, LEAST - 1)
    with pytest.raises(TooManyDead, match=r"200 of the last 200 .*dead_share_limit") as caught:
        share.add(1, 1)
    assert caught.value.exit_code == 8


def test_a_first_chunk_of_poison_alone_is_enough() -> None:
    """A worker that is started again delivers nothing of it."""
    with pytest.raises(TooManyDead):
        DeadShare(0.9).add(500, 500)


def test_good_articles_among_them_keep_it_going() -> None:
    """At the limit itself nothing happens, however many come."""
    share = DeadShare(0.9)
    for _ in range(100):
        share.add(90, 100)


def test_only_the_last_articles_count() -> None:
    """What was good long ago does not pay for poison now."""
    share = DeadShare(0.9)
    for _ in range(100):
        share.add(0, 100)
    for _ in range(9):
        share.add(WINDOW // 10, WINDOW // 10)
    with pytest.raises(TooManyDead):
        share.add(WINDOW // 10, WINDOW // 10)


def test_it_can_be_turned_off() -> None:
    """With a limit of 1 everything may die."""
    share = DeadShare(1.0)
    for _ in range(10):
        share.add(500, 500)
