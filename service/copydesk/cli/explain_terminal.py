"""An explained article as text: colours on a terminal, marks at the line's beginning everywhere."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from copydesk.cli.explain_tables import tables_of
from copydesk.cli.explained import Explained, Segment, run_summary
from copydesk.cli.output import on_terminal, plain, print_table
from copydesk.ledger import Kind

_COLOURS: Final = (
    ("magenta", (Kind.COMMENT_FORM, Kind.COMMENT_POLICY, Kind.COMMENTS)),
    ("cyan", (Kind.AUTHOR_BIO, Kind.BYLINE, Kind.HEADLINE, Kind.EDITORS_NOTE)),
    ("yellow", (Kind.SHARE, Kind.NEWSLETTER, Kind.PAYWALL)),
    ("blue", (Kind.RELATED, Kind.NAVIGATION, Kind.TAGS)),
    ("red", (Kind.ADVERTISEMENT, Kind.COOKIE, Kind.COPYRIGHT)),
    ("green", (Kind.IMAGE_CREDIT, Kind.CAPTION)),
    ("white", (Kind.OTHER,)),
)
COLOUR: Final = {kind: colour for colour, kinds in _COLOURS for kind in kinds}
"""Kinds that are alike share one of the terminal's own colours, so that its theme decides."""

LONG_CHARS: Final = 300
"""A longer removed text is abbreviated: about four lines."""
_BEGIN_CHARS: Final = 200
_END_CHARS: Final = 60
LONG_RUN: Final = 8
"""Of a longer run of removed spans, a page's menu, only the ends are shown."""
_RUN_ENDS: Final = 3
_VALUE_CHARS: Final = 300


def print_explained(explained: Explained, *, whole: bool) -> None:
    """Print every step; with `whole` nothing is abbreviated."""
    # A pipe's reader breaks lines itself; so does a terminal that is copied from, but there it would hide the marks.
    console = Console(highlight=False, soft_wrap=not on_terminal())
    console.print(Text.assemble((plain(explained.origin), "bold"), f": {plain(explained.outcome)}"))
    for note in explained.notes:
        console.print(Text(plain(note), style="italic"))
    _heading(console, "Came in")
    print_table(("what", "value"), [(name, _short(value, whole=whole)) for name, value in explained.came])
    if explained.normalised:
        _heading(console, "Normalised")
        print_table(
            ("what", "value"), [(name, _short(value, whole=whole)) for name, value in explained.normalised]
        )
    if explained.segments:
        told = "the text, of which nothing was kept" if explained.failure else explained.summary
        _heading(console, f"Stripped: {told}")
        for removed, run in groupby(explained.segments, key=lambda one: one.span is not None):
            click.echo()
            if removed:
                _print_removed(console, list(run), whole=whole)
            else:
                _print_kept(console, run)
    for table in tables_of(explained):
        _heading(console, table.title)
        rows = [tuple(_short(cell, whole=whole) for cell in row) for row in table.rows]
        print_table(table.heads, rows, numbers=table.numbers)


def _heading(console: Console, text: str) -> None:
    click.echo()
    console.print(Text(text, style="bold"))


def _print_kept(console: Console, run: Iterator[Segment]) -> None:
    for segment in run:
        for line in (segment.text or "").strip("\n").split("\n"):
            console.print(Text(plain(line)))


def _print_removed(console: Console, run: Sequence[Segment], *, whole: bool) -> None:
    ends = len(run) if whole or len(run) <= LONG_RUN else _RUN_ENDS
    for segment in run[:ends]:
        _print_span(console, segment, whole=whole)
    if ends < len(run):
        between = f"- [... {run_summary(run[ends:-ends])}; --all shows them ...]"
        console.print(Text(between, style="dim"))
        for segment in run[-ends:]:
            _print_span(console, segment, whole=whole)


def _print_span(console: Console, segment: Segment, *, whole: bool) -> None:
    span = segment.span
    assert span is not None
    colour = COLOUR[span.kind]
    head = Text.assemble(
        "- ", (span.kind.value, f"bold {colour}"), (f"  {plain(span.rule)}  {span.confidence:.2f}", "dim")
    )
    text = segment.text
    if text is None:
        head.append(f"  {segment.chars:,} characters", style="dim")
    console.print(head)
    if text is not None:
        text = plain(text.strip())
        shown = text if whole else abbreviated(text)
        console.print(Text.assemble("- ", (shown, f"strike {colour}")))


def abbreviated(text: str) -> str:
    """Return a long text's beginning and end, and how much is between them."""
    if len(text) <= LONG_CHARS:
        return text
    left = len(text) - _BEGIN_CHARS - _END_CHARS
    return f"{text[:_BEGIN_CHARS]} [... {left:,} characters ...] {text[-_END_CHARS:]}"


def _short(value: str, *, whole: bool) -> str:
    return value if whole or len(value) <= _VALUE_CHARS else value[: _VALUE_CHARS - 1] + "…"
