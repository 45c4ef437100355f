"""`copydesk explain`: one article step by step, from a file, standard input or the store."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from copydesk.cli.explained import Explained, explain_message, explain_record, with_cluster
from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, plain, print_json
from copydesk.cli.records import open_store
from copydesk.logs import quiet_libraries
from copydesk.pipeline import PipelineOptions
from copydesk.producer.items import BadItem, Item, Shape
from copydesk.producer.readers.select import STDIN, read_files
from copydesk.record import Record
from copydesk.render.stage import RenderOptions
from copydesk.settings.load import Loaded

if TYPE_CHECKING:
    from copydesk.kafka.message import Message

EXIT_FAILED = 1
EXIT_NO_RECORD = 4


@click.command()
@settings_options("broker")
@click.argument("what", metavar="FILE|-|ID")
@click.option("--line", type=click.IntRange(min=1), metavar="N",
              help="Line of a JSON Lines file, or member of an array, from 1 [default: the first article].")  # fmt: skip
@click.option("--all", "whole", is_flag=True, help="Abbreviate nothing.")
@click.option("--html", "page", is_flag=False, flag_value=STDIN, metavar="[FILE]",
              help="Write a web page instead, to FILE or standard output; stands behind the article.")  # fmt: skip
@json_option
def explain(
    loaded: Loaded, *, what: str, line: int | None, whole: bool, page: str | None, as_json: bool
) -> None:
    """Show one article step by step: what was removed, by which rule, and how each field was got.

    FILE is a page, a text, a JSON document or JSON Lines, gzipped or not; - is standard input; an ID is looked for
    in the store, and its raw message on the raw topic (--broker). --json prints the record. The exit code is 4
    when the article does not become a record.
    """
    if page is not None and as_json:
        raise click.UsageError("--html and --json exclude each other.")
    if what == STDIN or Path(what).exists():
        explained = _from_file(loaded, what, line)
    else:
        explained = _from_store(loaded, what, line)
    if as_json:
        _print_json(explained)
    elif page is not None:
        _write_page(explained, page, source=what)
    else:
        from copydesk.cli.explain_terminal import print_explained

        print_explained(explained, whole=whole)
    if explained.failure is not None:
        sys.exit(EXIT_NO_RECORD)


def _print_json(explained: Explained) -> None:
    failure = explained.failure
    if failure is None:
        print_json(explained.record)
    else:
        print_json({"origin": explained.origin, "outcome": type(failure).__name__.lower(), **_told(failure)})


def _told(failure: object) -> dict[str, str]:
    names = ("reason", "stage", "detail")
    return {name: str(value) for name in names if (value := getattr(failure, name, ""))}


def _write_page(explained: Explained, page: str, *, source: str) -> None:
    from copydesk.cli.explain_html import page_of

    text = page_of(explained)
    if page == STDIN:
        click.echo(text, nl=False)
        return
    target = Path(page)
    if target.exists() and source != STDIN and Path(source).exists() and target.samefile(source):
        raise click.BadParameter(f"{page} is the article itself.", param_hint="--html")
    target.write_text(text, encoding="utf-8")
    notice(f"Wrote {plain(page)}.")


def _pipeline(loaded: Loaded) -> PipelineOptions:
    """Return the settings of the pipeline, with every form of text: one article is no burden."""
    return msgspec.structs.replace(
        loaded.settings.pipeline, render=RenderOptions(formats=("html", "markdown"))
    )


def _from_file(loaded: Loaded, file: str, line: int | None) -> Explained:
    if Path(file).is_dir():
        raise click.BadParameter(f"{file} is a directory; name one file in it.", param_hint="FILE")
    read = read_files([file], Shape(), sys.stdin.buffer)
    found = next(read, None) if line is None else _at(read, line)
    name = "Standard input" if file == STDIN else plain(file)
    if found is None:
        told = "holds no article" if line is None else f"has no article at line {line}"
        _fail(f"{name} {told}.")
    if isinstance(found, BadItem):
        _fail(f"{plain(found.origin)} {plain(found.reason)}.")
    explained = explain_message(found.value, found.headers, found.origin, _pipeline(loaded))
    if line is None and next(read, None) is not None:
        notice(f"{name} holds more than one article; this is the first, --line shows another.")
    return explained


def _at(read: Iterator[Item | BadItem], line: int) -> Item | BadItem | None:
    """Return the article at a line of JSON Lines, or the one of that number in an array."""
    for number, one in enumerate(read, start=1):
        _, colon, at = one.origin.rpartition(":")
        if (int(at) if colon and at.isdecimal() else number) == line:
            return one
    return None


def _from_store(loaded: Loaded, article_id: str, line: int | None) -> Explained:
    if line is not None:
        raise click.BadParameter(f"{article_id}: no such file.", param_hint="FILE")
    with open_store(loaded) as reader:
        record = reader.get(article_id)
    if record is None:
        _fail(
            f"{plain(article_id)} is neither a file nor the id of a record; `copydesk records list` shows those there are."
        )
    return _of_record(loaded, record)


def _of_record(loaded: Loaded, record: Record) -> Explained:
    """Explain a record by its raw message, else alone."""
    from copydesk.kafka.message import MessageError

    try:
        place, message = _message(loaded, record)
    except MessageError as error:
        note = f"From the record alone, so that what was removed is not shown: {error}."
        return explain_record(record, record.id, note)
    explained = explain_message(message.value, message.headers, place, _pipeline(loaded))
    if explained.record is None or _text_and_ledger(explained.record) != _text_and_ledger(record):
        notice("The record in the store differs: it was made by another version or with other settings.")
    return with_cluster(explained, record.cluster)


def _message(loaded: Loaded, record: Record) -> tuple[str, "Message"]:
    """Find the message that a record was made of; and say where it was.

    Errors: MessageError.
    """
    from copydesk.codec.disposition import first_timestamp
    from copydesk.kafka.message import MessageError, fetch_message

    quiet_libraries()
    ingest = record.ingest
    if ingest is None:
        raise MessageError("it does not say which message it was made of")
    message = asyncio.run(fetch_message(loaded.settings.kafka, ingest.topic, ingest.partition, ingest.offset))
    # Kafka's timestamps are in milliseconds; a topic that was made anew begins its offsets again.
    first = first_timestamp(message.headers, message.timestamp_ms)
    if abs(first - ingest.timestamp) >= timedelta(milliseconds=1):
        raise MessageError(f"another message stands at its place in {ingest.topic} now")
    return f"{ingest.topic}, partition {ingest.partition}, offset {ingest.offset}", message


def _text_and_ledger(record: Record) -> tuple[object, ...]:
    return record.article_body, record.removed


def _fail(message: str) -> NoReturn:
    notice(f"copydesk: {message}")
    sys.exit(EXIT_FAILED)
