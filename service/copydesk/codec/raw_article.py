"""Raw messages to raw articles: forgiving in what scrapers send.

Two shapes: a JSON object (`codec.raw_message`), and a bare body with a `content-type` header of
text/html or text/plain and the other fields as headers. Only a body is asked for: an optional field
that cannot be read goes into `extra` under its own name, and the article goes on.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import orjson

from copydesk.article import BodyKind, RawArticle
from copydesk.codec.bare_body import content_type_of, fields_of_headers
from copydesk.codec.foreign_json import loads, too_deep
from copydesk.codec.raw_fields import authors, date_text, identifier, moment, words
from copydesk.codec.raw_message import RawMessage
from copydesk.outcome import DropArticle, Reason, RejectArticle

_HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_JSON_TYPES: Final = frozenset({"application/json", "text/json"})
_UNSAID_TYPES: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""What clients set when nobody told them: as good as no header."""

_NO_JSON: Final = (
    "not a JSON object; for a bare page or text set header content-type to text/html or text/plain"
)

_KNOWN: Final = frozenset(RawMessage.__struct_encode_fields__)
_PASSED_ON: Final = ("contentType", "charset")

_TYPE_NAMES: Final = {list: "an array", str: "a string", bool: "a boolean", type(None): "null"}


def decode(value: bytes | None, headers: Sequence[tuple[str, bytes]] = ()) -> RawArticle:
    """Read the value and headers of a message of `articles.raw`.

    Errors: `DropArticle(TOMBSTONE)` for a null value; `RejectArticle` with EMPTY_BODY, MALFORMED_JSON,
    INVALID_ARTICLE or UNSUPPORTED_CONTENT_TYPE. No bytes and no headers raise anything else.
    """
    if value is None:
        raise DropArticle(Reason.TOMBSTONE)
    media_type, charset = content_type_of(headers)
    if media_type in _HTML_TYPES:
        return _bare("html", value, charset, headers)
    if media_type == "text/plain":
        return _bare("text", value, charset, headers)
    said_json = media_type in _JSON_TYPES or media_type.endswith("+json")
    if not said_json and media_type not in _UNSAID_TYPES:
        shown = "".join(char for char in media_type if char.isprintable())[:40]
        raise RejectArticle(
            Reason.UNSUPPORTED_CONTENT_TYPE,
            f"{shown}; send application/json, text/html or text/plain",
        )
    return _from_json(value, charset if said_json else None)


def _bare(
    kind: BodyKind, value: bytes, charset: str | None, headers: Sequence[tuple[str, bytes]]
) -> RawArticle:
    if not value.strip():
        raise RejectArticle(Reason.EMPTY_BODY, f"the {kind} body is blank")
    fields = fields_of_headers(headers)
    declared = words(fields.pop("charset", None))
    return _article(kind, value, charset or declared, fields)


def _from_json(value: bytes, charset: str | None) -> RawArticle:
    value = value.removeprefix(b"\xef\xbb\xbf").strip()
    if not value:
        raise RejectArticle(Reason.EMPTY_BODY, "the message has a value of no length")
    if value[:1] not in b"{[" and charset is None:
        raise RejectArticle(Reason.MALFORMED_JSON, _NO_JSON)
    try:
        fields = loads(value, charset)
    except ValueError as error:
        raise RejectArticle(Reason.MALFORMED_JSON, _where(error)) from None
    if not isinstance(fields, dict):
        found = _TYPE_NAMES.get(type(fields), "a number")
        raise RejectArticle(Reason.INVALID_ARTICLE, f"must be one JSON object per message, is {found}")
    kind, body = _body(fields)
    return _article(kind, body.encode(), "utf-8", fields)


def _where(error: ValueError) -> str:
    """What is wrong and where; the parser's messages hold positions, never content."""
    if isinstance(error, orjson.JSONDecodeError):
        return f"not valid JSON: {error.msg} at byte {error.pos}"
    return "not UTF-8; send UTF-8, or name the charset in the content-type header"


def _body(fields: Mapping[str, Any]) -> tuple[BodyKind, str]:
    """The page, else the text; `text` of contentType text/html is a page."""
    given = {name: fields[name] for name in ("html", "text") if fields.get(name) is not None}
    for name, body in given.items():
        if not isinstance(body, str):
            raise RejectArticle(Reason.INVALID_ARTICLE, f'"{name}" must be a string')
    if not given:
        raise RejectArticle(Reason.INVALID_ARTICLE, 'needs "html" or "text": neither is there')
    if given.get("html", "").strip():
        return "html", given["html"]
    text: str = given.get("text", "")
    if not text.strip():
        named = " and ".join(f'"{name}"' for name in given)
        raise RejectArticle(Reason.EMPTY_BODY, f"{named} {'is' if len(given) == 1 else 'are'} blank")
    media_type = str(fields.get("contentType") or "").partition(";")[0].strip().lower()
    return ("html" if media_type in _HTML_TYPES else "text"), text


def _article(kind: BodyKind, body: bytes, charset: str | None, fields: Mapping[str, Any]) -> RawArticle:
    extra = {name: value for name, value in fields.items() if name not in _KNOWN}
    extra |= {name: value for name in _PASSED_ON if (value := fields.get(name)) is not None}
    read: dict[str, Any] = {}
    for name, reader in _READERS.items():
        value = fields.get(name)
        read[name] = reader(value)
        if read[name] is None and not _is_missing(value):
            extra[name] = value
    author, all_read = authors(fields.get("author"))
    if not all_read:
        extra["author"] = fields["author"]
    if too_deep(extra):
        raise RejectArticle(Reason.INVALID_ARTICLE, "fields are nested more than 100 levels deep")
    return RawArticle(
        kind=kind,
        body=body,
        charset=charset,
        id=read["id"],
        url=read["url"],
        source=read["source"],
        headline=read["headline"],
        author=author,
        date_published=read["datePublished"],
        language=read["language"],
        fetched_at=read["fetchedAt"],
        extra=extra,
    )


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and words(value) is None)


_READERS: Final = {
    "id": identifier,
    "url": words,
    "source": words,
    "headline": words,
    "datePublished": date_text,
    "language": words,
    "fetchedAt": moment,
}
