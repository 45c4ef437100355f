"""The limit of dying: where most articles die, the worker stops before it makes dead letters of them all."""

from collections import deque

from copydesk.stream.errors import TooManyDead

WINDOW = 1000
"""Of so many last articles the share is taken: large enough for a bad feed among good ones."""

LEAST = 200
"""Before so many nothing is said; a worker that is started again and again makes fewer dead letters each time."""


class DeadShare:
    """The share of dead articles among the last ones, over all partitions of a worker.

    `limit` is a share; 1 is none.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._chunks: deque[tuple[int, int]] = deque()
        self._dead = self._all = 0

    def add(self, dead: int, all_: int) -> None:
        """Take note of what would become of a chunk, before anything of it is delivered.

        Errors: TooManyDead when the chunk must not be delivered.
        """
        self._chunks.append((dead, all_))
        self._dead += dead
        self._all += all_
        while self._all - self._chunks[0][1] >= WINDOW:
            old_dead, old = self._chunks.popleft()
            self._dead -= old_dead
            self._all -= old
        if self._limit < 1 and self._all >= LEAST and self._dead > self._limit * self._all:
            raise TooManyDead(
                f"{self._dead} of the last {self._all} articles were to be dead letters, more than stream.dead_share_limit "
                f"({self._limit:g}). Those of the last chunk were not delivered and wait on their topic. `copydesk dead ls` "
                "says why they die; where they may, set stream.dead_share_limit=1"
            )
