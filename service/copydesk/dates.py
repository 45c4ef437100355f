"""The date reader: one written date, as precise as it is written and no more.

Pure and total: any text gives a date or None, in time linear in `MAX_CHARS`; the present time
is never consulted. Nothing is invented: a time without a zone stays without one, and a date
that two readings fit is cut back to what both agree on.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from msgspec import Struct

from copydesk.date_words import MONTHS, ZONES
from copydesk.record import DatePrecision

MAX_CHARS: Final = 160
"""Only this much of a text is read: a date line is shorter, a longer text is not one."""

FIRST_YEAR: Final = 1600
LAST_YEAR: Final = 2100
"""Years outside are not read: ".NET's" 0001 and 9999 stand for "no date", and no newspaper is older."""

_UNIX_FIRST_YEAR: Final = 1990
"""Bare digits are only taken as Unix time from here on; below, an identifier is likelier."""

_WORD = r"([^\W\d_]{3,14})"
_YEAR = r"(\d{4})(?!\d)"
_GAP = r"[\s.,/\u2010-\u2013-]{0,3}"
_OF = r"(?:(?:de|del|of|di)\s{1,2}|d['\u2019])?"
_DAY = r"(?<!\d)(\d{1,2})(?!\d)"

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?\s{0,2}(Z|[+-]\d{2}:?\d{2})?")
_CJK = re.compile(
    r"(\d{4})\s?[\u5e74\ub144]\s?(\d{1,2})\s?[\u6708\uc6d4](?:\s?(\d{1,2})\s?[\u65e5\u53f7\u865f\uc77c])?"
)
_DAY_MONTH = re.compile(
    rf"{_DAY}(st|nd|rd|th|er|[\u00ba\u00aa.])?{_GAP}{_OF}{_WORD}{_GAP}{_OF}{_YEAR}", re.IGNORECASE
)
_VIETNAMESE = re.compile(rf"{_DAY}\s?th\u00e1ng\s?(\d{{1,2}})(?:,|\s?n\u0103m)?\s?{_YEAR}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{_WORD}\.?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?[\s,.]{{1,3}}{_YEAR}", re.IGNORECASE)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d){_YEAR}[\s.,-]{{1,3}}{_WORD}[\s.-]{{1,3}}{_DAY}", re.IGNORECASE)
_CTIME = re.compile(rf"{_WORD} {{1,2}}{_DAY} (\d\d):(\d\d):(\d\d) (?:([A-Z]{{3,4}}) )?{_YEAR}", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"{_WORD}\.?,?\s{{1,2}}{_OF}{_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(rf"(?<!\d[./-]){_DAY}([./-])(\d{{1,2}})\2{_YEAR}(?![./-]\d)")
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")

_CLOCK = (
    r"(?P<before>\u4e0a\u5348|\u4e0b\u5348|\u5348\u524d|\u5348\u5f8c|\uc624\uc804|\uc624\ud6c4)?\s?"
    r"(?<!\d)(?P<hour>\d{1,2})\s?[:h\u6642\u65f6\u70b9\u9ede\uc2dc](?P<minute>\d{2})(?!\d)"
    r"(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?\u5206?\s?(?P<half>[ap]\.?m\b\.?)?"
)
_ZONE = r"(?:\s?[(]?(?:(?P<named>[A-Za-z]{3,4})(?![A-Za-z])|(?P<zulu>Z)\b)[)]?)?\s?(?P<offset>[+\u2212-]\d{2}:?\d{2}(?!\d)|[+\u2212-]\d{1,2}(?![\d:]))?"
_BETWEEN = (
    r"[\s,.;|@/()\u00b7\u2022\u2013\u2014\u65e5-]{0,4}"
    r"(?:(?:at|um|kl|klo|alle|ore|o godz|a las|[\u00e0\u00e1]s?|\u0432|T|[(\uff08][^\W\d_]{1,3}[)\uff09]|\u661f\u671f[^\W\d_]|[^\W\d_]{2,3}\uc694\uc77c)(?![^\W\d_]{2})[\s.:,]{0,3})?"
)
_TIME_AFTER = re.compile(_BETWEEN + _CLOCK + _ZONE, re.IGNORECASE)
_TIME_DOTTED = re.compile(
    r"[\s,]{0,3}(?:kl|klo|um|alle|ore)[\s.]{1,2}(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?![\d.])(?P<second>)(?P<half>)(?P<before>)(?P<named>)(?P<zulu>)(?P<offset>)",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    _CLOCK + _ZONE + r"[\s,|\u00b7\u2013\u2014-]{0,4}(?:[^\W\d_]{3,12}[\s,.]{1,3}){0,2}$", re.IGNORECASE
)

_GLUED = re.compile(r".*[a-z](?=[A-Z])")
"""What stands before a month without a space: "HealthDECEMBER 22, 2022" is two elements side by side."""


class ReadDate(Struct, frozen=True):
    """A date as far as it was written.

    Shape: `value` is RFC 3339 cut to `precision`: "2018", "2018-04", "2018-04-23",
    "2018-04-23T10:02", "2018-04-23T10:02:00+08:00"; UTC is "Z". A time whose zone was not written,
    or is the name of several, has no offset. Fractions of a second are dropped, a leap second is :59.
    """

    value: str
    precision: DatePrecision


def read_date(text: str) -> ReadDate | None:
    """Read the first date written in `text`, or None.

    Reads ISO 8601 and RFC 2822 in their usual variants, Unix seconds and milliseconds, and day,
    month and year as some 25 languages write them. Not read: week and ordinal dates, years of two
    digits, relative dates ("yesterday"), other calendars. "03/04/2018" is the year alone, since half
    the world reads March and half April; "23/04/2018" and "03/03/2018" are clear; with dots the day
    is first (so in every CLDR locale that writes dots), unless only the other order is a date.
    """
    text = text[:MAX_CHARS].strip()
    if not any(map(str.isdigit, text)):
        return None
    return _bare(text) or _iso(text) or _written(text) or _numeric(text) or _month_only(text)


def _bare(text: str) -> ReadDate | None:
    """Digits alone: a year, a compact date, Unix time."""
    if not text[0].isdigit():
        return None
    if text.isdecimal() and len(text) in {9, 10, 12, 13}:
        found = _unix(int(text), in_ms=len(text) > 10)
        if found:
            return found
    if text.isdecimal() and len(text) == 4:
        return _month(int(text), None)
    match = _BASIC.fullmatch(text)
    if match is None:
        match_month = _YEAR_MONTH.fullmatch(text)
        return _month(int(match_month[1]), int(match_month[2])) if match_month else None
    day = _day(match[1], match[2], match[3])
    if day is None or match[4] is None:
        return day
    return _with_clock(day, match[4], match[5], match[6], _offset_minutes(match[7])) or day


def _unix(value: int, *, in_ms: bool) -> ReadDate | None:
    seconds = value // 1000 if in_ms else value
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    if not _UNIX_FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return ReadDate(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "second")


def _iso(text: str) -> ReadDate | None:
    for match in _ISO.finditer(text):
        day = _day(match[1], match[3], match[4])
        if day:
            return _timed(day, text, match)
    for match in _CJK.finditer(text):
        day = _day(match[1], match[2], match[3]) if match[3] else _month(int(match[1]), int(match[2]))
        if day:
            return _timed(day, text, match) if match[3] else day
    return None


def _written(text: str) -> ReadDate | None:
    """Return the first date with its month as a word (or Vietnamese), in any of its orders."""
    for match in _CTIME.finditer(text):
        day = _day(match[7], _month_of(match[1]), match[2])
        if day:
            zone = ZONES.get((match[6] or "").upper())
            return _with_clock(day, match[3], match[4], match[5], zone) or day
    for match in _DAY_MONTH.finditer(text):
        # Croatian "listopada" is October and written after a dotted day; Polish is November, without.
        word = "listopada." if match[3].casefold() == "listopada" and match[2] == "." else match[3]
        day = _day(match[4], _month_of(word), match[1])
        if day:
            return _timed(day, text, match)
    for pattern, order in ((_MONTH_DAY, (3, 1, 2)), (_YEAR_MONTH_DAY, (1, 2, 3)), (_VIETNAMESE, (3, 2, 1))):
        for match in pattern.finditer(text):
            month = match[order[1]]
            day = _day(match[order[0]], month if month.isdecimal() else _month_of(month), match[order[2]])
            if day:
                return _timed(day, text, match)
    return None


def _numeric(text: str) -> ReadDate | None:
    for match in _NUMERIC.finditer(text):
        year = match[4]
        day_first, month_first = _day(year, match[3], match[1]), _day(year, match[1], match[3])
        dotted = match[2] == "."
        if day_first and month_first and day_first != month_first and not dotted:
            return _month(int(year), None)
        day = day_first or month_first
        if day:
            return _timed(day, text, match)
    return None


def _month_only(text: str) -> ReadDate | None:
    for match in _MONTH_YEAR.finditer(text):
        number = _month_of(match[1])
        written_with_a_day = text[: match.start()].rstrip(" .,-/")[-1:].isdigit()  # and no such day exists
        if number is not None and not written_with_a_day:
            return _month(int(match[2]), int(number))
    return None


def _month_of(word: str) -> str | None:
    number = MONTHS.get(word.casefold())
    if number is None and (glued := _GLUED.match(word)):
        number = MONTHS.get(word[glued.end() :].casefold())
    return None if number is None else str(number)


def _day(year: str, month: str | None, day: str) -> ReadDate | None:
    if month is None or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return ReadDate(date(int(year), int(month), int(day)).isoformat(), "day")
    except ValueError:
        return None


def _month(year: int, month: int | None) -> ReadDate | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        return ReadDate(f"{year:04}", "year")
    return ReadDate(f"{year:04}-{month:02}", "month") if 1 <= month <= 12 else None


def _timed(day: ReadDate, text: str, match: re.Match[str]) -> ReadDate:
    """Add the time written beside the date, if there is one."""
    clock = _TIME_AFTER.match(text, match.end()) or _TIME_DOTTED.match(text, match.end())
    clock = clock or _TIME_BEFORE.search(text[: match.start()])
    if clock is None:
        return day
    zone = _zone_minutes(clock["named"], clock["zulu"], clock["offset"])
    hour, half = int(clock["hour"]), (clock["half"] or clock["before"] or "").casefold()
    if half:
        if not 0 <= hour <= 12:
            half = ""
        afternoon = half[:1] == "p" or half in {"\u4e0b\u5348", "\u5348\u5f8c", "\uc624\ud6c4"}
        hour = (hour % 12 + (12 if afternoon else 0)) if half else hour
    return _with_clock(day, str(hour), clock["minute"], clock["second"], zone) or day


def _with_clock(
    day: ReadDate, hour: str, minute: str, second: str | None, zone: int | None
) -> ReadDate | None:
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 60:
        return None
    value = f"{day.value}T{int(hour):02}:{int(minute):02}"
    if second:
        value += f":{min(int(second), 59):02}"
    return ReadDate(value + _zone_text(zone), "second" if second else "minute")


def _zone_minutes(named: str | None, zulu: str | None, offset: str | None) -> int | None:
    """Minutes east of UTC, or None where no zone, or the name of several, was written."""
    if zulu:
        return 0
    zone = ZONES.get(named.upper()) if named else None
    if offset and (not named or zone == 0):
        return _offset_minutes(offset)
    return zone


def _offset_minutes(offset: str | None) -> int | None:
    if not offset:
        return None
    if offset in {"Z", "z"}:
        return 0
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes > 59:  # the widest offset in use is +14:00, Kiribati
        return None
    return (hours * 60 + minutes) * (1 if offset[0] == "+" else -1)


def _zone_text(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes == 0:
        return "Z"
    sign = "+" if minutes > 0 else "-"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
