"""The rejects file: what was not sent, with the reason, as JSON Lines that can be put right and sent again."""

from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import orjson

from copydesk.producer.items import BadItem


def rejects_path(directory: Path, name: str, now: datetime) -> Path:
    """Name a rejects file after what was read and when (UTC)."""
    stem = Path(name).name if name != "-" else "stdin"
    return directory / f"{stem}-{now:%Y%m%dT%H%M%SZ}.jsonl"


class RejectsFile:
    """Written line by line; made with the first line, so that no rejects leave no file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._file: BinaryIO | None = None

    def write(self, bad: BadItem) -> None:
        """Add a line: origin, reason and original (`originalBase64` where it is not UTF-8)."""
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("ab")
        line = {"origin": bad.origin, "reason": bad.reason} | _original(bad.original)
        self._file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        self.count += 1

    def close(self) -> None:
        """Write what is buffered."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _original(original: bytes) -> dict[str, str]:
    try:
        return {"original": original.decode()}
    except UnicodeDecodeError:
        return {"originalBase64": b64encode(original).decode()}
