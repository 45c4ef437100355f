"""Variant "bare": aiokafka alone passes messages from one topic to another, at least once.

    python -m bench.bare BROKER INPUT OUTPUT GROUP [--overlap]

getmany -> one batch per partition (same partition, same key) -> wait for all acknowledgements ->
commit. With --overlap the next round is read and sent while the last one is acknowledged, and
commits are a second apart: the ceiling of what this client can do here.
"""

import asyncio
import signal
import sys
import time
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

# The fastest of those tried on Apache Kafka: fetches of 1, 2, 4 MB, rounds of 1,000, 2,000, 5,000
# records, batches of 0.5 and 1 MB, linger of 0 and 5 ms.
FETCH_BYTES = 4 << 20
ROUND_RECORDS = 5000
BATCH_BYTES = 1 << 20
COMMIT_S = 1.0


class Forwarder:
    """Reads rounds of records, sends them on, commits what was acknowledged."""

    def __init__(self, consumer: AIOKafkaConsumer, producer: AIOKafkaProducer, target: str) -> None:
        self._consumer = consumer
        self._producer = producer
        self._target = target
        self._committed_at = 0.0

    async def in_turn(self, stop: asyncio.Event) -> None:
        """Finish each round before the next one is read."""
        while not stop.is_set():
            got = await self._round()
            if got:
                sends, offsets = got
                await asyncio.gather(*sends)
                await self._consumer.commit(offsets)

    async def overlapped(self, stop: asyncio.Event) -> None:
        """Have one round on its way while the next one is read and sent."""
        settling: asyncio.Task[None] | None = None
        while not stop.is_set():
            got = await self._round()
            if settling is not None:
                await settling
            settling = asyncio.create_task(self._settle(*got)) if got else None
        if settling is not None:
            await settling

    async def _settle(self, sends: list[Any], offsets: dict[TopicPartition, int]) -> None:
        await asyncio.gather(*sends)
        if time.monotonic() - self._committed_at > COMMIT_S:
            self._committed_at = time.monotonic()
            await self._consumer.commit(offsets)

    async def _round(self) -> tuple[list[Any], dict[TopicPartition, int]] | None:
        """Read and send; what to wait for, and what to commit then."""
        sends: list[Any] = []
        got = await self._consumer.getmany(timeout_ms=500, max_records=ROUND_RECORDS)
        for tp, records in got.items():
            sends += await self._forward(tp.partition, records)
        return (sends, {tp: records[-1].offset + 1 for tp, records in got.items()}) if got else None

    async def _forward(self, partition: int, records: list[Any]) -> list[Any]:
        sends, batch = [], self._producer.create_batch()
        for record in records:
            if batch.append(key=record.key, value=record.value, timestamp=None) is None:
                sends.append(await self._producer.send_batch(batch, self._target, partition=partition))
                batch = self._producer.create_batch()
                batch.append(key=record.key, value=record.value, timestamp=None)
        sends.append(await self._producer.send_batch(batch, self._target, partition=partition))
        return sends


async def main(broker: str, source: str, target: str, group: str, *, overlap: bool) -> None:
    """Pass messages on until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    consumer = AIOKafkaConsumer(
        source,
        bootstrap_servers=broker,
        group_id=group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=FETCH_BYTES,
    )
    producer = AIOKafkaProducer(
        bootstrap_servers=broker,
        acks="all",
        linger_ms=0,
        max_batch_size=BATCH_BYTES,
        max_request_size=12 << 20,
    )
    await producer.start()
    await consumer.start()
    try:
        forwarder = Forwarder(consumer, producer, target)
        await (forwarder.overlapped(stop) if overlap else forwarder.in_turn(stop))
    finally:
        await consumer.stop()
        await producer.stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:5], overlap="--overlap" in sys.argv))
