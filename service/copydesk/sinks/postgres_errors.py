"""PostgreSQL's errors, as what is wrong with the database and what to do about it."""

import ssl
from typing import Final, TypeAlias

from asyncpg import exceptions as pg

from copydesk.sinks.base import SinkError, SinkMisconfigured, SinkUnavailable
from copydesk.sinks.postgres_options import PostgresOptions

Failure: TypeAlias = pg.PostgresError | pg.InterfaceError | pg.InternalClientError | OSError
"""What asyncpg raises; a TimeoutError is an OSError."""
FAILURES: Final = (pg.PostgresError, pg.InterfaceError, pg.InternalClientError, OSError)

UNWRITABLE_VALUE: Final = (
    pg.DataError,
    pg.IntegrityConstraintViolationError,
    pg.ProgramLimitExceededError,
    ValueError,
    TypeError,
    OverflowError,
)
"""What the server, or asyncpg before it, raises for a value it cannot hold: that record's fault."""

_ADVICE: Final[tuple[tuple[type[Exception], str], ...]] = (
    (pg.InvalidPasswordError, "the password is wrong; set postgres.password_file or postgres.user"),
    (
        pg.InvalidAuthorizationSpecificationError,
        "nobody is let in so; check postgres.user, postgres.ssl_mode and the server's pg_hba.conf",
    ),
    (pg.ClientConfigurationError, "the settings of section postgres cannot be used"),
    (pg.InvalidCatalogNameError, "there is no such database; create it, or set postgres.database"),
    (
        pg.InsufficientPrivilegeError,
        "the role lacks a right; deploy/postgres/init.sql gives those it needs, or set postgres.user",
    ),
    (pg.DuplicateTableError, "the schema holds tables of something else; set postgres.schema to another"),
    (pg.DuplicateFunctionError, "the schema holds something else already; set postgres.schema to another"),
    (
        ssl.SSLCertVerificationError,
        "its certificate is not trusted; set postgres.ssl_cafile, and postgres.host to a name it holds",
    ),
    (pg.CannotConnectNowError, "the server is starting, stopping or recovering"),
    (pg.AdminShutdownError, "the server was stopped, or the session was ended"),
    (pg.CrashShutdownError, "the server crashed; see its log"),
    (pg.DiskFullError, "the server's disk is full; free some space there"),
    (pg.TooManyConnectionsError, "the server has no connection left; raise its max_connections"),
    (
        pg.QueryCanceledError,
        "a statement took longer than postgres.command_timeout_s; pg_stat_activity tells what it waits for",
    ),
    (pg.LockNotAvailableError, "another session holds a lock; pg_locks tells which"),
    (pg.DeadlockDetectedError, "another session wanted the same rows the other way round"),
    (pg.ReadOnlySQLTransactionError, "it is read-only, a standby perhaps; set postgres.host to the primary"),
    (pg.UndefinedTableError, "a table of ours is gone; it is made anew"),
    (
        TimeoutError,
        "it did not answer in time; check that it is reached from here, or raise postgres.connect_timeout_s",
    ),
    (OSError, "it cannot be reached; check that it runs, postgres.host and postgres.port"),
    (pg.PostgresConnectionError, "the connection was lost"),
    (pg.InterfaceError, "the connection was lost"),
)
"""The first that fits."""

_LASTING: Final = (
    pg.InvalidPasswordError,
    pg.InvalidAuthorizationSpecificationError,
    pg.InvalidCatalogNameError,
    pg.InsufficientPrivilegeError,
    pg.DuplicateTableError,
    pg.DuplicateFunctionError,
    pg.FeatureNotSupportedError,
    pg.ClientConfigurationError,
    ssl.SSLError,
)
"""What does not pass by itself when a database is opened again."""


def unopenable(options: PostgresOptions, error: Failure) -> SinkError:
    """Return the error for a database that cannot be opened: to be waited for, or to be mended first."""
    outage = unavailable(options, error)
    return SinkMisconfigured(str(outage)) if isinstance(error, _LASTING) else outage


def unavailable(options: PostgresOptions, error: Failure) -> SinkUnavailable:
    """Return a SinkUnavailable that says what is wrong with the database and what to do."""
    advice = next((text for kind, text in _ADVICE if isinstance(error, kind)), "it failed")
    return SinkUnavailable(f"PostgreSQL {options.place}: {advice} ({_said(error)})")


def _said(error: Exception) -> str:
    """What the server said, without its detail, which quotes values."""
    message = error.args[0] if isinstance(error, pg.PostgresError) and error.args else error
    return f"{type(error).__name__}: {message}".strip(": ")
