"""How many single sentences are told rightly, of the languages that the lingua crates bring test data for.

The data: `testdata/sentences.txt` of the crates `lingua-*-language-model` (Apache-2.0; sentences of the Leipzig Wortschatz
corpora, chosen websites), up to 1,000 a language, 75 languages. `cargo add lingua && cargo fetch` in an empty project
brings them. Their labels are those of the websites: some Catalan "sentences" are English.
"""

import os
import random
import re
from collections import Counter
from pathlib import Path
from typing import Final

import orjson
from msgspec import Struct

from bench.strip.pages import PAGES
from copydesk.enrich.language import detect, find_parts
from copydesk.enrich.language_tags import HARDLY_TOLD, RELATED

BAR: Final = 0.97
LONG_CHARS: Final = 150
"""A paragraph of so many characters has the letters that one needs to be told by itself."""
_SAME: Final = {"nb": "no", "nn": "no", "zh-Hant": "zh"}
"""Norwegian is one language in a record, in two written forms; the data has Chinese of both scripts."""


class Languages(Struct, frozen=True):
    """Share of sentences told rightly by language, and the mean over languages: those claimed, and all."""

    sentences: int
    right: dict[str, float]
    claimed: float
    every: float
    unknown: float


def registry() -> Path:
    """Return the folder of unpacked crates."""
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))  # noqa: TID251  no setting of the service
    return home / "registry" / "src"


def measure() -> Languages | None:
    """Tell every sentence; None where the crates are not there."""
    data = dict(_data())
    if not data:
        return None
    right: dict[str, float] = {}
    unknown = 0
    for tag, lines in data.items():
        told = Counter(detect(line) for line in lines)
        unknown += told[None]
        wanted = _SAME.get(tag, tag)
        right[tag] = sum(times for got, times in told.items() if _SAME.get(got or "", got) == wanted) / len(
            lines
        )
    claimed = [share for tag, share in right.items() if tag not in HARDLY_TOLD]
    sentences = sum(map(len, data.values()))
    return Languages(
        sentences,
        right,
        sum(claimed) / len(claimed),
        sum(right.values()) / len(right),
        unknown / sentences,
    )


def _data() -> list[tuple[str, list[str]]]:
    codes = next(registry().glob("*/lingua-[0-9]*/src/language.rs"), None)
    if codes is None:
        return []
    tags = dict(re.findall(r"(\w+) => IsoCode639_1::(\w\w)", codes.read_text(encoding="utf-8")))
    found = []
    for folder in sorted(registry().glob("*/lingua-*-language-model-*")):
        tag = tags[folder.name.split("-")[1].capitalize()].lower()
        text = (folder / "testdata" / "sentences.txt").read_text(encoding="utf-8")
        found.append((tag, [line.strip() for line in text.splitlines() if line.strip()]))
    return found


class Mixed(Struct):
    """Counts: texts, those told as of several languages, and those told so with a paragraph of another put in."""

    texts: int = 0
    alone: int = 0
    told: int = 0


def mixed() -> Mixed:
    """Put a paragraph of another page, in another language, into the gold text of each development page."""
    rows = (orjson.loads(line) for line in (PAGES / "index.jsonl").read_bytes().splitlines())
    texts = [
        (language, row["articleBody"].split("\n\n"))
        for row in rows
        if (language := detect(row["articleBody"]))
    ]
    others: dict[str, list[str]] = {}
    for language, paragraphs in texts:
        others.setdefault(language, []).extend(one for one in paragraphs if len(one) >= LONG_CHARS)
    source, found = random.Random(1), Mixed()
    for language, paragraphs in texts:
        found.texts += 1
        found.alone += bool(find_parts(paragraphs, language))
        other = source.choice(
            sorted(
                tag for tag, long in others.items() if long and tag not in RELATED.get(language, {language})
            )
        )
        at = source.randrange(len(paragraphs) + 1)
        parts = find_parts([*paragraphs[:at], source.choice(others[other]), *paragraphs[at:]], language)
        found.told += any(part.language == other and at in part.paragraphs for part in parts)
    return found
