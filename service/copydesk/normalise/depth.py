"""A guard before the parser: pages nested deeper than any person writes.

Lexbor looks through its whole stack of open elements for every block-level tag, so that nesting
costs quadratic time: 100,000 nested <div> took it 33 s (measured, one busy core). Browsers cap the
depth too (Chrome at 512).
"""

import re
from typing import Final

MAX_DEPTH: Final = 512
"""Elements open at once; the deepest of 996 development pages has 150."""
MIN_TAGS: Final = 6_000
"""Below this many "<" the deepest possible nesting parses in under 0.1 s, so nothing is checked."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})[^<>]{0,2000}>")
_CLOSED_BY_OTHERS: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "rt",
        "rp",
        "html",
        "head",
        "body",
    ]
)
"""Void elements and those whose end tag may be left out: they do not nest by themselves."""


def limit_depth(html: str, tags: int) -> str:
    """Return the page with the tags beyond `MAX_DEPTH` open elements taken out; their text stays.

    Shape: `tags` is how many "<" the page holds.
    Opening tags that go leave a break of paragraphs where they stand together, one for all of them: a page
    of nothing else grew to three times its size, and took 1.8 GB of memory at 10 MB. Time is linear in the page.
    """
    if tags < MIN_TAGS:
        return html
    depth = gone_to = 0

    def judge(found: re.Match[str]) -> str:
        nonlocal depth, gone_to
        if found[2].lower() in _CLOSED_BY_OTHERS:
            return found[0]
        if found[1]:
            depth = max(0, depth - 1)
            return found[0] if depth < MAX_DEPTH else ""
        depth += 1
        if depth <= MAX_DEPTH:
            return found[0]
        alone = found.start() != gone_to
        gone_to = found.end()
        return "<br><br>" if alone else ""

    return _TAG.sub(judge, html)
