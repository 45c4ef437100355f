"""Biographies above the text, and those of whom it is about."""

import pytest
from msgspec.structs import replace

from copydesk.strip.judge import BIO_CONTINUED
from copydesk.strip.stage import judged
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."


def _gone(*lines: str, author: tuple[str, ...] = ()) -> list[str]:
    article = replace(plain_article("\n\n".join(lines)), author=author)
    told = judged(article)
    return [
        one.text
        for one, verdict in zip(told.seen, told.verdicts, strict=True)
        if verdict is not None and verdict == BIO_CONTINUED
    ]


_BIO = "Priya Kerb is a senior reporter covering ferries and rivers."


def test_the_author_presented_above_the_text_is_no_part_of_it() -> None:
    """By the name in the byline, or in the article's data."""
    assert _gone("By Priya Kerb", _BIO, _LONG, _LONG) == [_BIO]
    assert _gone(_BIO, _LONG, _LONG, author=("Priya Kerb",)) == [_BIO]


def test_somebody_else_presented_above_the_text_is_its_subject() -> None:
    """Interviews begin so; one word of the name in common is not enough."""
    assert _gone("By Anna Lome", _BIO, _LONG, _LONG) == []
    assert _gone("By Anna Kerb", _BIO, _LONG, _LONG) == []
    assert _gone(_BIO, _LONG, _LONG) == []


@pytest.mark.parametrize("heading", ["About the author", "Sobre la firma", "Об авторе"])
def test_below_its_heading_a_biography_is_the_authors(heading: str) -> None:
    """Whoever it names."""
    assert _gone(heading, _BIO, _LONG, _LONG) == [_BIO]


def test_a_surname_that_is_a_word_of_the_text_is_not_named_by_it() -> None:
    """A hill in the text is not Anna Hill."""
    bio = "Anna Hill is a senior reporter covering ferries and rivers."
    told = judged(plain_article("\n\n".join((_LONG, f"{_LONG} Behind it stood the hill.", bio))))
    assert told.verdicts[-1] is not None
