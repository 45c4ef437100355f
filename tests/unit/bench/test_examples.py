"""What of a labelled page the trainer learns from."""

from bench.strip.examples import unread
from bench.strip.kind_labels import Labels
from copydesk.ledger import Kind


def test_what_nobody_read_below_the_articles_own_is_doubtful() -> None:
    """Up to the next block that was read as furniture, or that the gold text has."""
    kept = [True, False, False, False, False, True, False, False, False]
    known = Labels({3: Kind.NAVIGATION}, frozenset((1, 6)))
    assert unread(kept, known) == {2, 7, 8}
    assert unread(kept, Labels({3: Kind.NAVIGATION}, frozenset())) == set()
