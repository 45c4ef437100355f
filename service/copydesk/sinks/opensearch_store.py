"""An open OpenSearch store. aiohttp runs in an event loop of its own, which turns only while a call runs.

Errors of every call: SinkUnavailable; of the constructor also SinkMisconfigured.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from copydesk.sinks.base import Batch, SinkMisconfigured, SinkUnavailable
from copydesk.sinks.opensearch_client import Client
from copydesk.sinks.opensearch_indices import Indices
from copydesk.sinks.opensearch_options import OpenSearchOptions
from copydesk.sinks.opensearch_write import committed, write

T = TypeVar("T")


class OpenSearchStore:
    """A session with the cluster, whose indices are there."""

    def __init__(self, options: OpenSearchOptions) -> None:
        self._options = options
        self._indices = Indices(options)
        self._runner = asyncio.Runner()
        self._client: Client | None = None
        try:
            self._runner.run(self._open())
        except BaseException:
            self.close()
            raise

    def write(self, batch: Batch) -> dict[int, str]:
        """Write a batch, then its next offset; return what was refused: index to why."""
        return self._run(lambda client: write(client, self._indices, batch))

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        return self._run(lambda client: committed(client, self._indices, topic, partition))

    def close(self) -> None:
        """Leave the cluster; nothing can be asked for after that."""
        if self._client is not None:
            self._runner.run(self._client.close())
            self._client = None
        self._runner.close()

    async def _open(self) -> None:
        self._client = Client(self._options)
        await self._indices.make(self._client)

    def _run(self, call: Callable[[Client], Awaitable[T]]) -> T:
        async def run() -> T:
            assert self._client is not None
            return await call(self._client)

        try:
            return self._runner.run(run())
        except SinkMisconfigured as error:  # a batch that waits is told of and waits on
            raise SinkUnavailable(str(error)) from error
