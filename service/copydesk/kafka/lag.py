"""How far consumer groups are behind, as the brokers know it."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient


async def most_behind(
    admin: AIOKafkaAdminClient,
    consumer: AIOKafkaConsumer,
    groups: Sequence[str],
    places: Sequence[TopicPartition],
) -> int:
    """Messages that the slowest of the groups has not yet finished; a group that has committed nothing is passed over.

    Errors: aiokafka's KafkaError.
    """
    ends = await consumer.end_offsets(list(places))
    behind = 0
    for group in groups:
        committed = await admin.list_consumer_group_offsets(group, partitions=list(places))
        known = {place: done.offset for place, done in committed.items() if done.offset >= 0}
        behind = max(behind, sum(max(0, ends[place] - offset) for place, offset in known.items()))
    return behind
