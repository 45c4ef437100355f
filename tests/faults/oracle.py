"""The promise, asked of the topics and the store: one outcome for each input, each article stored once, nothing committed too early."""

import sqlite3
from contextlib import closing

import orjson
from msgspec import Struct

from copydesk.codec import dead_letter
from copydesk.codec import record as record_codec
from tests.stream.harness import Place, committed, ends, read

POISON = b"{poison"


class Outcomes(Struct, frozen=True):
    """What is on the topics: places (partition, offset) of the raw topic with each outcome, and how many messages told of them."""

    raw: dict[tuple[int, int], bytes | None]
    structured: set[tuple[int, int]]
    dead: set[tuple[int, int]]
    messages: int

    @property
    def dropped(self) -> set[tuple[int, int]]:
        """Those whose outcome leaves no message, by what was sent: null messages."""
        return {place for place, value in self.raw.items() if value is None}

    @property
    def duplicates(self) -> int:
        """Messages told again: at least once is not once."""
        return self.messages - len(self.structured) - len(self.dead)


async def outcomes(place: Place) -> Outcomes:
    """Read all three topics, the inputs last, as more may come; a message that names no input is a failure."""
    records, letters = await read(place, place.topics.structured), await read(place, place.topics.dead)
    raw = {(m.partition, m.offset): m.value for m in await read(place, place.topics.raw)}
    structured = []
    for message in records:
        ingest = record_codec.decode(message.value or b"").ingest
        assert ingest is not None
        assert ingest.topic == place.topics.raw
        structured.append((ingest.partition, ingest.offset))
    dead = []
    for message in letters:
        letter = dead_letter.from_headers(message.headers)
        assert letter.topic == place.topics.raw
        assert message.value == raw[letter.partition, letter.offset], "a dead letter is not the original"
        dead.append((letter.partition, letter.offset))
    return Outcomes(raw, set(structured), set(dead), len(structured) + len(dead))


async def check_committed(place: Place) -> None:
    """What the desk has committed never passes the lowest unfinished input; the sink's, what the store has."""
    desk = await committed(place, "desk", place.topics.raw)
    sink = await committed(place, "sink-sqlite", place.topics.structured)
    stored = store_offsets(place)
    seen = await outcomes(place)
    finished = seen.structured | seen.dead | seen.dropped
    early = {
        p: sorted(o for q, o in seen.raw if q == p and o < end and (p, o) not in finished)
        for p, end in desk.items()
    }
    assert not any(early.values()), f"committed up to {desk} and without an outcome: {early}"
    for partition, end in sink.items():
        assert stored.get(partition, 0) >= end, f"sink committed {sink}, the store has {stored}"


async def check(place: Place) -> Outcomes:
    """The whole promise, once everything has come to rest."""
    seen = await outcomes(place)
    poison = {at for at, value in seen.raw.items() if value is not None and value.startswith(POISON)}
    assert seen.dead == poison
    assert seen.structured == set(seen.raw) - poison - seen.dropped
    assert await at_rest(place)
    newest: dict[str, tuple[str, int, int]] = {}
    for partition, offset in seen.structured:
        value = orjson.loads(seen.raw[partition, offset] or b"")
        newest[value["id"]] = max(
            newest.get(value["id"], ("", 0, 0)), (value["fetchedAt"], offset, partition)
        )
    wanted = {name: (partition, offset) for name, (_, offset, partition) in newest.items()}
    assert stored_articles(place) == wanted
    return seen


async def at_rest(place: Place) -> bool:
    """Whether both groups have committed everything there is."""
    topics = place.topics
    return await committed(place, "desk", topics.raw) == await ends(place, topics.raw) and await committed(
        place, "sink-sqlite", topics.structured
    ) == await ends(place, topics.structured)


def stored_articles(place: Place) -> dict[str, tuple[int, int]]:
    """From which raw message each article of the store was made; an id that is there twice is a failure."""
    with closing(sqlite3.connect(place.database)) as connection:
        found = connection.execute(
            "SELECT id, record ->> '$.ingest.partition', record ->> '$.ingest.offset' FROM articles"
        ).fetchall()
    articles = {name: (partition, offset) for name, partition, offset in found}
    assert len(articles) == len(found)
    return articles


def store_offsets(place: Place) -> dict[int, int]:
    """Up to where the store has read the structured topic, by partition."""
    if not place.database.exists():
        return {}
    with closing(sqlite3.connect(place.database)) as connection:
        try:
            return dict(
                connection.execute(
                    "SELECT partition, next_offset FROM offsets WHERE topic = ?", (place.topics.structured,)
                ).fetchall()
            )
        except sqlite3.OperationalError:
            return {}  # killed before its tables were made
