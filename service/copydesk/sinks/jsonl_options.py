"""What the JSON Lines sink can be told."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class JsonlOptions(Struct, frozen=True, kw_only=True):
    """Where the files go, and when one is finished."""

    folder: Annotated[
        str,
        Meta(description="Folder of the files; made when missing. Empty means jsonl in the data directory."),
    ] = ""
    max_file_bytes: Annotated[
        int,
        Meta(ge=1, description="A file is finished when its text has this many bytes."),
    ] = 128 << 20
    max_file_age_s: Annotated[
        float,
        Meta(
            gt=0,
            description="Seconds after its first record at which a file is finished, however small it is.",
        ),
    ] = 300.0
    compression: Annotated[
        Literal["none", "zstd"],
        Meta(description="zstd: finished files are compressed, to a quarter or so, and end in .jsonl.zst."),
    ] = "none"
