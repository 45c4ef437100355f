"""What `copydesk demo` prints: the records, and one article before and after."""

from collections import Counter

import click
from rich.console import Console
from rich.text import Text

from copydesk.cli.demo_run import DemoResult, Place
from copydesk.cli.output import plain
from copydesk.cli.records import print_records
from copydesk.codec.raw_article import decode
from copydesk.normalise.stage import normalise
from copydesk.record import Record
from copydesk.settings.model import Settings

_EXAMPLE = "night-school.txt"
"""The article that is shown before and after: it ends as extracted texts do."""

_KEPT_LINES = 2
"""So many lines of the article itself are shown above what was removed."""

_LINE_CHARS = 100


def show_result(result: DemoResult) -> None:
    """Print the table of records."""
    # Those whose source told no headline come last.
    records = sorted(result.records.values(), key=lambda record: (record.headline is None, record.headline))
    print_records(tuple(records), title=f"{len(records)} of {len(result.items)} articles came out", ids=False)


def show_article(result: DemoResult, settings: Settings) -> None:
    """Print the end of one article as it came, with what was removed marked by its kind."""
    place = _example(result)
    if place is None:
        return
    record = result.records[place]
    result.shown_id = record.id
    item = result.items[place]
    text = normalise(decode(item.value, item.headers), settings.normalise).text
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text("\nBefore: how the text ended", style="bold"))
    for kept, line in _end(text, record):
        console.print(Text(f"    {line}", style="" if kept else "dim"))
    console.print(Text("\nAfter: what was kept and what was removed, by kind", style="bold"))
    last = plain(record.paragraphs[-1])
    console.print(Text(f"  + {'article':<15} {_short(last)}", style="green"))
    for span in record.removed:
        line = f"  - {span.kind.value:<15} {_short(plain(text[span.start : span.end].strip()))}"
        console.print(Text(line, style="red"))
    counted = Counter(span.kind.value for span in record.removed)
    kinds = ", ".join(f"{number} {kind}" for kind, number in counted.items())
    authors = ", ".join(author.name for author in record.author)
    source = record.field_source.get("author")
    by = f" Author: {authors} (from {source.method})." if authors and source else ""
    click.echo(f"  Removed: {kinds}.{by}")


def _example(result: DemoResult) -> Place | None:
    """Find the article to show; any other with something removed when it did not come out."""
    named = [place for place, item in result.items.items() if item.origin.endswith(_EXAMPLE)]
    others = [place for place, record in result.records.items() if record.removed]
    return next((place for place in (*named, *others) if place in result.records), None)


def _end(text: str, record: Record) -> list[tuple[bool, str]]:
    """The last lines of a text, from a little above the first removed span at its end."""
    lines: list[tuple[bool, str]] = []
    at = 0
    for line in text.split("\n"):
        kept = not any(span.start < at + len(line) and at < span.end for span in record.removed)
        if line.strip():
            lines.append((kept, _short(plain(line))))
        at += len(line) + 1
    last_kept = max((number for number, (kept, _) in enumerate(lines) if kept), default=0)
    return lines[max(0, last_kept - _KEPT_LINES + 1) :]


def _short(text: str) -> str:
    return text if len(text) <= _LINE_CHARS else text[: _LINE_CHARS - 1] + "…"
