"""A request over HTTP on loopback, blocking: for looking into a server from outside of the sink."""

import http.client
from typing import Any
from urllib.parse import urlsplit

import orjson


def call(url: str, method: str, path: str, body: Any = None) -> Any:
    """The answer's JSON. Errors: OSError where nothing answers."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
    try:
        connection.request(
            method, path, None if body is None else orjson.dumps(body), {"Content-Type": "application/json"}
        )
        return orjson.loads(connection.getresponse().read())
    except http.client.HTTPException as error:
        raise ConnectionError(str(error)) from error
    finally:
        connection.close()
