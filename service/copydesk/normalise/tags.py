"""What a tag does to the text around it, by how it is written in a serialised tree.

The numbers are in the order in which the walk asks: from `RULE` on a tag ends the block before it, up
to `INLINE_END` it ends an inline element, from `HIDING` on an inline element hides its text.
"""

from typing import Final

from copydesk.normalise.elements import BLOCK as BLOCK_NAMES
from copydesk.normalise.elements import VOID
from copydesk.normalise.frames import is_hidden

NOTHING: Final = 0
LINK_END: Final = 1
INLINE_END: Final = 2
INLINE: Final = 3
LINK: Final = 4
HIDING: Final = 5
HIDING_LINK: Final = 6
BREAK: Final = 7
RULE: Final = 8
BLOCK_END: Final = 9
BLOCK: Final = 10


class TagKinds(dict[str, int]):
    """From what stands between "<" and ">" to one of the numbers above; filled as it is asked."""

    def __missing__(self, written: str) -> int:
        """Classify a tag that was not met before."""
        kind = self[written] = _kind(written)
        return kind


def _kind(written: str) -> int:
    name, _, attributes = written.partition(" ")
    closing = name.startswith("/")
    name = name.removeprefix("/")
    if name in BLOCK_NAMES:
        opening = RULE if name == "hr" else BLOCK
        return BLOCK_END if closing else opening
    if name == "br":
        return BREAK
    if name in VOID or name in {"", "!"}:
        return NOTHING
    if closing:
        return LINK_END if name == "a" else INLINE_END
    if attributes and is_hidden(f" {attributes}"):
        return HIDING_LINK if name == "a" else HIDING
    return LINK if name == "a" else INLINE
