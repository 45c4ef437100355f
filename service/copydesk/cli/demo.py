"""`copydesk demo`: the whole service at work on sample articles, in a directory of its own."""

import asyncio
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from copydesk.broker.embedded import port_is_free
from copydesk.cli.options import settings_options
from copydesk.cli.output import notice, program
from copydesk.logs import configure_logs, quiet_libraries
from copydesk.settings.load import Loaded
from copydesk.settings.model import Settings

if TYPE_CHECKING:
    from copydesk.cli.demo_run import DemoResult

EXIT_USAGE = 2
EXIT_NOT_ALL_OUT = 4
EXIT_FAULT = 6

MARKER = "this-directory-belongs-to-copydesk-demo"
"""Its presence is the leave to wipe a directory."""


@click.command()
@settings_options("port", "metrics-port")
@click.option(
    "--samples",
    type=click.Path(exists=True, path_type=Path),
    default=Path(__file__).parent / "samples",
    metavar="FILE|DIR",
    help="Articles of your own instead of the samples.",
)
def demo(loaded: Loaded, *, samples: Path) -> None:
    """See the whole service at work: broker, worker and store are started, and sample articles sent through.

    Everything is written under --data-dir (default .copydesk/demo), which is wiped at the start.
    Exit code 4 when an article did not come out, 6 when broker or worker could not go on.
    """
    from copydesk.cli.demo_run import run_demo
    from copydesk.cli.demo_show import show_article, show_result

    settings = _settings(loaded)
    directory = Path(settings.data_dir)
    if port_is_free(settings.broker.port):
        # Else another demo may be at work there; the broker will say that its port is taken.
        _wipe(directory)
    configure_logs(settings.logs)
    if loaded.sources["logs.level"] == "default":
        quiet_libraries()
    notice("Starting the embedded broker (for development only), a worker and the SQLite store ...")
    result = asyncio.run(run_demo(settings, samples))
    if result.fault is not None:
        notice(f"copydesk: the demo cannot go on. {result.fault}")
        sys.exit(EXIT_FAULT)
    show_result(result)
    show_article(result, settings)
    _tell_where(result, settings)
    if result.missing:
        for origin, reason in sorted(result.missing.items()):
            notice(f"copydesk: {origin} did not come out: {reason}.")
        sys.exit(EXIT_NOT_ALL_OUT)


def _settings(loaded: Loaded) -> Settings:
    """Choose the demo's own directory and quiet logs, unless they were asked for otherwise."""
    settings = loaded.settings
    replace = msgspec.structs.replace
    if loaded.sources["data_dir"] == "default":
        settings = replace(settings, data_dir=str(Path(settings.data_dir) / "demo"))
    # Another store, or one elsewhere, would be somebody's own: the demo keeps to its directory.
    settings = replace(
        settings, sink=replace(settings.sink, names=("sqlite",)), sqlite=replace(settings.sqlite, path="")
    )
    if loaded.sources["logs.level"] == "default":
        settings = replace(settings, logs=replace(settings.logs, level="warning"))
    return settings.located()


def _wipe(directory: Path) -> None:
    """Make the directory empty but for our marker; refuse one that is not ours."""
    marker = directory / MARKER
    if directory.is_dir() and any(directory.iterdir()) and not marker.is_file():
        notice(
            f"copydesk: {directory} is not empty and was not made by the demo, so it is left alone. "
            "Choose another with --data-dir."
        )
        sys.exit(EXIT_USAGE)
    directory.mkdir(parents=True, exist_ok=True)
    marker.touch()
    for inside in directory.iterdir():
        if inside.name == MARKER:
            continue
        if inside.is_dir() and not inside.is_symlink():
            shutil.rmtree(inside)
        else:
            inside.unlink()


def _tell_where(result: "DemoResult", settings: Settings) -> None:
    dead = f"{result.dead} in the topic {settings.topics.dead}"
    broker = f"{result.bootstrap_servers} (stopped now; `{program()} up` keeps one running)"
    rows = {
        "records": settings.sqlite.path,
        "dead letters": dead,
        "metrics": f"{result.metrics_url} while it ran",
        "broker": broker,
        "took": f"{result.seconds:.1f} s in all, {result.through_seconds:.1f} s from first article sent to last stored",
    }
    click.echo()
    for name, value in rows.items():
        click.echo(f"{name:<13} {value}")
    click.echo()
    data_dir = f"--data-dir {settings.data_dir}"
    click.echo(f"Next:  {program()} records show {result.shown_id or 'ID'} {data_dir}")
    click.echo(f"       {program()} records list --query 'night AND school' {data_dir}")
