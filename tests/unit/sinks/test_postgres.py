"""The PostgreSQL sink without a server: its rows, its advice, its options. The rest is in tests/postgres."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from asyncpg import exceptions as pg

from copydesk.record import Record
from copydesk.settings.load import load
from copydesk.settings.problems import SettingsError
from copydesk.sinks.base import SinkMisconfigured, SinkUnavailable
from copydesk.sinks.moments import moment_of
from copydesk.sinks.postgres_errors import Failure, unavailable, unopenable
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_rows import row_of
from copydesk.sinks.postgres_schema import NAMES, OLDEST_SERVER, check_server
from tests.making import record

OPTIONS = PostgresOptions(host="db.example.org")
IN_RECORD_ONLY = {
    "article_body_html",
    "article_body_markdown",
    "paragraphs",
    "keyphrases",
    "quotes",
}
"""The body again, what no stage fills yet, what is read out of the record, and what has rows of its own."""


def test_every_field_of_a_record_has_a_column() -> None:
    """No field of the record is without a column, or columns with its prefix, but those that wait for their stage."""
    for field in Record.__struct_fields__:
        found = field in NAMES or any(name.startswith(f"{field}_") for name in NAMES)
        assert found != (field in IN_RECORD_ONLY), field
    assert len(row_of(record())) == len(NAMES)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-05", datetime(2026, 5, 1, tzinfo=UTC)),
        ("2026-05-04", datetime(2026, 5, 4, tzinfo=UTC)),
        ("2026-05-04T10:02", datetime(2026, 5, 4, 10, 2, tzinfo=UTC)),
        ("2026-05-04T10:02:00Z", datetime(2026, 5, 4, 10, 2, tzinfo=UTC)),
        ("2026-05-04T10:02:00+08:00", datetime(2026, 5, 4, 10, 2, tzinfo=timezone(timedelta(hours=8)))),
        ("0001-01-01T00:00:00+08:00", None),
        ("2026-13", None),
        ("20xx", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_becomes_the_moment_it_begins(text: str | None, moment: datetime | None) -> None:
    """A date of any precision has a place in time; one that cannot be read has none, and is no error."""
    assert moment_of(text) == moment


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (pg.CannotConnectNowError("the database system is starting up"), "starting, stopping or recovering"),
        (pg.AdminShutdownError("x"), "the server was stopped"),
        (pg.CrashShutdownError("x"), "see its log"),
        (pg.TooManyConnectionsError("x"), "raise its max_connections"),
        (pg.DiskFullError("x"), "free some space"),
        (pg.DeadlockDetectedError("x"), "the other way round"),
        (pg.SerializationError("x"), "it failed"),
        (pg.LockNotAvailableError("x"), "another session holds a lock"),
        (pg.QueryCanceledError("x"), "postgres.command_timeout_s"),
        (pg.ReadOnlySQLTransactionError("x"), "set postgres.host to the primary"),
        (pg.ConnectionDoesNotExistError("x"), "the connection was lost"),
        (ConnectionRefusedError(111, "refused"), "check that it runs"),
        (TimeoutError(), "did not answer in time"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_passes_is_an_outage(error: Failure, advice: str) -> None:
    """Opening is tried again for what goes by itself; the message says where, what it means and what was said."""
    assert type(unopenable(OPTIONS, error)) is SinkUnavailable
    assert str(unavailable(OPTIONS, error)).startswith("PostgreSQL db.example.org:5432/copydesk: ")
    assert advice in str(unavailable(OPTIONS, error))


@pytest.mark.parametrize(
    "error",
    [
        pg.InvalidPasswordError("x"),
        pg.InvalidAuthorizationSpecificationError("x"),
        pg.InvalidCatalogNameError("x"),
        pg.InsufficientPrivilegeError("x"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_lasts_is_a_misconfiguration(error: Failure) -> None:
    """A worker does not start on what nobody but its owner can mend; the message names a setting."""
    outage = unopenable(OPTIONS, error)
    assert type(outage) is SinkMisconfigured
    assert "postgres." in str(outage)


def test_an_error_never_quotes_values() -> None:
    """What the server adds in its details may be article text, and stays out of the message."""
    error = pg.UniqueViolationError("duplicate key")
    error.detail = "Key (id)=(secret) already exists."
    assert "secret" not in str(unavailable(OPTIONS, error))


def test_an_old_server_is_told() -> None:
    """A server older than the oldest that works is a misconfiguration, which says which is needed."""
    check_server(OLDEST_SERVER, "UTF8", OPTIONS)
    with pytest.raises(SinkMisconfigured, match=f"version 13 is too old.* {OLDEST_SERVER} or newer"):
        check_server(13, "UTF8", OPTIONS)


def test_the_password_comes_from_its_file(tmp_path: Path) -> None:
    """A container's secret is read when the settings are loaded; a schema that is no plain name is refused."""
    (tmp_path / "secret").write_text("s3cret\n")
    environ = {"COPYDESK_POSTGRES__PASSWORD_FILE": str(tmp_path / "secret")}
    assert load(environ=environ, directory=tmp_path).settings.postgres.password == "s3cret"
    with pytest.raises(SettingsError, match=r"postgres\.schema"):
        load(environ={"COPYDESK_POSTGRES__SCHEMA": 'x"; DROP TABLE y'}, directory=tmp_path)


def test_tls_is_off_or_checked() -> None:
    """There is no TLS that believes any certificate."""
    assert OPTIONS.ssl_context() is False
    context = PostgresOptions(ssl_mode="verify-full").ssl_context()
    assert not isinstance(context, bool)
    assert context.check_hostname
