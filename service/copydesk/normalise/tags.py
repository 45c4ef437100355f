"""What a tag does to the text around it, by how it is written in a serialised tree.

The numbers are in the order in which the walk asks: from `RULE` on a tag ends the block before it,
from `BLOCK` on it begins one; from `HIDING` up to `HIDING_LINK` an inline element hides its text.
"""

from typing import Final

from copydesk.normalise.elements import BLOCK as BLOCK_NAMES
from copydesk.normalise.elements import PREFORMATTED, VOID
from copydesk.normalise.frames import is_hidden, may_hide

NOTHING: Final = 0
INLINE: Final = 1
INLINE_END: Final = 2
LINK_END: Final = 3
LINK: Final = 4
HIDING: Final = 5
HIDING_LINK: Final = 6
BREAK: Final = 7
RULE: Final = 8
BLOCK_END: Final = 9
PREFORMATTED_END: Final = 10
BLOCK: Final = 11
ROW: Final = 12
PREFORMATTED_BLOCK: Final = 13

_KINDS: Final = (
    dict.fromkeys(BLOCK_NAMES, BLOCK)
    | {f"/{name}": BLOCK_END for name in BLOCK_NAMES}
    | dict.fromkeys(VOID, NOTHING)
    | dict.fromkeys(PREFORMATTED, PREFORMATTED_BLOCK)
    | {f"/{name}": PREFORMATTED_END for name in PREFORMATTED}
    | {"tr": ROW, "hr": RULE, "br": BREAK, "a": LINK, "/a": LINK_END, "": NOTHING, "!": NOTHING}
)

_MAY_HIDE: Final = frozenset((INLINE, LINK))


class TagKinds(dict[str, int]):
    """From what stands between "<" and ">" to one of the numbers above; filled as it is asked."""

    def __missing__(self, written: str) -> int:
        """Classify a tag that was not met before; names that are not known are inline elements."""
        name = written.partition(" ")[0]
        kind = _KINDS.get(name)
        if kind is None:
            kind = INLINE_END if name.startswith("/") else INLINE
        if kind in _MAY_HIDE and may_hide(written) and is_hidden(written[len(name) :]):
            kind = HIDING_LINK if kind == LINK else HIDING
        self[written] = kind
        return kind
