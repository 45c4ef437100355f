"""Which reader reads what: by suffix, else by how the content begins; gzip by its magic bytes."""

import gzip
import io
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from copydesk.producer.items import BadItem, Read, Reader, Shape
from copydesk.producer.readers.html import read_html
from copydesk.producer.readers.json_document import read_json_document
from copydesk.producer.readers.jsonl import read_jsonl
from copydesk.producer.readers.text import read_text

STDIN = "-"

_SUFFIXES: dict[str, Reader | None] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".jsonlines": read_jsonl,
    ".json": None,  # one document, or lines under a wrong name: the content tells
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".txt": read_text,
    ".text": read_text,
}
_GZIP_MAGIC = b"\x1f\x8b"
_PEEK_BYTES = 65_536


def files_of(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the files to read and those passed over: directories are walked, in sorted order.

    A file that is named is read whatever its suffix; in a directory, hidden files and unknown
    suffixes are passed over. Errors: FileNotFoundError for a path that is not there.
    """
    chosen: list[str] = []
    passed_over: list[str] = []
    for path in paths:
        if path == STDIN or Path(path).is_file():
            chosen.append(path)
        elif Path(path).is_dir():
            for file in sorted(Path(path).rglob("*")):
                hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
                if file.is_file() and not hidden:
                    (chosen if _suffix(file.name) in _SUFFIXES else passed_over).append(str(file))
        elif Path(path).exists():
            chosen.append(path)  # a pipe or a device: named on purpose
        else:
            raise FileNotFoundError(path)
    return chosen, passed_over


def read_files(files: Sequence[str], shape: Shape, stdin: BinaryIO) -> Read:
    """Yield items and bad items of every file in turn; a file that cannot be read is one bad item."""
    for file in files:
        name = "stdin" if file == STDIN else file
        try:
            if file == STDIN:
                yield from _read_stream(stdin, name, shape)
            else:
                with Path(file).open("rb") as stream:
                    yield from _read_stream(stream, name, shape)
        except (OSError, EOFError, zlib.error) as error:
            # gzip.BadGzipFile is an OSError; a cut or broken archive ends its file here.
            reason = f"cannot be read further ({getattr(error, 'strerror', None) or error})"
            yield BadItem(origin=name, reason=reason, original=b"")


def reader_of(name: str, begin: bytes) -> Reader:
    """Choose the reader of a file by its name, else by its first bytes."""
    known = _SUFFIXES.get(_suffix(name))
    if known is not None:
        return known
    begin = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(b"<"):
        return read_html
    if begin.startswith(b"["):
        return read_json_document
    if begin.startswith(b"{"):
        # An object on one line is a line of JSON Lines; one that goes on is a document.
        first, newline, _ = begin.partition(b"\n")
        whole_line = not newline or first.rstrip().endswith(b"}")
        return read_jsonl if whole_line else read_json_document
    return read_json_document if _suffix(name) == ".json" else read_text


def _read_stream(stream: BinaryIO, name: str, shape: Shape) -> Read:
    buffered = io.BufferedReader(cast("io.RawIOBase", stream), _PEEK_BYTES)
    try:
        if buffered.peek(2).startswith(_GZIP_MAGIC):
            unpacked = gzip.GzipFile(fileobj=buffered)
            inner = io.BufferedReader(cast("io.RawIOBase", unpacked), _PEEK_BYTES)
            yield from reader_of(name, inner.peek(_PEEK_BYTES))(inner, name, shape)
        else:
            yield from reader_of(name, buffered.peek(_PEEK_BYTES))(buffered, name, shape)
    finally:
        # Whoever opened the stream closes it.
        if not buffered.closed:
            buffered.detach()


def _suffix(name: str) -> str:
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
