"""`copydesk worker`: a worker against a Kafka cluster, until it is told to stop."""

import sys

import click
import structlog

from copydesk.cli.options import settings_options
from copydesk.settings.load import Loaded
from copydesk.settings.problems import did_you_mean

log = structlog.get_logger(__name__)

_AGENTS = ("desk", "sink", "cluster")


def agents_of(_ctx: click.Context, _parameter: click.Parameter, value: str) -> frozenset[str]:
    """Read "desk,sink"; a mistyped agent is told with the nearest known."""
    chosen = [agent.strip() for agent in value.split(",") if agent.strip()]
    for agent in chosen:
        if agent not in _AGENTS:
            raise click.BadParameter(f"{agent!r} is no agent. {did_you_mean(agent, _AGENTS)}")
    if not chosen:
        raise click.BadParameter("name at least one of desk, sink, cluster.")
    return frozenset(chosen)


@click.command()
@settings_options("broker", "metrics-port")
@click.option(
    "--agents",
    default="desk,sink",
    show_default=True,
    callback=agents_of,
    help="desk: raw articles to records; sink: records to the store; cluster: near-duplicates among records.",
)
def worker(loaded: Loaded, *, agents: frozenset[str]) -> None:
    """Run a worker against a Kafka cluster, until SIGTERM or Ctrl-C; then it drains.

    Run as many as you like, up to topics.partitions: they share the work. A second Ctrl-C ends
    it at once; nothing is lost, unfinished work is done again by the next.
    """
    from copydesk.bootstrap import run_worker
    from copydesk.stream.service import Service

    settings = loaded.settings

    def on_ready(service: Service) -> None:
        # A log line as the others: whoever collects them reads each as JSON.
        log.info("Ready.", agents=sorted(agents), broker=service.bootstrap_servers)

    sys.exit(run_worker(settings, agents=agents, on_ready=on_ready))
