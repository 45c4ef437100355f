"""A TCP proxy in front of a server on loopback: it cuts, mutes, delays, slices, holds back."""

import random
import socket
import time
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import Self

from tests.kafka.probe import LOOPBACK, free_port

_READ_BYTES = 1 << 16


class Proxy:
    """Passes connections on to a loopback port; a context manager.

    Armed with a text, it acts once, when a client sends that text: `cut_before` ends the connection
    instead of passing it on, `cut_after` passes it on and ends the connection when the server answers,
    `mute` passes nothing on any more, either way, and ends nothing.

    `latency_s` and `slice_bytes` hold for all connections, both ways. `hold` is a black hole that bytes come out of
    late, as TCP's retransmissions do, once `release` ends it.
    """

    def __init__(self, target: int, port: int | None = None) -> None:
        """`port`: where to listen; any free one if None."""
        self._target = target
        self._listener = socket.create_server((LOOPBACK, port or free_port()))
        self.port: int = self._listener.getsockname()[1]
        self._armed: tuple[bytes, str] | None = None
        self.acted = Event()
        """Set when the chosen moment came."""
        self.latency_s = 0.0
        """Added to each piece that is passed on."""
        self.slice_bytes = 0
        """Largest piece in which bytes are passed on; 0 is as they come. Sizes are random below it."""
        self._flowing = Event()
        self._flowing.set()
        self._links: set[tuple[socket.socket, socket.socket]] = set()
        self._lock = Lock()

    def __enter__(self) -> Self:
        Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.release()
        self.cut()

    def cut_before(self, text: str) -> None:
        """End the next connection on which a client sends `text`, before the server sees it."""
        self._arm(text, "before")

    def cut_after(self, text: str) -> None:
        """End the next connection on which a client sends `text`, once the server has answered it."""
        self._arm(text, "after")

    def mute(self, text: str) -> None:
        """Let the next connection on which a client sends `text` go dead without ending."""
        self._arm(text, "mute")

    def cut(self) -> None:
        """End all connections there are; new ones are passed on."""
        with self._lock:
            links = list(self._links)
        for link in links:
            self._end(link)

    def hold(self) -> None:
        """Pass nothing on, either way, and end nothing: connections are accepted, and nothing answers."""
        self._flowing.clear()

    def release(self) -> None:
        """Pass on what was held back, and what comes."""
        self._flowing.set()

    def _arm(self, text: str, action: str) -> None:
        self.acted.clear()
        self._armed = (text.encode(), action)

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection((LOOPBACK, self._target))
                except OSError:  # nobody listens there: the client is refused too
                    client.close()
                    continue
                for end in (client, server):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._lock:
                    self._links.add((client, server))
                silent, last = Event(), Event()
                Thread(target=self._up, args=(client, server, silent, last), daemon=True).start()
                Thread(target=self._down, args=(client, server, silent, last), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, silent: Event, last: Event) -> None:
        with suppress(OSError):
            while data := client.recv(_READ_BYTES):
                if self._armed and self._armed[0] in data:
                    action, self._armed = self._armed[1], None
                    self.acted.set()
                    if action == "before":
                        break
                    (last if action == "after" else silent).set()
                if not silent.is_set():
                    self._pass(data, server)
        self._end((client, server))

    def _down(self, client: socket.socket, server: socket.socket, silent: Event, last: Event) -> None:
        with suppress(OSError):
            while data := server.recv(_READ_BYTES):
                if last.is_set():
                    break
                if not silent.is_set():
                    self._pass(data, client)
        if not silent.is_set():
            self._end((client, server))

    def _pass(self, data: bytes, to: socket.socket) -> None:
        self._flowing.wait()
        if self.latency_s:
            time.sleep(self.latency_s)
        if not self.slice_bytes:
            to.sendall(data)
            return
        rest = memoryview(data)
        while rest:
            size = random.randint(1, self.slice_bytes)
            to.sendall(rest[:size])
            rest = rest[size:]

    def _end(self, link: tuple[socket.socket, socket.socket]) -> None:
        with self._lock:
            self._links.discard(link)
        for end in link:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
