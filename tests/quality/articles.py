"""Plain text to a normal article, for tests of stripping."""

from copydesk.article import Block, NormalArticle


def plain_article(text: str, *, headline: str | None = None, author: tuple[str, ...] = ()) -> NormalArticle:
    """Return an article whose blocks are the text's paragraphs, as the normalise stage would make them."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return NormalArticle(
        id="test",
        id_method="content",
        kind="text",
        text=text,
        blocks=tuple(blocks),
        headline=headline,
        author=author,
    )
