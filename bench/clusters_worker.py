"""What near-duplicates cost a worker: `desk` beside `desk,cluster`, in turn, on Apache Kafka.

    python -m bench.clusters_worker [--articles N] [--rounds N] [--alike SHARE]

Speed is that of the desk: articles on the structured topic a second, from the first tenth to the last record. CPU is that of the
worker and its children, from there until everything is committed: both without the start.
"""

import asyncio
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click
import orjson
from msgspec import Struct

from bench.brokers import KAFKA, Broker, running
from bench.processes import Tree
from tests.stream.harness import In, Place, committed, ends, new_place, send, until
from tests.stream.test_worker import worker

WORDS = 640
"""A text of 4 kB, as the other benchmarks have them."""
LIMIT_S = 300.0


class Cost(Struct, frozen=True):
    """What one run took."""

    articles_per_s: float
    cpu_ms: float
    """Of one article."""
    written: int
    """Records written once more, with their cluster."""


def articles(number: int, alike: float) -> Iterator[In]:
    """Articles of random words; a share of them are one of those before, with one word in fifty changed."""
    source, texts = random.Random(1), list[list[str]]()
    for at in range(number):
        if texts and source.random() < alike:
            words = list(source.choice(texts))
            for place in source.sample(range(WORDS), WORDS // 50):
                words[place] = f"x{source.getrandbits(20):x}"
        else:
            words = [f"w{source.getrandbits(20):x}" for _ in range(WORDS)]
            texts.append(words)
        sentences = [" ".join(words[start : start + 20]).capitalize() + "." for start in range(0, WORDS, 20)]
        text = "\n\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))
        yield In(orjson.dumps({"id": f"a{at}", "text": text}), key=b"%d" % (at % 97))


async def measure(broker: Broker, agents: str, number: int, alike: float, folder: Path) -> Cost:
    """Run a worker on topics of its own until it is done."""
    place = await new_place(broker.bootstrap, folder, partitions=4)
    await send(place, list(articles(number, alike)))
    with worker(place, "--agents", agents) as process:
        tree = Tree(process.pid)
        await until(lambda: _sent(place, number // 10), "the first records", LIMIT_S)
        before, started, started_cpu_s = await _records(place), time.monotonic(), tree.cpu_s()
        await until(lambda: _sent(place, number), "all records", LIMIT_S)
        took = time.monotonic() - started
        if "cluster" in agents:
            await until(lambda: _settled(place), "all clusters", LIMIT_S)
        cpu_s = tree.cpu_s() - started_cpu_s
        process.terminate()
        process.wait()
    measured = number - before
    return Cost(measured / took, 1e3 * cpu_s / measured, await _records(place) - number)


async def _records(place: Place) -> int:
    return sum((await ends(place, place.topics.structured)).values())


async def _sent(place: Place, number: int) -> bool:
    return await _records(place) >= number


async def _settled(place: Place) -> bool:
    """Whether the agent has committed everything, and nothing came meanwhile."""
    before = await ends(place, place.topics.clusters)
    done = [
        await committed(place, "cluster", topic) == await ends(place, topic)
        for topic in (place.topics.structured, place.topics.clusters)
    ]
    return all(done) and sum(before.values()) > 0 and await ends(place, place.topics.clusters) == before


async def run(number: int, rounds: int, alike: float) -> None:
    """Measure both in turn, and print medians and ratios."""
    found: dict[str, list[Cost]] = {"desk": [], "desk,cluster": []}
    async with running(KAFKA) as broker:
        for _ in range(rounds):
            for agents, costs in found.items():
                with tempfile.TemporaryDirectory() as folder:
                    costs.append(await measure(broker, agents, number, alike, Path(folder)))
                click.echo(f"{agents}: {costs[-1]}")
    desk, both = found["desk"], found["desk,cluster"]
    speed = statistics.median(b.articles_per_s / a.articles_per_s for a, b in zip(desk, both, strict=True))
    cpu = statistics.median(b.cpu_ms / a.cpu_ms for a, b in zip(desk, both, strict=True))
    click.echo(f"desk,cluster beside desk, medians of {rounds} rounds: speed {speed:.2f}, CPU {cpu:.2f}")


@click.command()
@click.option("--articles", default=4000, show_default=True, help="Articles of 4 kB in each run.")
@click.option("--rounds", default=3, show_default=True, help="Runs of each worker.")
@click.option("--alike", default=0.1, show_default=True, help="Share of articles that are like one before.")
def main(articles: int, rounds: int, alike: float) -> None:
    """Measure what near-duplicates cost a worker."""
    try:
        asyncio.run(run(articles, rounds, alike))
    except subprocess.SubprocessError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
