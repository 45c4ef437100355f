"""When an article was published and modified: from the producer, the page, its address, its byline."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from copydesk.article import CleanArticle, NormalArticle, Page
from copydesk.dates import MAX_CHARS, ReadDate, read_date
from copydesk.enrich.date_lines import DateLines, bylines, head_lines
from copydesk.enrich.found import Found
from copydesk.enrich.page_data import article_objects, items, tidy

_PUBLISHED_META: Final = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "published_time",
    "published-date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "published",
    "w-published-date",
    "publication-date",
    "article:publish_date",
    "dc.date.published",
    "dc:date",
    "pub_date",
    "originalpublicationdate",
    "citation_publication_date",
    "dc.date",
    "dcterms.date",
    "datecreated",
    "date",
)
_MODIFIED_META: Final = (
    "article:modified_time",
    "og:updated_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "article.updated",
    "updated",
    "w-updated-date",
    "updated_time",
)
_URL_DAY = re.compile(r"[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)")
_URL_NAMED = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])/")
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(0?[1-9]|1[0-2])/")
_PUBLISHED_HINT = re.compile(
    r"publi|pubdate|posted|created|entry-date|dateline|post-date|article-date|byline"
)
_MODIFIED_HINT = re.compile(r"modif|updat|edited|changed")
_TOLD_ZONE = re.compile(r"T.*(?:Z|[+-]\d\d:\d\d)$")
_DAY_CHARS: Final = len("2018-04-23")
_TIMES_MAX: Final = 40
_MINUTE: Final = timedelta(minutes=1)
_WESTERNMOST: Final = timedelta(hours=12)
_SLACK: Final = timedelta(days=2)
"""A date later than the fetch by more than this is another date (an event's, a copyright's); less is a zone."""

CONFIDENCE: Final = {
    "producer": 0.98,
    "json_ld": 0.93,
    "meta": 0.95,
    "time": 0.88,
    "byline": 0.91,
    "head_line": 0.85,
    "url": 0.6,
    "lone_time": 0.8,
    "modified": 0.77,
}
"""Share of development pages where each place gave the gold day (`make bench-enrich`): json_ld 344 of 369, meta 177 of 186,
time 52 of 59, byline 117 of 128, head_line 11 of 13, modified 20 of 26. The others are judged: "producer" is the caller's word."""


class FoundDates(Struct, frozen=True):
    """Publication and modification, each with its source; `raw` is the text publication was read from."""

    published: Found[ReadDate] | None
    modified: Found[ReadDate] | None
    raw: str | None


class _Candidate(Struct, frozen=True):
    raw: str
    method: str
    confidence: float


def find_dates(clean: CleanArticle) -> FoundDates:
    """Return the first readable date of the best source; a like but more precise one refines it.

    `raw` is the producer's text where it sent one, read or not, else what the date was read from. Where nothing
    tells the publication it is estimated from the modification, method "modified" (decision 21).
    """
    article, byline, head = clean.article, bylines(clean), head_lines(clean)
    published, raw = _best(_published(article, byline, head), article)
    shown, text = _best(_shown(byline.published, "byline"), article)
    if shown is None:
        shown, text = _best(_shown(head.published, "head_line"), article)
    if published and shown and _shown_before(shown.value, published):
        published, raw = shown, text
    modified, changed = _best(_modified(article, byline, head), article)
    if published is None and modified and not modified.method.startswith("meta:"):
        published, raw = _estimate(modified), changed
    return FoundDates(published, modified, article.date_published_raw or raw)


def _estimate(modified: Found[ReadDate]) -> Found[ReadDate]:
    """Return the day of the modification as that of publication; not asked where a meta element alone tells it.

    Such an element is written into lasting pages too, with the time they were last saved: where it stands alone it has the
    gold day on 1 of 8 development pages, what JSON-LD and readers are told on 20 of 26 (`make bench-enrich`).
    """
    precision = modified.value.precision
    day = ReadDate(modified.value.value[:_DAY_CHARS], precision if precision in {"year", "month"} else "day")
    return Found(day, "modified", CONFIDENCE["modified"])


def _best(
    candidates: Iterator[_Candidate], article: NormalArticle
) -> tuple[Found[ReadDate] | None, str | None]:
    best: Found[ReadDate] | None = None
    raw = None
    for candidate in candidates:
        text = tidy(candidate.raw[:MAX_CHARS], MAX_CHARS)
        read = read_date(text) if text else None
        if read is None or not _plausible(read, article.fetched_at):
            continue
        if best is None:
            best, raw = Found(read, candidate.method, candidate.confidence), text
        elif _refines(read, best.value):
            best, raw = (
                Found(read, candidate.method, max(best.confidence, candidate.confidence)),
                text,
            )
        if best.value.precision in {"minute", "second"} and not best.value.value.endswith("Z"):
            break
    return best, raw


