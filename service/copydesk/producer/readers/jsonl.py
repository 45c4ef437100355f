"""JSON Lines: one article per line, streamed; a bad line is told by its number and left out."""

from typing import BinaryIO

from copydesk.codec.foreign_json import loads
from copydesk.producer.documents import item_of, json_reason
from copydesk.producer.items import KEPT_OF_HUGE_BYTES, MAX_LINE_BYTES, BadItem, Item, Read, Shape

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_jsonl(stream: BinaryIO, name: str, shape: Shape, *, max_line_bytes: int = MAX_LINE_BYTES) -> Read:
    """Yield an item or a bad item for each line that is not blank; origin is "name:line"."""
    number = 0
    while line := stream.readline(max_line_bytes + 1):
        number += 1
        origin = f"{name}:{number}"
        if len(line) > max_line_bytes:
            _skip_line(stream, line)
            reason = f"is a line of more than {max_line_bytes} bytes"
            yield BadItem(origin=origin, reason=reason, original=line[:KEPT_OF_HUGE_BYTES])
            continue
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        stripped = line.strip()
        if stripped:
            yield _item(stripped, origin, shape)


def _item(line: bytes, origin: str, shape: Shape) -> Item | BadItem:
    try:
        document = loads(line)
    except ValueError as error:
        return BadItem(origin=origin, reason=json_reason(error), original=line)
    return item_of(document, line, origin, shape)


def _skip_line(stream: BinaryIO, begun: bytes) -> None:
    rest = begun
    while rest and not rest.endswith(b"\n"):
        rest = stream.readline(1 << 20)
