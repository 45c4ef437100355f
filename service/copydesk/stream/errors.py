"""How a worker ends when it cannot start or go on."""

from typing import Final

EXIT_FAULT: Final = 6
EXIT_STALLED: Final = 7
EXIT_POISON: Final = 8


class ServiceError(Exception):
    """The worker cannot start or go on; `exit_code` as documented in the README."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class TopicLost(Exception):  # noqa: N818  what happened, not whose error
    """A topic is not the one that was read: what was read, and what was committed, means nothing on it."""


class TooManyDead(Exception):  # noqa: N818
    """Most articles die: a fault of ours or of a producer, that must not empty the topic into dead letters."""

    exit_code: Final = EXIT_POISON


class StoreBehind(Exception):  # noqa: N818
    """A store lacks what its group has committed: it lost something, or is an older copy."""
