"""Text mode: already extracted text, whose lines are to be kept or dropped.

From each development page four texts, as they reach a desk that gets text instead of pages: the whole visible text
of the page, and what three extractors made of it. Each is normalised as an article of plain text, its lines are
that article's blocks, and the page's gold text tells which of them to keep. The extractors are in the environment that
`make env-bench` makes.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from bench.strip.extractors import outputs
from bench.strip.labels import label
from bench.strip.pages import DevelopmentPage, read_pages
from copydesk.article import NormalArticle, RawArticle
from copydesk.normalise.markup import read_markup
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import RejectArticle

PAGE: Final = "page"
"""The source that is the whole visible text of the page."""
SOURCES: Final = (PAGE, "resiliparse", "readability-lxml", "trafilatura recall")
"""The others are names of EXTRACTORS."""


class LabelledText(Struct, frozen=True):
    """One text with its lines, and which of them are in the gold text.

    Shape: `lines` and `labels` are parallel to `article.blocks`; without an article (the source gave no text)
    there are none.
    """

    page_id: str
    corpus: str
    site: str
    source: str
    article: NormalArticle | None
    lines: tuple[str, ...]
    labels: tuple[bool, ...]
    gold: str


def labelled_texts(
    pages: Iterable[DevelopmentPage] | None = None, sources: Iterable[str] = SOURCES
) -> Iterator[LabelledText]:
    """Yield the texts of the development pages (of all, if none are given), page by page, in the order of `sources`."""
    sources = tuple(sources)
    extracted = outputs(source for source in sources if source != PAGE)
    try:
        for page in read_pages() if pages is None else pages:
            for source in sources:
                text = visible_text(page) if source == PAGE else extracted[source].text(page)
                yield labelled(page, source, text)
    finally:
        for one in extracted.values():
            one.close()


def labelled(page: DevelopmentPage, source: str, text: str) -> LabelledText:
    """Return a text of this page with its lines labelled."""
    try:
        raw = RawArticle(kind="text", body=text.encode(), charset="utf-8", id=page.id, url=page.url)
        article = normalise(raw, NormaliseOptions())
    except RejectArticle:
        return LabelledText(page.id, page.corpus, page.site, source, None, (), (), page.gold)
    lines = tuple(article.text[block.start : block.end] for block in article.blocks)
    kept = tuple(label(lines, page.gold))
    return LabelledText(page.id, page.corpus, page.site, source, article, lines, kept, page.gold)


def visible_text(page: DevelopmentPage) -> str:
    """Return what a reader sees of the page: its blocks, without the hidden ones."""
    markup = read_markup(page.html, base_url=page.url)
    pieces: list[str] = []
    end = 0
    for block in markup.blocks:
        if not block.hidden:
            if pieces:
                between = markup.text[end : block.start]
                pieces.append(next((joint for joint in ("\n\n", "\n", " ") if joint in between), ""))
            pieces.append(markup.text[block.start : block.end])
        end = block.end
    return "".join(pieces)
