"""JSON as others write it: standard JSON first, then the few departures real producers make.

Python's own writer leaves NaN and Infinity (pandas writes missing values so), and halves of surrogate
pairs where a string was cut inside an emoji. Neither is a reason to lose an article.
"""

import re
from typing import Any, Final

import orjson

from copydesk.normalise.charsets import codec_of

MAX_DEPTH: Final = 100
"""Levels of nesting that are passed on. No article has so many, and JSON writers stop at some depth: orjson,
which reads 1,024 levels, refuses to write more than 254."""

_ESCAPE: Final = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(\\.)",
    re.DOTALL,
)
_NOT_A_NUMBER: Final = re.compile(r'("(?:[^"\\]++|\\.)*+")|-?\bInfinity\b|\bNaN\b', re.DOTALL)
_LONE_SURROGATE_BYTES: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def loads(value: bytes, charset: str | None = None) -> Any:
    """Read JSON; what is not standard is repaired and read once more.

    Halves of surrogate pairs become U+FFFD; NaN and Infinity become null; a `charset` that the
    transport declared is believed where the bytes are not UTF-8.

    Errors: ValueError, where it is no JSON for all that.
    """
    try:
        return orjson.loads(value)
    except ValueError as error:
        first = error
    try:
        text = _LONE_SURROGATE_BYTES.sub(b"\xef\xbf\xbd", value).decode()
    except UnicodeDecodeError:
        text = _declared(value, charset)
    text = _ESCAPE.sub(lambda found: found[1] or found[2] or r"\ufffd", text)
    text = _NOT_A_NUMBER.sub(lambda found: found[1] or "null", text)
    try:
        return orjson.loads(text)
    except ValueError:
        # The first error has positions in the message as it came.
        raise first from None


def _declared(value: bytes, charset: str | None) -> str:
    codec = codec_of(charset)
    if codec is None:
        raise ValueError("not UTF-8, and no other charset declared")
    return value.decode(codec)


def too_deep(value: Any) -> bool:
    """Whether lists and objects are nested more than `MAX_DEPTH` levels; no recursion, linear."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += [inner for inner in one.values() if isinstance(inner, dict | list)]
            elif isinstance(one, list):
                below += [inner for inner in one if isinstance(inner, dict | list)]
        if not below:
            return False
        level = below
    return True
