"""One JSON document: an article, or an array of articles."""

from typing import BinaryIO

import orjson

from copydesk.producer.documents import item_of
from copydesk.producer.items import KEPT_OF_HUGE_BYTES, BadItem, Read, Shape, read_whole


def read_json_document(stream: BinaryIO, name: str, shape: Shape) -> Read:
    """Yield the article, or one per member of the array; origin is "name" or "name[3]", from 0."""
    content = read_whole(stream, name)
    if isinstance(content, BadItem):
        yield content
        return
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        reason = f"is not JSON ({error.msg}, line {error.lineno}, column {error.colno})"
        yield BadItem(origin=name, reason=reason, original=content[:KEPT_OF_HUGE_BYTES])
        return
    if isinstance(document, list):
        for number, member in enumerate(document):
            yield item_of(member, orjson.dumps(member), f"{name}[{number}]", shape)
    else:
        yield item_of(document, content, name, shape)
