"""How many quotes of the gold set are told, and how many are given to the right speaker; the set is in tests/quality/quotes.

`python -m bench.enrich.quotes` prints both halves; with `misses`, what is wrong on the half that may be looked at.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from copydesk.enrich.entities.find import find_mentions
from copydesk.enrich.quotes.find import find_quotes
from copydesk.record import Quote

FOLDER: Final = Path(__file__).parents[2] / "tests" / "quality" / "quotes"
PRECISION_BAR: Final = 0.95
ATTRIBUTION_BAR: Final = 0.8
_GOLD = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
_ARTICLES = re.compile(
    r"(?:the|an?|der|die|das|eine?|le|la|les|une?|el|los|las|o|a|il|lo|de|het|een)\s|l['\u2019]",
    re.IGNORECASE,
)


class Gold(Struct, frozen=True):
    """A quote of the set: its span, the names that are right for its speaker (() for nobody), those of its source."""

    span: tuple[int, int]
    speakers: tuple[str, ...]
    sources: tuple[str, ...]


class Passage(Struct, frozen=True):
    """A passage of the set and its quotes."""

    name: str
    language: str
    text: str
    quotes: tuple[Gold, ...]

    @property
    def held_out(self) -> bool:
        """Whether its number is even."""
        return int(self.name.rpartition("-")[2]) % 2 == 0


class Score(Struct):
    """Counts: quotes told and how many of those are right, quotes there are, and those with the right speaker and source."""

    told: int = 0
    found: int = 0
    quotes: int = 0
    attributed: int = 0
    sourced: int = 0
    sources: int = 0

    @property
    def precision(self) -> float:
        """Share of the quotes told that are one."""
        return self.found / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """Share of the quotes that are told."""
        return self.found / self.quotes

    @property
    def attribution(self) -> float:
        """Share of all quotes that are told with the right speaker."""
        return self.attributed / self.quotes


def passages() -> Iterator[Passage]:
    """Read the gold set."""
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, body = part.partition("\n")
            yield _passage(head.split()[0], body.strip())


def _passage(name: str, marked: str) -> Passage:
    pieces: list[str] = []
    quotes: list[Gold] = []
    at = length = 0
    for match in _GOLD.finditer(marked):
        pieces.append(marked[at : match.start()])
        length += len(pieces[-1])
        names, _, source = match[1].partition("<")
        speakers = () if match[1] == "?" else tuple(names.strip().split("="))
        quotes.append(
            Gold((length, length + len(match[2])), speakers, tuple(filter(None, source.split("="))))
        )
        pieces.append(match[2])
        length += len(match[2])
        at = match.end()
    pieces.append(marked[at:])
    return Passage(name, name.partition("-")[0], "".join(pieces), tuple(quotes))


def same(told: str | None, right: tuple[str, ...]) -> bool:
    """Say whether a name is one of those that are right; nobody is right where there are none."""
    if told is None or not right:
        return told is None and not right
    return _plain(told) in {_plain(name) for name in right}


def _plain(name: str) -> str:
    return _ARTICLES.sub("", name.strip().casefold())


def add(score: Score, passage: Passage) -> list[str]:
    """Count a passage; return what is wrong with it, a line each."""
    told = {
        quote.span: quote
        for quote in find_quotes(
            passage.text, passage.language, find_mentions(passage.text, passage.language)
        )
    }
    wrong = [
        f"{passage.name} no quote: {quote.text[:60]!r} {quote.cue} {quote.speaker}"
        for span, quote in told.items()
        if span not in {gold.span for gold in passage.quotes}
    ]
    score.told += len(told)
    score.quotes += len(passage.quotes)
    for gold in passage.quotes:
        wrong += _one(score, passage, gold, told.get(gold.span))
    return wrong


def _one(score: Score, passage: Passage, gold: Gold, quote: Quote | None) -> list[str]:
    words = passage.text[gold.span[0] : gold.span[1]][:60]
    score.sources += bool(gold.sources)
    if quote is None:
        return [f"{passage.name} missed: {words!r} {gold.speakers}"]
    score.found += 1
    right = same(quote.speaker, gold.speakers)
    score.attributed += right
    sourced = same(quote.source, gold.sources)
    score.sourced += sourced and bool(gold.sources)
    wrong = []
    if not right:
        wrong.append(f"{passage.name} speaker: {words!r} {quote.speaker} ({quote.cue}), is {gold.speakers}")
    if not sourced:
        wrong.append(f"{passage.name} source: {words!r} {quote.source}, is {gold.sources}")
    return wrong


def measure(*, held_out: bool, language: str | None = None) -> tuple[Score, list[str]]:
    """Score a half of the set, or what of it is in one language."""
    score, wrong = Score(), list[str]()
    for passage in passages():
        if passage.held_out == held_out and language in {None, passage.language}:
            wrong += add(score, passage)
    return score, wrong


def lines() -> Iterator[str]:
    """Yield the figures of both halves."""
    for held_out, name in ((False, "development half"), (True, "held-out half")):
        score, _ = measure(held_out=held_out)
        yield (
            f"quotes, {name}: {score.quotes} quotes, precision {score.precision:.3f} (bar {PRECISION_BAR}),"
            f" recall {score.recall:.3f}, attribution {score.attribution:.3f} (bar {ATTRIBUTION_BAR}),"
            f" of those found {score.attributed / max(score.found, 1):.3f}, sources {score.sourced} of {score.sources}"
        )


if __name__ == "__main__":
    print(*lines(), sep="\n")
    if sys.argv[1:] == ["misses"]:
        print(*measure(held_out=False)[1], sep="\n")
