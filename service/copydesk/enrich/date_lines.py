"""The lines that a page shows its readers a date in: removed bylines, and what else was removed beside the headline."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from copydesk.article import CleanArticle
from copydesk.ledger import Kind, Span

_PUBLISHED_WORD = re.compile(
    r"(?<![^\W\d_])(?<!last )(?:published|posted|first published|veröffentlicht|erstellt|publié|publicado|pubblicato"
    r"|gepubliceerd|publicerad|publisert|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
_MODIFIED_WORD = re.compile(
    r"(?<![^\W\d_])(?:updated|modified|last (?:edited|published|posted)|aktualisiert|geändert|mis à jour|modifié"
    r"|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdatera[dt]|oppdatert|opdateret|päivitetty"
    r"|aktualizováno|zaktualizowano|aktualizacja|обновлено|оновлено)\b",
    re.IGNORECASE,
)
"""Not behind a letter; behind a digit they count: "4 May 2026Updated 6 May 2026" is two elements side by side."""

_DIGIT = re.compile(r"\d")
_LINE_MAX_CHARS: Final = 120
_SHORT_CHARS: Final = 60
_LINES_MAX: Final = 12
_H1_MAX: Final = 5
_BELOW_CHARS: Final = 300
"""So close below a headline a short line with a date is the article's, whatever it was removed as."""
_HEAD_KINDS: Final = frozenset((Kind.OTHER, Kind.AUTHOR_BIO, Kind.SHARE, Kind.HEADLINE))
"""Removed kinds that hold an article's date line when they stand above it; navigation and related hold others'."""


class DateLines(Struct, frozen=True):
    """What a page shows of its publication and of its modification; each text holds a digit, the likeliest is first."""

    published: tuple[str, ...]
    modified: tuple[str, ...]


class _Line(Struct, frozen=True):
    named: str
    """What "published" stands before."""
    published: str
    modified: str
    """What "updated" stands before, in the line or as the line before it."""


def bylines(clean: CleanArticle) -> DateLines:
    """Return the dates of removed bylines, first those that a word says to be of the publication.

    Below the text a lone one counts: several are other articles' (of 71 dates 24 were right).
    """
    text = clean.article.text
    end = _text_end(clean)
    spans = [span for span in clean.removed if span.kind is Kind.BYLINE]
    above = list(_lines(text, [(span.start, span.end) for span in spans if span.start < end]))
    below = list(_lines(text, [(span.start, span.end) for span in spans if span.start >= end]))
    others = _dates(line.named for line in below) or _dates(line.published for line in below)
    return DateLines(
        _dates(line.named for line in above) + _dates(line.published for line in above) + _lone(others),
        _dates(line.modified for line in above) + _lone(_dates(line.modified for line in below)),
    )


def head_lines(clean: CleanArticle) -> DateLines:
    """Return the dates of what else was removed: right below the headline, whatever it was taken for, then above the article."""
    text = clean.article.text
    spans = [span for span in clean.removed if span.kind in _HEAD_KINDS and span.start < len(text) // 4]
    found = [
        *_lines(text, _below_headlines(clean), _SHORT_CHARS),
        *_lines(text, [(span.start, span.end) for span in spans]),
    ]
    return DateLines(_dates(line.published for line in found), _dates(line.modified for line in found))


def _dates(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in parts if _DIGIT.search(part)))


def _lone(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts if len(parts) == 1 else ()


def _text_end(clean: CleanArticle) -> int:
    """Return where the kept text ends; 0 where nothing is kept."""
    end = len(clean.article.text)
    for span in reversed(clean.removed):
        if span.end < end:
            break
        end = span.start
    return end


def _below_headlines(clean: CleanArticle) -> Iterator[tuple[int, int]]:
    """Yield where something but a byline was removed right below a visible h1 that is not behind the text."""
    end = _text_end(clean)
    heads = [block.end for block in clean.article.blocks if block.tag == "h1" and not block.hidden]
    for head in heads[:_H1_MAX]:
        if head < end:
            for span in _spans_between(clean.removed, head, head + _BELOW_CHARS):
                cut = clean.article.text.find("\n", head + _BELOW_CHARS, span.end)
                yield max(span.start, head), span.end if cut < 0 else cut


def _spans_between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for number in range(bisect_right(spans, start, key=attrgetter("end")), len(spans)):
        if spans[number].start >= end:
            break
        if spans[number].kind is not Kind.BYLINE:
            yield spans[number]


def _lines(text: str, parts: Iterable[tuple[int, int]], most_chars: int = _LINE_MAX_CHARS) -> Iterator[_Line]:
    """Yield the lines of these parts that hold a digit; the one before, where it holds none, may name its date."""
    label = ""
    for start, end in parts:
        for line in filter(None, map(str.strip, text[start:end].splitlines()[:_LINES_MAX])):
            dated = _DIGIT.search(line)
            if dated and len(line) <= most_chars:
                yield _read(line, label)
            label = "" if dated else line[:most_chars]


def _read(line: str, label: str) -> _Line:
    before, *modified = _MODIFIED_WORD.split(line, maxsplit=1)
    _, *published = _PUBLISHED_WORD.split(line, maxsplit=1)
    named = published[0] if published else line if _PUBLISHED_WORD.search(label) else ""
    if not modified and _MODIFIED_WORD.search(label):
        before, modified = "", [line]
    return _Line(_MODIFIED_WORD.split(named)[0], before, modified[0] if modified else "")
