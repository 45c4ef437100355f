"""What the Delta Lake sink can be told."""

from typing import Annotated

from msgspec import Meta, Struct


class DeltaOptions(Struct, frozen=True, kw_only=True):
    """Where the tables are."""

    uri: Annotated[
        str,
        Meta(
            description="Folder of the two tables, or an address such as s3://bucket/folder, whose credentials"
            " stand in the environment as delta-rs reads them. Empty means delta in the data directory."
        ),
    ] = ""
