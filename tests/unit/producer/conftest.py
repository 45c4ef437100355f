"""What tests of the producer share."""

import pytest

from copydesk.broker.embedded import free_port


@pytest.fixture
def unused_port() -> int:
    """A loopback port on which nothing listens."""
    return free_port()
