"""Records to bytes and back: the value of `articles.structured`."""

from typing import Final

import msgspec

from copydesk.outcome import Reason, RejectArticle
from copydesk.record import Record, read_record

_ENCODER: Final = msgspec.json.Encoder()


def encode(record: Record) -> bytes:
    """Return a record as JSON, camelCase; fields that are missing are absent."""
    return _ENCODER.encode(record)


def decode(value: bytes) -> Record:
    """Read a record, of an older version too; fields a newer version has added are passed over.

    Errors: `RejectArticle` with MALFORMED_JSON, or INVALID_ARTICLE naming the field.
    """
    try:
        return read_record(value)
    except msgspec.ValidationError as error:
        raise RejectArticle(Reason.INVALID_ARTICLE, f"not a record: {_field(error)}") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RejectArticle(Reason.MALFORMED_JSON, f"not a record: {_field(error)}") from None


def _field(error: Exception) -> str:
    """Say what is wrong; a decoder of UTF-8 quotes the bytes, so that only its kind is told."""
    if isinstance(error, msgspec.MsgspecError):
        return "".join(char for char in str(error) if char.isprintable())
    return type(error).__name__
