"""Plain text to paragraphs: what its line ends mean, and hard-wrapped prose made whole again.

Everything here is decided from the lines themselves, so that a text that was made regular is left
as it is.
"""

import re
from html.entities import html5
from itertools import pairwise
from typing import Final

from copydesk.article import Block
from copydesk.normalise.text import clean_block

_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")

_ENTITY: Final = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")

_SENTENCE_END: Final = re.compile(
    "[.!?\u2026:;\u3002\uff01\uff1f\u0964\u06d4\u061f][\"'\u2019\u201d\u00bb)\\]\u300d\u300f]{0,2}$"
)
_WIDE: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u3000-\u30ff]")
"""Characters of scripts that are written two columns wide; of these Korean alone puts spaces between words."""
_NO_SPACE_BETWEEN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u30ff]")
_HYPHENATED: Final = re.compile(r"[^\W\d_][-\u2010]$")
_HANGING: Final = re.compile(r"(?:und|oder|bis|sowie|and|or|to|et|ou|y|e|en|of|och|og)\b")
"""After a hyphen these continue a shortened compound ("Haupt- und Nebenstra\u00dfe"), never the word."""

_ITEM: Final = re.compile(r"[-*\u2022\u2023\u25e6#$>/|=+<{}]|\d{1,3}[.)]\s|https?://")
"""Begins an item of a list, a command, a comment, code or an address: lines that stand for themselves."""

_WIDTHS: Final = (40, 100)
"""Columns of hard-wrapped prose. Below, headings and captions of one width begin; above, lines are paragraphs."""
_MIN_CONTINUED: Final = 0.3
"""From this share of lines on that begin with a small letter, lines are pieces of sentences. Real paragraphs of
news, wrapped at 72 columns: mean 0.83 in English (219 paragraphs), 0.56 in German with its capital nouns (387), 0.79
to 0.91 in five other languages. At 0.3, 97 % of the English and 86 % of the German ones are made whole again (at
0.5: 94 and 67 %), and of 996 real article texts none had lines joined that were not wrapped prose. Scripts without
small letters are judged by their sentence ends alone."""
_MAX_ENDED: Final = 0.4
"""Up to this share of the lines may end a sentence where they break; 95 % of those paragraphs have at most 0.25."""


