"""The contract that every registered sink keeps; a new sink is added to `STORES` and passes as it is."""

import itertools
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.outcome import DeadLetter, Reason, Stage
from copydesk.record import Ingest, Record
from copydesk.sinks.base import Batch, Sink, SinkRefused, SinkUnavailable
from copydesk.sinks.delta_options import DeltaOptions
from copydesk.sinks.jsonl_options import JsonlOptions
from copydesk.sinks.memory import MemoryOptions, MemorySink
from copydesk.sinks.opensearch_options import OpenSearchOptions
from copydesk.sinks.postgres import PostgresSink
from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.registry import SINKS
from copydesk.sinks.sqlite_options import SqliteOptions
from copydesk.sinks.sqlite_reader import RecordReader
from tests import delta, jsonl
from tests.opensearch.fixtures import shared_server as shared_opensearch
from tests.postgres.fixtures import shared_server

TOPIC = "articles.structured"
START = datetime(2026, 5, 4, 12, tzinfo=UTC)


def memory_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return what a memory sink holds."""
    assert isinstance(sink, MemorySink)
    return sink.records


def sqlite_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what is in the SQLite file."""
    with RecordReader(folder / "articles.db") as reader:
        return {record.id: record for record in reader.list(limit=10_000)}


def memory_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the dead letters of a memory sink."""
    return list(sink.dead_letters.values())


def sqlite_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters in the SQLite file."""
    with closing(sqlite3.connect(folder / "articles.db")) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM dead_letters").fetchall()
    return [msgspec.convert(dict(row), DeadLetter) for row in rows]


def postgres_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return what is in the sink's schema."""
    schema = postgres_schema(sink)
    rows = shared_server().run(f"SELECT record FROM {schema}.articles")
    return {record.id: record for record in (msgspec.json.decode(row[0], type=Record) for row in rows)}


def postgres_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the dead letters in the sink's schema."""
    rows = shared_server().run(f"SELECT * FROM {postgres_schema(sink)}.dead_letters")
    return [msgspec.convert(dict(row), DeadLetter) for row in rows]


def jsonl_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what the reading rule of the README shows in the files."""
    return jsonl.newest_records(folder / "jsonl" / TOPIC)


def jsonl_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters that the reading rule shows in the files."""
    return jsonl.newest_dead_letters(folder / "jsonl" / "articles.dead")


def delta_contents(_: Sink, folder: Path) -> Mapping[str, Record]:
    """Return what the reading rule of the README shows in the table."""
    return delta.newest_records(folder / "delta")


def delta_dead_letters(_: Sink, folder: Path) -> Sequence[DeadLetter]:
    """Return the dead letters that the reading rule shows in the table."""
    return delta.newest_dead_letters(folder / "delta")


def jsonl_options(folder: Path) -> JsonlOptions:
    """Return options by which each batch has its file."""
    return JsonlOptions(folder=str(folder / "jsonl"), max_file_bytes=1, compression="zstd")


def opensearch_options(_: Path) -> OpenSearchOptions:
    """Return options for indices of their own on the session's node."""
    return OpenSearchOptions(url=shared_opensearch().url, index_prefix=f"t{uuid.uuid4().hex[:8]}")


def opensearch_contents(sink: Any, _: Path) -> Mapping[str, Record]:
    """Return the documents of the sink's articles."""
    found = shared_opensearch().sources(f"{sink._options.index_prefix}-articles")
    return {record.id: record for record in (msgspec.convert(source, Record) for source in found)}


def opensearch_dead_letters(sink: Any, _: Path) -> Sequence[DeadLetter]:
    """Return the documents of the sink's dead letters."""
    found = shared_opensearch().sources(f"{sink._options.index_prefix}-dead-letters")
    return [msgspec.convert(source, DeadLetter) for source in found]


def postgres_schema(sink: Any) -> str:
    """Return the schema a PostgreSQL sink writes into."""
    assert isinstance(sink, PostgresSink)
    return sink._options.schema


