"""Requests to an OpenSearch cluster, and what is wrong when one fails."""

import base64
import gzip
import ssl
from typing import Any, Final

import aiohttp
import msgspec
import orjson

from copydesk.sinks.base import SinkError, SinkMisconfigured, SinkUnavailable
from copydesk.sinks.opensearch_options import OpenSearchOptions

_FAST: Final = 1
"""Level of gzip: text becomes a third in a tenth of the time that the cluster needs to index it."""

_ADVICE: Final = {
    400: "it does not understand the request; is it OpenSearch 2 or newer?",
    401: "the user or the password is wrong; set opensearch.user and opensearch.password_file",
    403: "the user lacks a right; the README names those it needs",
    404: "it is not there; check opensearch.url",
    429: "it is overloaded; it takes no more at the moment",
    503: "it is not ready, or a shard is not there; see its _cluster/health",
}
_LASTING: Final = (400, 401, 403, 404, 405, 406)
"""What does not pass by itself when the sink is opened again."""
_BLOCKED: Final = "cluster_block_exception"


class Answer(msgspec.Struct):
    """A response: its status, and its body where that was JSON."""

    status: int
    body: dict[str, Any]

    @property
    def error_type(self) -> str:
        """What kind of error it tells of, or nothing; its reason is left out, since it quotes values."""
        error = self.body.get("error")
        return str(error.get("type", "")) if isinstance(error, dict) else ""


class Client:
    """A session with the cluster; made and used in one event loop."""

    def __init__(self, options: OpenSearchOptions) -> None:
        """Errors: SinkMisconfigured for a CA file that cannot be read."""
        self._options = options
        self._place = f"OpenSearch {options.url}"
        try:
            context = options.ssl_context()
        except (OSError, ssl.SSLError) as error:
            raise SinkMisconfigured(
                f"{self._place}: the CA file {options.ssl_cafile} cannot be used; set opensearch.ssl_cafile ({error})"
            ) from error
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=context),
            headers={"Authorization": _basic(options)} if options.user else None,
            timeout=aiohttp.ClientTimeout(total=options.timeout_s),
        )

    async def close(self) -> None:
        """End the session."""
        await self._session.close()

    async def send(
        self, method: str, path: str, body: bytes | None = None, *, fine: tuple[int, ...] = (), **query: Any
    ) -> Answer:
        """Send a request and return what came, where its status is 2xx or one of `fine`.

        Errors: SinkUnavailable; SinkMisconfigured for what waiting does not mend.
        """
        headers = {"Content-Type": "application/x-ndjson" if path.endswith("_bulk") else "application/json"}
        if body is not None:
            body = gzip.compress(body, _FAST)
            headers["Content-Encoding"] = "gzip"
        try:
            async with self._session.request(
                method, self._options.url.rstrip("/") + path, data=body, headers=headers, params=query
            ) as response:
                answer = Answer(response.status, _read(await response.read()))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise self._unreached(error) from error
        if answer.status >= 300 and answer.status not in fine:
            raise self.problem(answer.status, answer.error_type)
        return answer

    def problem(self, status: int, error_type: str) -> SinkError:
        """Return the error for a response, or an item of one, that is not fine."""
        if error_type == _BLOCKED:  # 403 or 429, by version
            advice, lasting = (
                "it takes no writes; free some disk space there, or lift the index's block",
                False,
            )
        else:
            advice = _ADVICE.get(status, "it failed; see its log")
            lasting = status in _LASTING
        kind = SinkMisconfigured if lasting else SinkUnavailable
        return kind(f"{self._place}: {advice} ({' '.join((str(status), error_type)).strip()})")

    def _unreached(self, error: Exception) -> SinkError:
        said = f"{type(error).__name__}: {error}".strip(": ")
        if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientConnectorSSLError):
            return SinkMisconfigured(
                f"{self._place}: its certificate is not trusted; set opensearch.ssl_cafile, and opensearch.url to a"
                f" name it holds ({said})"
            )
        if isinstance(error, TimeoutError):
            advice = "it did not answer in time; see whether it is overloaded, or raise opensearch.timeout_s"
        else:
            advice = (
                "it cannot be reached, or the connection was lost; check that it runs, and opensearch.url"
            )
        return SinkUnavailable(f"{self._place}: {advice} ({said})")


def _basic(options: OpenSearchOptions) -> str:
    """Return what a request says of who sends it; in UTF-8, as OpenSearch reads it."""
    return "Basic " + base64.b64encode(f"{options.user}:{options.password or ''}".encode()).decode()


def _read(body: bytes) -> dict[str, Any]:
    """Return a body as JSON; one that is none, of a proxy perhaps, says nothing."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}
