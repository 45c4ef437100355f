"""The topics of the service and their configuration; create and describe them."""

from collections.abc import Sequence
from typing import Annotated, Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code
from msgspec import Meta, Struct

from copydesk.kafka.options import KafkaOptions

_DAY_MS = 24 * 3600 * 1000


class TopicsOptions(Struct, frozen=True, kw_only=True):
    """Names and sizes of the topics."""

    raw: Annotated[str, Meta(min_length=1, description="Topic that producers send raw articles to.")] = (
        "articles.raw"
    )
    structured: Annotated[str, Meta(min_length=1, description="Topic of the finished records.")] = (
        "articles.structured"
    )
    dead: Annotated[str, Meta(min_length=1, description="Topic of what could not be processed.")] = (
        "articles.dead"
    )
    clusters: Annotated[
        str,
        Meta(
            min_length=1,
            description="Topic on which the agent `cluster` finds near-duplicates; its own alone.",
        ),
    ] = "articles.clusters"
    partitions: Annotated[
        int,
        Meta(
            ge=1,
            description="Partitions of raw, structured and clusters: the most workers that can share the work.",
        ),
    ] = 4
    replication_factor: Annotated[
        int, Meta(ge=1, description="Copies of each partition; 3 where there are three brokers.")
    ] = 1
    retention_days: Annotated[
        int, Meta(ge=1, description="Days that raw and structured messages are kept, and those of clusters.")
    ] = 7
    dead_retention_days: Annotated[int, Meta(ge=1, description="Days that dead letters are kept.")] = 30
    dead_retention_bytes: Annotated[
        int,
        Meta(
            ge=-1,
            description="Most bytes of dead letters that are kept, the oldest go first; -1 is no limit.",
        ),
    ] = 10_737_418_240
    max_message_bytes: Annotated[
        int, Meta(ge=1024, description="Largest message of the raw and structured topics.")
    ] = 10_485_760


class TopicSpec(Struct, frozen=True):
    """One topic as the service needs it; `config` in Kafka's names and spelling."""

    name: str
    partitions: int
    replication_factor: int
    config: dict[str, str]
    purpose: str


class TopicState(Struct, frozen=True, rename="camel"):
    """One topic as the cluster has it, beside what the service needs.

    `problems` is empty when it fits; `partitions` is 0 when it does not exist.
    """

    name: str
    partitions: int
    replication_factor: int
    config: dict[str, str]
    problems: tuple[str, ...]


DEAD_LETTER_HEADROOM_BYTES = 65_536
"""A dead letter is the original and our headers: its topic takes that much more per message."""


def topic_specs(options: TopicsOptions) -> tuple[TopicSpec, TopicSpec, TopicSpec, TopicSpec]:
    """Raw, structured, dead and clusters, in this order."""
    size = options.max_message_bytes
    keep = {"cleanup.policy": "delete", "retention.ms": str(options.retention_days * _DAY_MS)}
    # Brokers refuse messages from more than an hour ahead: what workers send has the broker's time,
    # so that a wrong clock neither stops a worker nor lets its messages expire early.
    ours = {"message.timestamp.type": "LogAppendTime"}
    return (
        TopicSpec(
            options.raw,
            options.partitions,
            options.replication_factor,
            keep | {"max.message.bytes": str(size)},
            "Raw articles, keyed by site; kept for replay.",
        ),
        TopicSpec(
            options.structured,
            options.partitions,
            options.replication_factor,
            keep | ours | {"max.message.bytes": str(size)},
            "Finished records, keyed by article id, so that the versions of one article stay in order.",
        ),
        TopicSpec(
            options.dead,
            # Few by nature; one partition keeps them in order of failure.
            1,
            options.replication_factor,
            ours
            | {
                "cleanup.policy": "delete",
                "retention.ms": str(options.dead_retention_days * _DAY_MS),
                "retention.bytes": str(options.dead_retention_bytes),
                "max.message.bytes": str(size + DEAD_LETTER_HEADROOM_BYTES),
            },
            "Originals that could not be processed, with the reason in headers, and what was done with them.",
        ),
        TopicSpec(
            options.clusters,
            options.partitions,
            options.replication_factor,
            keep | ours,
            "Sketches and links of near-duplicates: the memory of the agent `cluster`.",
        ),
    )


class TopicError(Exception):
    """A topic could not be created; the message says which and why."""


async def create_topics(kafka: KafkaOptions, specs: Sequence[TopicSpec]) -> tuple[str, ...]:
    """Create those of `specs` that do not exist; return their names.

    Existing topics are left as they are: `describe_topics` says what differs.
    Errors: TopicError when the broker refuses; aiokafka's KafkaError when it is not reached.
    """
    admin = AIOKafkaAdminClient(**kafka.client_arguments())
    await admin.start()
    try:
        existing = set(await admin.list_topics())
        wanted = [spec for spec in specs if spec.name not in existing]
        if not wanted:
            return ()
        response = await admin.create_topics(
            [
                NewTopic(spec.name, spec.partitions, spec.replication_factor, topic_configs=dict(spec.config))
                for spec in wanted
            ]
        )
        for name, code, message in response.topic_errors:
            if code not in (0, 36):  # 36: another process made it in the meantime
                error = for_code(code)
                raise TopicError(f"Topic {name}: {message or error.description or error.message}.")
        return tuple(spec.name for spec in wanted)
    finally:
        await admin.close()


async def describe_topics(kafka: KafkaOptions, specs: Sequence[TopicSpec]) -> tuple[TopicState, ...]:
    """What the cluster has of each of `specs`, and what differs.

    Errors: aiokafka's KafkaError when the broker is not reached.
    """
    admin = AIOKafkaAdminClient(**kafka.client_arguments())
    await admin.start()
    try:
        existing = set(await admin.list_topics())
        found = [spec.name for spec in specs if spec.name in existing]
        described = {topic["topic"]: topic for topic in await admin.describe_topics(found)} if found else {}
        configs = await _configs(admin, found)
        return tuple(_state(spec, described.get(spec.name), configs.get(spec.name, {})) for spec in specs)
    finally:
        await admin.close()


async def _configs(admin: AIOKafkaAdminClient, names: Sequence[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    responses = await admin.describe_configs(
        [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    )
    return {
        resource[3]: {entry[0]: entry[1] for entry in resource[4]}
        for response in responses
        for resource in response.resources
    }


def _state(spec: TopicSpec, topic: dict[str, Any] | None, config: dict[str, str]) -> TopicState:
    if topic is None:
        return TopicState(spec.name, 0, 0, {}, ("does not exist; run `copydesk topics create`",))
    partitions = topic["partitions"]
    copies = min((len(partition["replicas"]) for partition in partitions), default=0)
    problems = []
    if len(partitions) < spec.partitions:
        problems.append(f"has {len(partitions)} partitions, wanted {spec.partitions}")
    if copies < spec.replication_factor:
        problems.append(f"has {copies} replicas, wanted {spec.replication_factor}")
    problems += [
        f"{name} is {config[name]}, wanted {value}"
        for name, value in spec.config.items()
        if name in config and config[name] != value
    ]
    shown = {name: config[name] for name in spec.config if name in config}
    return TopicState(spec.name, len(partitions), copies, shown, tuple(problems))
