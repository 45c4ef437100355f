"""The ids of topics: a topic that was deleted and made anew has its name, and another id.

aiokafka 0.14 asks in a form that has no ids; this is the first that has them (Kafka 2.8 and newer), by its parts.
*Source*: Kafka's protocol guide, Metadata, version 10.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import (
    Boolean,
    CompactArray,
    CompactString,
    Int16,
    Int32,
    Schema,
    TaggedFields,
)

_METADATA: Final = 3
_NO_ID: Final = bytes(16)
_UNKNOWN_TOPIC: Final = 3


class _Uuid:
    """Sixteen bytes, as Kafka writes an id."""

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        """The bytes themselves."""
        return value

    @classmethod
    def decode(cls, data: BytesIO) -> bytes:
        """The next sixteen bytes."""
        return data.read(16)


class _MetadataResponse(Response):  # type: ignore[misc]  # aiokafka has no types
    API_KEY = _METADATA
    API_VERSION = 10
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("brokers", CompactArray(
            ("node_id", Int32), ("host", CompactString("utf-8")), ("port", Int32), ("rack", CompactString("utf-8")),
            ("tags", TaggedFields),
        )),
        ("cluster_id", CompactString("utf-8")),
        ("controller_id", Int32),
        ("topics", CompactArray(
            ("error_code", Int16), ("name", CompactString("utf-8")), ("topic_id", _Uuid), ("is_internal", Boolean),
            ("partitions", CompactArray(
                ("error_code", Int16), ("partition_index", Int32), ("leader_id", Int32), ("leader_epoch", Int32),
                ("replica_nodes", CompactArray(Int32)), ("isr_nodes", CompactArray(Int32)),
                ("offline_replicas", CompactArray(Int32)), ("tags", TaggedFields),
            )),
            ("topic_authorized_operations", Int32), ("tags", TaggedFields),
        )),
        ("cluster_authorized_operations", Int32),
        ("tags", TaggedFields),
    )  # fmt: skip


class _MetadataRequest(RequestStruct):  # type: ignore[misc]
    API_KEY = _METADATA
    API_VERSION = 10
    FLEXIBLE_VERSION = True
    RESPONSE_TYPE = _MetadataResponse
    SCHEMA = Schema(
        (
            "topics",
            CompactArray(("topic_id", _Uuid), ("name", CompactString("utf-8")), ("tags", TaggedFields)),
        ),
        ("allow_auto_topic_creation", Boolean),
        ("include_cluster_authorized_operations", Boolean),
        ("include_topic_authorized_operations", Boolean),
        ("tags", TaggedFields),
    )


class _Metadata(Request[_MetadataRequest]):  # type: ignore[misc]
    API_KEY = _METADATA

    def __init__(self, topics: Sequence[str]) -> None:
        self._topics = topics

    def build(self, request_struct_class: type[_MetadataRequest]) -> _MetadataRequest:
        """The request; a topic is never made by asking for it."""
        return request_struct_class([(_NO_ID, name, {}) for name in self._topics], False, False, False, {})


async def topic_ids(admin: AIOKafkaAdminClient, topics: Sequence[str]) -> dict[str, bytes | None]:
    """The id of each topic: None where the broker knows none of that name, empty where it knows no ids.

    Errors: aiokafka's KafkaError, TimeoutError; NotImplementedError from a broker that is too old.
    """
    answer: Any = await admin._send_request(_Metadata(topics))  # noqa: SLF001  it has no public word for other requests
    found: dict[str, bytes | None] = {}
    for topic in answer.topics:
        error, name, topic_id = topic[:3]
        if error in (0, 5):  # 5: a partition has no leader at the moment
            found[name] = topic_id.strip(b"\0") and topic_id
        elif error == _UNKNOWN_TOPIC:
            found[name] = None
    return found
