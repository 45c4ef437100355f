"""The probe that decides when the server is ready."""

import socket
import struct
import threading

from tests.kafka.probe import LOOPBACK, PORTS, free_port, serving_brokers


def answer_once(reply: bytes) -> int:
    """Start a listener that reads one request and sends `reply`; return its port."""
    listener = socket.create_server((LOOPBACK, 0))

    def serve() -> None:
        with listener:
            connection, _address = listener.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(reply)

    threading.Thread(target=serve, daemon=True).start()
    port: int = listener.getsockname()[1]
    return port


def test_a_closed_port_serves_nothing() -> None:
    """No listener is no broker, and no exception."""
    assert serving_brokers(free_port()) == 0


def test_an_open_port_alone_is_not_ready() -> None:
    """A listener that closes, or knows no broker yet, is not ready."""
    assert serving_brokers(answer_once(b"")) == 0
    assert serving_brokers(answer_once(struct.pack(">iii", 8, 1, 0))) == 0


def test_a_broker_that_lists_itself_is_ready() -> None:
    """The count in the answer to our own request is what comes back."""
    assert serving_brokers(answer_once(struct.pack(">iii", 8, 1, 1))) == 1
    assert serving_brokers(answer_once(struct.pack(">iii", 8, 2, 1))) == 0  # somebody else's answer


def test_free_ports_stay_out_of_the_range_of_outgoing_connections() -> None:
    """A free port can be bound and lies in the range that clients' own ends never use."""
    port = free_port()
    assert port in PORTS
    with socket.create_server((LOOPBACK, port)):
        pass
