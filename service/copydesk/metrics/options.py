"""Where metrics and health are served."""

from typing import Annotated

from msgspec import Meta, Struct


class MetricsOptions(Struct, frozen=True, kw_only=True):
    """Where a worker serves /metrics, /livez and /readyz."""

    host: Annotated[
        str, Meta(min_length=1, description="Address the metrics and health server listens on.")
    ] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535, description="Its port; 0 takes any free one.")] = 9464
