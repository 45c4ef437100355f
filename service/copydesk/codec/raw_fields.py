"""Readers of a raw article's optional fields; each is total, and None is "missing or unreadable"."""

from datetime import UTC, datetime
from typing import Any, Final

from copydesk.codec.raw_message import FIRST_FETCH_YEAR, LAST_FETCH_YEAR

_MISSING: Final = frozenset({"", "none", "null", "nan", "undefined"})
"""What Python, JSON, pandas and JavaScript leave behind when nothing was there and it was made a string."""

_MS_FROM: Final = 10**11
"""From here on Unix time is in milliseconds: as seconds it would be the year 5138."""


def words(value: Any) -> str | None:
    """Return a string without white space around it; None where it is no string or says nothing."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    return None if value.casefold() in _MISSING else value


def identifier(value: Any) -> str | None:
    """Return an identifier: a string, or a whole number as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return words(value)


def date_text(value: Any) -> str | None:
    """Return a date as it was written, or Unix time as its digits; it is read later."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(int(value))
    return words(value)


def moment(value: Any) -> datetime | None:
    """Return RFC 3339 or Unix time (seconds or milliseconds) as an aware UTC value; no offset means UTC."""
    if isinstance(value, str):
        value = value.strip()
        if not value.isdecimal():
            return _sane(_iso(value))
        if len(value) > 13:
            return None
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    seconds = value / 1000 if abs(value) >= _MS_FROM else value
    try:
        return _sane(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):  # overflow: an offset that leaves the years 1 to 9999
        return None


def _sane(read: datetime | None) -> datetime | None:
    return read if read and FIRST_FETCH_YEAR <= read.year <= LAST_FETCH_YEAR else None


def authors(value: Any) -> tuple[tuple[str, ...], bool]:
    """Return the names in a string, an object with `name`, or a list of either; and whether all could be read."""
    names: list[str] = []
    all_read = True
    for one in value if isinstance(value, list) else [value]:
        named = one.get("name") if isinstance(one, dict) else one
        name = words(named)
        if name is not None and name not in names:
            names.append(name)
        all_read &= named is None or isinstance(named, str)
        # An object may say more than a name (url, description): that is kept too.
        all_read &= not isinstance(one, dict) or set(one) <= {"name", "@type"}
    return tuple(names), all_read
