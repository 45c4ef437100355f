"""Variant "copydesk": `copydesk worker --agents desk`, with default settings but for the addresses.

    python -m bench.desk_worker BROKER INPUT OUTPUT GROUP HANDLER

It can run another handler in its child processes than the real one, which the command line cannot.
"""

import sys

from copydesk.bootstrap import run_worker
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions
from copydesk.metrics import MetricsOptions
from copydesk.settings.model import Settings
from copydesk.stream.options import StreamOptions


def main(broker: str, source: str, target: str, group: str, handler: str) -> int:
    """Run the worker until SIGTERM; its exit code."""
    settings = Settings(
        kafka=KafkaOptions(bootstrap_servers=broker),
        topics=TopicsOptions(raw=source, structured=target, dead=f"{target}.dead"),
        stream=StreamOptions(group_prefix=group),
        metrics=MetricsOptions(port=0),
    )
    return run_worker(settings, agents=frozenset({"desk"}), handler=handler)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:6]))
