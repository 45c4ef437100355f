"""Text mode, measured: lines that strip drops against lines that are to be dropped."""

import pytest

from bench.strip.line_scores import ALL, Drops, Tally, drop_confidences, line_scores
from bench.strip.lines import PAGE, labelled
from bench.strip.own import Own
from bench.strip.pages import DevelopmentPage
from copydesk.article import Block, CleanArticle, NormalArticle
from copydesk.ledger import Kind, Span

GOLD = (
    "The night ferry runs on batteries since Monday morning.\n\n"
    "The town wants a quiet harbour and cleaner air for all who live there."
)
TEXT = f"{GOLD}\n\nLeave a comment\n\nYour email address will not be published. Required fields are marked *"


def _page(gold: str = GOLD) -> DevelopmentPage:
    return DevelopmentPage("id", "wcxb", "held", "example.org", "https://example.org/a", gold, "")


def test_a_line_is_dropped_for_its_greater_part() -> None:
    """Spans are laid over blocks, those that reach over several too; half of a block is not enough."""
    blocks = (Block(0, 10), Block(12, 22), Block(24, 34), Block(36, 46))
    article = NormalArticle(id="a", id_method="content", kind="text", text="x" * 46, blocks=blocks)
    removed = tuple(
        Span(start, end, Kind.OTHER, "r", sure)
        for start, end, sure in ((0, 5, 0.9), (14, 30, 0.8), (36, 46, 0.7))
    )
    assert drop_confidences(CleanArticle(article=article, removed=removed)) == [0.0, 0.8, 0.8, 0.7]
    assert drop_confidences(CleanArticle(article=article, removed=())) == [0.0] * 4


def test_scores_of_a_text() -> None:
    """What is dropped rightly counts; the whole is told by source and corpus and for all."""
    found = {score.corpus: score for score in line_scores([labelled(_page(), PAGE, TEXT)], Own())}
    assert set(found) == {"wcxb", ALL}
    score = found["wcxb"]
    assert (score.texts, score.lines, score.to_keep) == (1, 4, 0.5)
    assert (score.f1, score.perfect, score.keep_recall, score.drop_precision) == (1.0, 1.0, 1.0, 1.0)
    assert score.keep_all == pytest.approx(2 * 20 / (20 + 34))  # of 34 shingles 20 are in the gold
    assert (score.drop_f1, score.sure_drop_f1) == (1.0, 1.0)


def test_what_is_sure_leaves_nearly_all_of_the_article() -> None:
    """Of two hundred lines to keep two may go; the less sure drops are left out as soon as a third would."""
    drops = [(0.9, False)] * 3 + [(0.8, True)] * 2 + [(0.8, False)] * 3 + [(0.7, True), (0.7, False)]
    kept = [(0.0, True)] * 197 + [(0.0, False)] * 3
    sure, labels = zip(*drops, *kept, strict=True)
    tally = Tally()
    tally.drops = [Drops.of(sure[:6], labels[:6]), Drops.of(sure[6:], labels[6:])]
    score = tally.score(PAGE, ALL)
    assert score.sure_drop_f1 == pytest.approx(12 / 18)
    assert score.sure_confidence == 0.8
    assert score.drop_f1 == pytest.approx(14 / 20)
    assert score.keep_recall == pytest.approx(1 - 3 / 200)


def test_the_error_of_what_is_sure_is_that_of_texts() -> None:
    """Texts alike give no error; where one text alone has what is dropped wrongly, the figure hangs on its being drawn."""
    right = Drops.of((0.9, 0.0, 0.0), (False, False, True))
    wrong = Drops.of((0.95,) * 4, (True,) * 4)
    tally = Tally()
    tally.drops = [right] * 10
    assert tally.score(PAGE, ALL).sure_drop_error == 0.0
    tally.drops = [*[right] * 10, wrong]
    score = tally.score(PAGE, ALL)
    assert score.sure_drop_f1 == 0.0
    assert score.sure_drop_error == pytest.approx(0.32, abs=0.03)


def test_a_text_that_is_not_there_counts() -> None:
    """A source that gave nothing counts with an empty output: nothing of the gold is found."""
    found = next(iter(line_scores([labelled(_page(), PAGE, "")], Own())))
    assert (found.texts, found.lines, found.f1, found.keep_all) == (1, 0, 0.0, 0.0)
