"""A TCP proxy in front of a server, which cuts or mutes a connection at a chosen moment."""

import socket
from contextlib import suppress
from threading import Event, Thread
from typing import Self

from tests.kafka.probe import LOOPBACK


class Proxy:
    """Passes connections on to a loopback port; a context manager.

    Armed with a text, it acts once, when a client sends that text: `cut_before` ends the connection
    instead of passing it on, `cut_after` passes it on and ends the connection when the server answers,
    `mute` passes nothing on any more, either way, and ends nothing.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listener.getsockname()[1]
        self._armed: tuple[bytes, str] | None = None
        self.acted = Event()
        """Set when the chosen moment came."""

    def __enter__(self) -> Self:
        Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def cut_before(self, text: str) -> None:
        """End the next connection on which a client sends `text`, before the server sees it."""
        self._arm(text, "before")

    def cut_after(self, text: str) -> None:
        """End the next connection on which a client sends `text`, once the server has answered it."""
        self._arm(text, "after")

    def mute(self, text: str) -> None:
        """Let the next connection on which a client sends `text` go dead without ending."""
        self._arm(text, "mute")

    def _arm(self, text: str, action: str) -> None:
        self.acted.clear()
        self._armed = (text.encode(), action)

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection((LOOPBACK, self._target))
                silent, last = Event(), Event()
                Thread(target=self._up, args=(client, server, silent, last), daemon=True).start()
                Thread(target=self._down, args=(client, server, silent, last), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, silent: Event, last: Event) -> None:
        with suppress(OSError):
            while data := client.recv(1 << 16):
                if self._armed and self._armed[0] in data:
                    action, self._armed = self._armed[1], None
                    self.acted.set()
                    if action == "before":
                        break
                    (last if action == "after" else silent).set()
                if not silent.is_set():
                    server.sendall(data)
        self._end(client, server)

    def _down(self, client: socket.socket, server: socket.socket, silent: Event, last: Event) -> None:
        with suppress(OSError):
            while data := server.recv(1 << 16):
                if last.is_set():
                    break
                if not silent.is_set():
                    client.sendall(data)
        if not silent.is_set():
            self._end(client, server)

    def _end(self, *ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
