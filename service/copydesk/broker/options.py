"""What can be set of the embedded broker."""

from typing import Annotated

from msgspec import Meta, Struct


class EmbeddedBrokerOptions(Struct, frozen=True, kw_only=True):
    """The development broker of `demo` and `up`."""

    port: Annotated[int, Meta(ge=1, le=65535, description="Loopback port of the embedded broker.")] = 19092
    retention_bytes: Annotated[
        int,
        Meta(
            ge=1_048_576,
            description="Bytes it keeps per topic; it holds all data in memory, so keep it small.",
        ),
    ] = 67_108_864
