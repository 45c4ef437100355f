"""Copydesk as a library: one article in, its record out, without a broker, a store or settings."""

import re
from itertools import islice
from typing import Final

from copydesk.article import BodyKind, RawArticle
from copydesk.normalise.encoding import decode_body
from copydesk.outcome import Accepted, DropArticle, Dropped, RejectArticle, Rejected
from copydesk.pipeline import PipelineOptions, process
from copydesk.record import Record
from copydesk.render.stage import RenderOptions

_OPTIONS: Final = PipelineOptions(render=RenderOptions(formats=("html", "markdown")))

_NAMES: Final = "p|div|span|a|b|i|em|strong|br|hr|img|ul|ol|li|h[1-6]|table|tr|td|blockquote|section|article|figure|pre|code"
_BEGINS_AS_PAGE: Final = re.compile(
    rf"\s*<(?:!doctype\b|!--|\?xml\b|(?:html|head|body|meta|title|link|script|style|main|header|{_NAMES})(?=[\s/>]))",
    re.IGNORECASE,
)
_ELEMENT: Final = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,1000}})?/?>", re.IGNORECASE)
_LOOKED_AT_CHARS: Final = 100_000
_ELEMENTS: Final = 4
"""So many tags of known elements make text a piece of a page that does not begin with a tag. A text
about HTML names one or two."""


def clean(html_or_text: str | bytes, url: str | None = None, *, kind: BodyKind | None = None) -> Record:
    r"""Return the record of an article: its text, who wrote it and when, what was removed and why.

    `html_or_text` is a web page, a piece of one, or plain text with all that was extracted along with it;
    which of both is seen from its tags, unless `kind` says it. Bytes may be in any charset. `url` is the page's
    address: it makes links absolute, and gives the record its id and publisher.

    The record is what the service makes of the same article with its default settings, but for `ingest`; the text
    is there as HTML and as Markdown too.

    Errors: `RejectArticle` (copydesk.outcome) with `reason` and `detail` where it is no article: blank,
    binary, too large, without visible text, or boilerplate alone. TypeError for anything but str or bytes.

    >>> from copydesk import clean
    >>> record = clean("The ferry left the jetty at ten, and the harbour was quiet again.\n\nLeave a comment")
    >>> record.article_body
    'The ferry left the jetty at ten, and the harbour was quiet again.'
    >>> [span.kind.value for span in record.removed]
    ['comment_form']
    """
    if isinstance(html_or_text, str):
        # Lone surrogates are no text; the pipeline would put the same sign in their place.
        body, charset = html_or_text.encode("utf-8", "replace"), "utf-8"
        text = html_or_text
    elif isinstance(html_or_text, bytes):
        body, charset = html_or_text, None
        text = decode_body(body, None, "html")[0] if kind is None else ""
    else:
        raise TypeError(f"clean() takes str or bytes, not {type(html_or_text).__name__}")
    raw = RawArticle(kind=kind or kind_of(text), body=body, charset=charset, url=url)
    match process(raw, _OPTIONS):
        case Accepted(record):
            return record
        case Rejected(reason, _, detail):
            raise RejectArticle(reason, detail)
        case Dropped(reason):
            raise DropArticle(reason)


def kind_of(text: str) -> BodyKind:
    """Tell a page, or a piece of one, from plain text: by how it begins, else by the tags in it."""
    if _BEGINS_AS_PAGE.match(text.removeprefix("\ufeff")):
        return "html"
    met = sum(1 for _ in islice(_ELEMENT.finditer(text[:_LOOKED_AT_CHARS]), _ELEMENTS))
    return "html" if met == _ELEMENTS else "text"
