"""SQLite's errors, as what is wrong with the file and what to do about it."""

import sqlite3
from typing import Final

from copydesk.sinks.base import SinkError, SinkMisconfigured, SinkUnavailable

_ADVICE: Final = {
    "SQLITE_BUSY": "another process holds it locked; close the tool that writes to it, or raise sqlite.busy_timeout_s",
    "SQLITE_LOCKED": "another process holds it locked; close the tool that writes to it, or raise sqlite.busy_timeout_s",
    "SQLITE_FULL": "the disk is full; free some space",
    "SQLITE_READONLY": "it cannot be written; check the permissions of the file and its folder, or set sqlite.path",
    "SQLITE_PERM": "access was denied; check the permissions of the file and its folder, or set sqlite.path",
    "SQLITE_CANTOPEN": "it cannot be opened; check that its folder exists and can be written, or set sqlite.path",
    "SQLITE_IOERR": "reading or writing failed; check the disk (network file systems do not carry SQLite safely)",
    "SQLITE_CORRUPT": "it is damaged; `copydesk records rebuild` sets it aside and fills a new one from the topics",
    "SQLITE_NOTADB": "it is not an SQLite database; set sqlite.path to another file, or, where it was one, `copydesk records rebuild`",
}

UNWRITABLE_VALUE: Final = (
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    OverflowError,
    UnicodeEncodeError,
)
"""What SQLite raises for a value it cannot hold: that record's fault, not the store's."""


_PASSING: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR")
"""What may be gone when a file is opened again; all else needs somebody to look at it."""


def unopenable(path: str, error: sqlite3.Error | OSError) -> SinkError:
    """Return the error for a file that cannot be opened: to be waited for, or to be mended first."""
    outage = unavailable(path, error)
    name = getattr(error, "sqlite_errorname", None) or ""
    return outage if name.startswith(_PASSING) else SinkMisconfigured(str(outage))


def unavailable(path: str, error: sqlite3.Error | OSError) -> SinkUnavailable:
    """Return a SinkUnavailable that says what is wrong with the database at `path` and what to do."""
    name = getattr(error, "sqlite_errorname", None) or ""
    advice = next((text for code, text in _ADVICE.items() if name.startswith(code)), None)
    return SinkUnavailable(f"database {path}: {advice} ({error})" if advice else f"database {path}: {error}")
