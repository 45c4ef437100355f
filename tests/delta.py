"""The Delta Lake sink, open on a folder; and its tables as its users read them, with the Python of the README."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import msgspec
from deltalake import DeltaTable

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.delta import DeltaSink
from copydesk.sinks.delta_options import DeltaOptions

LOG = "_delta_log"
_README = Path(__file__).parents[1] / "README.md"


def readme_python(holds: str, folder: Path) -> str:
    """The example of the README that holds these words, for the tables in a folder."""
    codes = re.findall(r"```python\n(.*?)```", _README.read_text(encoding="utf-8"), re.DOTALL)
    (found,) = (code for code in codes if holds in code)
    return str(found.replace("/srv/lake", str(folder)))


def newest_articles(folder: Path) -> Any:
    """The newest row of each id, by the README's reading rule."""
    names: dict[str, Any] = {}
    exec(readme_python("newest = ", folder).rpartition("print(")[0], names)
    return names["newest"]


def asked(folder: Path, holds: str) -> list[tuple[Any, ...]]:
    """What the question of the README that holds these words has for an answer."""
    newest = newest_articles(folder)  # noqa: F841  DuckDB finds it by name
    blocks = re.findall(r"```sql\n(.*?)```", _README.read_text(encoding="utf-8"), re.DOTALL)
    (found,) = (each for block in blocks for each in block.split(";") if holds in each and "newest" in each)
    answer: Any = duckdb.sql(found)
    return list(answer.fetchall())


def newest_records(folder: Path) -> dict[str, Record]:
    """The newest record of each id."""
    texts = newest_articles(folder).select("record").fetchall()
    return {record.id: record for record in (msgspec.json.decode(text, type=Record) for (text,) in texts)}


def newest_dead_letters(folder: Path) -> list[DeadLetter]:
    """The newest dead letter of each message."""
    dead = DeltaTable(folder / "dead_letters").to_pyarrow_dataset()  # noqa: F841  DuckDB finds it by name
    found = duckdb.connect().execute(
        "SELECT * FROM dead QUALIFY row_number() OVER"
        ' (PARTITION BY topic, partition, "offset" ORDER BY delivery_offset DESC) = 1'
    )
    names = [column[0] for column in found.description]
    return [msgspec.convert(dict(zip(names, row, strict=True)), DeadLetter) for row in found.fetchall()]


def rows(folder: Path, table: str = "articles") -> list[dict[str, Any]]:
    """Every row of a table, in the order of offsets."""
    found = DeltaTable(folder / table).to_pyarrow_dataset().to_table().to_pylist()
    return sorted(found, key=lambda row: (row["delivery_partition"], row["delivery_offset"]))


@contextmanager
def opened(folder: Path) -> Iterator[DeltaSink]:
    """An open sink."""
    sink = DeltaSink(DeltaOptions(uri=str(folder)))
    sink.open()
    try:
        yield sink
    finally:
        sink.close()


def offsets(folder: Path) -> list[Any]:
    """Offset of every row, sorted."""
    return [row["delivery_offset"] for row in rows(folder)]
