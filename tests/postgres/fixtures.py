"""Fixtures for the tests marked `postgres`; loaded by tests/conftest.py."""

from collections.abc import Iterator

import pytest

from tests.postgres.server import PostgresServer, PostgresUnavailableError

_shared: list[PostgresServer] = []


def shared_server() -> PostgresServer:
    """The server of this session, started by whoever asks first; tests use schemas of their own.

    Skips, with the reason, where PostgreSQL cannot run; `make test-postgres` finds that out first and fails.
    A test that stops the server takes one of its own: `own_postgres`.
    """
    if not _shared:
        _shared.append(_started())
    return _shared[0]


@pytest.fixture(scope="session")
def postgres_server() -> PostgresServer:
    """One running PostgreSQL for the whole session."""
    return shared_server()


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL that the test may stop, kill and fill."""
    server = _started()
    yield server
    server.close()


@pytest.fixture(scope="session", autouse=True)
def _stop_shared_server() -> Iterator[None]:
    yield
    while _shared:
        _shared.pop().close()


def _started() -> PostgresServer:
    try:
        server = PostgresServer()
    except PostgresUnavailableError as error:
        pytest.skip(str(error))
    server.start()
    return server
