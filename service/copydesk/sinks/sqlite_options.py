"""What the SQLite sink can be told."""

from typing import Annotated

from msgspec import Meta, Struct


class SqliteOptions(Struct, frozen=True, kw_only=True):
    """Where the SQLite sink writes, and how long it waits."""

    path: Annotated[
        str,
        Meta(
            description="Database file; made with its folders when missing. Empty means articles.db in the data directory."
        ),
    ] = ""
    busy_timeout_s: Annotated[
        float,
        Meta(
            ge=0,
            le=600,
            description="Seconds to wait for another process that writes to the file before trying again later.",
        ),
    ] = 5.0
    full_text: Annotated[
        bool,
        Meta(
            description="Whether headlines and bodies can be searched; the index is four fifths of the cost of"
            " writing. Turned on later, it is built when the file is opened."
        ),
    ] = True
    cache_mib: Annotated[int, Meta(ge=1, le=4096, description="Page cache of the connection, in MiB.")] = 16
