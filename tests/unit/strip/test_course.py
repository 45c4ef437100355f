"""The course of a plain text, in numbers."""

from copydesk.strip.course import COURSE, course
from copydesk.strip.stage import judged
from tests.quality.articles import plain_article

_FERRY = "The ferry to Vik has sunk in the harbour, as the harbour master had written in every report since August."
_MENU = "News\n\nSport\n\nWeather"


def _told(text: str) -> dict[str, dict[str, float]]:
    """Each line to its numbers by name."""
    seen = judged(plain_article(text)).seen
    return {
        one.text: dict(zip(COURSE, numbers, strict=True))
        for one, numbers in zip(seen, course(seen, [0.0] * len(seen)), strict=True)
    }


def test_the_densest_stretch_is_where_running_text_follows_on_running_text() -> None:
    """Lines are told how far they are from its first and its last line, in lines and in words."""
    last = "The harbour master has asked for a new ferry, or for a pension, whichever the county finds first."
    told = _told(f"{_MENU}\n\n{_FERRY}\n\n{last}\n\nCinema\n\nA longer line about a dog that is elsewhere.")
    assert told[_FERRY]["dense_from"] == 0
    assert told[last]["dense_to"] == 0
    assert told["News"]["dense_from"] == -3
    assert told["Cinema"]["dense_to"] == -1
    assert told["Weather"]["dense_words_from"] == -1
    assert told["News"]["dense_blocks"] == 2


def test_a_line_of_the_same_matter_shares_words_with_the_stretch() -> None:
    """Its own words count only where another line has them too."""
    caption, other = "The ferry in the harbour of Vik", "Football: eleven students win again"
    told = _told(
        f"{_FERRY}\n\nDivers found the ferry upright in the mud of the harbour, and its bell still on the hook.\n\n{caption}\n\n{other}"
    )
    assert told[caption]["topic"] == 1.0
    assert told[other]["topic"] == 0.0
    assert told[other]["unique"] == 1.0
    assert 0.0 < told[_FERRY]["topic"] < 0.5


def test_headlines_and_short_lines_in_a_row_are_counted() -> None:
    """Before and after each line; the line itself is one of a run of short ones."""
    told = _told(
        f"{_FERRY}\n\nPos.\n\n1\n\nBusch 5040\n\nWhat the mayor said about the ferry\n\n{_FERRY} Indeed."
    )
    assert told["1"]["titles_before"] == 0  # "Pos." ends like a sentence
    assert told["1"]["titles_after"] == 2
    assert told["1"]["short_run"] == 3
    assert told[_FERRY]["short_run"] == 0
    assert told["1"]["digits_near"] > 0


def test_every_line_is_told_what_the_text_is_as_a_whole() -> None:
    """A page's text has short lines and rules' wordings about its stretch; what an extractor left has none."""
    page = _told(f"{_MENU}\n\n{_FERRY}\n\nLeave a comment")
    names = ("lines_before", "lines_behind", "short_lines", "sentence_lines", "rule_lines", "text_words")
    whole = {tuple(numbers[name] for name in names) for numbers in page.values()}
    assert whole == {(3.0, 1.0, 0.8, 0.2, 0.8, 26.0)}
    left = _told(_FERRY)[_FERRY]
    assert tuple(left[name] for name in names) == (0.0, 0.0, 0.0, 1.0, 0.0, 20.0)


def test_a_text_of_one_line_has_a_course() -> None:
    """Nothing is divided by nothing."""
    assert len(_told("Aye.")["Aye."]) == len(COURSE)
