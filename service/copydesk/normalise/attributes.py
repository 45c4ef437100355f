"""A guard before the parser: elements with more attributes than any person writes.

Lexbor compares each attribute of an element with all before it: 33,000 of them in one tag took it
3.5 s, 166,000 took 277 s (measured, one busy core). The element keeps the first `MAX_ATTRIBUTES`.
"""

import re
from typing import Final

MAX_ATTRIBUTES: Final = 500
"""Attributes of one element; with the most of it, a megabyte of such elements parses in 0.16 s (measured)."""
MIN_RUN: Final = 16_000
"""A page is looked through only where a tag may go on for so long, or where ">" stands in many values: 5 % of the
development pages. 2,600 attributes, the most in a shorter tag, take 13 ms."""

_OPENING: Final = re.compile("<[a-zA-Z]")
_ATTRIBUTE: Final = (
    r"(?:[\s/]*+(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>\"'][^\s>]*+)?+)?+)"
)
_COMMENT: Final = r"<!--(?!-?>)(?:[^-]++|-(?!-!?>))*+"
_SCRIPT: Final = r"<(?i:script)\b(?:[^<]++|<(?!/(?i:script)))*+"
_SIMPLE: Final = (
    r"<[a-zA-Z](?![^>]{1000})[^\s/<>\"'=]*+"
    r"(?:[\s/][^<>\"'=]*+(?:(?<![\s/\"'])=\"[^\"<>]*+\"[^<>\"'=]*+)*+)?+>"
)
"""A tag too short for 500 attributes, written so that everybody takes the same ">" for its end: values in double quotes
right after "=", no other quotes and no "<" or ">" in it. Most tags are: nothing of them needs a closer look."""
_PLAIN: Final = rf"(?:[^<]++|{_COMMENT}|{_SCRIPT}|{_SIMPLE}|<(?![a-zA-Z]))*+"
_TAG: Final = rf"<[a-zA-Z][^\s/>]*+{_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}}+"
_WHOLE: Final = re.compile(rf"({_PLAIN}(?:{_TAG})?+)({_ATTRIBUTE}*+)")
"""What needs no look, comments and scripts whole, and a tag up to its ">"; the second group is what is too much of it."""


def limit_attributes(html: str, tags: int) -> str:
    """Return the page with the attributes beyond `MAX_ATTRIBUTES` of an element taken out.

    Shape: `tags` is how many "<" the page holds. Time is linear in the page.
    """
    if html.count(">") <= tags + MAX_ATTRIBUTES and not _has_long_tag(html):
        return html
    return _WHOLE.sub(r"\1", html)


def _has_long_tag(html: str) -> bool:
    """Whether a tag may go on for `MIN_RUN` characters without ">"; looks closer only at runs of so many."""
    at, last = 0, len(html) - MIN_RUN
    while at <= last:
        found = html.rfind(">", at, at + MIN_RUN)
        if found < 0:
            found = html.find(">", at + MIN_RUN)
            end = len(html) if found < 0 else found
            if _OPENING.search(html, at, end - MIN_RUN):
                return True
            found = end
        at = found + 1
    return False
