"""The date reader: what it reads, how precisely, and what it leaves alone."""

import re
import time
import unicodedata
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.date_words import MONTHS, ZONES
from copydesk.dates import ReadDate, read_date

DAY, MINUTE, SECOND = "2018-04-23", "2018-04-23T10:02", "2018-04-23T10:02:00"

READABLE = [
    # ISO 8601 and its relatives
    ("2018-04-23", DAY, "day"),
    ("2018/04/23", DAY, "day"),
    ("2018.4.23", DAY, "day"),
    ("20180423", DAY, "day"),
    ("2018-04-23T10:02", MINUTE, "minute"),
    ("2018-04-23 10:02:00", SECOND, "second"),
    ("2018-04-23T10:02:00Z", SECOND + "Z", "second"),
    ("2018-04-23T10:02:00.123456Z", SECOND + "Z", "second"),
    ("2018-04-23T10:02:00,5+08:00", SECOND + "+08:00", "second"),
    ("2018-04-23 10:02:00 +0800", SECOND + "+08:00", "second"),
    ("2018-04-23T10:02:00.000+0000", SECOND + "Z", "second"),
    ("2018-04-23T10:02-05", MINUTE + "-05:00", "minute"),
    ("2018-04-23T10:02:00\u221207:00", SECOND + "-07:00", "second"),
    ("20180423T100200Z", SECOND + "Z", "second"),
    ("201804231002", MINUTE, "minute"),
    ("20180423100200", SECOND, "second"),
    ("2018-04", "2018-04", "month"),
    ("2018", "2018", "year"),
    ("2018-04-23T10:02:60Z", "2018-04-23T10:02:59Z", "second"),
    ("2018-04-23T24:00:00", DAY, "day"),
    ("2018-04-23T10:02:00+25:00", SECOND, "second"),
    # Mail, HTTP, C, Java, JavaScript
    ("Mon, 23 Apr 2018 10:02:00 GMT", SECOND + "Z", "second"),
    ("Mon, 23 Apr 2018 10:02:00 +0800", SECOND + "+08:00", "second"),
    ("Mon Apr 23 10:02:00 2018", SECOND, "second"),
    ("Mon Apr 23 10:02:00 EDT 2018", SECOND + "-04:00", "second"),
    ("Mon Apr 23 2018 10:02:00 GMT+0800 (China Standard Time)", SECOND + "+08:00", "second"),
    # Unix time
    ("1524448920", "2018-04-23T02:02:00Z", "second"),
    ("1524448920000", "2018-04-23T02:02:00Z", "second"),
    ("946684800", "2000-01-01T00:00:00Z", "second"),
    # English
    ("April 23, 2018", DAY, "day"),
    ("Apr. 23rd, 2018", DAY, "day"),
    ("23 April 2018", DAY, "day"),
    ("23-Apr-2018", DAY, "day"),
    ("Published 23 April 2018 by the desk", DAY, "day"),
    ("Monday, April 23, 2018, 10:02 a.m. EDT", MINUTE + "-04:00", "minute"),
    ("April 23, 2018 at 10:02 PM", "2018-04-23T22:02", "minute"),
    ("April 23, 2018 12:05 am", "2018-04-23T00:05", "minute"),
    ("10:02 a.m. EDT, April 23, 2018", MINUTE + "-04:00", "minute"),
    ("10:02, 23 April 2018", MINUTE, "minute"),
    ("April 23, 2018 | 5 min read", DAY, "day"),
    ("April 2018", "2018-04", "month"),
    # Other languages
    ("23. April 2018 um 10:02 Uhr", MINUTE, "minute"),
    ("23. Apr. 2018, 10.02 Uhr", DAY, "day"),
    ("23. april 2018 kl. 10.02", MINUTE, "minute"),
    ("1er mars 2018", "2018-03-01", "day"),
    ("23 avril 2018 à 10h02", MINUTE, "minute"),
    ("23 de abril de 2018", DAY, "day"),
    ("23 aprile 2018", DAY, "day"),
    ("23 апреля 2018, 10:02", MINUTE, "minute"),
    ("23 kwietnia 2018", DAY, "day"),
    ("12 listopada 2018", "2018-11-12", "day"),
    ("23 Nisan 2018", DAY, "day"),
    ("2018. április 23.", DAY, "day"),
    ("23 tháng 4, 2018", DAY, "day"),
    ("٢٣ أبريل ٢٠١٨", DAY, "day"),
    ("2018年4月23日 10:02", MINUTE, "minute"),
    ("2018年4月23日 星期一 下午3:02", "2018-04-23T15:02", "minute"),
    ("2018年4月23日(月) 10時02分", MINUTE, "minute"),
    ("2018년 4월 23일 오후 3:02", "2018-04-23T15:02", "minute"),
    ("2018年4月", "2018-04", "month"),
    # A word of another element before the month
    ("HealthAPRIL 23, 2018", DAY, "day"),
    ("NewsApr 23, 2018", DAY, "day"),
    # Numbers whose order is clear
    ("23.04.2018", DAY, "day"),
    ("03.04.2018", "2018-04-03", "day"),
    ("04.23.2018", DAY, "day"),
    ("23/04/2018", DAY, "day"),
    ("04/23/2018 10:02", MINUTE, "minute"),
    ("03/03/2018", "2018-03-03", "day"),
]


