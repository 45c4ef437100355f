"""Opening the PostgreSQL sink: what is waited for, what somebody must mend, and how a schema is made."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import msgspec
import pytest

from copydesk.ledger import Kind, Span
from copydesk.sinks import postgres_schema
from copydesk.sinks.base import SinkMisconfigured, SinkUnavailable
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_schema import MIGRATIONS
from tests.kafka.probe import free_port
from tests.making import batch, record
from tests.postgres.server import PASSWORDS, PostgresServer

pytestmark = pytest.mark.postgres


def try_to_open(options: PostgresOptions) -> None:
    """Open a sink, and close it again."""
    sink = PostgresSink(options)
    sink.open()
    sink.close()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"password": "wrong"}, r"the password is wrong; set postgres\.password_file"),
        ({"password": None}, r"the password is wrong; set postgres\.password_file"),
        ({"user": "nobody"}, r"set postgres\.password_file or postgres\.user"),
        ({"database": "nowhere"}, r"postgres\.database"),
        ({"schema": "not_there"}, r"lacks a right; deploy/postgres/init\.sql"),
        ({"schema": "public"}, r"lacks a right; deploy/postgres/init\.sql"),
        ({"ssl_mode": "verify-full"}, r"not trusted; set postgres\.ssl_cafile"),
        ({"ssl_mode": "verify-full", "ssl_cafile": "/none"}, r"CA file /none cannot be used; set postgres\.ssl_cafile"),
        ({"ssl_mode": "verify-full", "ssl_cafile": __file__}, r"cannot be used; set postgres\.ssl_cafile"),
    ],
)  # fmt: skip
def test_what_waiting_does_not_mend_is_told(
    postgres_server: PostgresServer, changed: dict[str, Any], said: str
) -> None:
    """A wrong setting, or a right that is missing, is a misconfiguration whose message names what to change."""
    with pytest.raises(SinkMisconfigured, match=said):
        try_to_open(postgres_server.options(**changed))


def test_a_server_that_is_away_is_waited_for(postgres_server: PostgresServer) -> None:
    """A closed port, and a name that is not known yet, are outages."""
    for changed in ({"port": free_port()}, {"host": "no-such-host.invalid"}):
        with pytest.raises(SinkUnavailable, match=r"cannot be reached; check that it runs, postgres\.host"):
            try_to_open(postgres_server.options(**changed))


def test_a_server_without_a_free_connection_is_waited_for(postgres_server: PostgresServer) -> None:
    """Too many connections is an outage: others will leave."""
    postgres_server.run("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0 PASSWORD 'x'")
    postgres_server.run("GRANT CONNECT ON DATABASE copydesk TO crowded")
    with pytest.raises(SinkUnavailable, match="no connection left; raise its max_connections"):
        try_to_open(postgres_server.options(user="crowded", password="x"))


def test_a_database_of_another_encoding_is_refused(postgres_server: PostgresServer) -> None:
    """A database that cannot hold every text is told at once, not by the first article it cannot hold."""
    postgres_server.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(SinkMisconfigured, match=r"encoding is LATIN1.*set postgres\.database"):
        try_to_open(postgres_server.options(database="latin"))


def test_tls_is_checked(postgres_server: PostgresServer) -> None:
    """With the CA's file the connection is encrypted; a host name that the certificate does not hold is refused."""
    schema, ca = postgres_server.new_schema(), str(postgres_server.certificate)
    sink = PostgresSink(
        postgres_server.options(schema, host="localhost", ssl_mode="verify-full", ssl_cafile=ca)
    )
    sink.open()
    sql = "SELECT DISTINCT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity USING (pid) WHERE application_name = 'copydesk'"
    assert [row[0] for row in postgres_server.run(sql)] == [True]
    sink.close()
    with pytest.raises(SinkMisconfigured, match=r"postgres\.host to a name it holds"):
        try_to_open(postgres_server.options(schema, ssl_mode="verify-full", ssl_cafile=ca))


