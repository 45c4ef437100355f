"""Publication and modification: which source counts, and what refines it."""

from datetime import UTC, datetime

import pytest

from copydesk.article import CleanArticle, Page
from copydesk.enrich.dates import CONFIDENCE, find_dates
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
        (Page(times=(("2026-05-04", "field--name-changed"),)), ("2026-05-04", "modified")),
        (Page(times=(("2026-05-04", "modified"),)), ("2026-05-04", "modified")),
        (Page(json_ld=({"@type": "Event", "datePublished": "2026-05-04"},)), None),
        (Page(meta={"date": "1970-01-01T00:00:00Z"}), None),
    ],
)
def test_places_of_a_page(page: Page, expected: tuple[str, str] | None) -> None:
    """JSON-LD, meta and time elements give the date; other things' dates do not, a modification is only an estimate."""
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


def test_a_date_after_the_fetch_is_another_date() -> None:
    """A date more than two days after the article was fetched is passed over."""
    page = Page(meta={"article:published_time": "2026-06-01", "date": "2026-05-04"})
    fetched = datetime(2026, 5, 5, tzinfo=UTC)
    assert published(clean(page=page, fetched_at=fetched)) == ("2026-05-04", "meta:date")
    assert published(clean(page=page)) == ("2026-06-01", "meta:article:published_time")


def test_the_same_moment_with_its_local_zone_goes_before_utc() -> None:
    """A day is that of the place of publication: 19:05 in California, not the day after in UTC; another moment is left alone."""
    meta = {"article:published_time": "2025-12-19T03:05:00+00:00"}
    local = Page(meta=meta, times=(("2025-12-18T19:05:00-08:00", "entry-date published"),))
    other = Page(meta=meta, times=(("2025-12-18T11:00:00-08:00", "entry-date published"),))
    assert published(clean(page=local)) == ("2025-12-18T19:05:00-08:00", "time")
    assert published(clean(page=other)) == ("2025-12-19T03:05:00Z", "meta:article:published_time")


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


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(json_ld=(news(dateModified="2026-05-06T08:00:00Z"),)), ("2026-05-06", "day")),
        (Page(json_ld=(news(dateModified="2026-05"),)), ("2026-05", "month")),
        (Page(times=(("2026-05-06T08:00", "updated"),)), ("2026-05-06", "day")),
    ],
)
def test_a_publication_that_nothing_tells_is_estimated(page: Page, expected: tuple[str, str]) -> None:
    """The day of the modification stands in for that of the publication, which method and confidence say."""
    dates = find_dates(clean(page=page))
    assert dates.published is not None
    assert dates.modified is not None
    assert (dates.published.value.value, dates.published.value.precision) == expected
    assert dates.published.method == "modified"
    assert dates.published.confidence < min(dates.modified.confidence, CONFIDENCE["lone_time"])
    assert dates.raw == (page.json_ld[0]["dateModified"] if page.json_ld else page.times[0][0])


def test_a_meta_element_alone_gives_no_estimate() -> None:
    """When a page was last saved says nothing of when it was published."""
    dates = find_dates(clean(page=Page(meta={"article:modified_time": "2026-05-06"})))
    assert dates.published is None
    assert dates.modified is not None
    assert (dates.modified.value.value, dates.modified.method) == ("2026-05-06", "meta:article:modified_time")
    assert dates.raw is None


def test_a_publication_that_something_tells_is_not_estimated() -> None:
    """The least source of a publication goes before any modification; the producer's text stays the raw date."""
    page = Page(json_ld=(news(dateModified="2026-05-06"),))
    assert published(clean(page=page, canonical_url="https://x.example/2026/05/04/ferry")) == (
        "2026-05-04",
        "url",
    )
    dates = find_dates(clean(page=page, date_published_raw="last Monday"))
    assert dates.published is not None
    assert (dates.published.method, dates.raw) == ("modified", "last Monday")
