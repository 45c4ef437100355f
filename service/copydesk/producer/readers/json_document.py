"""One JSON document: an article, or an array of articles."""

from typing import Any, BinaryIO

import orjson

from copydesk.codec.foreign_json import loads, too_deep
from copydesk.producer.documents import item_of, json_reason
from copydesk.producer.items import KEPT_OF_HUGE_BYTES, BadItem, Read, Shape, read_whole


def read_json_document(stream: BinaryIO, name: str, shape: Shape) -> Read:
    """Yield the article, or one per member of the array; origin is "name" or "name[3]", from 0."""
    content = read_whole(stream, name)
    if isinstance(content, BadItem):
        yield content
        return
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        document = loads(content)
    except ValueError as error:
        yield BadItem(origin=name, reason=json_reason(error), original=content[:KEPT_OF_HUGE_BYTES])
        return
    if isinstance(document, list):
        for number, member in enumerate(document):
            yield item_of(member, _written(member), f"{name}[{number}]", shape)
    else:
        yield item_of(document, content, name, shape)


def _written(member: Any) -> bytes:
    # Beyond some 250 levels the encoder gives up; item_of refuses such a member for its depth.
    return b"" if too_deep(member) else orjson.dumps(member)
