"""An HTML page: one article per file."""

from typing import BinaryIO

from copydesk.producer.items import BadItem, Read, Shape, read_whole
from copydesk.producer.readers.bodies import body_item


def read_html(stream: BinaryIO, name: str, shape: Shape) -> Read:
    """Yield the page as one item; origin is the file."""
    content = read_whole(stream, name)
    if isinstance(content, BadItem):
        yield content
    else:
        yield body_item(content, name, shape, field="html", content_type="text/html")
