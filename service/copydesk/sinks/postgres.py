"""The PostgreSQL sink: COPY into a staging table, one upsert, a batch and its offset in one transaction.

asyncpg runs in an event loop of the sink's own, which turns only while one of its calls runs, in whatever
thread made it. After any failure but a refused record the connection is given up and the next call makes
another: whether the last transaction was committed need not be known, since its offset tells.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import asyncpg

from copydesk.sinks.base import Batch, SinkMisconfigured, SinkRefused, SinkUnavailable
from copydesk.sinks.postgres_connection import connect
from copydesk.sinks.postgres_errors import FAILURES, unavailable, unopenable
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_schema import migrate
from copydesk.sinks.postgres_write import committed, prepare, write

T = TypeVar("T")


class PostgresSink:
    """Writes records into a PostgreSQL database; see `Sink` for the contract."""

    name = "postgres"
    keeps_dead_letters = True
    one_store = True

    def __init__(self, options: PostgresOptions) -> None:
        self._options = options
        self._runner: asyncio.Runner | None = None
        self._connection: asyncpg.Connection | None = None

    def open(self) -> None:
        """Connect, and bring the schema up to date."""
        self.close()
        self._runner = asyncio.Runner()
        try:
            self._runner.run(self._connected())
        except BaseException:
            self.close()
            raise

    def write(self, batch: Batch) -> None:
        """Write a batch and its next offset in one transaction; see `Sink.write`."""
        refused = self._run(lambda connection: write(connection, batch))
        if refused:
            raise SinkRefused(refused)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        return self._run(lambda connection: committed(connection, topic, partition))

    def close(self) -> None:
        """Leave the server; harmless when not open."""
        if self._runner is not None:
            self._give_up()
            self._runner.close()
            self._runner = None

    def _run(self, call: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
        """Run `call` on the connection, which is made anew where it was lost.

        Errors: SinkUnavailable, and the connection is given up.
        """
        if self._runner is None:
            raise SinkUnavailable("the postgres sink is not open; call open() first")

        async def run() -> T:
            return await call(await self._connected())

        try:
            return self._runner.run(run())
        except BaseException as error:
            self._give_up()
            if isinstance(error, FAILURES):
                raise unavailable(self._options, error) from error
            if isinstance(error, SinkMisconfigured):  # a batch that waits is told of and waits on
                raise SinkUnavailable(str(error)) from error
            raise

    async def _connected(self) -> asyncpg.Connection:
        """Return the connection, a new one when there is none, on a schema that is up to date.

        Errors: SinkUnavailable, SinkMisconfigured.
        """
        if self._connection is not None:
            return self._connection
        connection = None
        try:
            connection = await connect(self._options)
            await migrate(connection, self._options)
            await prepare(connection)
        except BaseException as error:
            if connection is not None:
                connection.terminate()
            if isinstance(error, FAILURES):
                raise unopenable(self._options, error) from error
            raise
        self._connection = connection
        return connection

    def _give_up(self) -> None:
        """Drop the connection, whatever it was doing; the server rolls back."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None
