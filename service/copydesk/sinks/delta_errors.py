"""What goes wrong with Delta tables, as what is wrong and what to do about it."""

import errno
from typing import Final

import pyarrow as pa
from deltalake.exceptions import CommitFailedError, DeltaError, DeltaProtocolError

from copydesk.sinks.base import SinkError, SinkMisconfigured, SinkUnavailable

_FAILURES: Final = (DeltaError, OSError, pa.ArrowException)
_LASTING: Final = (DeltaProtocolError, PermissionError, NotADirectoryError, FileExistsError)
"""What does not pass by itself when tables are opened again; nor does a file system that is read-only."""

_ADVICE: Final = (
    ("No space left", "the disk is full; free some space"),
    ("Permission denied", "access was denied; check the permissions, or set delta.uri"),
    ("Read-only file system", "the file system is read-only; set delta.uri to another place"),
    ("File exists", "there is a file where a folder should be; set delta.uri to another"),
    ("Not a directory", "there is a file where a folder should be; set delta.uri to another"),
    ("AccessDenied", "access was denied; check the credentials in the environment"),
)
"""What the text of an error holds: delta-rs has one type for nearly all of them."""


def is_failure(error: BaseException) -> bool:
    """Say whether an error comes from the tables' place or from delta-rs, whose panics are no Exceptions."""
    return isinstance(error, _FAILURES) or type(error).__name__ == "PanicException"


def unopenable(uri: str, error: BaseException) -> SinkError:
    """Return the error for tables that cannot be opened: to be waited for, or to be mended first."""
    outage = unavailable(uri, error)
    lasting = isinstance(error, _LASTING) or (isinstance(error, OSError) and error.errno == errno.EROFS)
    return SinkMisconfigured(str(outage)) if lasting else outage


def unavailable(uri: str, error: BaseException) -> SinkUnavailable:
    """Return a SinkUnavailable that says what is wrong with the tables and what to do."""
    said = str(error) or type(error).__name__
    advice = next((text for part, text in _ADVICE if part in said), None)
    if isinstance(error, CommitFailedError):
        advice = "another worker wrote at the same moment"
    elif isinstance(error, DeltaProtocolError):
        advice = "they use features that this deltalake does not know; install a newer one, or set delta.uri"
    return SinkUnavailable(f"Delta tables {uri}: {advice or 'it failed'} ({said.splitlines()[0]})")
