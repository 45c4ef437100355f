"""Readers' comments below an article: where they begin, what is a part of them, where they end."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.stage import judged
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
_SECTION = "comments-section"


def _told(*lines: str) -> dict[str, tuple[Kind, str]]:
    """Return kind and rule of each line that goes before the model is asked."""
    told = judged(plain_article("\n\n".join((_LONG, _LONG, *lines))))
    return {
        one.text: (verdict.kind, verdict.rule)
        for one, verdict in zip(told.seen, told.verdicts, strict=True)
        if verdict is not None
    }


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("2 Comments", "Ann says:"),
        ("Kommentare (2)", "Ann schreibt:"),
        ("2 comentarios", "Ana dice:"),
        ("Komentarze (2)", "Ala pisze:"),
    ],
)
def test_a_counting_heading_and_the_head_of_a_comment_begin_a_section(heading: str, head: str) -> None:
    """In many languages, and the heading is a part of it."""
    told = _told(heading, head, "I was there and waved, too.")
    assert told[heading] == told[head] == told["I was there and waved, too."] == (Kind.COMMENTS, _SECTION)


def test_two_ages_tell_comments_and_one_does_not() -> None:
    """A single age may be that of the article."""
    lines = ("3 Comments", "Ann", "3 years ago", "I was there and waved.", "Bob")
    assert _told(*lines, "2 years ago", "So was I.")["So was I."] == (Kind.COMMENTS, _SECTION)
    assert _told(*lines).get("I was there and waved.", (None, ""))[1] != _SECTION


def test_buttons_and_badges_between_comments_are_a_part_of_them() -> None:
    """What would be a menu or a share button elsewhere."""
    told = _told("2 Comments", "Ann says:", "I was there.", "Share", "42 likes", "Bob says:", "So was I.")
    assert {told["Share"][0], told["42 likes"][0]} == {Kind.COMMENTS}


def test_other_furniture_below_the_last_comment_ends_the_section() -> None:
    """From there on a line is called by its own wording, or by none."""
    told = _told(
        "1 Comment", "Ann says:", "I was there.", "Reply", "Related articles", "Ferry sold", "© 2024 Post"
    )
    assert told["I was there."][0] is Kind.COMMENTS
    assert told["Related articles"][0] is Kind.RELATED
    assert told["Ferry sold"][1] != _SECTION
    assert told["© 2024 Post"][0] is Kind.COPYRIGHT
