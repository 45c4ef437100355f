"""Known names: first names, surnames, countries, places, organisations, and words that are no name.

`names.json` holds them in lower case; where they come from stands in `MODEL_CARD.md`.
"""

from functools import cache
from importlib.resources import files
from typing import Final

import orjson

SHIPPED: Final = "names.json"
KINDS: Final = {
    "first": "f",
    "last": "s",
    "country": "c",
    "place": "p",
    "org": "o",
    "adjective": "a",
    "other": "x",
    "common": "w",
}
"""Kind of a name in the file: its letter among the flags."""


@cache
def known_names() -> dict[str, str]:
    """Return every known name in lower case with the letters of its kinds, in the order of `KINDS`."""
    table: dict[str, str] = orjson.loads(files(__package__).joinpath(SHIPPED).read_bytes())
    flags: dict[str, str] = {}
    for kind, letter in KINDS.items():
        for name in table[kind].split("\n"):
            flags[name] = flags.get(name, "") + letter
    return flags
