"""Labels of blocks, as the trainer of kinds reads them."""

import pytest
import xxhash

from bench.strip import kind_labels
from bench.strip.kind_labels import ARTICLE, NOTHING, Labels, labelled, labels
from copydesk.ledger import Kind


def test_every_label_is_a_kind() -> None:
    """What the file says can be learnt from; how much there is stands in its description."""
    read = labels()
    names = [name for page in read.values() for name in page.values()]
    assert set(names) <= {ARTICLE, *(kind.value for kind in Kind)}
    assert f"{len(names):,} that the gold texts of {len(read)} pages" in (kind_labels.__doc__ or "")


def test_the_second_of_two_like_blocks_has_a_label_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word may stand in a menu and in a list of topics; what is the article's own is of no kind."""
    first, second, own = (
        xxhash.xxh32_hexdigest(text, seed=seed) for text, seed in ((b"Sport", 0), (b"Sport", 1), (b"Own", 0))
    )
    known = {"page": {first: "navigation", second: "tags", own: ARTICLE}}
    monkeypatch.setattr(kind_labels, "labels", lambda: known)
    blocks = ["Sport", "Unknown", "Sport", "Sport", "Own"]
    assert labelled("page", blocks) == Labels({0: Kind.NAVIGATION, 2: Kind.TAGS}, frozenset((4,)))
    assert labelled("elsewhere", blocks) == NOTHING
