"""Bytes to text: the charset a body is really in.

In order: byte order mark, what the transport declared, what the page declares, strict UTF-8,
detection. A charset in which the bytes are not valid is passed over, whoever declared it.
"""

import re
from typing import Final

import cchardet

from copydesk.article import BodyKind
from copydesk.normalise.charsets import SINGLE_BYTE, codec_of

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_META_BYTES: Final = 4096
"""A page's own declaration is looked for here; the HTML standard asks for the first 1,024, and pages
whose head begins with comments and scripts miss that."""

_META: Final = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})"
    rb"|\A\s{0,99}<\?xml[^>]{0,99}?\bencoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)

_DETECT_BYTES: Final = 65_536
"""Detection reads so much: 0.1 ms on a 4 kB article; what 64 kB do not show the rest does not either."""

_UNSURE: Final = 0.5
"""Below this the detector guesses, and a declaration the bytes do not quite keep to is the better guess. Of 106
real texts of 12 languages in their old charsets 103 were detected right, all but one with 0.69 and more."""

_GOOD_FOR_BAD: Final = 4
"""UTF-8 with a broken character for four and more whole ones is spoilt UTF-8 (cut strings, joined pieces).
The same texts, read as UTF-8, had at most 0.41 whole ones for a broken one (EUC-JP; no other but CJK over 0.01)."""

_SIGNATURES: Final = (
    (b"%PDF-", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "Zstandard"), (b"\xd0\xcf\x11\xe0", "old Office"),
)  # fmt: skip

_SAMPLE_BYTES: Final = 4096
_CONTROLS: Final = bytes({*range(0x20)} - {*b"\t\n\r"})
_ZERO_SHARE: Final = 0.2
"""From this share of zero bytes at even or at odd places on, text is UTF-16 without its mark: every ASCII
character has one. CJK text has too few to be told; it needs its mark or a declaration."""


def decode_body(body: bytes, declared: str | None, kind: BodyKind) -> tuple[str, str]:
    """Decode a body; return its text, without a byte order mark, and the charset it was read in.

    Total: what is in no charset is read in the likeliest, with U+FFFD for what it has no character for.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace"), charset
    candidates = [codec_of(declared)]
    if kind == "html":
        candidates.append(_declared_in_page(body))
    said = next(filter(None, candidates), None)
    if said in SINGLE_BYTE and not body.isascii():
        # Nearly every text is valid in these, and next to no text of theirs is valid UTF-8: servers
        # that say ISO-8859-1 of every page are common.
        candidates.insert(0, "utf-8")
    if b"\x1b$" in body:
        candidates.append("iso2022_jp")  # seven bits, so that it would pass for UTF-8
    candidates += ["utf-8", _unmarked_utf16(body)]
    for candidate in candidates:
        text = _strictly(body, candidate)
        if text is not None:
            assert candidate is not None
            return text, candidate
    return _detected(body, said)


def binary_kind(body: bytes) -> str | None:
    """Return what a body is that is no text in any charset ("PDF", "binary data"), or None for text."""
    for signature, name in _SIGNATURES:
        if body.startswith(signature):
            return name
    sample = body[:_SAMPLE_BYTES]
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _unmarked_utf16(body):
        return None
    # One in fifty: a stray NUL is seen in text (C programs, padding), a hundred in 4 kB is not.
    return "binary data" if sample.count(0) * 50 > len(sample) else None


def _strictly(body: bytes, charset: str | None) -> str | None:
    if charset is None or (charset == "utf-8" and _is_utf16_like(body)):
        return None
    try:
        return body.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _declared_in_page(body: bytes) -> str | None:
    """Return the charset of a meta element or an XML declaration; both can be read only as ASCII."""
    found = _META.search(body, 0, _META_BYTES)
    if found is None:
        return None
    charset = codec_of((found[1] or found[2]).decode("ascii"))
    # The standard's rule: a page that could be read this far is not in UTF-16, whatever it says.
    return "utf-8" if charset in {"utf-16-le", "utf-16-be"} else charset


def _is_utf16_like(body: bytes) -> bool:
    return _unmarked_utf16(body) is not None


def _unmarked_utf16(body: bytes) -> str | None:
    """Return UTF-16's charset where the zero bytes of ASCII stand at every other place, else None."""
    sample = body[:_SAMPLE_BYTES]
    if b"\x00" not in sample or len(body) % 2:
        return None
    even, odd = sample[::2], sample[1::2]
    for zeros, others, charset in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # Binary data has zeros on both sides, and control characters beside them.
        if (
            zeros.count(0) > len(zeros) * _ZERO_SHARE
            and others.count(0) * 20 < zeros.count(0)
            and len(others.translate(None, _CONTROLS)) * 2 > len(others)
        ):
            return charset
    return None


def _detected(body: bytes, said: str | None) -> tuple[str, str]:
    """Decode what is valid nowhere so far: spoilt UTF-8, by detection, or as it was said; with replacement."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii - bad >= bad * _GOOD_FOR_BAD:
        return text, "utf-8"
    found = cchardet.detect(body[:_DETECT_BYTES])
    charset = codec_of(found.get("encoding")) or "cp1252"
    if said and (found.get("confidence") or 0.0) < _UNSURE:
        charset = said
    return body.decode(charset, "replace"), charset
