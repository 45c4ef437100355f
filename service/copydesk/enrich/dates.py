"""When an article was published and modified: from the producer, the page, its address, its byline."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from copydesk.article import CleanArticle, NormalArticle
from copydesk.dates import MAX_CHARS, ReadDate, read_date
from copydesk.enrich.found import Found
from copydesk.enrich.page_data import article_objects, items, tidy
from copydesk.ledger import Kind

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
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])/")
_PUBLISHED_HINT = re.compile(
    r"publi|pubdate|posted|created|entry-date|dateline|post-date|article-date|byline"
)
_MODIFIED_HINT = re.compile(r"modif|updat|edited")
_PUBLISHED_WORD = re.compile(
    r"\b(?:published|posted|first published|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
_MODIFIED_WORD = re.compile(
    r"\b(?:updated|modified|last edited|aktualisiert|mis à jour|actualizado|aggiornato|atualizado)\b",
    re.IGNORECASE,
)

_LINE_MAX_CHARS: Final = 120
_LINES_MAX: Final = 12
_HEAD_KINDS: Final = frozenset((Kind.OTHER, Kind.AUTHOR_BIO, Kind.SHARE, Kind.HEADLINE))
"""Removed kinds that hold an article's date line when they stand above it; navigation and related hold others'."""
_TIMES_MAX: Final = 40
_MINUTE: Final = timedelta(minutes=1)
_SLACK: Final = timedelta(days=2)
"""A date later than the fetch by more than this is another date (an event's, a copyright's); less is a zone."""

CONFIDENCE: Final = {
    "producer": 0.98,
    "json_ld": 0.91,
    "meta": 0.94,
    "time": 0.85,
    "byline": 0.9,
    "head_line": 0.9,
    "url": 0.6,
    "lone_time": 0.7,
}
"""Share of development pages where each place gave the gold day (`make bench-enrich`): json_ld 345 of 378, meta 178 of 189,
time 52 of 61, byline 95 of 106, head_line 19 of 20 (too few to stand above byline). The others are judged: "producer" is
the caller's word; of 113 misses the gold day is 44 times one that the page calls its modification."""


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

    `raw` is the producer's text where it sent one, read or not, else what the date was read from. A
    modification is no publication: of 34 development pages that told it alone, its day was the gold one on 19.
    """
    article = clean.article
    published, raw = _best(_published(clean), article)
    modified, _ = _best(_modified(clean), article)
    return FoundDates(published, modified, article.date_published_raw or raw)


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


def _plausible(read: ReadDate, fetched_at: datetime | None) -> bool:
    """Say whether it can be this article's: not the epoch's zero, not after the article was fetched."""
    if read.value.startswith("1970-01-01"):
        return False
    if fetched_at is None:
        return True
    return read.value[:10] <= (fetched_at.astimezone(UTC) + _SLACK).date().isoformat()


def _published(clean: CleanArticle) -> Iterator[_Candidate]:
    article, page = clean.article, clean.article.page
    if article.date_published_raw:
        yield _Candidate(article.date_published_raw, "producer", CONFIDENCE["producer"])
    yield from _json_ld(article, ("datePublished", "dateCreated", "uploadDate"))
    for name in _PUBLISHED_META:
        if name in page.meta:
            yield _Candidate(page.meta[name], f"meta:{name}", CONFIDENCE["meta"])
    yield from _times(article, _PUBLISHED_HINT)
    yield from _bylines(clean, modified=False)
    yield from _address(article)
    unmarked = [raw for raw, hints in page.times[:_TIMES_MAX] if not _MODIFIED_HINT.search(hints)]
    if len(set(unmarked)) == 1:  # several unmarked ones are those of other articles or of comments
        yield _Candidate(unmarked[0], "time", CONFIDENCE["lone_time"])


def _modified(clean: CleanArticle) -> Iterator[_Candidate]:
    article = clean.article
    yield from _json_ld(article, ("dateModified",))
    for name in _MODIFIED_META:
        if name in article.page.meta:
            yield _Candidate(article.page.meta[name], f"meta:{name}", CONFIDENCE["meta"])
    yield from _times(article, _MODIFIED_HINT)
    yield from _bylines(clean, modified=True)


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


def _bylines(clean: CleanArticle, *, modified: bool) -> Iterator[_Candidate]:
    """Yield the removed lines that name a date: in bylines, then in what else stood above the article.

    A line's part after "updated", or the line after one that is only that, is of the modification.
    """
    text = clean.article.text
    head = len(text) // 4
    above = [span for span in clean.removed if span.kind in _HEAD_KINDS and span.start < head]
    bylines = [span for span in clean.removed if span.kind is Kind.BYLINE]
    lines_of = [text[span.start : span.end].splitlines()[:_LINES_MAX] for span in bylines]
    if not modified:
        yield from _named_published(lines_of)
    for span, method in (*((span, "byline") for span in bylines), *((span, "head_line") for span in above)):
        pending = False
        for line in filter(None, map(str.strip, text[span.start : span.end].splitlines()[:_LINES_MAX])):
            before, *after = _MODIFIED_WORD.split(line[: _LINE_MAX_CHARS + 1], maxsplit=1)
            part = (after[0] if after else line * pending) if modified else before * (not pending)
            if len(line) <= _LINE_MAX_CHARS and any(map(str.isdigit, part)):
                yield _Candidate(part, method, CONFIDENCE[method])
            pending = bool(after) and not any(map(str.isdigit, line))


def _named_published(groups: list[list[str]]) -> Iterator[_Candidate]:
    """Yield what stands behind "published" in a byline: surer than a date that nothing names."""
    for line in (line for lines in groups for line in lines if len(line) <= _LINE_MAX_CHARS):
        _, *after = _PUBLISHED_WORD.split(line, maxsplit=1)
        part = _MODIFIED_WORD.split(after[0])[0] if after else ""
        if any(map(str.isdigit, part)):
            yield _Candidate(part, "byline", CONFIDENCE["byline"])


def _address(article: NormalArticle) -> Iterator[_Candidate]:
    for url in (article.canonical_url, article.url):
        path = url.partition("?")[0][:500] if url else ""
        day, month = _URL_DAY.search(path), _URL_MONTH.search(path)
        if day:
            yield _Candidate("-".join(day.groups()), "url", CONFIDENCE["url"])
        elif month:
            yield _Candidate("-".join(month.groups()), "url", CONFIDENCE["url"])
