"""A worker that is stuck, or whose topics are no longer what they were, ends with a code that says so; nothing is lost."""

import asyncio
import http.client
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from aiokafka.admin import AIOKafkaAdminClient

from copydesk.broker.embedded import free_port
from copydesk.kafka.topics import create_topics
from tests.stream.harness import SLOW, In, Place, committed, new_place, read, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import command, rows, worker

EXIT_FAULT, EXIT_STALLED, EXIT_POISON = 6, 7, 8


@contextmanager
def stuck(place: Place, what: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of `tests.stream.stuck`; its log is in stuck.log."""
    arguments = command(place, "--set", "stream.stall_s=3")
    arguments[arguments.index("--metrics-port") + 1] = str(port)
    arguments[1:3] = ["-m", "tests.stream.stuck", what]
    with (place.data_dir / "stuck.log").open("ab") as log:
        process = subprocess.Popen(arguments, stdout=log, stderr=log, cwd=Path(__file__).parents[2])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def events(place: Place, name: str = "stuck.log") -> list[dict[str, object]]:
    """What a worker logged."""
    lines = (place.data_dir / name).read_bytes().splitlines()
    return [orjson.loads(line) for line in lines if line.startswith(b"{")]


def ready(port: int) -> tuple[int, bytes]:
    """What /readyz answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        response = connection.getresponse()
        return response.status, response.read()
    except OSError:
        return 0, b""
    finally:
        connection.close()


@pytest.mark.parametrize("what", ["loop", "store"])
def test_a_stuck_worker_ends_with_7_and_its_successor_does_the_work(
    broker: str, tmp_path: Path, what: str
) -> None:
    """Stacks in the log, /readyz red, then the end; uncommitted, so that the next worker does it all."""

    async def run() -> None:
        place, port = await new_place(broker, tmp_path), free_port()
        with stuck(place, what, port) as process:
            await until(lambda: ready(port)[0] == 200, "a ready worker")
            if what == "loop":
                process.send_signal(signal.SIGUSR1)
            await send(place, [article(number) for number in range(30)])
            await until(
                lambda: b"no progress" in ready(port)[1] or b"stuck" in ready(port)[1], "a red /readyz"
            )
            assert await asyncio.to_thread(process.wait, 60) == EXIT_STALLED
        told = next(event for event in events(place) if event["event"] == "There is no progress.")
        assert any("stuck.py" in one for one in told["stacks"])  # type: ignore[attr-defined]
        with worker(place):
            await until(lambda: len(rows(place)) == 30, "all rows")

    asyncio.run(run())


@SLOW
def test_a_topic_of_poison_is_not_emptied_into_dead_letters(broker: str, tmp_path: Path) -> None:
    """The worker ends with 8, each time it is started, and waits for nothing first; with the limit off it goes through."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await send(place, [In(b"{poison", key=b"k") for _ in range(1500)])
        for _ in range(2):
            with worker(place, "--agents", "desk", "--set", "stream.drain_s=300") as process:
                assert await asyncio.to_thread(process.wait, 60) == EXIT_POISON
        assert len(await read(place, place.topics.dead)) < 400
        assert (await committed(place, "desk", place.topics.raw))[0] < 400
        reason = next(event for event in events(place, "worker.log") if "cannot go on" in str(event["event"]))
        assert "stream.dead_share_limit" in str(reason["reason"])
        with worker(place, "--agents", "desk", "--set", "stream.dead_share_limit=1"):

            async def all_dead() -> bool:
                return len(await read(place, place.topics.dead)) >= 1500

            await until(all_dead, "1500 dead letters")

    asyncio.run(run())


async def delete(place: Place, *, again: bool) -> None:
    """Delete the raw topic; make it again if asked, as soon as the broker lets us.

    A worker that asks for a topic in that moment makes it anew on the embedded broker: it is deleted until it is gone.
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
    await admin.start()

    async def gone() -> bool:
        await admin.delete_topics([place.topics.raw])
        return place.topics.raw not in await admin.list_topics()

    try:
        await until(gone, "the end of the topic")
    finally:
        await admin.close()
    if again:
        await create_topics(place.kafka, place.specs)


@pytest.mark.parametrize("again", [True, False])
@SLOW
def test_a_topic_that_is_deleted_stops_the_worker(
    request: pytest.FixtureRequest, broker: str, tmp_path: Path, *, again: bool
) -> None:
    """Made anew or not: it ends with 6 and says what happened; the next worker reads all of the new topic.

    The embedded broker knows no ids of topics, and keeps what a group has committed of a topic that is gone.
    """
    embedded = "embedded" in request.node.name
    # A static member that comes back soon is given the partitions it had when the topic was gone: none.
    membership = () if embedded else ("--set", "stream.instance=")

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        await send(place, [article(number) for number in range(20)])
        with worker(place, *membership) as process:
            await until(lambda: len(rows(place)) == 20, "20 rows")
            await delete(place, again=again)
            if again:
                await send(place, [article(number) for number in range(100, 110)])
            assert await asyncio.to_thread(process.wait, 60) == EXIT_FAULT
        reason = next(event for event in events(place, "worker.log") if "cannot go on" in str(event["event"]))
        assert place.topics.raw in str(reason["reason"])
        if again and not embedded:
            with worker(place, *membership):
                await until(lambda: len(rows(place)) == 30, "the rows of the new topic")

    asyncio.run(run())
