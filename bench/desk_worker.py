"""Variant "copydesk": `copydesk worker --agents desk`, with default settings but for the addresses.

    python -m bench.desk_worker BROKER INPUT OUTPUT GROUP HANDLER [--inline]

It can run another handler in its child processes than the real one, which the command line cannot.
With --inline the handler runs in the worker's event loop instead, where the plain Faust app and the
bare client have theirs: that is the stream shell without the children, which only a benchmark has.
"""

import sys
from typing import Any

from bench.handlers import load
from copydesk.bootstrap import run_worker
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.topics import TopicsOptions
from copydesk.metrics.options import MetricsOptions
from copydesk.settings.model import Settings
from copydesk.stream import service
from copydesk.stream.batches import RawRecords
from copydesk.stream.child_process import Answer, ChildOptions
from copydesk.stream.job import Runner
from copydesk.stream.options import StreamOptions
from copydesk.stream.wire import Job


class InlinePool:
    """Stands in for the pool: does what its children do where it is."""

    def __init__(self, processes: int, options: ChildOptions, **_: Any) -> None:  # noqa: ARG002  the pool's signature
        self._runner = Runner(load(options.handler), options.output)

    async def start(self) -> None:
        """Nothing to start."""

    async def stop(self) -> None:
        """Nothing to stop."""

    @property
    def pids(self) -> list[int]:
        """No children."""
        return []

    async def run(self, raw: RawRecords, partitions: int) -> list[Answer]:
        """Work on a chunk, in the event loop."""
        job = Job(raw.topic, raw.partition, raw.start, raw.end, partitions)
        body = b"".join(batch.data for batch in raw.batches)
        return [
            Answer(reply, [memoryview(each) for each in bodies])
            for reply, bodies in self._runner.run(job, body)
        ]


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
    if "--inline" in sys.argv:
        setattr(service, "Pool", InlinePool)  # noqa: B010  the benchmark's own in the service's place
    sys.exit(main(*sys.argv[1:6]))
