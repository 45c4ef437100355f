"""The metrics and health server: /metrics, /livez, /readyz, on a thread of its own.

A thread, so that it answers, and tells of a stall, when the event loop is the thing that is stuck.
"""

import socket
import threading
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import orjson
from msgspec import Struct

from copydesk.metrics.registry import WsgiApp


class Health(Struct, frozen=True):
    """An answer of /livez or /readyz: ok, or the reasons why not by component."""

    ok: bool
    reasons: dict[str, str] = {}

    @property
    def body(self) -> bytes:
        """JSON: {"ok": true} or {"ok": false, "reasons": {...}}."""
        return orjson.dumps({"ok": self.ok, "reasons": self.reasons} if self.reasons else {"ok": self.ok})


Check = Callable[[], Health]


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Probes come every few seconds: they are not logged."""

    def handle(self) -> None:
        """Give up on a client that does not send its request."""
        self.connection.settimeout(10)
        try:
            super().handle()
        except TimeoutError:
            return


class _Server(WSGIServer):
    def server_bind(self) -> None:
        """Bind without asking a name server who we are, as the base class does."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()


class HealthServer:
    """Serves the endpoints until stopped.

    Errors: OSError from the constructor when the address cannot be bound.
    """

    def __init__(self, host: str, port: int, *, metrics: WsgiApp, live: Check, ready: Check) -> None:
        self._routes: dict[str, Check] = {"/livez": live, "/readyz": ready}
        self._metrics = metrics
        server = type(
            "_Family", (_Server,), {"address_family": socket.AF_INET6 if ":" in host else socket.AF_INET}
        )
        self._server: WSGIServer = make_server(
            host, port, self._answer, server_class=server, handler_class=_Quiet
        )
        self._host = host
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, name="health", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where the endpoints are, without a path."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.port}"

    def stop(self) -> None:
        """Stop serving; returns when the last answer is out."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == "/metrics":
            return self._metrics(environ, start_response)
        check = self._routes.get(path)
        if check is None:
            start_response("404 Not Found", [("Content-Type", "application/json")])
            return [orjson.dumps({"error": "There are /metrics, /livez and /readyz."})]
        health = check()
        status = "200 OK" if health.ok else "503 Service Unavailable"
        start_response(status, [("Content-Type", "application/json")])
        return [health.body]
