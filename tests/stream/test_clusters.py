"""Near-duplicates in the stream: whatever joins, leaves, dies or comes again, each record ends with its cluster."""

import asyncio
import random
import signal
import subprocess
from contextlib import AbstractContextManager, AsyncExitStack
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.records_to_delete import RecordsToDelete

from copydesk.codec.record import decode, encode
from copydesk.enrich.fingerprint import fingerprint
from copydesk.metrics.definitions import ASSIGNED_PARTITIONS, CLUSTER_RECORDS, SINK_RECORDS
from copydesk.record import Cluster, Record
from copydesk.sinks.sqlite_reader import RecordReader
from copydesk.stream.parts import Parts
from copydesk.stream.service import Service
from tests.kafka.server import KafkaServer
from tests.making import record
from tests.stream.harness import SLOW, In, Place, committed, ends, new_place, read, running, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import worker
from tests.unit.cluster.network import edited, words


def made(article_id: str, text: list[str], version: int) -> In:
    """A record as a desk writes it."""
    body = " ".join(text)
    whole = record(
        article_id, version, body, word_count=len(text), fingerprint=fingerprint(text), schema_version=3
    )
    return In(encode(whole), key=article_id.encode())


def family(number: int, source: random.Random, size: int = 3) -> list[In]:
    """An article and edited copies of it, the first the earliest."""
    text = words(number, 200)
    return [
        made(f"{number}-{copy}", edited(text, 0.02, source) if copy else text, 10 * number + copy)
        for copy in range(size)
    ]


async def stored(place: Place) -> dict[str, Record]:
    """What a store ends with: the newest version of each article, of equal ones the last."""
    newest: dict[str, Record] = {}
    for message in await read(place, place.topics.structured):
        whole = decode(message.value or b"")
        before = newest.get(whole.id)
        assert whole.ingest is not None
        if before is None or before.ingest is None or whole.ingest.version >= before.ingest.version:
            newest[whole.id] = whole
    return newest


async def found(place: Place) -> dict[str, str]:
    """The cluster of each article that has one."""
    return {
        article_id: whole.cluster.id
        for article_id, whole in (await stored(place)).items()
        if whole.cluster is not None
    }


async def settled(place: Place) -> bool:
    """Whether the group has committed everything on both topics."""
    return all(
        [
            await committed(place, "cluster", topic) == await ends(place, topic)
            for topic in (place.topics.structured, place.topics.clusters)
        ]
    )


async def until_settled(place: Place) -> None:
    """Wait until the agent has nothing to do: all committed, and nothing new meanwhile."""

    async def twice() -> bool:
        before = await ends(place, place.topics.clusters)
        return await settled(place) and await ends(place, place.topics.clusters) == before

    await until(twice, "everything is committed")


def expected(families: range, size: int = 3) -> dict[str, str]:
    """Each copy belongs to the first of its family."""
    return {f"{number}-{copy}": f"{number}-0" for number in families for copy in range(size)}


def only_cluster(place: Place, instance: str | None = "test") -> Parts:
    """A worker with the cluster agent alone."""
    return place.parts(desk=False, sink=False, cluster=True, instance=instance)


def test_from_raw_article_to_the_store(broker: str, tmp_path: Path) -> None:
    """Desk, cluster and sink together: of two articles that are alike both rows tell the cluster; each input has one outcome."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        async with running(place.parts(cluster=True)) as service:
            await send(place, [article(1), article(2, text=" ".join(words(5, 300)))])
            await until(lambda: service.metrics.value(SINK_RECORDS, "sqlite", "written") == 2, "two rows")
            await send(place, [article(3)])
            await until(lambda: service.metrics.value(CLUSTER_RECORDS, "written") == 2, "two annotated")
            await until(lambda: service.metrics.value(SINK_RECORDS, "sqlite", "written") == 5, "five written")
        rows = {each: RecordReader(place.database).get(each) for each in ("a1", "a2", "a3")}
        first, alone, later = (rows[each] for each in ("a1", "a2", "a3"))
        assert first is not None
        assert alone is not None
        assert later is not None
        assert alone.cluster is None
        assert first.ingest is not None
        assert first.cluster == Cluster(
            id="a1", role="first", similarity=1.0, first_seen=first.ingest.timestamp
        )
        assert later.cluster is not None
        assert (later.cluster.id, later.cluster.role) == ("a1", "duplicate")
        assert not await read(place, place.topics.dead)

    asyncio.run(run())


@SLOW
def test_a_restart_in_the_middle_forgets_nothing(broker: str, tmp_path: Path) -> None:
    """What joins after a restart joins what was there before: the state is read again from the topic."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        source = random.Random(1)
        families = [family(number, source) for number in range(40)]
        for copy in range(3):
            async with running(only_cluster(place)):
                await send(place, [each[copy] for each in families], place.topics.structured)
                await until_settled(place)
        assert await found(place) == expected(range(40))

    asyncio.run(run())


