"""How much a text looks like an article: a few counted signals, and the share of rules they pass.

Rule-based and no more than that: the rules were made to filter web text for training language
models; a news brief of 40 words fails one and is still an article. The signals are in the record, so
that a reader can set bars of their own.

*Source* of rules and bars: Gopher (Rae et al. 2021, arXiv:2112.11446, table A1), C4 (Raffel et al.
2020, JMLR 21:140, section 2.2), FineWeb (Penedo et al. 2024, arXiv:2406.17557, section 3.6).
"""

import string
from collections import Counter
from itertools import product
from typing import Final

from copydesk.enrich.tokens import not_ascii, plain_letters
from copydesk.record import Quality

_STOP_WORDS: Final = frozenset(
    "".join(letters)
    for word in ("the", "be", "to", "of", "and", "that", "have", "with")
    for letters in product(*zip(word, word.upper(), strict=True))
)
"""Gopher's eight, in whatever case; counted in English only."""

_TERMINAL: Final = tuple(".!?…。！？؟।\"'”’»)」』")
_BULLETS: Final = tuple("•‣▪●*-–")
_SYMBOLS: Final = ("#", "...", "…")
_TEMPLATES: Final = ("{", "orem ipsum", "orem Ipsum", "OREM IPSUM")
_SMALL: Final = string.ascii_lowercase.encode()
_SHORT_LINE_CHARS: Final = 30


def quality(body: str, words: list[str], language: str | None, removed_share: float) -> Quality:
    """Return the signals of a clean text and the share of the rules it passes, both rounded to 4 places."""
    signals = _signals(body, words, language) | {"removedShare": removed_share}
    rules = _rules(signals)
    return Quality(
        round(sum(rules) / len(rules), 4), {name: round(value, 4) for name, value in signals.items()}
    )


def _signals(body: str, words: list[str], language: str | None) -> dict[str, float]:
    lines = [line for line in body.split("\n") if line]
    count, line_count = max(len(words), 1), max(len(lines), 1)
    repeated = [line for line, times in Counter(lines).items() for _ in range(times - 1)]
    letters, capitals = _letters(body)
    signals = {
        "words": float(len(words)),
        "meanWordLength": len("".join(words)) / count,
        "alphabeticWordShare": 1 - sum(map(str.isdigit, words)) / count,
        "symbolsPerWord": sum(map(body.count, _SYMBOLS)) / count,
        "terminalLineShare": sum(line.endswith(_TERMINAL) for line in lines) / line_count,
        "shortLineShare": sum(len(line) < _SHORT_LINE_CHARS for line in lines) / line_count,
        "bulletLineShare": sum(line.startswith(_BULLETS) for line in lines) / line_count,
        "ellipsisLineShare": sum(line.endswith(("...", "…")) for line in lines) / line_count,
        "duplicateLineShare": len(repeated) / line_count,
        "duplicateCharShare": sum(map(len, repeated)) / max(len(body), 1),
        "upperCaseShare": capitals / max(letters, 1),
        "placeholders": float(sum(map(body.count, _TEMPLATES))),
    }
    if language == "en":
        signals["stopWordShare"] = sum(map(_STOP_WORDS.__contains__, words)) / count
    return signals


def _letters(body: str) -> tuple[int, int]:
    """Count letters and capital letters."""
    plain, others = plain_letters(body), not_ascii(body)
    capitals = len(plain.translate(None, _SMALL)) + sum(map(str.isupper, others))
    return len(plain) + sum(map(str.isalpha, others)), capitals


def _rules(signals: dict[str, float]) -> list[bool]:
    """Return which rules hold. Word rules are for spaced scripts; a character word is 1 long, so only the upper bar is kept."""
    rules = [
        50 <= signals["words"] <= 100_000,  # Gopher
        signals["meanWordLength"] <= 10,  # Gopher, whose lower bar of 3 does not fit scripts without spaces
        signals["alphabeticWordShare"] >= 0.8,  # Gopher
        signals["symbolsPerWord"] <= 0.1,  # Gopher
        signals["bulletLineShare"] <= 0.9,  # Gopher
        signals["ellipsisLineShare"] <= 0.3,  # Gopher
        signals["duplicateLineShare"] <= 0.3,  # Gopher, table A1
        signals["duplicateCharShare"] <= 0.1,  # FineWeb
        signals["terminalLineShare"] > 0.12,  # FineWeb
        signals["shortLineShare"] < 0.67,  # FineWeb
        signals["placeholders"] == 0,  # C4: braces are code, "lorem ipsum" is a template
    ]
    if "stopWordShare" in signals:
        rules.append(signals["stopWordShare"] * signals["words"] >= 2)  # Gopher
    return rules
