"""JSON-LD as it is found in pages: often not quite JSON."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import orjson

MAX_CHARS: Final = 1_000_000
"""A longer script is not read; the longest of the development pages has 841,000 characters."""
MAX_OBJECTS: Final = 200
MAX_DEPTH: Final = 4
"""Arrays and @graphs inside one another are followed this far."""

_OPENING: Final = re.compile(r"<!--|(?://\s{0,20}|/\*\s{0,20})?<!\[CDATA\[(?:\s{0,20}\*/)?")
_CLOSING: Final = re.compile(r"(?:-->|(?://\s{0,20}|/\*\s{0,20})?\]\]>(?:\s{0,20}\*/)?)\Z")
_CLOSING_CHARS: Final = 60
_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_STRING_OR_COMMA: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|,\s*+(?=[\]}])', re.DOTALL)
_BAD_ESCAPE: Final = re.compile(r"\\(?:(?=u[0-9a-fA-F]{4})u|([\"\\/bfnrt])|(.))", re.DOTALL)


def read_json_ld(scripts: Iterable[str]) -> tuple[dict[str, Any], ...]:
    """Return the objects of all scripts in order, arrays and @graphs flattened.

    Tolerates control characters in strings, comments around the whole, trailing commas and
    impossible escapes. What is still not JSON is left out.
    """
    found: list[dict[str, Any]] = []
    for script in scripts:
        if len(script) <= MAX_CHARS:
            _flatten(_parse(script), found, 0)
    return tuple(found[:MAX_OBJECTS])


def _parse(script: str) -> Any:
    for candidate in _candidates(script):
        try:
            return orjson.loads(candidate)
        except (orjson.JSONDecodeError, UnicodeEncodeError):
            continue
    return None


def _candidates(script: str) -> Iterator[str]:
    """Yield the script as it is, then more and more repaired; most pages' need nothing."""
    yield script
    text = _unwrap(script.strip())
    yield text
    yield _CONTROL.sub(" ", text)
    yield _repair(text)


def _unwrap(text: str) -> str:
    """Take off the comment or CDATA section around a script, and semicolons after it."""
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    text = text.rstrip("; \t\r\n")
    closing = _CLOSING.search(text, max(0, len(text) - _CLOSING_CHARS))
    return (text[: closing.start()] if closing else text).strip("; \t\r\n")


def _repair(text: str) -> str:
    def piece(found: re.Match[str]) -> str:
        if found[0].startswith(","):
            return ""
        return _BAD_ESCAPE.sub(lambda e: e[0] if e[2] is None else e[2], found[0])

    return _STRING_OR_COMMA.sub(piece, _CONTROL.sub(" ", text)).encode("utf-8", "replace").decode()


def _flatten(value: Any, found: list[dict[str, Any]], depth: int) -> None:
    if depth > MAX_DEPTH or len(found) >= MAX_OBJECTS:
        return
    if isinstance(value, list):
        for item in value[:MAX_OBJECTS]:
            _flatten(item, found, depth + 1)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, list | dict):
            _flatten(graph, found, depth + 1)
            if not any(key for key in value if key not in {"@graph", "@context", "@id"}):
                return
            value = {key: item for key, item in value.items() if key != "@graph"}
        if value:
            found.append(value)
