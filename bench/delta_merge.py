"""What a batch costs in a Delta table that grows: rows appended, or merged by id (`python -m bench.delta_merge`).

Prints the median milliseconds of a batch of 500 articles of 6 kB, a fifth of them updates, by the rows there before.
"""

import hashlib
import random
import statistics
import tempfile
import time
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

_SCHEMA = pa.schema([("id", pa.string()), ("version", pa.int64()), ("article_body", pa.string())])
_BATCHES = 5


def rows(numbers: list[int], version: int, chance: random.Random) -> pa.Table:
    """Articles whose ids are spread as those of the service are."""
    words = [f"{chance.getrandbits(24):x}" for _ in range(5000)]
    made = [
        {
            "id": hashlib.sha256(str(number).encode()).hexdigest(),
            "version": version,
            "article_body": " ".join(chance.choices(words, k=900)),
        }
        for number in numbers
    ]
    return pa.Table.from_pylist(made, schema=_SCHEMA)


def batch_ms(held: int, *, merge: bool) -> float:
    """Median of the batches on a table of `held` rows."""
    chance, times = random.Random(1), []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        for start in range(0, held, 5000):
            write_deltalake(path, rows(list(range(start, start + 5000)), 0, chance), mode="append")
        table = DeltaTable(path)
        for number in range(_BATCHES):
            fresh = held + 400 * number
            data = rows(chance.sample(range(held), 100) + list(range(fresh, fresh + 400)), number + 1, chance)
            began = time.perf_counter()
            if merge:
                merged = table.merge(data, "old.id = new.id", source_alias="new", target_alias="old")
                merged.when_matched_update_all(
                    "new.version >= old.version"
                ).when_not_matched_insert_all().execute()
            else:
                write_deltalake(table, data, mode="append")
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


if __name__ == "__main__":
    for held in (5_000, 20_000, 80_000):
        appended, merged = batch_ms(held, merge=False), batch_ms(held, merge=True)
        print(f"{held:7,} rows: append {appended:6.0f} ms, merge {merged:6.0f} ms", flush=True)
