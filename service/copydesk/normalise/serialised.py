"""A tree in its serialised form, made fit for being split at "<"."""

import re
from typing import Final

_COMMENT_OR_BROKEN: Final = re.compile("<!--.*?-->|<[^<>]*+<[^>]*+>", re.DOTALL)
_EMPTY_TAG: Final = "<!>"


def tags_apart(body: str) -> str:
    """Return a serialised body in which "<" stands only where a tag begins.

    Comments become empty tags, which still part the texts around them. Names of elements and attributes
    are the one other place where the serialiser leaves a "<"; it is rare and looked for by cheap signs.
    """
    if "<!--" in body:
        before = body.split("<!--")[:-1]
        if any(part.rfind("<") > part.rfind(">") for part in before):
            return _COMMENT_OR_BROKEN.sub(_mended, body)
        body = _without_comments(body)
    # The body's own tag is cut off up to its ">".
    return body if body.count("<") + 1 == body.count(">") else _COMMENT_OR_BROKEN.sub(_mended, body)


def _without_comments(body: str) -> str:
    """Put an empty tag for each comment."""
    around: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        around.append(body[at:start])
        at = end + 3
    around.append(body[at:])
    return _EMPTY_TAG.join(around)


def _mended(found: re.Match[str]) -> str:
    tag = found[0]
    return _EMPTY_TAG if tag.startswith("<!--") else f"<{tag[1:].replace('<', '&lt;')}"


def unescape(text: str) -> str:
    """Undo the five references that a serialised text may hold (HTML standard, 13.3)."""
    return (
        text.replace("&nbsp;", "\u00a0")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )
