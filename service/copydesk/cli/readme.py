"""Writes the tables of the README from the code: `python -m copydesk.cli.readme README.md [--check]`."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import get_type_hints

import click
import msgspec
from msgspec import Meta

from copydesk.article import RawArticle
from copydesk.cli.group import VERBS, cli
from copydesk.cli.meanings import KINDS, REASONS, RECORD
from copydesk.codec.raw_message import RawMessage
from copydesk.ledger import Kind
from copydesk.metrics.definitions import DEFINITIONS
from copydesk.outcome import GIVEN_AT, Accepted, Reason
from copydesk.pipeline import process
from copydesk.record import Record
from copydesk.settings.fields import describe
from copydesk.settings.model import Settings


class ReadmeError(Exception):
    """The README has no place for a table; the message says which."""


def main(arguments: Sequence[str]) -> int:
    """Write the tables into the README named first; with --check only tell whether they are as they should be."""
    path = Path(arguments[0])
    text = path.read_text(encoding="utf-8")
    wanted = with_tables(text)
    if "--check" in arguments:
        if text != wanted:
            click.echo(f"{path} is not up to date; run: python -m copydesk.cli.readme {path}", err=True)
        return int(text != wanted)
    path.write_text(wanted, encoding="utf-8")
    return 0


def with_tables(text: str) -> str:
    """Put every table between its markers, <!-- name --> and <!-- /name -->.

    Errors: ReadmeError when a marker is missing.
    """
    for name, table in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, found, rest = text.partition(begin)
        _, also_found, after = rest.partition(end)
        if not found or not also_found:
            raise ReadmeError(f"The README needs the markers {begin} and {end}.")
        text = f"{before}{begin}\n{table()}\n{end}{after}"
    return text


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def commands_table() -> str:
    """Every command and what it does."""
    context = click.Context(cli)
    rows = []
    for verb, words in VERBS.items():
        command = cli.get_command(context, verb)
        rows.append((f"`copydesk {verb}`", words))
        if isinstance(command, click.Group):
            rows += [
                (f"`copydesk {verb} {name}`", inner.get_short_help_str(120))
                for name, inner in command.commands.items()
            ]
    return _table(("command", "what it does"), rows)


def raw_table() -> str:
    """Every field of a raw article."""
    hints = get_type_hints(RawMessage, include_extras=True)
    rows = []
    for field in msgspec.structs.fields(RawMessage):
        meta = next(item for item in hints[field.name].__metadata__ if isinstance(item, Meta))
        rows.append((f"`{field.encode_name}`", meta.description or ""))
    return _table(("field", "meaning"), rows)


def record_table() -> str:
    """Every field of a record."""
    return _table(("field", "meaning"), [(f"`{name}`", RECORD[name]) for name in record_fields()])


def record_fields() -> list[str]:
    """Every top-level field of a record as it is spelled in the JSON."""
    return [field.encode_name for field in msgspec.structs.fields(Record)]


def reasons_table() -> str:
    """Every reason, with the stages that make dead letters for it."""
    rows = [
        (f"`{reason.value}`", ", ".join(f"`{stage.value}`" for stage in GIVEN_AT[reason]), REASONS[reason])
        for reason in Reason
    ]
    return _table(("reason", "stage", "meaning"), rows)


def kinds_table() -> str:
    """Every kind of removed span."""
    return _table(("kind", "what it is"), [(f"`{kind.value}`", KINDS[kind]) for kind in Kind])


def metrics_table() -> str:
    """Every metric."""
    rows = [
        (f"`{one.name}`", one.kind, ", ".join(f"`{label}`" for label in one.labels), one.help)
        for one in DEFINITIONS
    ]
    return _table(("metric", "kind", "labels", "meaning"), rows)


def settings_table() -> str:
    """Every setting."""
    rows = []
    for doc in describe(Settings):
        default = f"`{doc.default}`" if doc.default not in {"unset", "empty", ""} else doc.default or "empty"
        unit = f" {doc.unit}" if doc.unit and doc.default != "unset" else ""
        secret = " Secret: never shown." if doc.secret else ""
        rows.append((f"`{doc.key}`", default + unit, doc.type, doc.help + secret))
    return _table(("setting", "default", "values", "meaning"), rows)


_EXAMPLE = """\
The last ferry of the evening left the jetty at ten, and for the first time in a week the harbour was quiet.

In the morning the fishermen found that somebody had tied up their boats in the order of the alphabet.

Maren Okafor is the maritime correspondent of the Harbour Post. She has written about ships since 2009.

Leave a comment

This site uses Akismet to reduce spam. Learn how your comment data is processed."""


def ledger_example() -> str:
    """A text as it comes, and what the service makes of it; cleaned anew each time this is written."""
    outcome = process(RawArticle(kind="text", body=_EXAMPLE.encode()))
    if not isinstance(outcome, Accepted):
        raise ReadmeError(f"The example of the README was not accepted: {outcome}.")
    record = outcome.record
    shown = {
        "articleBody": record.article_body,
        "author": record.author,
        "removed": record.removed,
        "fieldSource": {"author": record.field_source["author"]},
    }
    lines = msgspec.json.format(msgspec.json.encode(shown), indent=2).decode().split("\n")
    return f"```\n{_EXAMPLE}\n```\n\ncomes out as (some fields left out)\n\n```json\n{_joined(lines)}\n```"


def _joined(lines: Sequence[str]) -> str:
    """Put innermost objects on one line each."""
    text = "\n".join(lines)
    return re.sub(r"\{\n\s{1,20}([^{}]{1,400}?)\n\s{1,20}\}", _on_one_line, text)


def _on_one_line(found: re.Match[str]) -> str:
    return "{" + " ".join(found[1].split()) + "}"


TABLES: dict[str, Callable[[], str]] = {
    "commands": commands_table,
    "raw": raw_table,
    "record": record_table,
    "reasons": reasons_table,
    "ledger": ledger_example,
    "kinds": kinds_table,
    "metrics": metrics_table,
    "settings": settings_table,
}
"""The tables of the README, by the name of their markers."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
