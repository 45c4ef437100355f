"""The normalise stage: undecoded bytes to NFC text in blocks, with an identity and an address."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct

from copydesk.article import NormalArticle, Page, RawArticle
from copydesk.normalise.encoding import binary_kind, decode_body
from copydesk.normalise.markup import Markup, read_markup
from copydesk.normalise.paragraphs import count_lines, decode_entities, paragraphs
from copydesk.normalise.shell import filled_in
from copydesk.normalise.text import clean_line
from copydesk.normalise.url import absolute_url, canonical_url, choose_canonical, site
from copydesk.outcome import Reason, RejectArticle

MAX_ID_CHARS: Final = 1024
"""A longer id is no id but a body in the wrong field: it would be a message key and a primary key."""

IdMethod = Literal["producer", "canonical_url", "content"]


class NormaliseOptions(Struct, frozen=True, kw_only=True):
    """What the normalise stage can be told."""

    max_body_bytes: Annotated[
        int, Meta(ge=1, description="An article whose body is larger is rejected as body_too_large.")
    ] = 10_485_760
    max_blocks: Annotated[
        int,
        Meta(ge=1, description="An article of more blocks or lines of text is rejected as body_too_large."),
    ] = 50_000


def normalise(raw: RawArticle, options: NormaliseOptions) -> NormalArticle:
    """Decode an article and make it regular.

    Errors: `RejectArticle` with BODY_TOO_LARGE, EMPTY_BODY, or NO_TEXT where nothing in it can be read
    (binary data, a page of scripts and images).
    """
    if len(raw.body) > options.max_body_bytes:
        found = f"{len(raw.body)} bytes; normalise.max_body_bytes is {options.max_body_bytes}"
        raise RejectArticle(Reason.BODY_TOO_LARGE, found)
    if not raw.body.strip():
        raise RejectArticle(Reason.EMPTY_BODY, "the body is blank")
    binary = binary_kind(raw.body)
    if binary is not None:
        raise RejectArticle(Reason.NO_TEXT, f"the body is {binary}, not text")
    decoded, charset = decode_body(raw.body, raw.charset, raw.kind)
    url = absolute_url(raw.url) if raw.url else None
    markup = _read(raw, decoded, url, options)
    text, page = markup.text, markup.page
    canonical, canonical_method = choose_canonical(url, page.canonical_url)
    identity, id_method = _identity(raw.id, canonical, text)
    return NormalArticle(
        id=identity,
        id_method=id_method,
        kind=raw.kind,
        text=text,
        blocks=markup.blocks,
        page=page,
        markup=markup.body,
        charset=charset,
        url=url,
        canonical_url=canonical,
        canonical_url_method=canonical_method,
        site=site(canonical) if canonical else None,
        source=_line(raw.source),
        headline=_line(raw.headline),
        author=tuple(filter(None, map(_line, raw.author))),
        date_published_raw=_line(raw.date_published),
        language=_line(raw.language),
        fetched_at=raw.fetched_at,
        extra=raw.extra | dict(_unusable(raw, url, id_method)),
    )


def _read(raw: RawArticle, decoded: str, url: str | None, options: NormaliseOptions) -> Markup:
    """Return text, blocks and page; bounded before blocks are made where that can be."""
    if raw.kind == "html":
        markup = _read_page(decoded, url, options)
    else:
        plain = decode_entities(decoded)
        _bound(count_lines(plain), options)
        markup = Markup(*paragraphs(plain), Page())
    _bound(len(markup.blocks), options)
    if not markup.blocks:
        raise RejectArticle(Reason.NO_TEXT, f"the {raw.kind} has no visible text")
    return markup


def _read_page(decoded: str, url: str | None, options: NormaliseOptions) -> Markup:
    """Return what a page shows; of one that a script fills in, what its data say that it shows."""
    markup = read_markup(decoded, base_url=url, max_blocks=options.max_blocks)
    page = filled_in(len(markup.text), markup.page)
    if page is None:
        return markup
    filled = read_markup(page, base_url=url, max_blocks=options.max_blocks)
    return Markup(filled.text, filled.blocks, markup.page, filled.body)


def _bound(count: int, options: NormaliseOptions) -> None:
    if count > options.max_blocks:
        found = f"more blocks or lines than normalise.max_blocks, {options.max_blocks}"
        raise RejectArticle(Reason.BODY_TOO_LARGE, found)


def _identity(given: str | None, canonical: str | None, text: str) -> tuple[str, IdMethod]:
    """Return an article's id: the producer's, else of its address, else of its words.

    Shape: hashes are BLAKE2b of 128 bits in hex. White space is left out of the text, so that the id
    stays when a later version divides the text into other blocks.
    """
    own = _usable_id(given)
    if own:
        return own, "producer"
    if canonical:
        return _hash(canonical), "canonical_url"
    return _hash("".join(text.split())), "content"


def likely_id(raw: RawArticle) -> str | None:
    """Return the id an article will have, as far as that is known without reading its page; else None."""
    canonical = canonical_url(raw.url) if raw.url else None
    return _usable_id(raw.id) or (_hash(canonical) if canonical else None)


def _usable_id(given: str | None) -> str | None:
    own = (given or "").strip()
    return own if 0 < len(own) <= MAX_ID_CHARS else None


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _line(text: str | None) -> str | None:
    """Return a field's text in regular form on one line, entities read; None where nothing is left."""
    if text is None:
        return None
    return clean_line(decode_entities(text)) or None


def _unusable(raw: RawArticle, url: str | None, id_method: IdMethod) -> Iterator[tuple[str, Any]]:
    """Yield the producer's values that cannot be used, under their own names."""
    if raw.url and url is None:
        yield "url", raw.url
    if raw.id and raw.id.strip() and id_method != "producer":
        yield "id", raw.id
