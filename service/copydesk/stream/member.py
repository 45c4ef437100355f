"""One agent of a worker: its Faust app, what watches it, how far it is."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from copydesk.metrics.registry import Metrics
from copydesk.stream.app import REBALANCE_TIMEOUT_S, Agent, build_app
from copydesk.stream.commits import Topics
from copydesk.stream.errors import TopicLost
from copydesk.stream.monitor import Monitor
from copydesk.stream.parts import Parts
from copydesk.stream.zero import begin_agent


class Member:
    """One agent with its app, monitor and progress."""

    def __init__(
        self, name: str, agent: Agent, metrics: Metrics, on_lost: Callable[[TopicLost], None]
    ) -> None:
        self.name = name
        self.agent = agent
        self.progress = agent.progress
        self._metrics = metrics
        self.monitor = Monitor(name, metrics, agent.progress, on_lost)
        self.app: Any = None
        self.tasks: list[asyncio.Task[None]] = []

    def start(self, parts: Parts, group: str, topics: Sequence[str], watched: Topics) -> None:
        """Join the group and begin; an app that cannot connect is seen by its `_crashed` event."""
        begin_agent(self._metrics, self.name, topics)
        instance = parts.stream.instance or "worker"
        self.app = self.monitor.app = build_app(
            group=group,
            client_id=f"copydesk-{self.name}-{instance}",
            topics=topics,
            agent=self.agent,
            kafka=parts.kafka,
            stream=parts.stream,
            fetch_pause_s=parts.fetch_pause_s,
            on_assigned=self.monitor.on_assigned,
            on_commit=self.monitor.on_commit,
            on_gap=self.monitor.on_gap,
            watched=watched,
        )
        self.tasks = [asyncio.create_task(self.app.start()), asyncio.create_task(self.monitor.run())]

    def stalled_s(self) -> float:
        """Seconds without progress while there is work, or beyond what a rebalance may take without partitions."""
        return max(self.progress.stalled_s(), self.monitor.joining_s() - REBALANCE_TIMEOUT_S)

    async def stop(self) -> None:
        """Finish what is in flight, commit, leave the group."""
        if self.app is not None:
            await self.app.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
