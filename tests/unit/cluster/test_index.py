"""The index: who shares a band is compared, once; what is beyond the window is forgotten."""

import random

import xxhash

from copydesk.cluster.index import MOST_COMPARED, Index, band_keys, partitions_of
from copydesk.cluster.messages import Label
from copydesk.enrich.fingerprint import fingerprint, packed_slots
from copydesk.enrich.tokens import words_of
from tests.unit.cluster.network import START, edited, words

HOUR = 3600.0


def label(article: str, text: list[str]) -> Label:
    """An article's label by itself."""
    return Label(id=article, first_seen=START, fingerprint=fingerprint(text))


def index(partition: int = 0, partitions: int = 1, most: int = 1000) -> Index:
    """An index with a window of an hour."""
    return Index(partition, partitions, most, HOUR)


def test_bands_are_the_same_everywhere() -> None:
    """Where an article is compared is fixed: workers of two versions find it in the same partition."""
    sketch = fingerprint(words_of("Rain fell on the harbour all night."))
    keys = ",".join(map(str, band_keys(packed_slots(sketch))))
    assert xxhash.xxh3_64_hexdigest(keys.encode()) == "9b17b118402d2851"


def test_each_pair_is_told_by_one_partition() -> None:
    """Of the partitions that know both articles, one tells of them."""
    source = random.Random(7)
    shards = [index(partition, 4) for partition in range(4)]
    for number in range(50):
        one = words(number)
        other = edited(one, 0.04, source)
        told = [shard.put(label(f"{number}", one), 0.0) for shard in shards]
        assert not any(told)
        told = [shard.put(label(f"{number} again", other), 0.0) for shard in shards]
        assert [[each.id for each in found] for found in told if found] == [[f"{number}"]]


def test_only_the_partitions_of_its_bands_know_an_article() -> None:
    """With more partitions than bands an article is put where a band of it belongs, and nowhere else."""
    sketch = label("a", words(1))
    places = partitions_of(sketch.fingerprint, 500)
    known = set()
    for partition in range(500):
        shard = index(partition, 500)
        shard.put(sketch, 0.0)
        if len(shard):
            known.add(partition)
    assert known == places


def test_an_article_is_forgotten_after_the_window() -> None:
    """Up to the window's end it is found, then no more, and nothing of it stays in memory."""
    shard = index()
    shard.put(label("a", words(1)), 0.0)
    assert [found.id for found in shard.put(label("b", words(1)), HOUR)] == ["a"]
    assert [found.id for found in shard.put(label("c", words(1)), HOUR + 1)] == ["b"]
    assert len(shard) == 2
    assert not shard.put(label("d", words(2)), 9 * HOUR)
    assert len(shard) == 1
    assert len(shard._bands) == 42


def test_the_oldest_go_where_there_are_too_many() -> None:
    """No more articles are kept than the window says, however many come at once."""
    shard = index(most=3)
    for number in range(9):
        shard.put(label(str(number), words(number)), 0.0)
    assert len(shard) == 3
    assert not shard.put(label("again", words(5)), 0.0)
    assert [found.id for found in shard.put(label("more", words(8)), 0.0)] == ["8"]


def test_an_article_replaces_its_own_sketch() -> None:
    """The same article is not found by itself, and its former text not at all."""
    shard = index()
    assert not shard.put(label("a", words(1)), 0.0)
    assert not shard.put(label("a", words(1)), 0.0)
    assert not shard.put(label("a", words(2)), 0.0)
    assert not shard.put(label("b", words(1)), 0.0)
    assert len(shard._bands) == 84


def test_of_what_many_share_the_latest_are_compared() -> None:
    """A text in a thousand copies does not make each new one be compared with a thousand."""
    shard = index(most=10_000)
    for number in range(MOST_COMPARED + 20):
        shard.put(label(str(number), words(1)), 0.0)
    found = [each.id for each in shard.put(label("new", words(1)), 0.0)]
    assert found == [str(number) for number in range(20, MOST_COMPARED + 20)]
