"""Whole files that are one article: sent as JSON where they are UTF-8, else as they are, undecoded."""

import orjson

from copydesk.producer.documents import key_of
from copydesk.producer.items import BadItem, Item, Shape

# Escape sequences of ISO-2022 and NUL bytes of UTF-16 also pass as UTF-8: the service finds their charset.
_OTHER_CHARSET_MARKS = (b"\x1b", b"\0")


def body_item(content: bytes, name: str, shape: Shape, *, field: str, content_type: str) -> Item | BadItem:
    """Make an item of a whole body; no field is invented: all that is known is the body and `--source`."""
    if not content.strip():
        return BadItem(origin=name, reason="is empty", original=content[:64])
    known = {"source": shape.source} if shape.source else {}
    text = _utf8(content)
    if text is not None:
        return Item(value=orjson.dumps({field: text, **known}), origin=name, key=key_of(known))
    headers = {"content-type": content_type, **known}
    return Item(
        value=content,
        origin=name,
        key=key_of(known),
        headers=tuple((header, value.encode()) for header, value in headers.items()),
    )


def _utf8(content: bytes) -> str | None:
    if any(mark in content for mark in _OTHER_CHARSET_MARKS):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
