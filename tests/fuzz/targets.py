"""What a fuzzer calls: each target takes any bytes, and fails an assertion or raises where a promise does not hold.

A message is written as headers, one a line (`name: value`), an empty line, and the value. A page or text stands behind a
first byte: its lowest bit tells page from text, the next two the charset that is said of it.
"""

import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from copydesk.article import RawArticle
from copydesk.codec import dead_letter, disposition, raw_article, record
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import DropArticle, RejectArticle
from tests.property.hostile import corpus as hostile
from tests.property.promises import keeps_or_removes_all

CORPUS: Final = Path(__file__).parent / "corpus"
SCHEMAS: Final = Path(__file__).parents[2] / "schemas"
_CHARSETS: Final = (None, "utf-8", "windows-1252", "no-such-charset")


def message(data: bytes) -> tuple[list[tuple[str, bytes]], bytes]:
    """Headers and value."""
    head, _, value = data.partition(b"\n\n")
    headers = [line.partition(b": ") for line in head.split(b"\n") if line]
    return [(name.decode("latin-1"), content) for name, _, content in headers], value


def article(data: bytes) -> RawArticle:
    """A page or text."""
    first = data[0] if data else 0
    return RawArticle(kind="html" if first & 1 else "text", body=data[1:], charset=_CHARSETS[first >> 1 & 3])


def codec(data: bytes) -> None:
    """Every decoder, on headers and value: what it reads it writes again, what it refuses it refuses in its own words."""
    headers, value = message(data)
    with suppress(DropArticle, RejectArticle):
        raw_article.decode(value, headers)
    with suppress(RejectArticle):
        made = record.decode(value)
        assert record.decode(record.encode(made)) == made
    with suppress(ValueError):
        letter = dead_letter.from_headers(headers)
        assert dead_letter.from_headers(dead_letter.to_headers(letter)) == letter
    done = disposition.from_headers(headers)
    if done is not None:
        assert disposition.from_headers(disposition.to_headers(done)) == done
    tried = disposition.attempt_of(headers)
    first = disposition.first_timestamp(headers, 0)
    again = disposition.again(headers, first)
    assert disposition.attempt_of(again) == tried + 1
    assert disposition.first_timestamp(again, 0) == first


def normal(data: bytes) -> None:
    """Normalise: regular text, whose blocks follow one another and are never empty."""
    with suppress(DropArticle, RejectArticle):
        made = normalise(article(data), NormaliseOptions())
        made.text.encode()
        assert unicodedata.is_normalized("NFC", made.text)
        assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in made.text)
        end = 0
        for block in made.blocks:
            assert end <= block.start < block.end <= len(made.text)
            end = block.end


def strip(data: bytes) -> None:
    """The whole walk: an outcome, and of what came through kept and removed are the normalised text."""
    keeps_or_removes_all(article(data))


def messages() -> dict[str, bytes]:
    """The examples of the contracts as bare values, and the stored messages."""
    examples = {
        f"{path.parts[-4]}-{path.stem}": b"\n\n" + path.read_bytes()
        for path in sorted(SCHEMAS.glob("*/examples/*/*.json"))
    }
    return examples | {path.name: path.read_bytes() for path in sorted((CORPUS / "codec").iterdir())}


def articles() -> dict[str, bytes]:
    """The hostile corpus, each file as what it is."""
    return {name: (b"\1" if name.endswith(".html") else b"\0") + body for name, body in hostile().items()}


TARGETS: Final[Mapping[str, tuple[Callable[[bytes], None], Callable[[], dict[str, bytes]]]]] = {
    "codec": (codec, messages),
    "normalise": (normal, articles),
    "strip": (strip, articles),
}
"""Name of a target: what is called, and what a fuzzer starts from."""
