"""Dates and authors on the development pages: the right day, the exact set of names, beside trafilatura's."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import orjson
from msgspec import Struct

from bench.strip.pages import PAGES, DevelopmentPage, read_pages
from copydesk.article import CleanArticle, RawArticle
from copydesk.enrich.authors import find_authors
from copydesk.enrich.dates import find_dates
from copydesk.enrich.publisher import find_publisher, outlet_names
from copydesk.pipeline import trace

DAY_BAR: Final = 0.9
SURE: Final = 0.8
_ZONE = re.compile(
    r"(?:published|datePublished)[^<>]{0,60}\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|[+-]\d\d:?\d\d)",
    re.IGNORECASE,
)
_TOLD_ZONE = re.compile(r"T.+(?:Z|[+-]\d\d:\d\d)$")
_SPLIT = re.compile(r"\s*(?:[,;|/]|\band\b|&)\s*")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,5}")


class Pages(Struct, frozen=True):
    """Counts; `either` are pages whose gold day is the day told as published or as modified.

    Shape: `sure` and `right_sure` count the dates told with a confidence of `SURE` and more.
    """

    dated: int
    right_day: int
    told: int
    sure: int
    right_sure: int
    either: int
    zoned: int
    zone_told: int
    signed: int
    authors: int
    reference: int | None
    by_method: dict[str, tuple[int, int]]


def measure() -> Pages:
    """Read every development page that has a gold date or author."""
    count: Counter[str] = Counter()
    methods: dict[str, tuple[int, int]] = {}
    reference = _reference()
    for page, meta, clean in _cleaned():
        if meta.get("date"):
            _date(page, str(meta["date"])[:10], clean, count, methods)
        if meta.get("author"):
            gold = meta["author"] if isinstance(meta["author"], list) else [meta["author"]]
            _author(page, gold, clean, count, methods, reference=reference)
    return Pages(
        dated=count["dated"],
        right_day=count["day"],
        told=count["told"],
        sure=count["sure"],
        right_sure=count["right sure"],
        either=count["either"],
        zoned=count["zoned"],
        zone_told=count["zone"],
        signed=count["signed"],
        authors=count["authors"],
        reference=count["reference"] if reference else None,
        by_method=dict(sorted(methods.items())),
    )


def _cleaned() -> Iterator[tuple[DevelopmentPage, dict[str, Any], CleanArticle]]:
    rows = (orjson.loads(line) for line in (PAGES / "index.jsonl").read_bytes().splitlines())
    meta = {row["id"]: row.get("meta") or {} for row in rows}
    for page in read_pages():
        clean = trace(RawArticle(kind="html", body=page.html.encode(), charset="utf-8", url=page.url)).clean
        if clean is not None:
            yield page, meta[page.id], clean


def _date(
    page: DevelopmentPage,
    gold: str,
    clean: CleanArticle,
    count: Counter[str],
    methods: dict[str, tuple[int, int]],
) -> None:
    dates = find_dates(clean)
    published = dates.published.value.value if dates.published else ""
    modified = dates.modified.value.value if dates.modified else ""
    right = published[:10] == gold
    count["dated"] += 1
    count["day"] += right
    count["told"] += bool(published)
    if dates.published and dates.published.confidence >= SURE:
        count["sure"] += 1
        count["right sure"] += right
    count["either"] += right or modified[:10] == gold
    if _ZONE.search(page.html):
        count["zoned"] += 1
        count["zone"] += bool(_TOLD_ZONE.search(published))
    _add(methods, f"date {_place(dates.published.method) if dates.published else '-'}", right)
    if dates.modified and not dates.published:
        _add(methods, f"date -, modification by {_place(dates.modified.method)}", modified[:10] == gold)


def _author(
    page: DevelopmentPage,
    gold: list[str],
    clean: CleanArticle,
    count: Counter[str],
    methods: dict[str, tuple[int, int]],
    *,
    reference: Any,
) -> None:
    publisher = find_publisher(clean.article)
    found = find_authors(clean, outlet_names(clean.article, publisher.value if publisher else None))
    wanted = _names(gold)
    right = _names([author.name for author in found.value] if found else []) == wanted
    count["signed"] += 1
    count["authors"] += right
    if reference:
        named = reference(page.html, default_url=page.url)
        count["reference"] += _names([named.author] if named and named.author else []) == wanted
    _add(methods, f"author {_place(found.method) if found else '-'}", right)


def _place(method: str) -> str:
    return method.partition(":")[0]


def _add(methods: dict[str, tuple[int, int]], name: str, right: bool) -> None:
    all_of, right_of = methods.get(name, (0, 0))
    methods[name] = all_of + 1, right_of + right


def _names(names: list[str]) -> set[str]:
    """Cut gold and found alike into names, without degrees, titles and case."""
    kept: set[str] = set()
    for name in names:
        for part in _SPLIT.split(name):
            one = " ".join(part.replace(".", " ").split())
            if one and not (kept and len(one) <= 6 and _DEGREE.fullmatch(one.replace(" ", ""))):
                kept.add(re.sub(r"^(?:dr|prof) ", "", one.casefold()))
    return kept


def _reference() -> Any:
    try:
        from trafilatura.metadata import extract_metadata  # noqa: PLC0415  in the benchmark's environment alone
    except ImportError:
        return None
    return extract_metadata
