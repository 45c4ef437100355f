"""The tables of an article: its fields, what it names and what it quotes, whichever form they are printed in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.record import Mention, Quote, Record

if TYPE_CHECKING:
    from copydesk.cli.explained import Explained


class Table(Struct, frozen=True):
    """A table; `numbers` names the columns that hold numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]


def tables_of(explained: "Explained") -> Iterator[Table]:
    """Yield the tables of an explained article that have rows."""
    if explained.fields:
        fields = tuple((one.name, one.method, one.sure, one.value) for one in explained.fields)
        yield Table("Enriched", ("field", "how it was got", "sure", "value"), fields, ("sure",))
    if explained.record:
        yield from tables_of_record(explained.record)


def tables_of_record(record: Record) -> Iterator[Table]:
    """Yield whom a record names and whom it quotes, where it does."""
    if record.mentions:
        source = record.field_source.get("mentions")
        title = f"Mentions, by {source.method}" if source else "Mentions"
        asked = record.mentions[0].seconded is not None
        heads = ("name", "type", "sure", *(("seconded",) if asked else ()), "places", "also called")
        mentions = tuple(map(_mention, record.mentions))
        yield Table(title, heads, mentions, ("sure", "seconded", "places"))
    if record.quotes:
        quotes = tuple(map(_quote, record.quotes))
        yield Table("Quotes", ("speaker", "said", "sure", "words"), quotes, ("sure",))


def _mention(one: Mention) -> tuple[str, ...]:
    seconded = () if one.seconded is None else (f"{one.seconded:.2f}",)
    return one.name, one.type, f"{one.score:.2f}", *seconded, str(len(one.spans)), ", ".join(one.aliases)


def _quote(one: Quote) -> tuple[str, ...]:
    said = " to ".join(filter(None, (one.cue, one.source)))
    return one.speaker or "", said, f"{one.confidence:.2f}", " ".join(one.text.split())
