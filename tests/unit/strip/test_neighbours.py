"""Lines that only their neighbours name."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.blocks import see
from copydesk.strip.neighbours import by_neighbours
from copydesk.strip.verdict import MODEL_RULE, Verdict
from tests.quality.articles import plain_article


def _kind(
    line: str, beside: Kind, own: Kind = Kind.OTHER, rule: str = MODEL_RULE, far: int = 0
) -> Kind | None:
    """Return what a line is called that stands below one of a kind."""
    seen = see(plain_article(f"Above\n\n{line}\n\nBelow" + "\n\nFar below" * far))
    others = [Verdict(Kind.SHARE, "x", 0.9)] * far
    told = by_neighbours(seen, [Verdict(beside, "x", 0.9), Verdict(own, rule, 0.9), *others, None])[1]
    return told.kind if told is not None else None


@pytest.mark.parametrize(
    ("line", "beside", "kind"),
    [
        ("Begoña Irazu", Kind.BYLINE, Kind.BYLINE),
        ("Technology", Kind.BYLINE, Kind.OTHER),
        ("Community", Kind.NAVIGATION, Kind.NAVIGATION),
        ("Goat found on roof", Kind.NAVIGATION, Kind.OTHER),
        ("Manage settings", Kind.COOKIE, Kind.COOKIE),
        ("Settled.", Kind.COOKIE, Kind.OTHER),
    ],
)
def test_a_short_line_is_called_after_its_neighbour(line: str, beside: Kind, kind: Kind) -> None:
    """A name beside a byline, a word or two beside a menu's entry, a label beside a notice; no title, no sentence."""
    assert _kind(line, beside) is kind


def test_a_starred_label_beside_a_form_is_a_field_of_it() -> None:
    """Whatever its word would be elsewhere."""
    assert _kind("Email *", Kind.COMMENT_FORM, Kind.SHARE, "share-word") is Kind.COMMENT_FORM
    assert _kind("Email *", Kind.RELATED, Kind.SHARE, "share-word") is Kind.SHARE


def test_a_name_far_above_the_text_is_not_the_authors() -> None:
    """Lists of other articles have bylines, too."""
    assert _kind("Begoña Irazu", Kind.BYLINE, far=9) is Kind.OTHER


def test_a_heading_above_a_biography_is_a_part_of_it() -> None:
    """Where its words tell little; a sentence is no heading, and a form's label is one of the form."""
    seen = see(plain_article("About Ann\n\nAnn writes.\n\nIt ends."))
    bio = Verdict(Kind.AUTHOR_BIO, "x", 0.9)
    told = by_neighbours(
        seen, [Verdict(Kind.COPYRIGHT, MODEL_RULE, 0.9), bio, Verdict(Kind.OTHER, MODEL_RULE, 0.9)]
    )
    assert [verdict.kind for verdict in told if verdict] == [Kind.AUTHOR_BIO, Kind.AUTHOR_BIO, Kind.OTHER]
    told = by_neighbours(seen[:2], [Verdict(Kind.COMMENT_FORM, MODEL_RULE, 0.9), bio])
    assert [verdict.kind for verdict in told if verdict] == [Kind.COMMENT_FORM, Kind.AUTHOR_BIO]


def test_what_stands_between_two_lines_of_a_set_is_of_it() -> None:
    """Menus, lists of links and forms come in several lines; a byline does not."""
    seen = see(plain_article("One\n\nGoat found on roof again\n\nThree"))
    between = Verdict(Kind.OTHER, MODEL_RULE, 0.9)
    for kind, called in ((Kind.RELATED, Kind.RELATED), (Kind.BYLINE, Kind.OTHER)):
        beside = Verdict(kind, "x", 0.9)
        told = by_neighbours(seen, [beside, between, beside])[1]
        assert told is not None
        assert told.kind is called


def test_names_that_wording_gave_stay() -> None:
    """Only lines without one are named here."""
    assert _kind("Community", Kind.NAVIGATION, rule="some-rule") is Kind.OTHER