def test_nothing_comes_from_the_environment(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What other clients of PostgreSQL read there neither helps nor harms."""
    options = postgres_server.options(postgres_server.new_schema())
    wrong = {"PGHOST": "no-such-host.invalid", "PGPORT": "1", "PGUSER": "x", "PGDATABASE": "x", "PGPASSWORD": "x",
             "PGSSLMODE": "require", "PGTARGETSESSIONATTRS": "standby", "PGSSLNEGOTIATION": "direct"}  # fmt: skip
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    try_to_open(options)
    (tmp_path / "pgpass").write_text(f"*:*:*:*:{PASSWORDS['copydesk']}\n")
    (tmp_path / "pgpass").chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    monkeypatch.setenv("PGPASSWORD", PASSWORDS["copydesk"])
    with pytest.raises(SinkMisconfigured, match="the password is wrong"):
        try_to_open(msgspec.structs.replace(options, password=None))


def test_a_batch_is_on_the_disk_when_it_is_written(postgres_server: PostgresServer) -> None:
    """A server set to answer before a commit is safe is asked to wait; a stricter wish is left as it is."""

    async def level(sink: PostgresSink) -> str:
        assert sink._connection is not None
        return str(await sink._connection.fetchval("SHOW synchronous_commit"))

    for given, used in (("off", "on"), ("remote_apply", "remote_apply")):
        postgres_server.run(f"ALTER ROLE copydesk SET synchronous_commit = '{given}'")
        sink = PostgresSink(postgres_server.options(postgres_server.new_schema()))
        sink.open()
        assert sink._runner is not None
        assert sink._runner.run(level(sink)) == used
        sink.close()
    postgres_server.run("ALTER ROLE copydesk RESET synchronous_commit")


def version(server: PostgresServer, schema: str) -> list[int]:
    """Which migrations a schema has had."""
    return [row[0] for row in server.run(f"SELECT version FROM {schema}.migrations ORDER BY version")]


def test_workers_that_open_at_once_all_succeed(postgres_server: PostgresServer) -> None:
    """Of four that come to an empty schema together one makes the tables, and the others find them made."""
    schema = postgres_server.new_schema()
    together = Barrier(4)

    def work(_: int) -> None:
        together.wait()
        try_to_open(postgres_server.options(schema))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert version(postgres_server, schema) == list(range(1, len(MIGRATIONS) + 1))


def test_a_role_that_may_makes_the_schema(postgres_server: PostgresServer) -> None:
    """On a development server, where the role may create schemas, none needs to be made before."""
    try_to_open(postgres_server.options("made_by_itself", user="postgres", password=PASSWORDS["postgres"]))
    assert version(postgres_server, "made_by_itself")


def test_a_schema_of_a_newer_version_is_left_alone(postgres_server: PostgresServer) -> None:
    """A worker that knows less than the database does not start, and says what to do."""
    schema = postgres_server.new_schema()
    try_to_open(postgres_server.options(schema))
    postgres_server.run(f"INSERT INTO {schema}.migrations VALUES (999)")
    with pytest.raises(SinkMisconfigured, match=r"version of schema .* is 999 .* install a newer Copydesk"):
        try_to_open(postgres_server.options(schema))


def test_tables_of_something_else_are_left_alone(postgres_server: PostgresServer) -> None:
    """A schema that holds another program's tables of our names is refused, and nothing is made in it."""
    schema = postgres_server.new_schema()
    postgres_server.run(f"CREATE TABLE {schema}.articles (theirs text)")
    with pytest.raises(SinkMisconfigured, match=r"tables of something else; set postgres\.schema"):
        try_to_open(postgres_server.options(schema))
    sql = "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND relkind = 'r'"
    assert postgres_server.run(sql, schema)[0][0] == 1


def test_a_later_migration_keeps_what_is_there(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer version brings the tables up to date and keeps their rows; one that fails changes nothing."""
    schema = postgres_server.new_schema()
    options = postgres_server.options(schema)
    sink = PostgresSink(options)
    sink.open()
    sink.write(batch((0, record())))
    sink.close()
    here = version(postgres_server, schema)
    later = ("ALTER TABLE articles ADD COLUMN mood text DEFAULT 'calm'",)
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", (*MIGRATIONS, later, ("SELECT 1/0",)))
    with pytest.raises(SinkUnavailable, match="division by zero"):
        try_to_open(options)
    assert version(postgres_server, schema) == here
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", (*MIGRATIONS, later))
    try_to_open(options)
    assert version(postgres_server, schema) == [*here, here[-1] + 1]
    assert [tuple(row) for row in postgres_server.run(f"SELECT id, mood FROM {schema}.articles")] == [
        ("a", "calm")
    ]


def test_records_of_the_first_tables_get_the_columns_of_the_second(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in a record of before becomes a column; one with a NUL somewhere keeps it in `record` alone."""
    schema = postgres_server.new_schema()
    options = postgres_server.options(schema)
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", MIGRATIONS[:1])
    with pytest.raises(SinkUnavailable, match='"script" does not exist'):
        try_to_open(options)  # the tables are made, but today's sink cannot use them
    values = {
        "id": "a", "schema_version": 3, "article_body": "", "word_count": 0, "reading_time_seconds": 0, "fingerprint": "",
        "author": "[]", "keywords": "[]", "removed": "[]", "field_source": "{}", "version_at": "", "version_offset": 0,
    }  # fmt: skip
    told = '{"script":"Latn","truncated":{"rule":"read-more-end"},"extra":%s}'
    for name, extra in (("a", "{}"), ("b", '{"x":"\\u0000"}')):
        row = ", ".join(f"'{value}'" for value in (values | {"id": name, "record": told % extra}).values())
        postgres_server.run(
            f"INSERT INTO {schema}.articles ({', '.join(values)}, record, search) VALUES ({row}, '')"
        )
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", MIGRATIONS)
    try_to_open(options)
    sql = f"SELECT script, languages, truncated ->> 'rule' FROM {schema}.articles ORDER BY id"
    assert [tuple(row) for row in postgres_server.run(sql)] == [
        ("Latn", None, "read-more-end"),
        (None, None, None),
    ]


def test_a_view_of_before_is_replaced_in_its_place(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mean confidence by site is rounded after the migration; what stands on the view, and who may read it, stays."""
    schema = postgres_server.new_schema()
    options = postgres_server.options(schema)
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", MIGRATIONS[:4])
    sink = PostgresSink(options)
    sink.open()
    spans = tuple(Span(start, start + 1, Kind.SHARE, "share.buttons", 0.95) for start in range(12))
    sink.write(batch((0, record(removed=spans))))
    sink.close()
    view = f"{schema}.removed_by_site"
    postgres_server.run(f"CREATE VIEW {schema}.theirs AS SELECT kind, confidence FROM {view}")
    postgres_server.run(f"GRANT SELECT ON {view} TO copydesk_reader")
    postgres_server.run(f"GRANT USAGE ON SCHEMA {schema} TO copydesk_reader")
    before = postgres_server.run(f"SELECT confidence FROM {view}")[0][0]
    assert before != 0.95
    assert before == pytest.approx(0.95)
    monkeypatch.setattr(postgres_schema, "MIGRATIONS", MIGRATIONS)
    try_to_open(options)
    assert [tuple(row) for row in postgres_server.run(f"SELECT * FROM {schema}.theirs")] == [("share", 0.95)]
    by_reader = postgres_server.run(f"SELECT spans, confidence FROM {view}", user="copydesk_reader")
    assert [tuple(row) for row in by_reader] == [(12, 0.95)]


def test_a_database_that_was_emptied_is_made_anew(postgres_server: PostgresServer) -> None:
    """Tables that went while a worker ran are there again after one failed try."""
    schema = postgres_server.new_schema()
    sink = PostgresSink(postgres_server.options(schema))
    sink.open()
    postgres_server.run(f"DROP SCHEMA {schema} CASCADE")
    postgres_server.run(f"CREATE SCHEMA {schema} AUTHORIZATION copydesk")
    with pytest.raises(SinkUnavailable, match="a table of ours is gone"):
        sink.write(batch((0, record())))
    sink.write(batch((0, record())))
    assert sink.committed("articles.structured", 0) == 1
    sink.close()


def test_a_password_that_changes_is_waited_for(postgres_server: PostgresServer) -> None:
    """While a worker runs, a login that is refused holds its batches and does not end it."""
    schema = postgres_server.new_schema()
    postgres_server.run("CREATE ROLE changing LOGIN PASSWORD 'first'")
    postgres_server.run("GRANT copydesk TO changing")
    sink = PostgresSink(postgres_server.options(schema, user="changing", password="first"))
    sink.open()
    postgres_server.run("ALTER ROLE changing PASSWORD 'second'")
    postgres_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'changing'")
    for _ in range(2):
        with pytest.raises(SinkUnavailable):
            sink.write(batch((0, record())))
    with pytest.raises(SinkUnavailable, match="the password is wrong"):
        sink.write(batch((0, record())))
    postgres_server.run("ALTER ROLE changing PASSWORD 'first'")
    sink.write(batch((0, record())))
    sink.close()
