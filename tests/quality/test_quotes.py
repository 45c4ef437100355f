"""Quotes and speakers of the gold set stay above their bars; the set says how it is counted."""

import pytest

from bench.enrich.quotes import ATTRIBUTION_BAR, PRECISION_BAR, measure, passages


@pytest.mark.parametrize("held_out", [False, True], ids=["development", "held-out"])
def test_quotes_stay_above_their_bars(*, held_out: bool) -> None:
    """On either half nearly all that is told is a quote, most quotes are told, and most speakers are right."""
    score, _ = measure(held_out=held_out)
    assert score.precision >= PRECISION_BAR, score
    assert score.recall >= 0.9, score
    assert score.attribution >= ATTRIBUTION_BAR, score


def test_the_set_is_as_large_as_it_says() -> None:
    """At least 60 passages and 200 quotes, half of them held out, each span what its passage has between marks."""
    read = list(passages())
    assert len(read) >= 60
    quotes = [(one, gold) for one in read for gold in one.quotes]
    held_out = sum(one.held_out for one, _ in quotes)
    assert len(quotes) >= 200
    assert 0.45 < held_out / len(quotes) < 0.55
    for passage, gold in quotes:
        around = passage.text[gold.span[0] - 2 : gold.span[0]] + passage.text[gold.span[1] : gold.span[1] + 2]
        assert any(mark in around for mark in '“”„«»"「」‘’'), (passage.name, gold)
