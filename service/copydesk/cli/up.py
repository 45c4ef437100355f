"""`copydesk up`: everything here in the foreground, for development."""

import sys

import click

from copydesk.cli.options import settings_options
from copydesk.cli.output import notice, program
from copydesk.settings.load import Loaded


@click.command()
@settings_options("broker", "port", "metrics-port")
def up(loaded: Loaded) -> None:
    """Run everything here until Ctrl-C, then drain: embedded broker, worker and store.

    The embedded broker is for development: it holds all data in memory. With --broker the given
    cluster is used instead, and near-duplicates are left to workers of their own.
    """
    from copydesk.bootstrap import AGENTS, CLUSTER, run_worker
    from copydesk.stream.service import Service

    settings = loaded.settings
    embedded = loaded.sources["kafka.bootstrap_servers"] == "default"

    def on_ready(service: Service) -> None:
        broker = "embedded broker, for development only" if embedded else "broker"
        servers = service.bootstrap_servers
        notice(f"Ready ({broker}: {servers}). Ctrl-C drains and stops.")
        notice(f"  Send articles:  {program()} publish FILE --broker {servers}")
        notice(f"  See records:    {program()} records list --data-dir {settings.data_dir}")
        notice(f"  Metrics:        {service.metrics_url}")

    agents = AGENTS | {CLUSTER} if embedded else AGENTS
    sys.exit(run_worker(settings, agents=agents, embedded=embedded, on_ready=on_ready))
