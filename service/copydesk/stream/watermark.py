"""The watermark of one partition: up to which offset everything is finished.

Chunks of a partition may finish in any order; what may be committed is the end of the last
chunk before which nothing is open. Faust 0.15.3 can commit past an unfinished message (its
issue 606), so it is not asked.
"""

from collections import deque


class Watermark:
    """Contiguous progress over chunks that are opened in offset order.

    Not thread-safe: used from the event loop only.
    """

    __slots__ = ("_open", "opened", "position")

    def __init__(self) -> None:
        self.position: int | None = None
        """The next offset to commit, or None before anything finished."""
        self._open: deque[list[int]] = deque()
        self.opened = 0
        """Where the last opened chunk ends: the next one begins there or later."""

    def open(self, next_offset: int) -> object:
        """Note that the messages before `next_offset` are being worked on; returns a ticket.

        Errors: ValueError when chunks are not opened in offset order.
        """
        if next_offset <= self.opened:
            raise ValueError(
                f"chunk ends at {next_offset}, but one that ends at {self.opened} was opened before"
            )
        self.opened = next_offset
        ticket = [next_offset, 0]
        self._open.append(ticket)
        return ticket

    def close(self, ticket: object) -> None:
        """Note that the ticket's messages are finished and delivered; closing twice changes nothing."""
        assert isinstance(ticket, list)
        ticket[1] = 1
        while self._open and self._open[0][1]:
            self.position = self._open.popleft()[0]

    @property
    def pending(self) -> int:
        """Chunks opened and not yet behind the watermark."""
        return len(self._open)
