"""`copydesk records`: a look at the finished records in the store."""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from copydesk.cli.explain_tables import tables_of_record
from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, on_terminal, plain, print_json, print_table
from copydesk.logs import quiet_libraries
from copydesk.record import Record
from copydesk.settings.load import Loaded
from copydesk.sinks.base import Reader, SinkError
from copydesk.sinks.registry import SINKS

EXIT_FAILED = 1
_HEADLINE_CHARS = 60
_VALUE_CHARS = 100


@click.group()
def records() -> None:
    """Look at the finished records in the store: the first of sink.names that can be read."""


def _since(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        try:
            date.fromisoformat(value[:10])
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is no date; write it as 2026-11-23.") from error
    return value


def _filters(function: click.decorators.FC) -> click.decorators.FC:
    for option in (
        click.option("--since", metavar="DATE", callback=_since, help="Published on or after this date."),
        click.option("--language", metavar="CODE", help="Language as in the record, en or zh-Hant."),
        click.option("--site", metavar="DOMAIN", help="Registrable domain of the publisher."),
        click.option(
            "--query",
            metavar="WORDS",
            help="Full-text search over headline and body, as the store has it (SQLite: FTS5; PostgreSQL: words,"
            ' "a phrase", OR, -without).',
        ),
    ):
        function = option(function)
    return function


@records.command("list")
@settings_options()
@_filters
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most records shown."
)
@json_option
def list_(
    loaded: Loaded,
    *,
    query: str | None,
    site: str | None,
    language: str | None,
    since: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """List records: the latest first, with --query the best match first."""
    with open_store(loaded) as reader:
        found = reader.list(limit=limit, query=query, site=site, language=language, since=since)
        total = reader.count(query=query, site=site, language=language, since=since)
    if as_json:
        for record in found:
            print_json(record)
        return
    print_records(found)
    if total > len(found):
        notice(f"{len(found)} of {total}; --limit shows more.")


@records.command()
@settings_options()
@click.argument("article_id", metavar="ID")
@json_option
def show(loaded: Loaded, article_id: str, *, as_json: bool) -> None:
    """Show one record: its fields, its text, what was removed, whom it names and quotes; whole with --json."""
    with open_store(loaded) as reader:
        record = reader.get(article_id)
    if record is None:
        notice(
            f"copydesk: No record has the id {plain(article_id)}; `copydesk records list` shows those there are."
        )
        sys.exit(EXIT_FAILED)
    if as_json:
        print_json(record)
    else:
        _print_record(record)


@records.command()
@settings_options()
@_filters
@json_option
def count(
    loaded: Loaded,
    *,
    query: str | None,
    site: str | None,
    language: str | None,
    since: str | None,
    as_json: bool,
) -> None:
    """Count records."""
    with open_store(loaded) as reader:
        total = reader.count(query=query, site=site, language=language, since=since)
    if as_json:
        print_json({"count": total})
    else:
        click.echo(total)


@records.command()
@settings_options("broker")
@click.option("--sink", "name", metavar="NAME", help="Which of sink.names [default: the first].")
@click.option("--yes", is_flag=True, help="Do not ask.")
def rebuild(loaded: Loaded, *, name: str | None, yes: bool) -> None:
    """Fill a store again from the topics; a damaged SQLite file is set aside. Its workers must be stopped.

    What the topics no longer hold (topics.retention_days) does not come back.
    """
    from copydesk.kafka.groups import members_of, rewind

    quiet_libraries()
    settings = loaded.settings
    name = name or settings.sink.names[0]
    if name not in settings.sink.names:
        raise click.BadParameter(
            f"{name} is none of sink.names ({', '.join(settings.sink.names)}).", param_hint="--sink"
        )
    group = f"{settings.stream.group_prefix}-sink-{name}"
    running = asyncio.run(members_of(settings.kafka, group))
    if running:
        notice(
            f"copydesk: {running} workers of the {name} sink are running. Stop them first; one that was killed counts "
            f"for {settings.stream.session_timeout_s:g} s more."
        )
        sys.exit(EXIT_FAILED)
    if not yes:
        click.confirm(f"Have the {name} sink begin anew?", abort=True, err=True)
    entry = SINKS[name]
    if entry.set_aside is not None:
        for path in entry.set_aside(
            settings.sink_options(name), datetime.now(UTC).strftime("aside-%Y%m%dT%H%M%SZ")
        ):
            click.echo(f"Set aside: {path}")
    topics = settings.topics
    messages = asyncio.run(rewind(settings.kafka, group, (topics.structured, topics.dead)))
    click.echo(f"The next worker of the {name} sink reads {messages:,} messages again.")


@contextmanager
def open_store(loaded: Loaded) -> Iterator[Reader]:
    """Open the first of `sink.names` that can be read; exit code 1 and the reason when it cannot be."""
    names = loaded.settings.sink.names
    for name in names:
        read = SINKS[name].read
        if read is None:
            continue
        try:
            with read(loaded.settings.sink_options(name)) as reader:
                yield reader
        except SinkError as error:
            notice(f"copydesk: {error}.")
            sys.exit(EXIT_FAILED)
        return
    readable = ", ".join(name for name, entry in SINKS.items() if entry.read)
    notice(f"copydesk: None of sink.names ({', '.join(names)}) can be read; those that can: {readable}.")
    sys.exit(EXIT_FAILED)


def print_records(found: tuple[Record, ...], title: str = "", *, ids: bool = True) -> None:
    """Print a table of records: what each is, and what was removed from it, by kind."""
    first = 0 if ids else 1
    print_table(
        ("id", "headline", "author", "lang", "words", "removed")[first:],
        [
            (
                record.id,
                _short(record.headline or "", _HEADLINE_CHARS),
                _short(", ".join(author.name for author in record.author), 30),
                record.in_language or "",
                record.word_count,
                removed_kinds(record),
            )[first:]
            for record in found
        ],
        numbers=("words",),
        title=title,
    )


def removed_kinds(record: Record) -> str:
    """Say how many spans of which kind were removed: "share, 2 navigation"."""
    kinds = Counter(span.kind.value for span in record.removed)
    return ", ".join(f"{number} {kind}" if number > 1 else kind for kind, number in kinds.items())


def _short(text: str, chars: int) -> str:
    return text if len(text) <= chars else text[: chars - 1] + "…"


def _print_record(record: Record) -> None:
    fields = {
        "id": record.id,
        "url": record.canonical_url or record.url,
        "headline": record.headline,
        "description": _short(record.description or "", _VALUE_CHARS),
        "author": ", ".join(author.name for author in record.author),
        "published": record.date_published,
        "language": record.in_language,
        "publisher": record.publisher and (record.publisher.name or record.publisher.domain),
        "section": record.article_section,
        "keyphrases": _short(", ".join(phrase.text for phrase in record.keyphrases), _VALUE_CHARS),
        "words": record.word_count,
    }
    print_table(
        ("field", "value", "how it was got"),
        [(name, value, _how(record, name)) for name, value in fields.items() if value],
    )
    click.echo()
    if on_terminal():
        console = Console()
        for paragraph in record.paragraphs:
            console.print(Padding(Text(plain(paragraph)), (0, 0, 1, 0)))
    else:
        click.echo("\n\n".join(plain(paragraph) for paragraph in record.paragraphs) + "\n")
    print_table(
        ("start", "end", "removed", "rule", "confidence"),
        [
            (span.start, span.end, span.kind.value, span.rule, f"{span.confidence:.2f}")
            for span in record.removed
        ],
        numbers=("start", "end", "confidence"),
    )
    for table in tables_of_record(record):
        click.echo()
        print_table(table.heads, table.rows, numbers=table.numbers, title=table.title)


_SOURCES = {
    "published": "datePublished",
    "language": "inLanguage",
    "section": "articleSection",
    "url": "canonicalUrl",
}


def _how(record: Record, name: str) -> str:
    source = record.field_source.get(_SOURCES.get(name, name))
    return f"{source.method} ({source.confidence:.2f})" if source else ""
