"""Foreign documents to raw articles: field names mapped, the key chosen, what is no article refused."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import orjson

from copydesk.codec.foreign_json import too_deep
from copydesk.normalise.url import site
from copydesk.producer.items import KEPT_OF_HUGE_BYTES, BadItem, Item, Shape

FIELDS = (
    "html",
    "text",
    "id",
    "url",
    "source",
    "headline",
    "author",
    "datePublished",
    "language",
    "fetchedAt",
    "contentType",
    "charset",
)
"""The fields of a raw article; any other is passed on as it is."""

_BODIES = ("html", "text")


class MappingError(ValueError):
    """A `--map` that cannot be used; the message says what to write."""


def parse_mapping(text: str) -> dict[str, str]:
    """Read "url=link,html=body" (ours=theirs) into {"url": "link", "html": "body"}.

    Theirs may reach into objects: "html=content.body". Errors: MappingError.
    """
    names: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs:
            raise MappingError(f"{pair!r} is no mapping; write ours=theirs, as in url=link,html=body.")
        if ours not in FIELDS:
            close = get_close_matches(ours, FIELDS, n=1)
            advice = f"Did you mean {close[0]}?" if close else f"Ours are: {', '.join(FIELDS)}."
            if theirs in FIELDS:
                advice = f"Ours comes first: {theirs}={ours}."
            raise MappingError(f"{ours!r} is no field of a raw article. {advice}")
        if ours in names:
            raise MappingError(f"{ours!r} is mapped twice.")
        names[ours] = theirs
    return names


def item_of(document: Any, original: bytes, origin: str, shape: Shape) -> Item | BadItem:
    """Make an item of one JSON value; `original` is sent as it is where nothing changes.

    A bad item when it is no object, or has neither html nor text.
    """
    if too_deep(document):
        return BadItem(origin=origin, reason="is nested too deep", original=original[:KEPT_OF_HUGE_BYTES])
    if not isinstance(document, dict):
        kind = "an array" if isinstance(document, list) else f"a {type(document).__name__}"
        return BadItem(origin=origin, reason=f"is not a JSON object but {kind}", original=original)
    shaped = _shaped(document, shape) if shape.changes else document
    if not any(isinstance(shaped.get(body), str) and shaped[body].strip() for body in _BODIES):
        return BadItem(origin=origin, reason=_bodiless(document, shape), original=original)
    value = orjson.dumps(shaped) if shape.changes else original
    return Item(value=value, origin=origin, key=key_of(shaped))


def json_reason(error: ValueError) -> str:
    """Say why something is not JSON and where; never what it holds."""
    if isinstance(error, orjson.JSONDecodeError):
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        return f"is not JSON ({error.msg}, {line}column {error.colno})"
    return f"is not JSON ({type(error).__name__})"


def key_of(document: dict[str, Any]) -> bytes | None:
    """Choose the key of an article: its site (registrable domain), else its source, else its id."""
    url = document.get("url")
    found = site(url) if isinstance(url, str) and url else None
    for name in ("source", "id"):
        value = document.get(name)
        found = found or (value if isinstance(value, str) and value else None)
    return found.encode("utf-8", "replace") if found else None


def _shaped(document: dict[str, Any], shape: Shape) -> dict[str, Any]:
    shaped = document
    for theirs in shape.names.values():
        shaped = _without(shaped, [theirs] if theirs in document else theirs.split("."))
    for ours, theirs in shape.names.items():
        value = _reach(document, theirs)
        if value is not None:
            shaped[ours] = value
    if shape.source and not shaped.get("source"):
        shaped["source"] = shape.source
    return shaped


def _without(document: Any, path: Sequence[str]) -> Any:
    """Leave out the field at a path, and an object that holds nothing else: an article goes into its record once."""
    if not isinstance(document, dict) or path[0] not in document:
        return document
    first, *rest = path
    left = _without(document[first], rest) if rest else {}
    return {
        name: left if name == first else value
        for name, value in document.items()
        if name != first or left != {}
    }


def _reach(document: Any, name: str) -> Any:
    """Find a field by its name, or by the path its dots tell."""
    if isinstance(document, dict) and name in document:
        return document[name]
    for part in name.split("."):
        if not isinstance(document, dict):
            return None
        document = document.get(part)
    return document


def _bodiless(document: dict[str, Any], shape: Shape) -> str:
    mapped = [shape.names[body] for body in _BODIES if body in shape.names]
    wanted = " or ".join(mapped) if mapped else "html or text"
    # Field names may be anything, an article among them: few and short ones are shown.
    names = ", ".join(sorted(name for name in document if len(name) <= 30)[:10])
    advice = "" if mapped else "; name the field that holds it by --map text=FIELD"
    return f"has no text in {wanted} (its fields: {names or 'none'}){advice}"
