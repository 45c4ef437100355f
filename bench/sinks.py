"""How fast are the stores, and how much disk do they take? Finished records into each sink, in the stream's batches.

    python -m bench.sinks [--records 5000] [--only postgres]

New records first, then the same ones again, as after a crash: what is read is where it is already.
README.md beside this file says how to read what it prints.
"""

import argparse
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from bench.handlers import REAL, load
from bench.messages import messages, pages_source
from bench.processes import Tree
from copydesk.codec import record as record_codec
from copydesk.record import Record
from copydesk.sinks.base import Batch, Sink
from copydesk.sinks.jsonl import JsonlSink
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.sqlite import SqliteSink
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.stream.options import StreamOptions
from copydesk.stream.wire import Message, Tally
from tests.postgres.server import PostgresServer, PostgresUnavailableError

DIFFERENT = 400
"""Articles that are cleaned; then their records come again under other ids."""


class Input(Struct, frozen=True):
    """Records of one workload; sizes are the means of a message and of its record, in bytes."""

    records: Sequence[Record]
    raw_bytes: float
    record_bytes: float


class Store(Struct, frozen=True):
    """An open sink; `server_cpu_s` is what its server has used, `disk_bytes` what its data takes."""

    sink: Sink
    server_cpu_s: Callable[[], float]
    disk_bytes: Callable[[], int]


class Pass(Struct, frozen=True):
    """All records once through a sink."""

    records_per_s: float
    own_cpu_s: float
    server_cpu_s: float


def cleaned(workload: str) -> Input:
    """Clean the articles of a workload as a desk does."""
    handle, tally = load(REAL), Tally()
    raw = list(messages(workload, DIFFERENT))
    results = [handle(Message(value, (), "bench", 0, at, 0), tally) for at, value in enumerate(raw)]
    kept = [
        (len(value), bytes(result.value)) for value, result in zip(raw, results, strict=True) if result.value
    ]
    return Input(
        records=[record_codec.decode(value) for _, value in kept],
        raw_bytes=sum(size for size, _ in kept) / len(kept),
        record_bytes=sum(len(value) for _, value in kept) / len(kept),
    )


def batches(records: Sequence[Record], count: int) -> Iterator[Batch]:
    """Batches of `count` records in all, as many in one as the stream handles together."""
    size = StreamOptions().chunk_records
    named = (
        (at, msgspec.structs.replace(record, id=f"bench-{at:08d}"))
        for at, record in zip(range(count), itertools.cycle(records), strict=False)
    )
    while part := list(itertools.islice(named, size)):
        yield Batch("bench", 0, part, part[-1][0] + 1)


def write(store: Store, parts: Iterator[Batch], count: int) -> Pass:
    """Write all batches; making them is not counted."""
    seconds = cpu = 0.0
    served = store.server_cpu_s()
    for part in parts:
        began, used = time.perf_counter(), time.process_time()
        store.sink.write(part)
        seconds += time.perf_counter() - began
        cpu += time.process_time() - used
    return Pass(count / seconds, cpu, store.server_cpu_s() - served)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


@contextmanager
def sqlite() -> Iterator[Store]:
    """A new SQLite file, as it is by default."""
    with TemporaryDirectory(prefix="copydesk-bench-") as folder:
        sink = SqliteSink(SqliteOptions(path=f"{folder}/articles.db"))
        yield Store(sink, lambda: 0.0, partial(_size, Path(folder)))


@contextmanager
def jsonl() -> Iterator[Store]:
    """A new folder of JSON Lines, compressed; small files, so that nearly all are finished."""
    with TemporaryDirectory(prefix="copydesk-bench-") as folder:
        sink = JsonlSink(JsonlOptions(folder=folder, compression="zstd", max_file_bytes=16 << 20))
        yield Store(sink, lambda: 0.0, partial(_size, Path(folder)))


@contextmanager
def postgres() -> Iterator[Store]:
    """A new PostgreSQL server that writes through to the disk; else as it is by default. Its log before writing is not counted as data."""
    server = PostgresServer(fsync="on", shared_buffers="128MB")
    try:
        server.start()
        pid = int(server.run("SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'")[0][0])
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        sizes = "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'copydesk'::regnamespace"
        yield Store(PostgresSink(server.options()), Tree(parent).cpu_s, lambda: int(server.run(sizes)[0][0]))
    finally:
        server.close()


STORES = {"sqlite": sqlite, "postgres": postgres, "jsonl": jsonl}


def measure(name: str, given: Input, count: int) -> tuple[Pass, Pass, float]:
    """Write new records and the same again; both passes, and the bytes on disk for each record.

    Errors: PostgresUnavailableError.
    """
    with STORES[name]() as store:
        store.sink.open()
        new = write(store, batches(given.records, count), count)
        again = write(store, batches(given.records, count), count)
        store.sink.close()
        return new, again, store.disk_bytes() / count


def main() -> None:
    """Measure every store with both workloads and print a table."""
    parser = argparse.ArgumentParser(prog="bench.sinks", description="How fast are the stores?")
    parser.add_argument("--records", type=int, default=5000, help="new records into each store")
    parser.add_argument("--only", choices=STORES, help="one store")
    asked = parser.parse_args()
    console = Console()
    table = Table(
        "store", "articles", "new/s", "own CPU s per 1,000", "server CPU", "again/s", "kB on disk each"
    )
    for workload in ("text", "html"):
        given = cleaned(workload)
        source = f" ({pages_source()})" if workload == "html" else ""
        console.print(
            f"{workload}{source}: a message has {given.raw_bytes / 1000:.1f} kB, its record {given.record_bytes / 1000:.1f} kB."
        )
        for name in [asked.only] if asked.only else STORES:
            try:
                new, again, disk = measure(name, given, asked.records)
            except PostgresUnavailableError as error:
                console.print(f"{name}: left out. {error}")
                continue
            per = 1000 / asked.records
            table.add_row(
                name, workload, f"{new.records_per_s:,.0f}", f"{new.own_cpu_s * per:.3f}",
                f"{new.server_cpu_s * per:.3f}", f"{again.records_per_s:,.0f}", f"{disk / 1000:.1f}",
            )  # fmt: skip
    console.print(table)


if __name__ == "__main__":
    main()
