"""Ask a broker whether it serves, in the few bytes of Kafka's protocol that takes; and find a free port."""

import random
import socket
import struct

LOOPBACK = "127.0.0.1"
PORTS = range(20_000, 32_000)
"""Below the range that systems give to outgoing connections (Linux: from 32768): a client that tries
a dead broker's port there again and again can end up connected to itself, and then nobody can bind it."""


def free_port() -> int:
    """Find a loopback port that nobody listens on.

    Errors: OSError when a hundred random ports are all taken.
    """
    for port in random.sample(PORTS, 100):
        with socket.socket() as probe:
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port
    raise OSError("No free loopback port found.")


def serving_brokers(port: int, timeout_s: float = 2.0) -> int:
    """How many brokers the one at `port` knows to be up, itself included; 0 while it is not ready.

    Source: Kafka protocol, Metadata request (key 3) version 1 with an empty list of topics. The
    answer lists a broker only after the controller has unfenced it, which an open port does not say.
    """
    client = b"copydesk-probe"
    body = struct.pack(">hhih", 3, 1, 1, len(client)) + client + struct.pack(">i", 0)
    try:
        with socket.create_connection((LOOPBACK, port), timeout=timeout_s) as connection:
            connection.sendall(struct.pack(">i", len(body)) + body)
            head = _exactly(connection, 12)
    except OSError:
        return 0
    if len(head) < 12:
        return 0
    _size, correlation, brokers = struct.unpack(">iii", head)
    return brokers if correlation == 1 else 0


def _exactly(connection: socket.socket, size: int) -> bytes:
    """Read `size` bytes, or fewer when the other side closes."""
    data = b""
    while len(data) < size:
        more = connection.recv(size - len(data))
        if not more:
            break
        data += more
    return data