def postgres_options(_: Path) -> PostgresOptions:
    """Return options for an empty schema on the session's server."""
    server = shared_server()
    return server.options(server.new_schema())


STORES: dict[str, tuple[Callable[[Path], Any], Callable[[Any, Path], Mapping[str, Record]]]] = {
    "delta": (lambda folder: DeltaOptions(uri=str(folder / "delta")), delta_contents),
    "jsonl": (jsonl_options, jsonl_contents),
    "memory": (lambda _: MemoryOptions(), memory_contents),
    "opensearch": (opensearch_options, opensearch_contents),
    "postgres": (postgres_options, postgres_contents),
    "sqlite": (lambda folder: SqliteOptions(path=str(folder / "articles.db")), sqlite_contents),
}

DEAD_LETTERS: dict[str, Callable[[Any, Path], Sequence[DeadLetter]]] = {
    "delta": delta_dead_letters,
    "jsonl": jsonl_dead_letters,
    "memory": memory_dead_letters,
    "opensearch": opensearch_dead_letters,
    "postgres": postgres_dead_letters,
    "sqlite": sqlite_dead_letters,
}


MARKS = {"opensearch": pytest.mark.opensearch, "postgres": pytest.mark.postgres}
"""What a store's tests are marked with, so that they can be chosen."""


def each(names: Iterable[str]) -> list[Any]:
    """Return parameters for the stores of these names, marked."""
    return [pytest.param(name, marks=MARKS.get(name, ())) for name in sorted(names)]


class Store:
    """A sink under test and how to look into it."""

    def __init__(self, name: str, folder: Path) -> None:
        options, self._contents = STORES[name]
        self._name = name
        self._folder = folder
        self.sink = SINKS[name].make(options(folder))

    def contents(self) -> Mapping[str, Record]:
        """Return the stored records by id."""
        return self._contents(self.sink, self._folder)

    def dead_letters(self) -> Sequence[DeadLetter]:
        """Return the kept dead letters, in no order."""
        return DEAD_LETTERS[self._name](self.sink, self._folder)


