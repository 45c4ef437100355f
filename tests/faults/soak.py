"""A soak: a fixed rate, two workers with a supervisor, a random fault every few seconds; then the promise is asked for.

    python -m tests.faults.soak [--minutes 30] [--rate 20] [--seed N]

Prints each fault, then loss, messages sent again, memory and latency. Ends with 1 where anything was lost, committed too
early or is wrong in the store. The first worker is killed, stopped and told to end; the second only meets what the network,
the broker and the store do, so that its memory is that of one process throughout.
"""

import argparse
import asyncio
import logging
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import msgspec
from aiokafka import AIOKafkaConsumer, TopicPartition

from copydesk.codec import record as record_codec
from tests.faults import oracle
from tests.faults.load import Load
from tests.faults.processes import DYNAMIC, started
from tests.faults.proxied import Proxied, proxied_broker
from tests.stream.harness import Place, new_place, until
from tests.stream.test_worker import children_of

PARTITIONS = 4
FAULT_S = 10.0
"""How long a fault lasts that has a length: longer than the session timeout of the workers, 6 s."""
QUIET_S = (5.0, 15.0)
"""Between faults."""
REST_S = 300.0
"""For what is left at the end."""


class Soak:
    """One run."""

    def __init__(self, broker: Proxied, place: Place, chance: random.Random) -> None:
        self._broker = broker
        self._place = place
        self._chance = chance
        self._ending = False
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self.faults: Counter[str] = Counter()
        self.ends: Counter[int] = Counter()
        """Exit codes of workers."""
        self.latency_s: list[float] = []
        """From the sending of a raw message to when its record can be read."""
        self.memory: list[tuple[float, float]] = []
        """Minutes since the start, MB of the second worker and its children."""

    async def run(self, minutes: float, rate: float) -> None:
        """Load, faults and workers until the time is over, then until all is committed and the workers are gone."""
        began = time.monotonic()
        supervised = [asyncio.create_task(self._supervise(number)) for number in range(2)]
        watching = [asyncio.create_task(self._watch_memory(began)), asyncio.create_task(self._read())]
        async with Load(self._place, rate):
            while time.monotonic() - began < 60 * minutes:
                await asyncio.sleep(self._chance.uniform(*QUIET_S))
                await self._fault(time.monotonic() - began)
        await until(lambda: oracle.at_rest(self._place), "everything to be committed", REST_S)
        self._ending = True
        for process in self._workers.values():
            process.terminate()
        await asyncio.gather(*supervised)
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)

    async def _supervise(self, number: int) -> None:
        seen_by_worker = msgspec.structs.replace(self._place, bootstrap=self._broker.bootstrap)
        while not self._ending:
            with started(seen_by_worker, *DYNAMIC) as process:
                self._workers[number] = process
                self.ends[await asyncio.to_thread(process.wait)] += 1

    async def _fault(self, at_s: float) -> None:
        first, proxy, server = self._workers[0], self._broker.proxy, self._broker.server
        name = self._chance.choice(
            ("kill -9", "SIGTERM", "SIGSTOP", "cut", "black hole", "latency", "broker killed", "store locked")
        )
        print(f"{at_s:6.0f} s  {name}", flush=True)
        self.faults[name] += 1
        match name:
            case "kill -9":
                first.kill()
            case "SIGTERM":
                first.terminate()
            case "SIGSTOP":
                first.send_signal(signal.SIGSTOP)
                await asyncio.sleep(FAULT_S)
                first.send_signal(signal.SIGCONT)
            case "cut":
                proxy.cut()
            case "black hole":
                proxy.hold()
                await asyncio.sleep(FAULT_S)
                proxy.release()
            case "latency":
                proxy.latency_s, proxy.slice_bytes = 0.1, 1000
                await asyncio.sleep(FAULT_S)
                proxy.latency_s, proxy.slice_bytes = 0.0, 0
            case "broker killed":
                await asyncio.to_thread(server.kill)
                await asyncio.to_thread(server.start)
            case _:
                with closing(sqlite3.connect(self._place.database, timeout=60, isolation_level=None)) as lock:
                    lock.execute("BEGIN IMMEDIATE")
                    await asyncio.sleep(FAULT_S)
                    lock.execute("ROLLBACK")

    async def _watch_memory(self, began: float) -> None:
        while True:
            await asyncio.sleep(2.0)
            process = self._workers.get(1)
            if process is not None and process.poll() is None:
                pids = [process.pid, *await asyncio.to_thread(children_of, process.pid)]
                self.memory.append(((time.monotonic() - began) / 60, sum(map(_resident_mb, pids))))

    async def _read(self) -> None:
        topic, seen = self._place.topics.structured, set()
        async with AIOKafkaConsumer(
            bootstrap_servers=self._place.bootstrap, auto_offset_reset="earliest"
        ) as consumer:
            consumer.assign([TopicPartition(topic, number) for number in range(PARTITIONS)])
            async for message in consumer:
                ingest = record_codec.decode(message.value or b"").ingest
                if ingest is not None and (ingest.partition, ingest.offset) not in seen:
                    seen.add((ingest.partition, ingest.offset))
                    self.latency_s.append(time.time() - ingest.timestamp.timestamp())


def _resident_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next(
        (int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0
    )


async def _report(soak: Soak, place: Place) -> bool:
    """Print what came of it; whether the promise held."""
    seen = await oracle.outcomes(place)
    lost = set(seen.raw) - seen.structured - seen.dead - seen.dropped
    warm = soak.memory[len(soak.memory) // 4 :]
    slope = statistics.linear_regression(*zip(*warm, strict=True)).slope if len(warm) > 2 else float("nan")
    cuts = statistics.quantiles(soak.latency_s, n=100)
    print(f"faults        {sum(soak.faults.values())}: {dict(soak.faults)}")
    print(f"worker ends   {dict(soak.ends)}")
    print(
        f"inputs        {len(seen.raw)}: {len(seen.structured)} structured, {len(seen.dead)} dead, {len(seen.dropped)} dropped"
    )
    print(f"lost          {len(lost)}")
    print(f"sent again    {seen.duplicates}")
    print(
        f"memory        {warm[-1][1]:.0f} MB at the end, {slope:+.2f} MB a minute (after a quarter of the time)"
    )
    print(
        f"latency       p50 {cuts[49]:.2f} s, p99 {cuts[98]:.1f} s, longest {max(soak.latency_s):.1f} s, faults included"
    )
    try:
        await oracle.check(place)
    except AssertionError as error:
        print(f"FAILED: {error}")
        return False
    print("The promise held: one outcome for each input, each article stored once, the newest.")
    return True


async def _run(minutes: float, rate: float, seed: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="copydesk-soak-") as folder, proxied_broker() as broker:
        place = await new_place(broker.server.bootstrap, Path(folder), partitions=PARTITIONS)
        soak = Soak(broker, place, random.Random(seed))
        await soak.run(minutes, rate)
        return await _report(soak, place)


def main() -> int:
    """Command line: see the head of this file."""
    parser = argparse.ArgumentParser(description="A fixed rate with random faults, and what came of it.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=20.0, help="messages a second")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    # Our own clients meet the faults too, and tell each one at length.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    print(f"{given.minutes:g} minutes, {given.rate:g} messages a second, seed {given.seed}", flush=True)
    return 0 if asyncio.run(_run(given.minutes, given.rate, given.seed)) else 1


if __name__ == "__main__":
    sys.exit(main())
