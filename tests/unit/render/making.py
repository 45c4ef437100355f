"""Trees made of pages, for the tests of what is written of them."""

from copydesk.article import CleanArticle, NormalArticle
from copydesk.ledger import Kind, Span
from copydesk.normalise.markup import read_markup
from copydesk.render.shape import shape
from copydesk.render.tree import Element, tree_of


def tree(html: str, base: str | None = "https://x.example/news/") -> Element:
    """Return the regular tree of a page; a block that begins with "Removed" is removed as a caption or teaser."""
    return shape(tree_of(clean(html, base)))


def clean(html: str, base: str | None = "https://x.example/news/") -> CleanArticle:
    """Make a clean article of a page; "Removed caption" is a caption, any other "Removed" block is related."""
    read = read_markup(html, base_url=base)
    article = NormalArticle(
        id="a",
        id_method="producer",
        kind="html",
        text=read.text,
        blocks=read.blocks,
        page=read.page,
        markup=read.body,
    )
    spans = []
    for block in read.blocks:
        text = read.text[block.start : block.end]
        if text.startswith("Removed"):
            kind = Kind.CAPTION if text.startswith("Removed caption") else Kind.RELATED
            spans.append(Span(block.start, block.end, kind, "test", 0.9))
    return CleanArticle(article=article, removed=tuple(spans))
