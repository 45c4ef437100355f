"""A consumer group set back to the beginning of its topics."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reading import ReadingError, ranges_of, reader


async def members_of(kafka: KafkaOptions, group: str) -> int:
    """How many members a group has at this moment.

    Errors: ReadingError.
    """
    admin = AIOKafkaAdminClient(**kafka.client_arguments())
    try:
        await admin.start()
        (answer,) = await admin.describe_consumer_groups([group])
    except (KafkaError, OSError) as error:
        raise ReadingError(
            f"The broker at {kafka.bootstrap_servers} did not answer ({type(error).__name__})."
        ) from error
    finally:
        await admin.close()
    return sum(len(found[5]) for found in answer.groups)


async def rewind(kafka: KafkaOptions, group: str, topics: Sequence[str]) -> int:
    """Have a group without members begin its topics anew; how many messages it has before it then.

    Errors: ReadingError; the group is as it was.
    """
    offsets: dict[TopicPartition, int] = {}
    messages = 0
    async with reader(kafka) as consumer:
        for topic in topics:
            for place, (first, end) in (await ranges_of(consumer, topic)).items():
                offsets[place] = first
                messages += end - first
    writer = AIOKafkaConsumer(**kafka.client_arguments(), group_id=group, enable_auto_commit=False)
    try:
        await writer.start()
        writer.assign(list(offsets))
        await writer.commit(offsets)
    except (KafkaError, OSError) as error:
        raise ReadingError(
            f"The group {group} could not be set back ({type(error).__name__}). Stop the workers of its sink first.",
            exit_code=1,
        ) from error
    finally:
        await writer.stop()
    return messages
