"""Where sentences end."""

import re
from collections.abc import Iterator
from typing import Final

BOUNDARY: Final = re.compile(
    r"[.!?…](?<![\s.(](?:Dr|Mr|Ms|St|Sr|Jr|Lt).)(?<![\s.(](?:Mrs|Sen|Gov|Rep|Gen|Col|Rev|Inc|Ltd|Hon).)(?<!\bProf.)(?<![\s.][A-Z].)"
    r"(?:(?<!\d.)['\"”“’»)]*(?=\s|$)|(?<=\d.)(?!\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))(?=\s+[A-ZÀ-ÞА-Я„“«»\"]|$))"
)
"""The end of a sentence, which the points of abbreviations, initials and ordinal numbers are not."""

_END: Final = re.compile(rf"{BOUNDARY.pattern}|[。！？؟।][」』”’）]*")


def sentences_of(paragraph: str) -> Iterator[str]:
    """Yield the whole sentences of a paragraph; words that nothing ends are none."""
    start = 0
    for match in _END.finditer(paragraph):
        yield paragraph[start : match.end()].strip()
        start = match.end()
