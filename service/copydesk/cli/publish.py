"""`copydesk publish`: articles from files to the raw topic."""

import asyncio
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, plain, print_json
from copydesk.logs import quiet_libraries
from copydesk.producer.documents import MappingError, parse_mapping
from copydesk.producer.items import BadItem, Item, Read, Shape
from copydesk.producer.problems import PublishError
from copydesk.producer.publish import PublishOptions, PublishReport, Watcher
from copydesk.producer.publish import publish as send
from copydesk.producer.readers.select import files_of, read_files
from copydesk.producer.rejects import RejectsFile, rejects_path
from copydesk.settings.load import Loaded

EXIT_SOME_REJECTED = 4
_TOLD = 5
"""So many rejected lines are told on stderr; all are in the rejects file."""


def _mapping(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    try:
        return parse_mapping(",".join(values))
    except MappingError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@settings_options("broker")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR|-...")
@click.option("--map", "mapping", multiple=True, callback=_mapping, metavar="OURS=THEIRS,...",
              help="Foreign field names: url=link,html=content.body")  # fmt: skip
@click.option("--source", metavar="NAME", help="Name of the feed, for articles that tell none.")
@click.option("--topic", metavar="NAME", help="Topic to send to [default: topics.raw].")
@click.option(
    "--rate", type=click.FloatRange(min=0, min_open=True), help="At most so many articles a second."
)
@click.option("--limit", type=click.IntRange(min=1), help="Stop after so many articles.")
@click.option("--dry-run", is_flag=True, help="Read and judge everything, send nothing.")
@click.option("--rejects", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where bad lines go [default: DATA_DIR/rejects/].")  # fmt: skip
@json_option
def publish(
    loaded: Loaded,
    *,
    paths: tuple[str, ...],
    mapping: dict[str, str],
    source: str | None,
    topic: str | None,
    rate: float | None,
    limit: int | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Send articles from files to the raw topic and wait until each is acknowledged.

    Reads JSON Lines, JSON documents, .html and .txt, gzipped or not; a directory is walked, - is
    standard input. A line that is no article goes to the rejects file with the reason, and the
    rest goes on; the exit code is then 4.
    """
    settings = loaded.settings
    quiet_libraries()
    try:
        files, passed_over = files_of(paths)
    except FileNotFoundError as error:
        raise click.BadParameter(f"{error}: no such file or directory.", param_hint="FILE|DIR|-") from error
    if passed_over:
        notice(f"Passed over {len(passed_over)} files of unknown kind, such as {plain(passed_over[0])}.")
    kept = RejectsFile(rejects or rejects_path(settings.rejects_dir, paths[0], datetime.now(UTC)))
    items = read_files(files, Shape(names=mapping, source=source), sys.stdin.buffer)
    options = PublishOptions(max_message_bytes=settings.topics.max_message_bytes, rate=rate, limit=limit)
    with progress_bar(sending=not dry_run) as bar:
        watcher = PublishWatcher(bar, kept)
        try:
            if dry_run:
                report = _judge(items, options, watcher)
            else:
                report = asyncio.run(
                    send(items, settings.kafka, topic or settings.topics.raw, options, watcher)
                )
        except PublishError as error:
            if as_json:
                print_json(error.report)
            raise
        finally:
            kept.close()
    _tell(report, kept, as_json=as_json, dry_run=dry_run)
    if report.rejected:
        sys.exit(EXIT_SOME_REJECTED)


class PublishWatcher(Watcher):
    """Shows progress and keeps what was rejected."""

    def __init__(self, bar: Progress, rejects: RejectsFile, total: int | None = None) -> None:
        self.bar = bar
        self.rejects = rejects
        self.task: TaskID = bar.add_task("articles", total=total, rate="")
        self.reasons: Counter[str] = Counter()

    def acknowledged(self, item: Item, partition: int, offset: int) -> None:  # noqa: ARG002  the protocol's
        """Move the bar."""
        self.bar.update(self.task, advance=1)
        speed = self.bar.tasks[self.task].speed
        if speed:
            self.bar.update(self.task, rate=f"{speed:,.0f}/s")

    def rejected(self, bad: BadItem) -> None:
        """Keep it in the rejects file, and tell the first few."""
        self.rejects.write(bad)
        if self.rejects.count <= _TOLD:
            self.bar.console.print(
                f"{plain(bad.origin)}: {plain(bad.reason)}.", markup=False, highlight=False
            )
        elif self.rejects.count == _TOLD + 1:
            self.bar.console.print("Further ones are in the rejects file only.")


def progress_bar(*, sending: bool) -> Progress:
    """Make the progress line on stderr; shown on a terminal only."""
    console = Console(stderr=True, soft_wrap=True)
    return Progress(
        TextColumn("Publishing" if sending else "Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _judge(items: Read, options: PublishOptions, watcher: Watcher) -> PublishReport:
    good = bad = size = 0
    for item in items:
        if isinstance(item, BadItem):
            bad += 1
            watcher.rejected(item)
        elif item.size > options.max_message_bytes:
            bad += 1
            reason = f"is {item.size} bytes, more than topics.max_message_bytes ({options.max_message_bytes})"
            watcher.rejected(BadItem(origin=item.origin, reason=reason, original=item.value))
        elif options.limit is not None and good >= options.limit:
            break
        else:
            good += 1
            size += item.size
            watcher.acknowledged(item, -1, -1)
    return PublishReport(sent=good, acknowledged=0, rejected=bad, bytes=size, seconds=0.0)


def _tell(report: PublishReport, kept: RejectsFile, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        print_json(report)
    elif dry_run:
        click.echo(f"{_articles(report.sent)} could be sent ({report.bytes:,} bytes); nothing was.")
    else:
        rate = report.acknowledged / report.seconds if report.seconds else 0.0
        click.echo(
            f"{_articles(report.acknowledged)} acknowledged ({report.bytes:,} bytes in {report.seconds:.1f} s, {rate:,.0f}/s)."
        )
    if report.rejected:
        notice(f"{report.rejected} rejected; with their reasons in {kept.path}")


def _articles(number: int) -> str:
    return f"{number} article" if number == 1 else f"{number} articles"
