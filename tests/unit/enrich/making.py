"""Articles made for the enrich tests."""

from typing import Any

from copydesk.article import Block, CleanArticle, NormalArticle, Page
from copydesk.ledger import Kind, Span

BODY = (
    "The harbour council voted on Tuesday to rebuild the old ferry landing before winter.\n\n"
    "Fishing crews had asked for a longer pier, and most of them got what they wanted after two years of talks."
)


def clean(
    *blocks: str | tuple[str, Kind] | tuple[str, Kind, str], page: Page | None = None, **fields: Any
) -> CleanArticle:
    """Make a clean article of blocks: a text is kept, (text, kind) is removed, a third item is its tag."""
    made, removed, at, pieces = [], [], 0, []
    for block in blocks or (BODY,):
        text, kind, tag = (block, None, "p") if isinstance(block, str) else (*block, "p")[:3]
        made.append(Block(at, at + len(text), tag=tag))
        if kind is not None:
            removed.append(Span(at, at + len(text) + 2, kind, "test.rule", 0.9))
        pieces.append(text)
        at += len(text) + 2
    text = "\n\n".join(pieces)
    spans = tuple(
        Span(span.start, min(span.end, len(text)), span.kind, span.rule, span.confidence) for span in removed
    )
    given: dict[str, Any] = {"id": "a", "id_method": "producer", "kind": "html" if page else "text"}
    article = NormalArticle(text=text, blocks=tuple(made), page=page or Page(), **(given | fields))
    return CleanArticle(article=article, removed=spans)


def news(**fields: Any) -> dict[str, Any]:
    """Make the JSON-LD of an article."""
    return {"@type": "NewsArticle", **fields}
