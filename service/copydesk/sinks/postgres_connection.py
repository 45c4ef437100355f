"""A session on the PostgreSQL server, as the sink and the reader use it."""

import ssl
from typing import Final

import asyncpg
from asyncpg.connect_utils import SessionAttribute

from copydesk.sinks.base import SinkMisconfigured
from copydesk.sinks.postgres_options import PostgresOptions

_CLIENT_WAITS_LONGER_S: Final = 2.0
"""So that where the server is alive it is the server that ends a statement, and says so."""

_DURABLE: Final = (
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
)
"""Off, a crash of the server may lose batches whose offsets the consumer group has committed already."""

_QUICK: Final = (
    "SELECT set_config(name, 'lz4', false) FROM pg_settings"
    " WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)"
)
"""Where the server was built with lz4: records of 29 kB took 0.07 ms each to store, not 0.53, and a quarter less room."""


async def connect(options: PostgresOptions) -> asyncpg.Connection:
    """Log in; all that asyncpg would else look for in the environment is given.

    Errors: SinkMisconfigured for a CA file that cannot be read; those of asyncpg.
    """
    limit_ms = str(round(options.command_timeout_s * 1000))
    try:
        context = options.ssl_context()
    except (OSError, ssl.SSLError) as error:
        raise SinkMisconfigured(
            f"PostgreSQL {options.place}: the CA file {options.ssl_cafile} cannot be used; set"
            f" postgres.ssl_cafile ({error})"
        ) from error
    connection = await asyncpg.connect(
        host=options.host,
        port=options.port,
        user=options.user,
        password=options.password or "",  # None would be looked for in the environment and in ~/.pgpass
        database=options.database,
        ssl=context,
        direct_tls=False,
        target_session_attrs=SessionAttribute.any,
        timeout=options.connect_timeout_s,
        command_timeout=options.command_timeout_s + _CLIENT_WAITS_LONGER_S,
        server_settings={
            "application_name": "copydesk",
            "search_path": f'"{options.schema}"',
            "statement_timeout": limit_ms,
            # A worker that hangs inside a batch must not hold its partition's row for ever.
            "idle_in_transaction_session_timeout": limit_ms,
        },
    )
    try:
        await connection.execute(_DURABLE)
        await connection.execute(_QUICK)
    except BaseException:
        connection.terminate()
        raise
    return connection
