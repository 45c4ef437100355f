"""Times as they are given on the command line: a date, a time, or how long ago."""

import re
from datetime import UTC, datetime, timedelta

import click

_AGO = re.compile(r"(\d{1,6})\s?(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class Moment(click.ParamType):
    """Reads 2026-11-23, 2026-11-23T10:00:00Z, or 90m, 6h, 3d: so long ago. Without an offset it is UTC."""

    name = "TIME"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime | None:
        """Return the moment in UTC."""
        if value is None or isinstance(value, datetime):
            return value
        text = str(value).strip()
        ago = _AGO.fullmatch(text)
        try:
            if ago:
                return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
            read = datetime.fromisoformat(text)
            return (read.replace(tzinfo=UTC) if read.tzinfo is None else read).astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(
                f"{text!r} is no time; write 2026-11-23, 2026-11-23T10:00:00Z, or 6h for six hours ago.",
                param,
                ctx,
            )


MOMENT = Moment()
