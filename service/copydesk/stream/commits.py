"""Commits that know which topic they are of: not every topic of a name is the one that was read.

A topic that is deleted and made anew has its old name. An offset of the old one that is committed on the new one
would hide as many messages, and the moment between asking for a topic's id and committing is never short enough.
So the id of the topic goes with each commit, as its metadata, and what was committed of another topic is passed
over when a worker begins: it reads from the start.

aiokafka tries a commit that failed again, for as long as it takes. Here it is tried once; Faust's commit loop
comes again, and asks before whether the topics are still the same.

It leans on private names of aiokafka 0.14.0, which is pinned exactly and tested for.
"""

from collections.abc import Mapping
from typing import Any, Final, Protocol

import structlog
from aiokafka import TopicPartition
from aiokafka.errors import CommitFailedError, KafkaError
from aiokafka.structs import OffsetAndMetadata

log = structlog.get_logger(__name__)

NO_FAULT: Final = "already rebalanced"
"""Words by which Faust tells a commit that merely failed from a fault that ends the worker."""
_TOPIC: Final = "topic="
"""Begins the metadata of a commit of ours; others, a reset by Kafka's own tool say, have none."""

Offsets = Mapping[TopicPartition, OffsetAndMetadata]


class Topics(Protocol):
    """The topics that are read."""

    async def same(self) -> bool:
        """Whether they are, at this moment, those that were read; only then anything is committed."""
        ...

    def id_of(self, topic: str) -> str:
        """The id of a topic that is read, in hexadecimal; empty where the broker knows no ids."""
        ...


def bind_commits(coordinator: Any, topics: Topics) -> None:
    """Have the coordinator of a consumer commit once at a time, with the topics' ids, and read back only such."""
    commit = coordinator._do_commit_offsets  # noqa: SLF001  see above
    fetch = coordinator._do_fetch_commit_offsets  # noqa: SLF001

    async def commit_once(assignment: Any, offsets: Offsets) -> None:
        try:
            await commit(assignment, {tp: _of(tp, given.offset) for tp, given in offsets.items()})
        except KafkaError as error:
            if not error.retriable:
                raise
            # What aiokafka raises where a member lost its partitions, so that Faust takes it for no fault.
            raise CommitFailedError(f"{type(error).__name__}; {NO_FAULT}, or soon") from error

    def _of(tp: TopicPartition, offset: int) -> OffsetAndMetadata:
        known = topics.id_of(tp.topic)
        return OffsetAndMetadata(offset, _TOPIC + known if known else "")

    async def fetch_ours(partitions: Any) -> dict[TopicPartition, OffsetAndMetadata]:
        found: Offsets = await fetch(partitions)
        return {tp: given for tp, given in found.items() if not _of_another(tp, given)}

    def _of_another(tp: TopicPartition, given: OffsetAndMetadata) -> bool:
        known = topics.id_of(tp.topic)
        if not known or not given.metadata.startswith(_TOPIC) or given.metadata == _TOPIC + known:
            return False
        log.warning(
            "What is committed is of a topic that was deleted; the one that was made anew is read from its start.",
            topic=tp.topic, partition=tp.partition, offset=given.offset,
        )  # fmt: skip
        return True

    coordinator._do_commit_offsets = commit_once  # noqa: SLF001
    coordinator._do_fetch_commit_offsets = fetch_ours  # noqa: SLF001
