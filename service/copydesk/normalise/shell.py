"""Pages that a script fills in: next to no visible text, and the article in the page's JSON-LD."""

from html import escape
from typing import Final

from copydesk.article import Page
from copydesk.normalise.paragraphs import decode_entities

MIN_BODY_CHARS: Final = 400
"""A shorter articleBody is a summary."""
MAX_SHOWN_SHARE: Final = 0.25
"""A page is a shell where its text is at most this share of its articleBody.
What a page shows of a paid article is its article."""

_MARKUP: Final = ("<p", "<br", "<div")


def filled_in(shown_chars: int, page: Page) -> str | None:
    """Return the page that a script would make of a shell, None where the page is none.

    Shape: HTML of one article; `shown_chars` is the length of the page's own text.
    """
    bodies = [body for item in page.json_ld if isinstance(body := item.get("articleBody"), str)]
    body = max(bodies, key=len, default="")
    if len(body) < MIN_BODY_CHARS or shown_chars > MAX_SHOWN_SHARE * len(body):
        return None
    if not any(tag in body.lower() for tag in _MARKUP):
        lines = filter(None, map(str.strip, decode_entities(body).splitlines()))
        body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><body><article>{body}</article></body></html>"
