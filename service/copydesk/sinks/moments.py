"""Dates of records as moments, for stores whose columns are typed. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

_REST_OF_DATE: Final[Mapping[int, str]] = {4: "-01-01", 7: "-01"}
"""What makes a year, or a month, its first day."""


def moment_of(text: str | None) -> datetime | None:
    """Return when a date of any precision begins, so that dates can be sorted; None where it cannot be told.

    A time without a zone is read as UTC.
    """
    if not text:
        return None
    try:
        return aware(datetime.fromisoformat(text + _REST_OF_DATE.get(len(text), "")))
    except (ValueError, OverflowError):
        return None


def aware(moment: datetime) -> datetime:
    """Return a time in UTC; one without a zone is read so."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
