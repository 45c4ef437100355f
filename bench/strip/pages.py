"""The development pages: read from the shared folder beside the checkout, never copied."""

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import xxhash
from msgspec import Struct
from publicsuffixlist import PublicSuffixList

from copydesk.article import NormalArticle
from copydesk.normalise.markup import read_markup

PAGES = Path(__file__).parents[2].parent / "shared" / "data" / "pages"
HALVES = ("tuned", "held")
"""Pages whose site has an even hash were looked at when figures were chosen; the others were not."""


FOLDS = 5


def fold_of(site: str) -> int:
    """The fold of a site, 0 to 4: no site is trained on that is measured."""
    return xxhash.xxh32_intdigest(site.encode()) % FOLDS


class DevelopmentPage(Struct, frozen=True):
    """One page and the text that a person took from it."""

    id: str
    corpus: str
    half: str
    site: str
    url: str
    gold: str
    html: str


def read_pages(every: int = 1, *, per_corpus: Mapping[str, int] | None = None) -> Iterator[DevelopmentPage]:
    """Yield the development pages in the order of their index: each `every`-th, or each n-th of a corpus."""
    met: Counter[str] = Counter()
    sites = PublicSuffixList()
    with (PAGES / "index.jsonl").open("rb") as index:
        for at, line in enumerate(index):
            if per_corpus is None and at % every:
                continue
            row = orjson.loads(line)
            met[row["corpus"]] += 1
            if per_corpus is not None and (met[row["corpus"]] - 1) % per_corpus[row["corpus"]]:
                continue
            host = urlsplit(row["url"]).hostname or ""
            site = sites.privatesuffix(host) or host
            html = gzip.decompress((PAGES / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
            half = HALVES[xxhash.xxh32_intdigest(site.encode()) % 2]
            yield DevelopmentPage(row["id"], row["corpus"], half, site, row["url"], row["articleBody"], html)


def normal(page: DevelopmentPage) -> NormalArticle:
    """Return the page as the strip stage gets it."""
    markup = read_markup(page.html, base_url=page.url)
    return NormalArticle(
        id=page.id,
        id_method="content",
        kind="html",
        text=markup.text,
        blocks=markup.blocks,
        page=markup.page,
        markup=markup.body,
        url=page.url,
    )
