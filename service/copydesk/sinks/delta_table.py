"""One Delta table: appended to in transactions that carry how far a partition was read. Needs deltalake, pyarrow.

delta-rs does not flush what it writes on a local disk, so that is done here, before a batch counts as written.
Errors of every call: those that `delta_errors.is_failure` knows.
"""

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import msgspec
import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable, Schema, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from copydesk.sinks.base import SinkMisconfigured
from copydesk.sinks.delta_rows import PARTITION, STATISTICS

_PACKED: Final = WriterProperties(compression="ZSTD")


class Table:
    """A table at `uri` with the columns of `schema`; made where it is missing.

    Columns, and fields in them, that an older table has not are added by the next batch; those a newer one has are left empty.
    """

    def __init__(self, uri: str, schema: pa.Schema) -> None:
        self._uri = uri
        self._schema = schema
        self._folder = None if "://" in uri else Path(uri)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._table = self._found() or self._made()
        except DeltaError:
            if not DeltaTable.is_deltatable(uri):
                raise
            self._table = DeltaTable(uri)  # another worker made it at this moment
        if self._folder is not None:
            _check_last_commit(self._folder, self._table.version())

    def committed(self, app: str) -> int | None:
        """Return the version of an application's last transaction, that of other workers included."""
        self._table.update_incremental()
        return self._table.transaction_version(app)

    def held(
        self, topic: str, partition: int, first: int, last: int, columns: list[str]
    ) -> set[tuple[Any, ...]]:
        """Return these columns of the rows that came as messages `first` to `last` of a partition."""
        field = ds.field
        wanted = (
            (field("delivery_topic") == topic)
            & (field("delivery_partition") == partition)
            & (field("delivery_offset") >= first)
            & (field("delivery_offset") <= last)
        )
        found = self._table.to_pyarrow_dataset().to_table(columns=columns, filter=wanted)
        return set(zip(*(found[name].to_pylist() for name in columns), strict=True))

    def append(self, rows: pa.Table, app: str, version: int) -> None:
        """Add rows and an application's transaction in one commit; it fails where another was faster."""
        done = CommitProperties(app_transactions=[Transaction(app, version)])
        same = _types(Schema.from_arrow(rows.schema)) == _types(self._table.schema())
        write_deltalake(
            self._table,
            rows,
            mode="append",
            schema_mode=None if same else "merge",
            writer_properties=_PACKED,
            commit_properties=done,
        )
        if self._folder is not None:
            _flush_commit(self._folder, self._table.version())

    def _found(self) -> DeltaTable | None:
        return DeltaTable(self._uri) if DeltaTable.is_deltatable(self._uri) else None

    def _made(self) -> DeltaTable:
        return DeltaTable.create(
            self._uri,
            schema=self._schema,
            partition_by=[PARTITION],
            configuration={
                "delta.dataSkippingStatsColumns": ",".join(
                    name for name in STATISTICS if name in self._schema.names
                )
            },
        )


def _types(schema: Schema) -> dict[str, object]:
    """Return each column's type, that of what is in it included."""
    return {column.name: column.type for column in schema.fields}


def _log_file(folder: Path, version: int) -> Path:
    return folder / "_delta_log" / f"{version:020}.json"


def _added(folder: Path, log: Path) -> list[tuple[Path, int]]:
    """Return the files that a commit added, and their sizes. Errors: OSError; MsgspecError for a torn log."""
    actions = msgspec.json.Decoder().decode_lines(log.read_bytes())
    adds = (action["add"] for action in actions if "add" in action)
    return [(folder / unquote(add["path"]), add["size"]) for add in adds]


def _flush_commit(folder: Path, version: int) -> None:
    """See that a commit outlives a power cut: its files, its log, and their names."""
    log = _log_file(folder, version)
    paths = [path for path, _ in _added(folder, log)] + [log]
    folders = {place for path in paths for place in (path.parent, folder)}
    for path in (*paths, *folders):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _check_last_commit(folder: Path, version: int) -> None:
    """See that a power cut in the midst of the last commit, before it was flushed, left no torn file.

    Errors: SinkMisconfigured.
    """
    log = _log_file(folder, version)
    if not log.exists():  # a clean-up by another tool, after a checkpoint
        return
    try:
        torn = [
            path for path, size in _added(folder, log) if not path.exists() or path.stat().st_size != size
        ]
    except msgspec.MsgspecError:
        torn = [log]
    if torn:
        raise SinkMisconfigured(
            f"Delta table {folder}: {torn[0].name} is torn, as a power cut leaves it; remove {log}, whose records"
            " the topic delivers again, and start the worker"
        )
