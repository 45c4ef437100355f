"""The contract that every registered sink keeps; a new sink is added to `stores.STORES` and passes as it is."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.record import Ingest, Record
from copydesk.sinks.base import Batch, SinkRefused, SinkUnavailable
from copydesk.sinks.registry import SINKS
from tests.contract.stores import DEAD_LETTERS, STORES, Store, each
from tests.making import START, TOPIC, batch, letter, record, told


@pytest.fixture(params=each(SINKS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each registered sink in turn, open."""
    made = Store(request.param, tmp_path)
    made.sink.open()
    yield made
    made.sink.close()


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


def test_what_enrichment_tells_is_there_whole(store: Store) -> None:
    """Authors, languages, mentions, keyphrases and quotes come back as they went in, and over what had none of them."""
    store.sink.write(batch((0, record("a", 0)), (1, told("b", 1))))
    store.sink.write(batch((2, told("a", 2)), (3, record("b", 3))))
    assert store.contents() == {"a": told("a", 2), "b": record("b", 3)}


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
