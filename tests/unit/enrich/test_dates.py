"""Publication and modification: which source counts, and what refines it."""

from datetime import UTC, datetime

import pytest

from copydesk.article import CleanArticle, Page
from copydesk.enrich.dates import find_dates
from copydesk.ledger import Kind
from tests.unit.enrich.making import BODY, clean, news


def published(article: CleanArticle) -> tuple[str, str] | None:
    """Return value and method of the publication date."""
    found = find_dates(article).published
    return (found.value.value, found.method) if found else None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(json_ld=(news(datePublished="2026-05-04T08:00:00Z"),)), ("2026-05-04T08:00:00Z", "json_ld")),
        (Page(json_ld=({"@type": "WebPage", "datePublished": "2026-05-04"},)), ("2026-05-04", "json_ld")),
        (Page(meta={"article:published_time": "2026-05-04"}), ("2026-05-04", "meta:article:published_time")),
        (Page(meta={"date": "4 May 2026"}), ("2026-05-04", "meta:date")),
        (Page(times=(("2026-05-04", "entry-date published"),)), ("2026-05-04", "time")),
        (Page(times=(("2026-05-04", ""),)), ("2026-05-04", "time")),
        (Page(times=(("2026-05-04", ""), ("2026-05-05", ""))), None),
        (
            Page(times=(("2026-05-04", "head"), ("2026-05-05", "card"), ("2026-05-06", "card"))),
            ("2026-05-04", "time"),
        ),
        (Page(times=(("2026-05-04", "field--name-changed"),)), None),
        (Page(times=(("2026-05-04", "modified"),)), None),
        (Page(json_ld=({"@type": "Event", "datePublished": "2026-05-04"},)), None),
        (Page(meta={"date": "1970-01-01T00:00:00Z"}), None),
    ],
)
def test_places_of_a_page(page: Page, expected: tuple[str, str] | None) -> None:
    """JSON-LD, meta and time elements give the date; other things' and modification dates do not."""
    assert published(clean(page=page)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/2026/05/04/ferry", ("2026-05-04", "url")),
        ("https://x.example/news/2026-05-04-ferry", ("2026-05-04", "url")),
        ("https://x.example/news-20260504.html", ("2026-05-04", "url")),
        ("https://x.example/2026/05/ferry", ("2026-05", "url")),
        ("https://x.example/2026/5/ferry", ("2026-05", "url")),
        ("https://x.example/2026/may/04/ferry", ("2026-05-04", "url")),
        ("https://x.example/?d=/2026/05/04/", None),
        ("https://x.example/2026/13/04/ferry", None),
        ("https://x.example/item/12026050499", None),
    ],
)
def test_the_address_gives_a_date(url: str, expected: tuple[str, str] | None) -> None:
    """A path with year, month and day is a date; numbers that only look like one are not."""
    assert published(clean(canonical_url=url)) == expected


def test_the_producer_comes_first_and_its_text_is_kept() -> None:
    """The producer's date counts before the page's, and its text is the raw date."""
    dates = find_dates(clean(page=Page(meta={"date": "2026-05-03"}), date_published_raw="4 May 2026"))
    assert dates.published is not None
    assert (dates.published.value.value, dates.published.method, dates.raw) == (
        "2026-05-04",
        "producer",
        "4 May 2026",
    )


def test_the_raw_date_is_text_that_can_be_written() -> None:
    """A date with stray bytes around it is read, and its raw text is regular."""
    dates = find_dates(clean(page=Page(json_ld=(news(datePublished=" 4 May\x00 2026\ud800"),))))
    assert dates.published is not None
    assert (dates.published.value.value, dates.raw) == ("2026-05-04", "4 May 2026")


def test_an_unreadable_producer_date_is_kept_raw() -> None:
    """Where the producer's date cannot be read the page's is taken; the raw text stays the producer's."""
    dates = find_dates(clean(page=Page(meta={"date": "2026-05-03"}), date_published_raw="last Monday"))
    assert dates.published is not None
    assert (dates.published.value.value, dates.raw) == ("2026-05-03", "last Monday")


def test_a_more_precise_date_of_the_same_day_refines() -> None:
    """A later source adds the time to a day it agrees with, or says which of two days was meant; another day does not."""
    page = Page(json_ld=(news(datePublished="2026-05-04T08:00:00+02:00"),))
    assert published(clean(page=page, date_published_raw="4 May 2026")) == (
        "2026-05-04T08:00:00+02:00",
        "json_ld",
    )
    assert published(clean(page=page, date_published_raw="04/05/2026")) == (
        "2026-05-04T08:00:00+02:00",
        "json_ld",
    )
    assert published(clean(page=page, date_published_raw="3 May 2026")) == ("2026-05-03", "producer")


def test_the_removed_byline_dates_a_plain_text() -> None:
    """A date in a removed byline counts, the one after "updated" does not."""
    byline = "By Nora Quist, 4 May 2026 | Updated 6 May 2026"
    assert published(clean((byline, Kind.BYLINE), BODY)) == ("2026-05-04", "byline")
    assert published(clean(("Updated 6 May 2026", Kind.BYLINE), BODY)) is None
    assert published(clean("On 4 May 2026 the council met.", BODY)) is None


