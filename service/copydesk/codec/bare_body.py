"""Headers of a message: its content type, and an article's fields where the body stands bare."""

import re
from collections.abc import Sequence
from typing import Any, Final

from copydesk.codec.raw_message import RawMessage

_CHARSET: Final = re.compile(r";\s{0,9}charset\s{0,9}=\s{0,9}[\"']?([^\s;\"']{1,40})", re.IGNORECASE)

_NAMES: Final = {name.lower(): name for name in RawMessage.__struct_encode_fields__}
"""Header names without hyphens and underscores, in lower case, to the contract's."""

_BODIES: Final = frozenset({"html", "text", "contenttype"})
"""Never taken from a header: the body is the message's value."""

_TRANSPORT: Final = re.compile(
    r"traceparent|tracestate|baggage|b3|x-b3-.*|uber-trace-id|sentry-trace|x-request-id|x-correlation-id"
    r"|copydesk-.*|faust-.*|kafka_.*|kafka-.*|spring_.*|__.*|content-.*",
    re.IGNORECASE,
)
"""Headers of tracing and of messaging frameworks: they tell of the message, not of the article."""


def content_type_of(headers: Sequence[tuple[str, bytes]]) -> tuple[str, str | None]:
    """Return the media type in lower case ("" where none is said) and its charset parameter."""
    said = ""
    for name, value in headers:
        if name.lower().replace("_", "-") in {"content-type", "contenttype"}:
            said = _text(value)
    charset = _CHARSET.search(said)
    return said.partition(";")[0].strip().lower(), charset[1] if charset else None


def fields_of_headers(headers: Sequence[tuple[str, bytes]]) -> dict[str, Any]:
    """Return the fields headers hold, under the contract's names.

    Names match in any case, as datePublished, date-published or date_published. `author` may be
    repeated; of another name the last one counts. Unknown names are kept, but for the transport's own.
    """
    fields: dict[str, Any] = {}
    for name, value in headers:
        plain = name.lower().replace("-", "").replace("_", "")
        if plain in _BODIES or _TRANSPORT.fullmatch(name):
            continue
        known = _NAMES.get(plain)
        if known == "author":
            fields.setdefault("author", []).append(_text(value))
        else:
            fields[known or name] = _text(value)
    return fields


def _text(value: bytes | None) -> str:
    """Return a header's value: UTF-8, else Windows-1252, in which nearly all bytes are characters."""
    if value is None:  # Kafka allows a header without a value
        return ""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
