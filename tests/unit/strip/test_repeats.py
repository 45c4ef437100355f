"""Text that stands on a page twice."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import RawArticle
from copydesk.ledger import Kind
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.strip.blocks import see
from copydesk.strip.repeats import REPEAT, without_repeats
from copydesk.strip.stage import strip
from tests.costs import cpu_s, linear
from tests.quality.articles import plain_article

_ONE = "The council of Oster Bay voted on Tuesday to close the ferry to Holm, which has run for ninety years."
_TWO = "It costs four hundred thousand a year, said the mayor, Ada Brandt, and carries no more than eleven people a day."
_THREE = "Who lives on the island will have to drive around the bay from May on, an hour and a half each way."


def _gone(*lines: str) -> list[int]:
    seen = see(plain_article("\n\n".join(lines)))
    assert [one.text for one in seen] == list(lines)
    verdicts = without_repeats(seen, [None] * len(seen))
    return [at for at, verdict in enumerate(verdicts) if verdict is REPEAT]


def test_a_second_copy_of_the_article_goes_with_its_short_lines() -> None:
    """Headings and items between its paragraphs, above the first and below the last of them."""
    article = ["The ferry", _ONE, "What it costs", _TWO, "• 400,000", _THREE, "The end"]
    assert _gone(*article, *article) == list(range(7, 14))
    assert _gone(*article, "Something else", *article, *article) == [*range(8, 15), *range(15, 22)]


def test_what_differs_within_a_second_copy_stays() -> None:
    """Only what stands in both."""
    assert _gone(_ONE, "Costs", _TWO, "Cuts", _THREE, _ONE, "Costs", _TWO, "Gains", _THREE) == [5, 6, 7, 9]


def test_a_standfirst_that_is_printed_again_goes_once() -> None:
    """A single paragraph, where its first copy is at the head of the article."""
    assert _gone(_ONE, "Photographs by Ida Nordli", _TWO, _ONE, _THREE) == [3]


def test_a_single_paragraph_that_is_quoted_again_further_down_stays() -> None:
    """Who explains a text prints its paragraphs again."""
    lines = [f"This is the {word} of the sentences." for word in ("first", "second", "third")]
    assert _gone(*lines, _ONE, _TWO, "Why does it begin so?", _ONE, _THREE) == []


def test_what_is_meant_to_be_repeated_stays() -> None:
    """Refrains, figures of a table, exercises of a plan."""
    assert _gone("Rest", _ONE, "Rest", _TWO, "Rest") == []
    stanza = "Row, row, row your boat,\nGently down the stream.\nMerrily, merrily, merrily, merrily,\nLife is but a dream."
    seen = see(plain_article(f"{stanza}\n\n{_ONE}\n\n{stanza}"))
    assert without_repeats(seen, [None] * len(seen)) == [None] * len(seen)
    items = normalise(
        RawArticle(
            kind="html",
            body=f"<body><p>{_ONE}</p><ul><li>{_TWO}</li><li>{_THREE}</li></ul><p>And again:</p><ul><li>{_TWO}</li><li>{_THREE}</li></ul></body>".encode(),
            charset="utf-8",
        ),
        NormaliseOptions(),
    )
    seen = see(items)
    assert without_repeats(seen, [None] * len(seen)) == [None] * len(seen)


def test_a_page_for_two_sizes_of_screens_is_kept_once() -> None:
    """And its ledger says why the second copy is gone."""
    copy = f"<h2>What it costs</h2><p>{_ONE}</p><p>{_TWO}</p><p>{_THREE}</p>"
    page = f"<html><head><title>Ferry closes</title></head><body><main><div class=desktop>{copy}</div><div class=mobile>{copy}</div></main></body></html>"
    article = normalise(RawArticle(kind="html", body=page.encode(), charset="utf-8"), NormaliseOptions())
    clean = strip(article)
    for text in (_ONE, _TWO, _THREE):
        assert clean.body.count(text) == 1
    assert [span.kind for span in clean.removed if span.rule == REPEAT.rule].count(Kind.OTHER) >= 3


@given(st.lists(st.sampled_from((_ONE, _TWO, _THREE, "Rest", "Go")), max_size=30))
def test_nothing_goes_that_is_not_kept_above(lines: list[str]) -> None:
    """Whatever the order of lines, each text that was there is there still."""
    if not lines:
        return
    seen = see(plain_article("\n\n".join(lines)))
    verdicts = without_repeats(seen, [None] * len(seen))
    kept = [one.text for one, verdict in zip(seen, verdicts, strict=True) if verdict is None]
    assert set(kept) == {one.text for one in seen}


def test_time_is_linear_in_copies() -> None:
    """Ten times as many copies cost about ten times as much, whatever their order."""
    seen = see(plain_article("\n\n".join([_ONE, "Rest", _TWO, "Rest", _ONE, _THREE, "Go"] * 6_000)))

    def cost(size: int) -> float:
        part = seen[:size]
        return cpu_s(lambda: without_repeats(part, [None] * size))

    assert linear(cost, len(seen) // 10)
