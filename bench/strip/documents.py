"""Whole texts of our own writing, line by line labelled: articles as extractors leave them, with the boxes among their paragraphs.

`written/` gives single lines, put together by chance; what such texts cannot show is here: boxes of several lines, and furniture
that reads like prose, in the order and the place in which sites of many types have them. All of it is invented.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from bench.strip.composed import KEPT, KINDS, Line
from copydesk.ledger import Kind

DOCUMENTS: Final = Path(__file__).with_name("documents")
CORPUS: Final = "document"
HEAD: Final = f"== {CORPUS}: "
"""Begins a document, with its language and what site and article it is."""
HEADLINE: Final = "headline"


class Document(Struct, frozen=True):
    """A text; its name stands for a site of its own."""

    name: str
    lines: Sequence[Line]


def read_documents(folder: Path = DOCUMENTS) -> list[Document]:
    """Return all documents, in the order of their files.

    Errors: ValueError for a label that is not known, or a line without one.
    """
    return [
        Document(f"{CORPUS}-{path.stem}-{at}", lines)
        for path in sorted(folder.glob("*.txt"))
        for at, lines in enumerate(_texts(path))
        if any(line.kind is None for line in lines)
    ]


def _texts(path: Path) -> Iterator[list[Line]]:
    lines: list[Line] = []
    for text in path.read_text(encoding="utf-8").splitlines():
        if text.startswith(HEAD):
            if lines:
                yield lines
            lines = []
        elif text.strip():
            lines.append(_line(path, text))
    if lines:
        yield lines


def _line(path: Path, text: str) -> Line:
    label, tab, line = text.partition("\t")
    if not tab or not line.strip() or label not in {KEPT, HEADLINE, *KINDS}:
        raise ValueError(
            f"{path}: {text!r} is no label, a tab and a line; labels are {KEPT}, {HEADLINE}, {', '.join(KINDS)}"
        )
    kind = None if label == KEPT else Kind.HEADLINE if label == HEADLINE else KINDS[label]
    return Line(" ".join(line.split()), kind)
