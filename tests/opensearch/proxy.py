"""A proxy before a real OpenSearch: it breaks off, answers in its place, asks for a password, speaks TLS."""

import base64
import http.client
import ssl
import subprocess
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Self

from msgspec import Struct

BEFORE, AFTER = "before the server has it", "before its answer"


class Fault(Struct):
    """What is done, once, to a request whose method and path hold `where`, and whose body fits."""

    where: str
    what: str | int
    """BEFORE or AFTER: the connection is cut; a status: it is the answer."""
    fits: Callable[[int], bool] = lambda _: True
    """Of the body's length, as it is sent."""
    times: int = 1


class Proxy:
    """A running proxy to the node on `port`; a context manager."""

    def __init__(
        self, port: int, *, user: str = "", password: str = "", certificate: Path | None = None
    ) -> None:
        self.faults: list[Fault] = []
        self.seen: list[str] = []
        """Method and path of what came."""
        self._node = port
        self._wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode() if user else ""
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

            def handle_any(self) -> None:
                proxy.handle(self)

            do_GET = do_PUT = do_POST = handle_any  # noqa: N815  names that http.server asks for

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, certificate.with_suffix(".key"))
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        """Pass a request on, unless a fault says otherwise."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        self.seen.append(f"{request.command} {request.path}")
        fault = self._fault(self.seen[-1], len(body))
        if self._wanted and request.headers.get("Authorization") != self._wanted:
            self._answer(request, 401, b"Unauthorized")
        elif isinstance(fault, int):
            self._answer(request, fault, b"<html>of a proxy, not JSON</html>")
        elif fault == BEFORE:
            request.close_connection = True
        else:
            node = http.client.HTTPConnection("127.0.0.1", self._node, timeout=60)
            try:
                node.request(request.command, request.path, body, dict(request.headers))
                answer = node.getresponse()
                data, encoding = answer.read(), answer.getheader("Content-Encoding") or ""
            finally:
                node.close()
            if fault == AFTER:
                request.close_connection = True
            else:
                self._answer(request, answer.status, data, encoding)

    def _fault(self, line: str, length: int) -> str | int | None:
        for fault in self.faults:
            if fault.times and fault.where in line and fault.fits(length):
                fault.times -= 1
                return fault.what
        return None

    def _answer(self, request: BaseHTTPRequestHandler, status: int, body: bytes, encoding: str = "") -> None:
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        if encoding:
            request.send_header("Content-Encoding", encoding)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


def certificate(folder: Path) -> Path:
    """A certificate for `localhost` that is its own CA; its key is beside it."""
    path = folder / "certificate.pem"
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        "-keyout", str(path.with_suffix(".key")), "-out", str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return path
