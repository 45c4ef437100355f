"""Reading the PostgreSQL store: `copydesk records` on it, and what a reader is told when it cannot be read."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.record import Publisher
from copydesk.sinks.base import SinkMisconfigured, SinkUnavailable
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_reader import PostgresReader
from tests.making import batch, record
from tests.postgres.server import PASSWORDS, PostgresServer
from tests.unit.cli.calls import environment

pytestmark = pytest.mark.postgres

SITE = Publisher(domain="news.example")
RECORDS = (
    record("a", 0, "The ferry left the harbour.", headline="Ferry", date_published="2026-11-19", in_language="en"),
    record("b", 1, "Le bac a quitté le port.", date_published="2026-11", publisher=SITE, in_language="fr"),
    record("c", 2, "A harbour, a ferry, a harbour.", publisher=SITE, extra={"nul": "a\0b"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def options(postgres_server: PostgresServer) -> PostgresOptions:
    """A schema that holds `RECORDS`."""
    made = postgres_server.options(postgres_server.new_schema())
    sink = PostgresSink(made)
    sink.open()
    sink.write(batch(*enumerate(RECORDS)))
    sink.close()
    return made


@pytest.fixture
def reader(options: PostgresOptions) -> Iterator[PostgresReader]:
    """An open reader."""
    with PostgresReader(options) as opened:
        yield opened


def test_records_come_back_whole(reader: PostgresReader) -> None:
    """A record is read as it was written; an id that is not there, or could not be, is none."""
    assert reader.get("c") == RECORDS[2]
    assert reader.get("z") is None
    assert reader.get("a\0") is None


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({}, "abc"),
        ({"limit": 1, "offset": 1}, "b"),
        ({"query": "ferry"}, "ac"),
        ({"query": "harbour AND ferry"}, "ac"),
        ({"query": '"harbour a ferry"'}, "c"),
        ({"query": "ferry -left"}, "c"),
        ({"query": "port OR left"}, "ab"),
        ({"query": 'broken "quote (and\0 & more'}, ""),
        ({"query": "ferry", "site": "news.example"}, "c"),
        ({"language": "fr"}, "b"),
        ({"site": "news.example", "limit": 10**30}, "bc"),
        ({"since": "2026-11-02"}, "a"),
        ({"since": "2026-11-19T00:00:01"}, ""),
    ],
)
def test_conditions_narrow_and_order(
    reader: PostgresReader, conditions: dict[str, str | int], ids: str
) -> None:
    """The latest published first and the undated last, the best match first; the count agrees with the list."""
    found = reader.list(**conditions)  # type: ignore[arg-type]
    assert "".join(one.id for one in found) == ids
    if not {"limit", "offset"} & set(conditions):
        assert reader.count(**conditions) == len(ids)  # type: ignore[arg-type]


def test_the_command_reads_the_store_of_the_settings(
    options: PostgresOptions, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """`copydesk records` reads the first of sink.names that can be read, with a role that may only read."""
    postgres_server.run(f"GRANT USAGE ON SCHEMA {options.schema} TO copydesk_reader")
    postgres_server.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA {options.schema} TO copydesk_reader")
    (tmp_path / "password").write_text(PASSWORDS["copydesk_reader"])
    values = {
        "sink.names": "memory,postgres", "postgres.port": options.port, "postgres.schema": options.schema,
        "postgres.user": "copydesk_reader", "postgres.password_file": tmp_path / "password",
    }  # fmt: skip
    sets = [part for name, value in values.items() for part in ("--set", f"{name}={value}")]

    def said(*arguments: str) -> str:
        command = [sys.executable, "-m", "copydesk", *arguments, *sets]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert said("records", "count").strip() == "3"
    assert "Ferry" in said("records", "list", "--query", "ferry")
    assert "harbour" in said("records", "show", "c")


def test_what_cannot_be_read_is_told(postgres_server: PostgresServer, options: PostgresOptions) -> None:
    """An empty schema, and a wrong password, are told with what to do."""
    with pytest.raises(SinkUnavailable, match=r"publish some first, or set postgres\.schema"):
        PostgresReader(postgres_server.options(postgres_server.new_schema()))
    with pytest.raises(SinkMisconfigured, match=r"postgres\.password_file"):
        PostgresReader(postgres_server.options(options.schema, password="wrong"))
