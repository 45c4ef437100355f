"""The Delta Lake sink: a table that Spark, DuckDB, Trino and others read, appended to in transactions.

It appends and changes nothing: every version of an article has its row, and readers take the newest of each
id (`base.Sink`). deltalake and pyarrow are an extra, and are imported when the sink is opened.
"""

from typing import TYPE_CHECKING

from copydesk.sinks.base import Batch, SinkMisconfigured, SinkRefused, SinkUnavailable
from copydesk.sinks.delta_options import DeltaOptions

if TYPE_CHECKING:
    from copydesk.sinks.delta_tables import DeltaTables


class DeltaSink:
    """Writes records into Delta tables; see `Sink` for the contract, as an append-only store keeps it."""

    name = "delta"
    keeps_dead_letters = True
    one_store = True

    def __init__(self, options: DeltaOptions) -> None:
        self._options = options
        self._tables: DeltaTables | None = None

    def open(self) -> None:
        """Open the tables, and make those that are missing."""
        self.close()
        if not self._options.uri:
            raise SinkMisconfigured("the delta sink has no place; set delta.uri")
        try:
            from copydesk.sinks.delta_tables import DeltaTables  # noqa: PLC0415  an extra, 300 MB
        except ImportError as error:
            raise SinkMisconfigured(
                f"the delta sink needs more packages: pip install 'copydesk[delta]' ({error})"
            ) from error
        self._tables = DeltaTables(self._options.uri)

    def write(self, batch: Batch) -> None:
        """Append what is not there yet, and the next offset, in one commit; see `Sink.write`."""
        refused = self._opened().write(batch)
        if refused:
            raise SinkRefused(refused)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        return self._opened().committed(topic, partition)

    def close(self) -> None:
        """Let go of the tables; harmless when not open."""
        self._tables = None

    def _opened(self) -> "DeltaTables":
        if self._tables is None:
            raise SinkUnavailable("the delta sink is not open; call open() first")
        return self._tables