@pytest.mark.parametrize(("text", "value", "precision"), READABLE)
def test_a_written_date_is_read_as_far_as_it_is_written(text: str, value: str, precision: str) -> None:
    """Each form gives the date, with a time or zone only where one was written, and says how precise it is."""
    read = read_date(text)
    assert read is not None
    assert (read.value, read.precision) == (value, precision)


@pytest.mark.parametrize("text", ["03/04/2018", "3-4-2018", "12/11/2018 10:02"])
def test_what_two_readings_fit_is_cut_to_what_both_say(text: str) -> None:
    """Day and month that may be either way round leave the year."""
    assert read_date(text) == ReadDate("2018", "year")


@pytest.mark.parametrize("zone", ["CST", "IST", "BST", "AST", "ET", "PT"])
def test_a_zone_of_several_meanings_gives_no_offset(zone: str) -> None:
    """The time is kept and no offset is made up where the zone's name has several."""
    assert read_date(f"April 23, 2018, 10:02 {zone}") == ReadDate(MINUTE, "minute")
    assert zone not in ZONES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "no date",
        "2018-02-30",
        "30 February 2018",
        "2018-13-01",
        "2018-W17-1",
        "2018-113",
        "23.04.18",
        "4/23/18",
        "0001-01-01T00:00:00",
        "9999-12-31",
        "12. listopada 2018",
        "550e8400-e29b-41d4-a716-446655440000",
        "12345",
        "99999999",
        "0",
        "123456789",
        "²⁰¹⁸",
        "12:30",
        "version 2.1.2018.4",
        "May the best win",
        "Remay 23, 2018",
        " " * 500 + "2018-04-23",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    """Impossible days, short years, week dates, identifiers and plain words are not dates."""
    assert read_date(text) is None


def test_each_month_word_is_read() -> None:
    """Every word of the table gives its month."""
    for folded, number in MONTHS.items():
        word = unicodedata.normalize("NFC", folded)
        assert read_date(f"23 {word} 2018") == ReadDate(f"2018-{number:02}-23", "day"), word
        assert read_date(f"23 {word.capitalize()} 2018") is not None, word


def test_each_zone_is_within_the_day() -> None:
    """Every zone of the table gives its offset after a time."""
    for name, minutes in ZONES.items():
        read = read_date(f"2018-04-23 10:02:00 {name}")
        assert read is not None
        offset = datetime.fromisoformat(read.value).utcoffset()
        assert offset is not None, name
        assert offset.total_seconds() == minutes * 60, name


SHAPE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)
PRECISION_OF_LENGTH = {4: "year", 7: "month", 10: "day", 16: "minute", 19: "second"}

pieces = st.sampled_from(
    [
        "2018",
        "04",
        "23",
        "3",
        "-",
        "/",
        ".",
        " ",
        ":",
        "T",
        "Z",
        "+08:00",
        "april",
        "Apr",
        "de",
        "a.m.",
        "pm",
        "EDT",
        "年",
        "月",
        "日",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=14).map("".join)))
@example("2018-04-23T10:02:00+14:59")
def test_any_text_gives_none_or_a_well_formed_date(text: str) -> None:
    """Whatever the text, nothing is raised, and a date has the form of its precision and is one Python can read."""
    read = read_date(text)
    if read is None:
        return
    assert SHAPE.fullmatch(read.value)
    assert PRECISION_OF_LENGTH[len(re.sub(r"(?<=:\d\d)(Z|[+-]\d\d:\d\d)$", "", read.value))] == read.precision
    if read.precision not in {"year", "month"}:
        assert datetime.fromisoformat(read.value).year == int(read.value[:4])


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1700, 1, 1), datetime(2099, 12, 31), timezones=zones))  # noqa: DTZ001
def test_iso_dates_are_read_as_they_are(moment: datetime) -> None:
    """A date in ISO form is the same moment when read."""
    whole = moment.replace(microsecond=0)
    read = read_date(whole.isoformat())
    assert read is not None
    assert datetime.fromisoformat(read.value) == whole


@pytest.mark.parametrize(
    "hostile", ["1" * 100_000, "1 a " * 50_000, "12:34 " * 50_000, "23 april " * 50_000, "-/. " * 50_000]
)
def test_a_hostile_text_costs_no_more_than_a_line(hostile: str) -> None:
    """Only the beginning of a long text is looked at."""
    begin = time.process_time()
    for _ in range(100):
        read_date(hostile)
    assert time.process_time() - begin < 1.0  # measured: 0.007 s; a hundredfold margin for a busy machine