def test_a_removed_line_above_the_article_dates_it() -> None:
    """A short removed line with a date in the first quarter counts, in navigation or below the article it does not."""
    line = "Harbours • 4 May 2026 • 3 min read"
    assert published(clean((line, Kind.OTHER), BODY)) == ("2026-05-04", "head_line")
    assert published(clean((line, Kind.NAVIGATION), BODY)) is None
    assert published(clean(BODY, (line, Kind.OTHER))) is None


@pytest.mark.parametrize(
    "byline", ["Nora Quist | Last updated 6 May 2026", "Updated on\n6 May 2026", "Updated 6 May 2026, 10:02"]
)
def test_an_updated_line_is_the_modification(byline: str) -> None:
    """The date after "updated", in its line or the next, is that of the modification and not of publication."""
    dates = find_dates(clean((byline, Kind.BYLINE), BODY))
    assert dates.published is None
    assert dates.modified is not None
    assert (dates.modified.value.value[:10], dates.modified.method) == ("2026-05-06", "byline")


def test_a_date_after_the_fetch_is_another_date() -> None:
    """A date more than two days after the article was fetched is passed over."""
    page = Page(meta={"article:published_time": "2026-06-01", "date": "2026-05-04"})
    fetched = datetime(2026, 5, 5, tzinfo=UTC)
    assert published(clean(page=page, fetched_at=fetched)) == ("2026-05-04", "meta:date")
    assert published(clean(page=page)) == ("2026-06-01", "meta:article:published_time")


def test_modification_has_its_own_sources() -> None:
    """dateModified, modified meta elements and marked time elements give the modification date."""
    for page in (
        Page(json_ld=(news(dateModified="2026-05-06"),)),
        Page(meta={"article:modified_time": "2026-05-06"}),
        Page(times=(("2026-05-06", "updated"),)),
    ):
        dates = find_dates(clean(page=page))
        assert dates.published is None
        assert dates.modified is not None
        assert dates.modified.value.value == "2026-05-06"


def test_the_same_moment_with_its_local_zone_goes_before_utc() -> None:
    """A day is that of the place of publication: 19:05 in California, not the day after in UTC; another moment is left alone."""
    meta = {"article:published_time": "2025-12-19T03:05:00+00:00"}
    local = Page(meta=meta, times=(("2025-12-18T19:05:00-08:00", "entry-date published"),))
    other = Page(meta=meta, times=(("2025-12-18T11:00:00-08:00", "entry-date published"),))
    assert published(clean(page=local)) == ("2025-12-18T19:05:00-08:00", "time")
    assert published(clean(page=other)) == ("2025-12-19T03:05:00Z", "meta:article:published_time")


def test_a_date_that_is_called_published_goes_before_one_that_nothing_names() -> None:
    """In a byline of several dates the word decides which one it is."""
    article = clean(("11 March 2026\nPublished on 21 October 2025", Kind.BYLINE), BODY)
    assert published(article) == ("2025-10-21", "byline")


def test_a_modification_is_no_publication() -> None:
    """A page that tells only when it was changed has no publication date."""
    found = find_dates(clean(page=Page(meta={"article:modified_time": "2026-05-05"})))
    assert found.published is None
    assert found.modified is not None


def test_bylines_below_the_text_are_other_articles() -> None:
    """A date below the text counts where it is the only one there, or a word says that it is the publication's."""
    others = (("4 May 2026", Kind.BYLINE), ("5 May 2026", Kind.BYLINE))
    assert published(clean(BODY, *others)) is None
    assert published(clean(("3 May 2026", Kind.OTHER), BODY, *others)) == ("2026-05-03", "head_line")
    assert published(clean(BODY, ("4 May 2026", Kind.BYLINE))) == ("2026-05-04", "byline")
    named = clean(BODY, ("Published", Kind.BYLINE), *others)
    assert published(named) == ("2026-05-04", "byline")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("2026-05-06", ("2026-05-04", "byline")),
        ("2026-05-05T10:00:00", ("2026-05-04", "byline")),
        ("2026-05-05T03:00:00Z", ("2026-05-05T03:00:00Z", "json_ld")),  # 4 May in New York
        ("2026-05-05T21:00:00Z", ("2026-05-04", "byline")),
        ("2026-05-03", ("2026-05-03", "json_ld")),
        ("2026", ("2026-05-04", "byline")),
    ],
)
def test_a_byline_before_the_data_counts(data: str, expected: tuple[str, str]) -> None:
    """An earlier day that readers are shown goes before that of the data, unless a zone explains it."""
    page = Page(json_ld=(news(datePublished=data),))
    assert published(clean(("By Nora Quist, 4 May 2026", Kind.BYLINE), BODY, page=page)) == expected
    told = clean(("By Nora Quist, 4 May 2026", Kind.BYLINE), BODY, page=page, date_published_raw="2026-05-09")
    assert published(told) == ("2026-05-09", "producer")
