"""The run behind `copydesk demo`: start, publish the samples, wait until each has come out."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from msgspec import Struct
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from copydesk.bootstrap import AGENTS, running
from copydesk.broker.embedded import WATCH_S
from copydesk.codec.dead_letter import from_headers
from copydesk.kafka.options import KafkaOptions
from copydesk.producer.items import BadItem, Item, Shape
from copydesk.producer.publish import PublishOptions, Watcher, publish
from copydesk.producer.readers.select import files_of, read_files
from copydesk.record import Record
from copydesk.settings.model import Settings
from copydesk.sinks.base import SinkError
from copydesk.sinks.sqlite_reader import RecordReader
from copydesk.stream.service import Service

DEADLINE_S = 60.0
"""A dozen articles take well under a second; joining the group takes a few. After this something is wrong."""

_LOOK_S = 0.1

Place = tuple[int, int]
"""Partition and offset on the raw topic."""


class DemoResult(Struct, kw_only=True):
    """What the demo saw; filled while it runs.

    Shape: `items` are the articles sent, `records` those that came out, both by their place;
    `missing` maps the origin of each that did not to the reason. `fault` is why the worker could not go on.
    """

    items: dict[Place, Item] = {}
    records: dict[Place, Record] = {}
    missing: dict[str, str] = {}
    dead: int = 0
    fault: str | None = None
    metrics_url: str = ""
    bootstrap_servers: str = ""
    seconds: float = 0.0
    through_seconds: float = 0.0
    shown_id: str | None = None


async def run_demo(settings: Settings, samples: Path) -> DemoResult:
    """Run the service on the articles of `samples`.

    Errors: ServiceError when it cannot start (a taken port, named with its setting).
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    result = DemoResult()
    with _progress() as bar:
        starting = bar.add_task("Starting", total=None)
        async with running(settings, agents=AGENTS, embedded=True) as service:
            result.metrics_url = service.metrics_url
            result.bootstrap_servers = service.bootstrap_servers
            bar.remove_task(starting)
            files, _ = files_of([str(samples)])
            items = list(read_files(files, Shape(source="demo"), BytesIO()))
            sent = loop.time()
            await _unless_failed(_through(items, settings, service, result, bar), service, result)
            result.through_seconds = loop.time() - sent
    result.seconds = loop.time() - begun
    return result


async def _unless_failed(work: Coroutine[Any, Any, None], service: Service, result: DemoResult) -> None:
    """Do the work; give it up when the worker cannot go on, and take note of the reason."""
    working, failed = asyncio.create_task(work), asyncio.create_task(service.failed())
    try:
        await asyncio.wait({working, failed}, return_when=asyncio.FIRST_COMPLETED)
        if working.done() and working.exception() is not None:
            # Where the broker ended, publishing fails first: what the worker then says is the cause.
            await asyncio.wait({failed}, timeout=2 * WATCH_S)
        if failed.done():
            result.fault = failed.result()
    finally:
        failed.cancel()
        if not working.done():
            working.cancel()
            await asyncio.wait({working})
    if result.fault is None:
        working.result()


async def _through(
    items: list[Item | BadItem], settings: Settings, service: Service, result: DemoResult, bar: Progress
) -> None:
    await _publish(items, settings, service, result, bar)
    await _come_out(settings, service, result, bar)


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


class _Sent(Watcher):
    def __init__(self, result: DemoResult, bar: Progress, total: int) -> None:
        self.result = result
        self.bar = bar
        self.task = bar.add_task("Publishing", total=total)

    def acknowledged(self, item: Item, partition: int, offset: int) -> None:
        self.result.items[partition, offset] = item
        self.bar.advance(self.task)

    def rejected(self, bad: BadItem) -> None:
        self.result.missing[bad.origin] = f"it was not sent: it {bad.reason}"


async def _publish(
    items: list[Item | BadItem], settings: Settings, service: Service, result: DemoResult, bar: Progress
) -> None:
    kafka = KafkaOptions(bootstrap_servers=service.bootstrap_servers)
    options = PublishOptions(max_message_bytes=settings.topics.max_message_bytes)
    await publish(items, kafka, settings.topics.raw, options, _Sent(result, bar, len(items)))


async def _come_out(settings: Settings, service: Service, result: DemoResult, bar: Progress) -> None:
    """Watch the store and the dead letters until every article sent is in one of them."""
    task = bar.add_task("Coming out", total=len(result.items))
    deadline = asyncio.get_running_loop().time() + DEADLINE_S
    async with _dead_letters(settings, service) as dead:
        while len(result.records) + result.dead < len(result.items):
            _look(settings, result)
            await _bury(dead, result)
            bar.update(task, completed=len(result.records) + result.dead)
            if asyncio.get_running_loop().time() > deadline:
                break
            await asyncio.sleep(_LOOK_S)
    for place, item in result.items.items():
        if place not in result.records:
            reason = f"it was not in the store after {DEADLINE_S:.0f} s"
            result.missing.setdefault(Path(item.origin).name, reason)


def _look(settings: Settings, result: DemoResult) -> None:
    with suppress(SinkError), RecordReader(settings.sqlite.path) as reader:
        # The file is there only once the sink has opened it: until then there is nothing to see.
        for record in reader.list(limit=len(result.items) + 1):
            if record.ingest is not None:
                result.records[record.ingest.partition, record.ingest.offset] = record


async def _bury(dead: "AIOKafkaConsumer", result: DemoResult) -> None:
    for messages in (await dead.getmany(timeout_ms=1)).values():
        for message in messages:
            letter = from_headers(message.headers)
            item = result.items.get((letter.partition, letter.offset))
            if item is not None:
                result.dead += 1
                words = f"{letter.reason.value} in {letter.stage.value}"
                detail = f" ({letter.detail})" if letter.detail else ""
                result.missing[Path(item.origin).name] = f"it became a dead letter: {words}{detail}"


@asynccontextmanager
async def _dead_letters(settings: Settings, service: Service) -> AsyncIterator["AIOKafkaConsumer"]:
    consumer = AIOKafkaConsumer(bootstrap_servers=service.bootstrap_servers, auto_offset_reset="earliest")
    await consumer.start()
    try:
        consumer.assign([TopicPartition(settings.topics.dead, 0)])
        yield consumer
    finally:
        await consumer.stop()
