"""The topics, asked for by a client of its own: whether brokers answer, and whether the topics are still the same.

The consumers' clients cannot tell: one that has lost its way looks like a broker that is away, and one that reads
a topic made anew goes on somewhere within it.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reach import why_unreachable
from copydesk.kafka.topic_ids import topic_ids
from copydesk.kafka.topics import TopicSpec, describe_topics
from copydesk.stream.errors import ServiceError, TopicLost

log = structlog.get_logger(__name__)

PERIOD_S = 2.0
ANSWER_S = 10.0
"""A broker that takes longer counts as away."""
START_ANSWER_S = 15.0
"""A broker that does not answer for this long when we start is not there."""
_AWAY = (KafkaError, OSError, TimeoutError)
MISSES = 3
"""A topic is gone when so many answers in a row do not know it: a broker that has just started may not yet."""


class TopicWatch:
    """Asks every `PERIOD_S`; `answers` and `back_at` are read from other threads."""

    def __init__(
        self, kafka: KafkaOptions, topics: Sequence[str], on_lost: Callable[[TopicLost], None]
    ) -> None:
        self._kafka = kafka
        self._topics = topics
        self._on_lost = on_lost
        self._ids: dict[str, bytes] = {}
        self._misses = dict.fromkeys(topics, 0)
        self._lost = False
        self._asking = asyncio.Lock()
        self._admin: AIOKafkaAdminClient | None = None
        self.answers = True
        """Whether a broker answered a client that asked just now."""
        self.back_at = time.monotonic()
        """When one answered for the first time, or again; monotonic seconds."""

    async def run(self) -> None:
        """Watch until cancelled."""
        try:
            while True:
                await self._look()
                await asyncio.sleep(PERIOD_S)
        finally:
            await self._close()

    async def same(self) -> bool:
        """Whether the topics are, at this moment, those that were there when we began: what was read of others is not committed."""
        await self._look()
        return self.answers and not self._lost and not any(self._misses.values())

    def id_of(self, topic: str) -> str:
        """The id of a topic as it was when we began, in hexadecimal; empty where the broker knows no ids."""
        return self._ids.get(topic, b"").hex()

    async def _look(self) -> None:
        async with self._asking:
            try:
                found = await self._ask()
            except _AWAY as error:
                if self.answers:
                    log.warning(
                        "No broker answers; what is unfinished waits for one.", error=type(error).__name__
                    )
                self.answers = False
                return
            if not self.answers:
                log.warning("A broker answers again.")
                self.answers, self.back_at = True, time.monotonic()
            for topic in self._topics:
                self._judge(topic, found.get(topic))

    async def _ask(self) -> dict[str, bytes | None]:
        """Ask, and where the client's broker is away, once more with a new client: others may be there."""
        try:
            return await self._ask_once()
        except _AWAY:
            return await self._ask_once()

    async def _ask_once(self) -> dict[str, bytes | None]:
        try:
            async with asyncio.timeout(ANSWER_S):
                if self._admin is None:
                    self._admin = AIOKafkaAdminClient(**self._kafka.client_arguments())
                    await self._admin.start()
                return await topic_ids(self._admin, self._topics)
        except _AWAY:
            await self._close()
            raise

    def _judge(self, topic: str, found: bytes | None) -> None:
        self._misses[topic] = self._misses[topic] + 1 if found is None else 0
        if self._misses[topic] == MISSES:
            self._tell(f"topic {topic} was deleted. Make it with `copydesk topics create`")
        if found and self._ids.setdefault(topic, found) != found:
            self._tell(
                f"topic {topic} was deleted and made anew. Nothing more is committed; once the worker is started again it "
                "reads the new topic from its beginning"
            )

    def _tell(self, what: str) -> None:
        if not self._lost:
            self._lost = True
            self._on_lost(TopicLost(what))

    async def _close(self) -> None:
        admin, self._admin = self._admin, None
        if admin is not None:
            with suppress(Exception):  # a client that is given up
                await asyncio.wait_for(admin.close(), 1.0)


async def check_topics(kafka: KafkaOptions, needed: Sequence[TopicSpec]) -> None:
    """Look whether broker and the topics that are needed are there; tell where one differs.

    Errors: ServiceError.
    """
    try:
        async with asyncio.timeout(START_ANSWER_S):
            states = await describe_topics(kafka, needed)
    except (KafkaError, TimeoutError, OSError) as error:
        why = await why_unreachable(kafka) or type(error).__name__
        raise ServiceError(
            f"No broker answers at {kafka.bootstrap_servers} ({why}). "
            "Start one, or name another with --broker host:port (setting kafka.bootstrap_servers).",
            exit_code=3,
        ) from error
    missing = [state.name for state in states if not state.partitions]
    if missing:
        raise ServiceError(
            f"Missing on {kafka.bootstrap_servers}: topic {', '.join(missing)}. "
            "Run `copydesk topics create` first.",
            exit_code=1,
        )
    for state in states:
        for problem in state.problems:
            log.warning("A topic is not as configured.", topic=state.name, problem=problem)
