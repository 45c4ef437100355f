"""What an article is on its way through the desk: raw, normalised, clean.

All values are frozen and picklable; each stage returns a new one. What Kafka knows of a
message (partition, offset, headers) is not here: it stays with the stream.
"""

from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

from copydesk.ledger import Span, kept_spans

BodyKind = Literal["html", "text"]


class RawArticle(Struct, frozen=True, kw_only=True):
    """An article as a producer sent it; nothing in it is trusted.

    Shape: `body` is undecoded; a body that came inside JSON is UTF-8 with `charset` "utf-8".
    """

    kind: BodyKind
    body: bytes
    charset: str | None = None
    """The charset its transport declared, or None; a page's own <meta> is read later."""
    id: str | None = None
    url: str | None = None
    source: str | None = None
    headline: str | None = None
    author: tuple[str, ...] = ()
    date_published: str | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    """When the producer fetched it, aware, UTC; never filled from arrival time."""
    extra: dict[str, Any] = {}
    """Fields of the producer's that the contract does not know, untouched."""


class Block(Struct, frozen=True, gc=False):
    """One block of the normalised text and what is known of its place in the page.

    `text[start:end]` of the NormalArticle is the block; blocks are in document order, do not
    overlap, are never empty, and between two of them lies a blank line or a line end; between parts of one paragraph,
    which text that is hidden inside it makes, what the page has there: a line end, a space or nothing.
    """

    start: int
    end: int
    tag: str = "p"
    """The element that makes the block ("p", "h2", "li", "figcaption", "td", ...); "p" in plain text."""
    path: str = ""
    """Tags from body down to the block's element, "body/div/article/p"; empty in plain text."""
    hints: str = ""
    """Lower-cased class, id, role, itemprop and aria-label words of the element and its ancestors, nearest first."""
    link_chars: int = 0
    """Characters of the block that stand inside links."""
    depth: int = 0
    container: int = 0
    """Number of the nearest block-level ancestor element; blocks of one parent share it."""
    hidden: bool = False
    lineage: tuple[int, ...] = ()
    """Numbers of the block-level elements the block stands in, outermost first; the last is `container`."""
    piece: int = 0
    """`markup.split("<")` of the NormalArticle: the block's text is in the pieces from the end of the block before
    it up to this number, excluded. Blocks of one <pre> have one end."""


class Author(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """A person or organisation named as author."""

    name: str
    type: Literal["Person", "Organization"] | None = None
    """As schema.org has it; None where nothing tells."""
    url: str | None = None
    """The author's page at the outlet."""
    job_title: str | None = None
    description: str | None = None
    same_as: tuple[str, ...] = ()
    """The author's profiles elsewhere."""


class Page(Struct, frozen=True, kw_only=True):
    """What an HTML page says about itself outside its text; empty for plain text."""

    title: str | None = None
    language: str | None = None
    """The html element's lang attribute."""
    canonical_url: str | None = None
    """rel=canonical, made absolute; not yet judged."""
    base_url: str | None = None
    meta: dict[str, str] = {}
    """meta name / property / itemprop (lower-cased) to content; the first non-empty one wins."""
    json_ld: tuple[dict[str, Any], ...] = ()
    """JSON-LD objects, @graph and arrays flattened, in document order."""
    times: tuple[tuple[str, str], ...] = ()
    """<time>: (datetime attribute or text, hints of it and its parents), in document order."""
    bylines: tuple[tuple[str, str | None], ...] = ()
    """Text and link of elements marked rel=author, itemprop=author or a byline class."""


class NormalArticle(Struct, frozen=True, kw_only=True):
    """An article decoded and made regular: NFC text without control characters, in blocks.

    Every offset in the service is a Unicode code point position in `text`.
    """

    id: str
    id_method: Literal["producer", "canonical_url", "content"]
    kind: BodyKind
    text: str
    blocks: tuple[Block, ...]
    page: Page = Page()
    markup: str = ""
    """The page's body as its blocks were read from it, for whoever wants more of its structure; empty for plain text.

    Shape: regular (every attribute quoted, every element closed), "<" only where a tag begins.
    """
    charset: str = "utf-8"
    url: str | None = None
    """The producer's address, absolute and parsed, or None."""
    canonical_url: str | None = None
    canonical_url_method: Literal["link", "url"] | None = None
    site: str | None = None
    """Registrable domain of the canonical URL."""
    source: str | None = None
    headline: str | None = None
    author: tuple[str, ...] = ()
    date_published_raw: str | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    extra: dict[str, Any] = {}


class CleanArticle(Struct, frozen=True, kw_only=True):
    """A normalised article with the spans that are not the article named in a ledger.

    Promise: `removed` is sorted and disjoint; kept and removed spans, in order, are exactly
    `article.text`; so `body` holds nothing that was not there.
    """

    article: NormalArticle
    removed: tuple[Span, ...]

    @property
    def body(self) -> str:
        """The kept text: every kept span, in order."""
        text = self.article.text
        return "".join(text[start:end] for start, end in kept_spans(self.removed, len(text)))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The kept text's paragraphs, in document order."""
        body = self.body
        return tuple(body.split("\n\n")) if body else ()