def decode_entities(text: str) -> str:
    """Return plain text with the HTML entities scrapers leave in it read once: "&amp;amp;" is "&amp;".

    Only whole ones, with their semicolon; unknown names stay. Tags stay too: text may be about HTML.
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return html5.get(f"{name};", entity[0])
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if 0x80 <= number <= 0x9F:  # the HTML standard reads these as Windows-1252
        return bytes([number]).decode("cp1252", "replace")
    return chr(number) if 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def count_lines(text: str) -> int:
    """Return how many lines `paragraphs` will look at, at most; cheap."""
    return sum(map(text.count, "\n\r\x0b\x0c\u2028\u2029")) + 1


def paragraphs(text: str) -> tuple[str, tuple[Block, ...]]:
    r"""Return plain text in regular form, and its blocks.

    Blank lines separate paragraphs ("\n\n" in the result). Lines that stand together are blocks of
    their own, joined by "\n", but hard-wrapped prose is one block. A text without a blank line has a
    paragraph per line; if it is hard-wrapped, a line that is not full ends a paragraph.

    Promise: the result is a fixed point: `paragraphs(paragraphs(x)[0]) == paragraphs(x)`.
    """
    groups = _groups(text)
    if len(groups) == 1:
        groups = [[line] for line in _whole(groups[0])]
    else:
        groups = [[_join(lines)] if _is_wrapped(lines) else lines for lines in groups]
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for lines in groups:
        for index, line in enumerate(lines):
            if pieces:
                gap = "\n" if index else "\n\n"
                pieces.append(gap)
                at += len(gap)
            pieces.append(line)
            blocks.append(Block(at, at + len(line)))
            at += len(line)
    return "".join(pieces), tuple(blocks)


def _groups(text: str) -> list[list[str]]:
    """Return the clean lines, in the groups blank lines make."""
    groups: list[list[str]] = []
    open_group = False
    for raw in _LINE_END.sub("\n", text).split("\n"):
        lines = _clean_lines(raw)
        if lines and open_group:
            groups[-1] += lines
        elif lines:
            groups.append(lines)
        open_group = bool(lines)
    return groups


def _clean_lines(raw: str) -> list[str]:
    """Return one line made regular; several where a repair has brought line ends to light."""
    lines = clean_block(raw).split("\n")
    if len(lines) > 1:
        lines = [clean_block(line).replace("\n", " ") for line in lines]
    return [line for line in lines if line]


def _whole(lines: list[str]) -> list[str]:
    """Return the paragraphs of lines between which no blank line stands."""
    full = _full(lines)
    paragraph_ends = [index for index, is_full in enumerate(full) if not is_full]
    # Three in four lines are full, and those that are not end a sentence: a wrapped text of
    # paragraphs of four lines and more. Where every line is a paragraph, few have the same width.
    wrapped = len(paragraph_ends) * 4 <= len(full) and all(
        _SENTENCE_END.search(lines[index]) for index in paragraph_ends
    )
    inner = [pair for pair, is_full in zip(pairwise(lines), full, strict=True) if is_full]
    if not wrapped or not _go_on(inner):
        return lines
    starts = [0, *(index + 1 for index in paragraph_ends), len(lines)]
    return [_join(lines[start:end]) for start, end in pairwise(starts)]


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a group of lines is one paragraph that was broken at a width."""
    if len(lines) < 2 or not all(_full(lines)) or any(map(_ITEM.match, lines)):
        return False
    # Two lines prove little about a width: they must begin and end as a sentence does.
    if len(lines) == 2 and (lines[0][0].islower() or not _SENTENCE_END.search(lines[1])):
        return False
    return _go_on(list(pairwise(lines)))


def _full(lines: list[str]) -> list[bool]:
    """Return for each line but the last whether the next one's first word had found no room on it.

    This is what a program that breaks lines at a width makes, and next to no list or verse does.
    """
    widths = [_columns(line) for line in lines]
    widest = max(widths)
    if not _WIDTHS[0] <= widest <= _WIDTHS[1]:
        return [False] * (len(lines) - 1)
    return [
        widths[index] + _columns(_first_word(below)) + (0 if _NO_SPACE_BETWEEN.match(below) else 1) > widest
        for index, below in enumerate(lines[1:])
    ]


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line) + sum(1 for _ in _WIDE.finditer(line))


def _first_word(line: str) -> str:
    # Chinese and Japanese break between any two characters, but not before punctuation: two are moved then.
    return line[:2] if _NO_SPACE_BETWEEN.match(line) else line.split(" ", 1)[0]


def _go_on(pairs: list[tuple[str, str]]) -> bool:
    """Whether lines are pieces of sentences, seen from where they break."""
    if not pairs:
        return False
    ended = sum(_SENTENCE_END.search(above) is not None for above, _ in pairs)
    if ended > len(pairs) * _MAX_ENDED:
        return False
    cased = sum(below.lower() != below.upper() for _, below in pairs)
    if cased * 2 > len(pairs):
        return sum(below[0].islower() for _, below in pairs) >= len(pairs) * _MIN_CONTINUED
    return len(pairs) > 1


def _join(lines: list[str]) -> str:
    """Return a paragraph's lines as one; a word broken by a hyphen keeps it."""
    pieces = [lines[0]]
    for above, below in pairwise(lines):
        without_space = (_NO_SPACE_BETWEEN.match(above[-1]) and _NO_SPACE_BETWEEN.match(below)) or (
            _HYPHENATED.search(above) and below[0].islower() and not _HANGING.match(below)
        )
        pieces.append(below if without_space else f" {below}")
    return clean_block("".join(pieces)).replace("\n", " ") if len(lines) > 1 else lines[0]
