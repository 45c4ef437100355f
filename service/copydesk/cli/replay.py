"""`copydesk replay`: stored raw articles through the present version once more."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from copydesk.cli.moments import MOMENT
from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, plain, print_json, print_table
from copydesk.cli.records import open_store
from copydesk.logs import quiet_libraries
from copydesk.settings.load import Loaded

if TYPE_CHECKING:
    from copydesk.record import Record
    from copydesk.stream.replay import Replay, ReplayReport, Stretch

EXIT_FAILED = 1
EXIT_SOME_REJECTED = 4
_NICE = 10
"""On a machine that works on the live stream too, that goes first."""


def _places(
    _ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> dict[int | None, int]:
    """Read "3:1200", or "1200" for every partition (None)."""
    places: dict[int | None, int] = {}
    for value in values:
        partition, colon, offset = value.rpartition(":")
        if not offset.isdecimal() or (colon and not partition.isdecimal()):
            raise click.BadParameter(f"{value!r} is no place; write OFFSET, or PARTITION:OFFSET.")
        places[int(partition) if colon else None] = int(offset)
    return places


@click.command()
@settings_options("broker")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--since", type=MOMENT, help="Sent then or later: a date, a time, or 6h, 3d ago.")
@click.option("--until", type=MOMENT, help="Sent before.")
@click.option("--from-offset", "offsets", multiple=True, callback=_places, metavar="[PARTITION:]OFFSET",
              help="From an offset of one partition, or of every one; may be repeated.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Everything that is still on the topic.")
@click.option(
    "--rate", type=click.FloatRange(min=0, min_open=True), metavar="N", help="Most articles a second."
)
@click.option("--name", default="default", show_default=True, metavar="NAME",
              help="Name of this replay; its consumer group is PREFIX-replay-NAME.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on from where the replay of this name was broken off.")
@click.option("--diff", is_flag=True, help="Say what would become different in the store; write nothing.")
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="Examples for each kind (--diff).",
)
@click.option("--dry-run", is_flag=True, help="Say what would be read; send nothing.")
@json_option
def replay(
    loaded: Loaded, *, ids: tuple[str, ...], since: datetime | None, until: datetime | None,
    offsets: dict[int | None, int], everything: bool, rate: float | None, name: str, resume: bool, diff: bool,
    examples: int, dry_run: bool, as_json: bool,
) -> None:  # fmt: skip
    """Send stored raw articles through the present version of the service once more.

    Its records replace those of the same raw messages, and no newer ones. An ID is looked for in the store. Live
    articles go first: it waits while a sink is behind. What does not come out is told, with exit code 4, and makes no
    dead letter.
    """
    chosen = sum(map(bool, (ids, since or until, offsets, everything)))
    if chosen != 1:
        raise click.UsageError("What? Give one of: IDs, --since or --until, --from-offset, --all.")
    quiet_libraries()
    stretches = _of_ids(loaded, ids) if ids else asyncio.run(_stretches(loaded, since, until, offsets))
    if dry_run:
        _tell_stretches(stretches, as_json=as_json)
        return
    os.nice(_NICE)
    if diff:
        report = _compare(loaded, stretches, name, rate, examples, as_json=as_json)
    else:
        report = _send(loaded, stretches, name, rate, resume=resume)
        if as_json:
            print_json(report)
        else:
            click.echo(
                f"{report.messages} read, {report.records} sent, {report.dropped} dropped, {sum(report.rejected.values())} "
                f"rejected in {report.seconds:.1f} s."
            )
    for reason, number in report.rejected.items():
        notice(f"Did not come out: {number} {reason}.")
    if report.rejected:
        sys.exit(EXIT_SOME_REJECTED)


async def _stretches(
    loaded: Loaded, since: datetime | None, until: datetime | None, offsets: dict[int | None, int]
) -> "list[Stretch]":
    from copydesk.kafka.reading import ranges_of, reader

    topic = loaded.settings.topics.raw
    async with reader(loaded.settings.kafka) as consumer:
        ranges = await ranges_of(consumer, topic, since=since)
        before = await ranges_of(consumer, topic, since=until) if until else {}
    stretches = []
    for place, (first, end) in ranges.items():
        asked = offsets.get(place.partition, offsets.get(None)) if offsets else first
        if asked is not None:
            stop = before[place][0] if until else end
            stretches.append((place, max(first, asked), stop))
    unknown = {partition for partition in offsets if partition is not None} - {p.partition for p in ranges}
    if unknown:
        _fail(f"{topic} has no partition {', '.join(map(str, sorted(unknown)))}.")
    return [stretch for stretch in stretches if stretch[1] < stretch[2]]


def _of_ids(loaded: Loaded, ids: tuple[str, ...]) -> "list[Stretch]":
    """Where the raw messages of records lie, by the store."""
    from aiokafka import TopicPartition

    stretches, topic = set(), loaded.settings.topics.raw
    with open_store(loaded) as store:
        for article_id in ids:
            record = store.get(article_id)
            if record is None or record.ingest is None or record.ingest.topic != topic:
                _fail(
                    f"No record of the store has the id {plain(article_id)} and was made of a message of {topic}; "
                    "`copydesk records list` shows those there are."
                )
            at = record.ingest
            stretches.add((TopicPartition(at.topic, at.partition), at.offset, at.offset + 1))
    return sorted(stretches)


def _tell_stretches(stretches: "list[Stretch]", *, as_json: bool) -> None:
    rows = [(place.partition, start, end, end - start) for place, start, end in stretches]
    if as_json:
        for partition, start, end, messages in rows:
            print_json({"partition": partition, "start": start, "end": end, "messages": messages})
    else:
        print_table(
            ("partition", "from", "to before", "messages"), rows, numbers=("from", "to before", "messages")
        )
        click.echo(f"{sum(row[3] for row in rows)} messages at most; nothing was sent.")


def _send(
    loaded: Loaded, stretches: "list[Stretch]", name: str, rate: float | None, *, resume: bool
) -> "ReplayReport":
    from copydesk.bootstrap import replay as make

    with _bar(sum(end - start for _, start, end in stretches)) as (bar, task):

        async def run() -> "ReplayReport":
            job: Replay = make(
                loaded.settings, name=name, rate=rate, on_progress=lambda done: bar.update(task, advance=done)
            )
            return await job.run(stretches, resume=resume)

        return asyncio.run(run())


def _compare(
    loaded: Loaded, stretches: "list[Stretch]", name: str, rate: float | None, examples: int, *, as_json: bool
) -> "ReplayReport":
    from copydesk.bootstrap import replay as make
    from copydesk.cli.replay_diff import Summary

    summary = Summary(examples, as_json=as_json)
    with _store(loaded) as look, _bar(sum(end - start for _, start, end in stretches)) as (bar, task):

        async def run() -> "ReplayReport":
            job: Replay = make(
                loaded.settings, name=name, rate=rate, on_progress=lambda done: bar.update(task, advance=done),
                diff=lambda answers: summary.add(answers, look),
            )  # fmt: skip
            return await job.run(stretches)

        report = asyncio.run(run())
    summary.tell(report)
    return report


@contextmanager
def _store(loaded: Loaded) -> "Iterator[Callable[[str], Record | None]]":
    """Give what finds a record of the store by its id.

    In a thread of its own: PostgreSQL's reader turns an event loop, and in this thread the replay's turns.
    """
    opened = open_store(loaded)
    with ThreadPoolExecutor(1) as thread, ExitStack() as stack:
        reader = thread.submit(opened.__enter__).result()
        stack.push(lambda *error: thread.submit(opened.__exit__, *error).result())
        yield lambda article_id: thread.submit(reader.get, article_id).result()


class _bar:  # noqa: N801  a context manager that reads as a function
    """A line of progress on stderr, on a terminal only."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True, soft_wrap=True)
        columns = (TextColumn("Replaying"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, disable=not console.is_terminal)
        self._task = self._bar.add_task("messages", total=total)

    def __enter__(self) -> tuple[Progress, Any]:
        self._bar.start()
        return self._bar, self._task

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _fail(message: str) -> NoReturn:
    notice(f"copydesk: {message}")
    sys.exit(EXIT_FAILED)
