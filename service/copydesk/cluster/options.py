"""What can be set of the search for near-duplicates."""

from typing import Annotated

from msgspec import Meta, Struct


class ClusterOptions(Struct, frozen=True, kw_only=True):
    """How far back near-duplicates are looked for; what is beyond is forgotten."""

    window_hours: Annotated[
        int,
        Meta(ge=1, description="Hours for which an article waits for near-duplicates of it."),
    ] = 72
    window_articles: Annotated[
        int,
        Meta(
            ge=1,
            description="Most articles that one partition of topics.clusters remembers, the oldest go first: bounds memory.",
        ),
    ] = 100_000

    @property
    def window_s(self) -> float:
        """The window in seconds."""
        return self.window_hours * 3600.0
