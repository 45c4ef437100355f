"""Handlers that misbehave on request, for the pool's tests; run inside its child processes."""

import os
import signal
import time

from copydesk.outcome import Reason, Stage
from copydesk.stream.wire import Message, Result, Tally


class Echo:
    """Gives each value back; does what a value asks for first."""

    def __init__(self, options: bytes) -> None:
        self._options = options

    def __call__(self, message: Message, tally: Tally) -> Result:
        """Echo, or crash, hang, swell, drop."""
        value = message.value or b""
        tally.errors["echo/seen"] = tally.errors.get("echo/seen", 0) + 1
        match value.split(b" ")[0]:
            case b"crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case b"exit":
                os._exit(3)
            case b"hang":
                while True:
                    time.sleep(3600)
            case b"swell":
                _ = bytearray(1 << 40)
            case b"print":
                print("not a frame")  # noqa: T201  that it does not break the protocol is the test
            case b"drop":
                return Result(reason=Reason.TOMBSTONE, stage=Stage.DECODE, dropped=True)
            case b"reject":
                return Result(reason=Reason.NO_ARTICLE, stage=Stage.STRIP, detail="asked for")
            case _:
                pass
        return Result(value=value, key=value, key_hash=message.offset)


class Broken:
    """Cannot even be made."""

    def __init__(self, options: bytes) -> None:
        raise RuntimeError(options.decode())
