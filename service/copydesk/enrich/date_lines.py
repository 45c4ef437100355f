"""The lines that a page shows its readers a date in: removed bylines, and what else was removed above the article."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from copydesk.article import CleanArticle
from copydesk.ledger import Kind, Span, kept_spans

_PUBLISHED_WORD = re.compile(
    r"\b(?:published|posted|first published|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
_MODIFIED_WORD = re.compile(
    r"\b(?:updated|modified|last edited|aktualisiert|mis à jour|actualizado|aggiornato|atualizado)\b",
    re.IGNORECASE,
)

_LINE_MAX_CHARS: Final = 120
_LINES_MAX: Final = 12
_HEAD_KINDS: Final = frozenset((Kind.OTHER, Kind.AUTHOR_BIO, Kind.SHARE, Kind.HEADLINE))
"""Removed kinds that hold an article's date line when they stand above it; navigation and related hold others'."""


def bylines(clean: CleanArticle, *, modified: bool) -> Iterator[str]:
    """Yield the dates of removed bylines, first those that a word says to be of the publication.

    Below the text a lone one counts: several are other articles' (of 71 dates 24 were right).
    """
    text = clean.article.text
    spans = [span for span in clean.removed if span.kind is Kind.BYLINE]
    end = max((end for _, end in kept_spans(clean.removed, len(text))), default=0)
    above, below = [span for span in spans if span.start < end], [span for span in spans if span.start >= end]
    named = [] if modified else list(_named_published(text, below))
    if not modified:
        yield from _named_published(text, above)
    for span in above:
        yield from _lines(text, span, modified=modified)
    others = named or [one for span in below for one in _lines(text, span, modified=modified)]
    if len(set(others)) == 1:
        yield others[0]


def head_lines(clean: CleanArticle, *, modified: bool) -> Iterator[str]:
    """Yield the dates of what else was removed above the article."""
    head = len(clean.article.text) // 4
    for span in clean.removed:
        if span.kind in _HEAD_KINDS and span.start < head:
            yield from _lines(clean.article.text, span, modified=modified)


def _lines(text: str, span: Span, *, modified: bool) -> Iterator[str]:
    """Yield what of a span's lines holds a digit.

    A line's part after "updated", or the line after one that is only that, is of the modification.
    """
    pending = False
    for line in filter(None, map(str.strip, text[span.start : span.end].splitlines()[:_LINES_MAX])):
        before, *after = _MODIFIED_WORD.split(line[: _LINE_MAX_CHARS + 1], maxsplit=1)
        part = (after[0] if after else line * pending) if modified else before * (not pending)
        if len(line) <= _LINE_MAX_CHARS and any(map(str.isdigit, part)):
            yield part
        pending = bool(after) and not any(map(str.isdigit, line))


def _named_published(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield what stands behind "published" in a byline, or in the line after it: surer than a date that nothing names."""
    pending = False
    lines = (line for span in spans for line in text[span.start : span.end].splitlines()[:_LINES_MAX])
    for line in filter(None, map(str.strip, lines)):
        _, *after = _PUBLISHED_WORD.split(line[: _LINE_MAX_CHARS + 1], maxsplit=1)
        part = _MODIFIED_WORD.split(after[0] if after else line * pending)[0]
        if len(line) <= _LINE_MAX_CHARS and any(map(str.isdigit, part)):
            yield part
        pending = bool(after) and not any(map(str.isdigit, line))
