"""A broker that was away for longer than a stall: the worker waits, unready, and goes on by itself when it is back."""

import asyncio
import http.client
from pathlib import Path

import pytest

from copydesk.broker.embedded import free_port
from tests.kafka.server import KafkaServer
from tests.stream.harness import new_place, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import command, rows, worker

AWAY_S = 20.0
STALL_S = 6
BACK_WITHIN_S = 30.0


def status(port: int, path: str) -> int:
    """What a health endpoint answers; 0 where nothing does."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


@pytest.mark.kafka
@pytest.mark.timeout(300)
def test_a_worker_outlives_a_broker_that_was_away(own_kafka_server: KafkaServer, tmp_path: Path) -> None:
    """Killed under load and away three times as long as a stall: not ready, alive, and all articles come out once it is back."""
    server = own_kafka_server

    async def run() -> None:
        place, port = await new_place(server.bootstrap, tmp_path), free_port()
        await send(place, [article(number) for number in range(400)])
        arguments = command(place, "--set", f"stream.stall_s={STALL_S}", "--set", "stream.instance=")
        assert "--metrics-port" in arguments
        with worker(place, *arguments[-4:], "--metrics-port", str(port)) as process:
            await until(lambda: len(rows(place)) > 50, "some rows")
            server.kill()
            loop = asyncio.get_running_loop()
            gone_at = loop.time()
            await until(lambda: status(port, "/readyz") == 503, "a red /readyz")
            await until(lambda: loop.time() - gone_at > AWAY_S, "the time to pass", AWAY_S + 5)
            assert process.poll() is None
            assert status(port, "/livez") == 200
            server.start()
            await send(place, [article(number) for number in range(400, 500)])
            await until(lambda: len(rows(place)) == 500, "all rows", BACK_WITHIN_S)
            await until(lambda: status(port, "/readyz") == 200, "a green /readyz")
            assert process.poll() is None
            process.terminate()
            assert await asyncio.to_thread(process.wait, 40) == 0

    asyncio.run(run())
