"""Clusters come to the same whatever the order, however often messages come, and whoever dies."""

import random

import pytest

from copydesk.record import Cluster
from tests.unit.cluster.network import START, Network, connected, edited, seen, words


def clusters_of(network: Network) -> dict[str, str | None]:
    """The cluster's id of each article's stored record."""
    return {
        article: None if cluster is None else cluster.id for article, cluster in network.clusters().items()
    }


def family(number: int, size: int, source: random.Random) -> list[list[str]]:
    """Texts each an edit of the one before, so that the last is like the first no more."""
    made = [words(number)]
    while len(made) < size:
        made.append(edited(made[-1], 0.06, source))
    return made


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("partitions", [1, 3, 50])
def test_all_that_is_connected_shares_the_id_of_the_first(seed: int, partitions: int) -> None:
    """Whatever the order, with messages that come twice and workers that die, each record ends with the right cluster."""
    source = random.Random(seed)
    network = Network(source, partitions)
    articles = [
        seen(f"{number}-{place}", text, source.randint(0, 1000))
        for number in range(4)
        for place, text in enumerate(family(number, source.randint(1, 6), source))
    ]
    source.shuffle(articles)
    for article in articles:
        network.publish(article)
        if source.random() < 0.2:
            network.publish(article)
        if source.random() < 0.3:
            network.run()
    network.run()
    assert clusters_of(network) == connected({article.id: article for article in articles})


def test_a_pair_is_told_in_both_records() -> None:
    """The earlier is the first, with likeness 1; the later is its duplicate; both tell when the first was seen."""
    network = Network(random.Random(1))
    text = words(1)
    network.publish(seen("a", text, 0))
    network.publish(seen("b", [*text[:100], *words(2, 10)], 5))
    network.publish(seen("c", words(3), 6))
    network.run()
    first, second, alone = (network.clusters()[article] for article in "abc")
    assert first == Cluster(id="a", role="first", similarity=1.0, first_seen=START)
    assert second is not None
    assert (second.id, second.role, second.first_seen) == ("a", "duplicate", START)
    assert second.similarity == pytest.approx(96 / 122, abs=0.13)  # three standard errors
    assert alone is None


def test_one_outlets_changed_story_is_an_update() -> None:
    """Of one publisher a changed text is an update, the same text a duplicate; so is any of another publisher."""
    network = Network(random.Random(1))
    text = words(1)
    changed = [*text[:110], *words(2, 10)]
    network.publish(seen("a", text, 0, domain="one.example"))
    network.publish(seen("b", changed, 1, domain="one.example"))
    network.publish(seen("c", text, 2, domain="one.example"))
    network.publish(seen("d", changed, 3, domain="other.example"))
    network.run()
    roles = {article: cluster and cluster.role for article, cluster in network.clusters().items()}
    assert roles == {"a": "first", "b": "update", "c": "duplicate", "d": "duplicate"}


def test_the_same_article_again_is_not_its_own_duplicate() -> None:
    """An article that is delivered twice, or fetched again unchanged, has no cluster."""
    network = Network(random.Random(1))
    network.publish(seen("a", words(1), 0))
    network.publish(seen("a", words(1), 0))
    network.publish(seen("a", words(1), 9))
    network.run()
    assert network.clusters() == {"a": None}
    assert network.writes == 0


def test_a_new_version_is_compared_in_the_place_of_the_old() -> None:
    """What is like the text that an article had before is no duplicate of it; what is like the present one is."""
    network = Network(random.Random(1), faults=False)
    network.publish(seen("a", words(1), 0))
    network.run()
    network.publish(seen("a", words(2), 1))
    network.run()
    network.publish(seen("b", words(1), 2))
    network.publish(seen("c", words(2), 3))
    network.run()
    assert clusters_of(network) == {"a": "a", "b": None, "c": "a"}


def test_a_record_that_is_delivered_again_is_annotated_again() -> None:
    """A desk's record that lands behind the annotated one, or a newer version, gets the cluster again; an older one not."""
    network = Network(random.Random(1), faults=False)
    old, new = seen("b", words(1), 5), seen("b", words(1), 8)
    network.publish(seen("a", words(1), 0))
    network.publish(old)
    network.run()
    for again in (old, new):
        network.publish(again)
        network.run()
        assert clusters_of(network) == {"a": "a", "b": "a"}
        assert network.stored("b").version == again.version
    writes = network.writes
    network.publish(old)
    network.run()
    assert network.writes == writes


def test_writing_again_ends() -> None:
    """A cluster of many copies is written once for each, not once for each pair."""
    network = Network(random.Random(1), faults=False)
    for number in range(100):
        network.publish(seen(f"{number:03}", words(1), number))
        network.run()
    assert set(clusters_of(network).values()) == {"000"}
    assert network.writes == 100
