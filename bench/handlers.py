"""What is done to each message: nothing (`Identity`), or Copydesk's own work (`REAL`)."""

import importlib
from collections.abc import Callable

from copydesk.kafka.partition import key_hash
from copydesk.stream.wire import Message, Result, Tally

IDENTITY = "bench.handlers:Identity"
REAL = "copydesk.stream.work:Desk"

DEFAULTS = b"\x80"
"""Options as a child gets them: an empty MessagePack map, which leaves each at its default."""

Handler = Callable[[Message, Tally], Result]


class Identity:
    """Gives every message back as it came, under a key as records have one.

    It computes the key's partition as the real handler does, since that is the shell's way of working.
    """

    def __init__(self, options: bytes) -> None:
        """`options` are the real handler's; there is nothing to set here."""

    def __call__(self, message: Message, tally: Tally) -> Result:  # noqa: ARG002  the shell's signature
        """Return the message as the record."""
        key = b"%d-%08d" % (message.partition, message.offset)
        return Result(value=message.value or b"", key=key, key_hash=key_hash(key))


def load(name: str) -> Handler:
    """Make the handler "module:class" with default options, as a child process does."""
    module, _, attribute = name.partition(":")
    made: Handler = getattr(importlib.import_module(module), attribute)(DEFAULTS)
    return made
