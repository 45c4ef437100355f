"""Fill the record's formats beside plain text, from the same ledger."""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from copydesk.article import CleanArticle
from copydesk.enrich.figures import Figure
from copydesk.record import Record
from copydesk.render.html import html_of
from copydesk.render.markdown import markdown_of
from copydesk.render.shape import shape
from copydesk.render.tree import tree_of

Format = Literal["html", "markdown"]


class RenderOptions(Struct, frozen=True, kw_only=True):
    """What is made of the kept text beside plain text."""

    formats: Annotated[
        tuple[Format, ...],
        Meta(
            description="Forms of the text that records carry beside articleBody: html (articleBodyHtml), markdown"
            " (articleBodyMarkdown). Each makes a record about as much larger as the article is long."
        ),
    ] = ()


def render(
    clean: CleanArticle, record: Record, options: RenderOptions, figures: Sequence[Figure] | None = None
) -> Record:
    """Return the record with the formats that are asked for; their words are those of `article_body`.

    `figures` are the article's (`find_figures`), looked for here where they are not given.
    """
    if not options.formats:
        return record
    tree = shape(tree_of(clean, figures))
    return msgspec.structs.replace(
        record,
        article_body_html=html_of(tree) if "html" in options.formats else None,
        article_body_markdown=markdown_of(tree) if "markdown" in options.formats else None,
    )