@SLOW
def test_a_batch_that_is_delivered_again_changes_nothing(broker: str, tmp_path: Path) -> None:
    """Records that a desk delivers once more are no duplicates of themselves, and end with the cluster they had."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        source = random.Random(2)
        families = [family(number, source, size=2) for number in range(10)]
        alone = [made(f"alone-{number}", words(100 + number), number) for number in range(20)]
        batch = [*alone, *(each for copies in families for each in copies)]
        async with running(only_cluster(place)):
            await send(place, batch, place.topics.structured)
            await until_settled(place)
            before = await stored(place)
            await send(place, batch, place.topics.structured)
            await until_settled(place)
        assert await stored(place) == before
        assert await found(place) == expected(range(10), 2)

    asyncio.run(run())


def test_what_is_no_record_is_passed_over(broker: str, tmp_path: Path) -> None:
    """Messages that no desk wrote, on either topic, and texts that are too short stop nothing and are counted."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        copies = family(1, random.Random(3), size=2)
        short = [made(f"short-{number}", ["Read", "more"], number) for number in range(3)]
        async with running(only_cluster(place)) as service:
            await send(place, [In(b"{not json", key=b"x"), In(b'{"kind":"none"}')], place.topics.clusters)
            await send(
                place,
                [In(b"\xff", key=b"x"), In(b"{}", key=b"y"), In(None, key=b"z"), *short, *copies],
                place.topics.structured,
            )
            await until_settled(place)
            assert service.metrics.value(CLUSTER_RECORDS, "left_out") == 6
            assert service.metrics.value(CLUSTER_RECORDS, "compared") == 2
            assert service.metrics.value(CLUSTER_RECORDS, "written") == 2

    asyncio.run(run())


def test_a_record_that_expired_is_counted(broker: str, tmp_path: Path) -> None:
    """Where the first article is no longer on the topic it stays without its cluster, and the later one has it."""

    async def run() -> None:
        place = await new_place(broker, tmp_path, partitions=1)
        one, other = family(1, random.Random(4), size=2)
        async with running(only_cluster(place)) as service:
            await send(place, [one], place.topics.structured)
            await until_settled(place)
            await delete_records(place, place.topics.structured, 1)
            await send(place, [other], place.topics.structured)
            await until_settled(place)
            assert service.metrics.value(CLUSTER_RECORDS, "gone") == 1
            assert service.metrics.value(CLUSTER_RECORDS, "written") == 1

    asyncio.run(run())


async def delete_records(place: Place, topic: str, before: int) -> None:
    """Delete the messages of partition 0 before an offset."""
    admin = AIOKafkaAdminClient(bootstrap_servers=place.bootstrap)
    await admin.start()
    try:
        await admin.delete_records({TopicPartition(topic, 0): RecordsToDelete(before_offset=before)})
    finally:
        await admin.close()


def share(service: Service) -> int:
    """Partitions of both topics that a worker holds."""
    return int(service.metrics.value(ASSIGNED_PARTITIONS, "cluster"))


@pytest.mark.kafka
def test_workers_that_join_and_leave_come_to_the_same(kafka_server: KafkaServer, tmp_path: Path) -> None:
    """Three workers join in turn and leave while articles come: all copies end in the cluster of their first."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=4)
        source = random.Random(5)
        families = [family(number, source, size=6) for number in range(60)]

        async def more(copy: int) -> None:
            await send(place, [each[copy] for each in families], place.topics.structured)

        async with AsyncExitStack() as stack:
            await more(0)
            first = await stack.enter_async_context(running(only_cluster(place, None)))
            await until(lambda: share(first) == 8, "one holds all")
            await more(1)
            async with running(only_cluster(place, None)) as second:
                await more(2)
                await until(
                    lambda: share(first) and share(second) and share(first) + share(second) == 8, "two share"
                )
                async with running(only_cluster(place, None)) as third:
                    await more(3)
                    await until(
                        lambda: (
                            all(map(share, (first, second, third)))
                            and sum(map(share, (first, second, third))) == 8
                        ),
                        "three share",
                    )
                    await more(4)
            await more(5)
            await until(lambda: share(first) == 8, "one holds all again")
            await until_settled(place)
        assert await found(place) == expected(range(60), 6)

    asyncio.run(run())


def clusterer(place: Place, instance: str) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """A worker process with the cluster agent alone, in chunks so small that it is killed within its work."""
    sets = (f"stream.instance={instance}", "stream.chunk_records=10")
    return worker(place, "--agents", "cluster", *(part for each in sets for part in ("--set", each)))


@pytest.mark.kafka
def test_workers_that_are_killed_come_to_the_same(kafka_server: KafkaServer, tmp_path: Path) -> None:
    """Two workers, each killed without warning in the middle and started anew: nothing is missing in the end."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path, partitions=4)
        source = random.Random(6)
        families = [family(number, source, size=4) for number in range(80)]
        with clusterer(place, "stays") as stays:
            for copy, which in enumerate(("joins", "joins", "stays")):
                with clusterer(place, f"joins-{copy}") as joins:
                    before = sum((await ends(place, place.topics.clusters)).values())
                    await send(place, [each[copy] for each in families], place.topics.structured)

                    async def at_work(before: int = before) -> bool:
                        return sum((await ends(place, place.topics.clusters)).values()) > before + 40

                    await until(at_work, "it is at work")
                    {"joins": joins, "stays": stays}[which].send_signal(signal.SIGKILL)
        async with running(only_cluster(place, None)):
            await send(place, [each[3] for each in families], place.topics.structured)
            await until_settled(place)
        assert await found(place) == expected(range(80), 4)

    asyncio.run(run())