def _refines(read: ReadDate, best: ReadDate) -> bool:
    """Say whether `read` is the same date told better: more precisely, or the same minute with the local zone for UTC."""
    if len(read.value) > len(best.value) and read.value.startswith(best.value):
        return True
    timed = {"minute", "second"}
    if not best.value.endswith("Z") or read.precision not in timed or read.value.endswith("Z"):
        return False
    there, here = datetime.fromisoformat(read.value), datetime.fromisoformat(best.value)
    return there.tzinfo is not None and abs(there - here) < _MINUTE


def _shown_before(shown: ReadDate, published: Found[ReadDate]) -> bool:
    """Say whether the page shows its readers an earlier day than its data names, in whatever zone.

    Then the data has the day the page was built or moved: so on 10 of 10 development pages.
    """
    named = published.value.value
    if published.method == "producer" or shown.precision in {"year", "month"} or len(named) < _DAY_CHARS:
        return False
    if _TOLD_ZONE.search(named):
        named = (datetime.fromisoformat(named) - _WESTERNMOST).isoformat()
    return shown.value[:_DAY_CHARS] < named[:_DAY_CHARS]


def _plausible(read: ReadDate, fetched_at: datetime | None) -> bool:
    """Say whether it can be this article's: not the epoch's zero, not after the article was fetched."""
    if read.value.startswith("1970-01-01"):
        return False
    if fetched_at is None:
        return True
    return read.value[:10] <= (fetched_at.astimezone(UTC) + _SLACK).date().isoformat()


def _published(article: NormalArticle, byline: DateLines, head: DateLines) -> Iterator[_Candidate]:
    page = article.page
    if article.date_published_raw:
        yield _Candidate(article.date_published_raw, "producer", CONFIDENCE["producer"])
    yield from _json_ld(article, ("datePublished", "dateCreated", "uploadDate"))
    for name in _PUBLISHED_META:
        if name in page.meta:
            yield _Candidate(page.meta[name], f"meta:{name}", CONFIDENCE["meta"])
    yield from _times(article, _PUBLISHED_HINT)
    yield from _shown(byline.published, "byline")
    yield from _shown(head.published, "head_line")
    yield from _lone_time(page)
    yield from _address(article)


def _modified(article: NormalArticle, byline: DateLines, head: DateLines) -> Iterator[_Candidate]:
    yield from _json_ld(article, ("dateModified",))
    for name in _MODIFIED_META:
        if name in article.page.meta:
            yield _Candidate(article.page.meta[name], f"meta:{name}", CONFIDENCE["meta"])
    yield from _times(article, _MODIFIED_HINT)
    yield from _shown(byline.modified, "byline")
    yield from _shown(head.modified, "head_line")


def _json_ld(article: NormalArticle, keys: tuple[str, ...]) -> Iterator[_Candidate]:
    things = article_objects(article.page.json_ld)
    for key in keys:
        for thing in things:
            for item in items(thing.get(key)):
                if isinstance(item, str):
                    yield _Candidate(item, "json_ld", CONFIDENCE["json_ld"])


def _times(article: NormalArticle, wanted: re.Pattern[str]) -> Iterator[_Candidate]:
    modified = wanted is _MODIFIED_HINT
    for raw, hints in article.page.times[:_TIMES_MAX]:
        if wanted.search(hints) and (modified or not _MODIFIED_HINT.search(hints)):
            yield _Candidate(raw, "time", CONFIDENCE["time"])
            return


def _lone_time(page: Page) -> Iterator[_Candidate]:
    """Yield the time that nothing marks, where it is the only one in such a place: those of teasers and comments repeat."""
    unmarked = [(raw, hints) for raw, hints in page.times[:_TIMES_MAX] if not _MODIFIED_HINT.search(hints)]
    places = Counter(hints for _, hints in unmarked)
    lone = {raw for raw, hints in unmarked if places[hints] == 1} or {raw for raw, _ in unmarked}
    if len(lone) == 1:
        yield _Candidate(lone.pop(), "time", CONFIDENCE["lone_time"])


def _shown(lines: Iterable[str], method: str) -> Iterator[_Candidate]:
    for line in lines:
        yield _Candidate(line, method, CONFIDENCE[method])


def _address(article: NormalArticle) -> Iterator[_Candidate]:
    for url in (article.canonical_url, article.url):
        path = url.partition("?")[0][:500] if url else ""
        found = _URL_DAY.search(path) or _URL_NAMED.search(path) or _URL_MONTH.search(path)
        if found:
            yield _Candidate("-".join(found.groups()), "url", CONFIDENCE["url"])
