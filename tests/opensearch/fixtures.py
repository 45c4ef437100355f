"""Fixtures for the tests marked `opensearch`; loaded by tests/conftest.py."""

from collections.abc import Iterator

import pytest

from tests.opensearch.server import OpenSearchServer, OpenSearchUnavailableError

_shared: list[OpenSearchServer] = []


def shared_server() -> OpenSearchServer:
    """The node of this session, started by whoever asks first; tests use prefixes of their own.

    Skips, with the reason, where OpenSearch cannot run; `make test-opensearch` finds that out first and fails.
    A test that stops the node takes one of its own: `own_opensearch`.
    """
    if not _shared:
        _shared.append(_started())
    return _shared[0]


@pytest.fixture(scope="session")
def opensearch_server() -> OpenSearchServer:
    """One running OpenSearch for the whole session."""
    return shared_server()


@pytest.fixture
def own_opensearch() -> Iterator[OpenSearchServer]:
    """An OpenSearch that the test may stop and kill."""
    server = _started()
    yield server
    server.close()


@pytest.fixture(scope="session", autouse=True)
def _stop_shared_opensearch() -> Iterator[None]:
    yield
    while _shared:
        _shared.pop().close()


def _started() -> OpenSearchServer:
    try:
        server = OpenSearchServer()
    except OpenSearchUnavailableError as error:
        pytest.skip(str(error))
    server.start()
    return server
