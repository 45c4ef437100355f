"""Reads the files of the JSON Lines sink as its users do: by DuckDB, with the queries of the README."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import orjson

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.jsonl_files import open_lines

_README = Path(__file__).parents[1] / "README.md"


def readme_sql(beginning: str) -> str:
    """The statement of the README that begins so."""
    blocks = re.findall(r"```sql\n(.*?)```", _README.read_text(encoding="utf-8"), re.DOTALL)
    statements = re.sub("--.*", "", "".join(blocks)).split(";")
    (found,) = (one.strip() for one in statements if re.match(rf"\s*{beginning}\b", one))
    return found


def newest_records(folder: Path) -> dict[str, Record]:
    """The newest record of each id, by the README's reading rule."""
    found = (msgspec.json.decode(text, type=Record) for text in _newest(folder, "articles_json"))
    return {record.id: record for record in found}


def newest_dead_letters(folder: Path) -> list[DeadLetter]:
    """The newest dead letter of each message, by the same rule."""
    return [msgspec.json.decode(text, type=DeadLetter) for text in _newest(folder, "dead_letters_json")]


def lines(folder: Path) -> list[dict[str, Any]]:
    """Every line of every finished file of a topic, in the order of names."""
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.jsonl*")):
        with open_lines(path) as file:
            found += [orjson.loads(line) for line in file]
    return found


def _newest(folder: Path, name: str) -> Iterable[str]:
    if not list(folder.glob("*.jsonl*")):
        return []
    statement = re.sub(r"'[^']*/\*\.jsonl\*?'", f"'{folder}/*.jsonl*'", readme_sql(f"CREATE VIEW {name}"))
    with duckdb.connect() as connection:
        connection.execute(statement)
        return [row[0] for row in connection.execute(f"SELECT json FROM {name}").fetchall()]
