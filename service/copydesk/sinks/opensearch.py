"""The OpenSearch sink: documents by id with versions of our own, so that an older one never gets over a newer.

The HTTP client is imported when the sink is opened: it takes longer to import than all else that a command needs.
"""

from typing import TYPE_CHECKING

from copydesk.sinks.base import Batch, SinkRefused, SinkUnavailable
from copydesk.sinks.opensearch_options import OpenSearchOptions

if TYPE_CHECKING:
    from copydesk.sinks.opensearch_store import OpenSearchStore


class OpenSearchSink:
    """Writes records into OpenSearch; see `Sink` for the contract."""

    name = "opensearch"
    keeps_dead_letters = True
    one_store = True

    def __init__(self, options: OpenSearchOptions) -> None:
        self._options = options
        self._store: OpenSearchStore | None = None

    def open(self) -> None:
        """Reach the cluster, and make the indices that are missing."""
        from copydesk.sinks.opensearch_store import OpenSearchStore  # noqa: PLC0415  see above

        self.close()
        self._store = OpenSearchStore(self._options)

    def write(self, batch: Batch) -> None:
        """Write a batch, then its next offset; see `Sink.write`."""
        refused = self._opened().write(batch)
        if refused:
            raise SinkRefused(refused)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        return self._opened().committed(topic, partition)

    def close(self) -> None:
        """Leave the cluster; harmless when not open."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> "OpenSearchStore":
        if self._store is None:
            raise SinkUnavailable("the opensearch sink is not open; call open() first")
        return self._store
