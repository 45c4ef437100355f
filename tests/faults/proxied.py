"""A broker behind a proxy."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from tests.kafka.probe import LOOPBACK, free_port
from tests.kafka.server import KafkaServer
from tests.proxy import Proxy


class Proxied(Struct, frozen=True):
    """A broker with two ways in: its own address, and through a proxy that it sends its clients back to."""

    server: KafkaServer
    proxy: Proxy

    @property
    def bootstrap(self) -> str:
        """The way through the proxy."""
        return f"{LOOPBACK}:{self.proxy.port}"


@contextmanager
def proxied_broker() -> Iterator[Proxied]:
    """A running Apache Kafka of its own behind a proxy.

    Errors: KafkaUnavailableError.
    """
    behind = free_port()
    with Proxy(behind) as proxy:
        ways = f"PLAINTEXT://{LOOPBACK}:{{port}},CONTROLLER://{LOOPBACK}:{{controller}},PROXIED://{LOOPBACK}:"
        server = KafkaServer(
            extra={
                "listeners": f"{ways}{behind}",
                "advertised.listeners": f"{ways}{proxy.port}",
                "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT",
            }
        )
        try:
            server.start()
            yield Proxied(server, proxy)
        finally:
            server.close()