@pytest.fixture(params=each(SINKS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each registered sink in turn, open."""
    made = Store(request.param, tmp_path)
    made.sink.open()
    yield made
    made.sink.close()


def record(article_id: str = "a", version: int = 0, body: str = "Rain fell.", **fields: Any) -> Record:
    """Make a record whose raw message was sent `version` seconds after the start."""
    moment = START + timedelta(seconds=version)
    ingest = Ingest(
        topic="articles.raw",
        partition=0,
        offset=version,
        timestamp=moment,
        processed_at=START,
        pipeline_version="1",
    )
    given_fields: dict[str, Any] = {
        "id": article_id,
        "schema_version": 1,
        "article_body": body,
        "paragraphs": (body,),
        "word_count": 2,
        "reading_time_seconds": 1,
        "fingerprint": "v1:",
        "removed": (),
        "ingest": ingest,
    }
    return Record(**(given_fields | fields))


def batch(*records: tuple[int, Record], next_offset: int | None = None, partition: int = 0) -> Batch:
    """Make a batch; the next offset is that after the last record unless given."""
    return Batch(TOPIC, partition, records, records[-1][0] + 1 if next_offset is None else next_offset)


def test_every_registered_sink_is_tested_here() -> None:
    """A sink in the registry is in this suite, has one line of help, and goes by its registered name."""
    assert set(STORES) == set(SINKS)
    assert set(DEAD_LETTERS) == {
        name for name, entry in SINKS.items() if entry.make(entry.options()).keeps_dead_letters
    }
    for name, entry in SINKS.items():
        assert entry.help
        assert "\n" not in entry.help
        assert entry.make(entry.options()).name == name


def test_what_was_written_is_there_whole(store: Store) -> None:
    """A record comes back exactly as it went in, with whatever JSON its extra fields held."""
    extra = {"n": 2**70, "nul": "a\0b", "deep": [{"x": [None, 1.5]}]}
    whole = record(headline="Überschrift 標題", extra={**extra, "n": 2**63})
    store.sink.write(batch((0, whole)))
    assert store.contents() == {"a": whole}


def test_the_offset_goes_with_the_records(store: Store) -> None:
    """The next offset is kept per partition, and is unknown where nothing was written."""
    store.sink.write(batch((4, record()), next_offset=9, partition=2))
    assert store.sink.committed(TOPIC, 2) == 9
    assert store.sink.committed(TOPIC, 1) is None
    assert store.sink.committed("other", 2) is None


def test_a_batch_without_records_moves_the_offset(store: Store) -> None:
    """A batch of messages that were no records still says how far the partition was read."""
    store.sink.write(Batch(TOPIC, 0, (), 7))
    assert store.sink.committed(TOPIC, 0) == 7
    assert store.contents() == {}


def test_the_offset_never_goes_back(store: Store) -> None:
    """An old batch that comes again leaves the stored offset where it was."""
    store.sink.write(batch((9, record("b", 9))))
    store.sink.write(batch((0, record("a", 0))))
    assert store.sink.committed(TOPIC, 0) == 10


def test_the_same_batch_twice_is_as_once(store: Store) -> None:
    """A batch delivered twice leaves one record of each id."""
    twice = batch((0, record("a", 0)), (1, record("b", 1)))
    store.sink.write(twice)
    before = dict(store.contents())
    store.sink.write(twice)
    assert store.contents() == before


def test_an_older_delivery_never_wins(store: Store) -> None:
    """A record fetched earlier does not replace one fetched later, though it comes in a later message."""
    store.sink.write(batch((0, record("a", 5, "new"))))
    store.sink.write(batch((1, record("a", 3, "old"))))
    assert store.contents()["a"].article_body == "new"


def test_an_equal_version_replaces_in_a_later_message_only(store: Store) -> None:
    """The same raw message processed anew replaces its record; a replay of a stored offset rewrites nothing."""
    store.sink.write(batch((0, record("a", 5, "first"))))
    store.sink.write(batch((1, record("a", 5, "second"))))
    assert store.contents()["a"].article_body == "second"
    store.sink.write(batch((0, record("a", 5, "first"))))
    assert store.contents()["a"].article_body == "second"


def test_of_two_at_one_moment_the_later_message_wins(store: Store) -> None:
    """Versions of one moment are ordered by the raw message's offset, in whatever order they are delivered."""

    def at_noon(offset: int) -> Record:
        made = record("a", offset, f"body {offset}")
        assert made.ingest is not None
        return msgspec.structs.replace(made, ingest=msgspec.structs.replace(made.ingest, timestamp=START))

    store.sink.write(batch((0, at_noon(5))))
    store.sink.write(batch((1, at_noon(3)), (2, at_noon(70_000)), (3, at_noon(4))))
    store.sink.write(batch((0, at_noon(5))))
    assert store.contents()["a"].article_body == "body 70000"


def test_a_topic_that_began_anew_loses_nothing(store: Store) -> None:
    """Where a broker was emptied and counts from 0 again, its new records are stored though their offsets are low."""
    store.sink.write(batch((90, record("a", 1))))
    store.sink.write(batch((0, record("b", 2)), (1, record("a", 3, "newer"))))
    assert set(store.contents()) == {"a", "b"}
    assert store.contents()["a"].article_body == "newer"


def test_a_refused_record_does_not_hold_the_others(store: Store) -> None:
    """A record the store cannot hold is named by its index; the rest and the offset are written."""
    bad = record("bad", 1, "a\0b")
    with pytest.raises(SinkRefused) as refused:
        store.sink.write(batch((0, record("a", 0)), (1, bad), (2, record("c", 2))))
    assert refused.value.refused == {1: "articleBody holds a NUL character"}
    assert set(store.contents()) == {"a", "c"}
    assert store.sink.committed(TOPIC, 0) == 3


def test_a_refused_record_is_refused_again(store: Store) -> None:
    """Delivered again, a refused record is named again, so that its dead letter is not lost in a crash."""
    twice = batch((0, record("", 0)))
    for _ in range(2):
        with pytest.raises(SinkRefused) as refused:
            store.sink.write(twice)
        assert refused.value.refused == {0: "the id is empty"}


def test_reopening_keeps_everything(store: Store) -> None:
    """Records and offsets are there after closing and opening, and closing twice is harmless."""
    store.sink.write(batch((0, record())))
    store.sink.close()
    store.sink.close()
    store.sink.open()
    assert store.sink.committed(TOPIC, 0) == 1
    assert set(store.contents()) == {"a"}


def test_a_closed_sink_is_unavailable(store: Store) -> None:
    """Writing to a sink that is not open raises SinkUnavailable and says what to do."""
    store.sink.close()
    with pytest.raises(SinkUnavailable, match="call open"):
        store.sink.write(batch((0, record())))


def test_a_record_without_ingest_is_the_oldest(store: Store) -> None:
    """A record that does not say where it came from never replaces one that does."""
    store.sink.write(batch((0, record("a", 0, "known"))))
    store.sink.write(batch((1, record("a", 0, "unknown", ingest=None))))
    assert store.contents()["a"].article_body == "known"


def test_a_fetch_time_without_a_zone_is_utc(store: Store) -> None:
    """Versions are compared by when the article was fetched, a time without a zone being UTC."""
    for offset, moment in enumerate((datetime(2026, 5, 4, 9, tzinfo=UTC), datetime(2026, 5, 4, 10))):  # noqa: DTZ001
        ingest = Ingest(
            topic="r",
            partition=0,
            offset=0,
            timestamp=START,
            processed_at=START,
            pipeline_version="1",
            fetched_at=moment,
        )
        store.sink.write(batch((offset, record("a", body=f"at {moment.hour}", ingest=ingest))))
    assert store.contents()["a"].article_body == "at 10"


def letter(offset: int = 0, detail: str = "") -> DeadLetter:
    """Make a dead letter of a raw message."""
    return DeadLetter(
        reason=Reason.EMPTY_BODY, stage=Stage.NORMALISE, detail=detail, topic="articles.raw",
        partition=3, offset=offset, timestamp=START, version="1",
    )  # fmt: skip


@pytest.mark.parametrize("name", each(DEAD_LETTERS))
def test_a_dead_letter_is_kept_once_and_whole(name: str, tmp_path: Path) -> None:
    """Delivered again, or sent again to the topic of the dead, there is one for each message that died: the newest."""
    store = Store(name, tmp_path)
    store.sink.open()
    first = Batch("articles.dead", 0, (), 2, dead_letters=[(0, letter(7)), (1, letter(8))])
    store.sink.write(first)
    store.sink.write(first)
    store.sink.write(Batch("articles.dead", 0, (), 3, dead_letters=[(2, letter(8, "said better"))]))
    assert sorted(store.dead_letters(), key=lambda one: one.offset) == [letter(7), letter(8, "said better")]
    assert store.sink.committed("articles.dead", 0) == 3
    assert store.contents() == {}
    store.sink.close()


deliveries = st.lists(st.lists(st.integers(0, 11), min_size=1, max_size=6), min_size=1, max_size=8)


def test_any_order_and_repetition_leaves_the_newest(store: Store) -> None:
    """Messages delivered in any chunks, order and number of times leave the newest of each id that came."""
    partitions = itertools.count()

    @settings(max_examples=25, deadline=None)
    @given(chunks=deliveries)
    def deliver(chunks: list[list[int]]) -> None:
        # Message n is version n of article n % 3, so of those that came the highest n must be held.
        partition = next(partitions)  # and articles of its own, in a store that all examples share
        for chunk in chunks:
            messages = [(n, record(f"{partition}-{n % 3}", n, f"body {n}")) for n in chunk]
            store.sink.write(batch(*messages, partition=partition))
        newest = {f"{partition}-{n % 3}": f"body {n}" for n in sorted(n for chunk in chunks for n in chunk)}
        held = {key: kept.article_body for key, kept in store.contents().items()}
        assert {key: body for key, body in held.items() if key.startswith(f"{partition}-")} == newest

    deliver()
