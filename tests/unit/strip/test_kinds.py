"""What kind of furniture a removed block is, by its words."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.kinds import Kinds, kind_tokens
from copydesk.strip.model import shipped

_KINDS = Kinds(
    {
        "s:reply": {Kind.COMMENT_FORM: 3.0},
        "s:share": {Kind.SHARE: 2.0, Kind.COMMENT_FORM: 0.2},
        "#any": {Kind.RELATED: 0.5},
        "s:either": {Kind.TAGS: 1.0, Kind.COOKIE: 1.0},
    }
)


def test_the_likeliest_kind_is_told() -> None:
    """Each word counts once, and the greatest sum wins."""
    assert _KINDS.of("share share") is Kind.SHARE
    assert _KINDS.of("Share a reply") is Kind.COMMENT_FORM


def test_what_is_not_likely_enough_is_not_told() -> None:
    """Without a known word, and between two that are as likely, a block stays what it was."""
    assert _KINDS.of("nothing known") is Kind.OTHER
    assert _KINDS.of("either") is Kind.OTHER
    assert Kinds({}).of("share") is Kind.OTHER


def test_words_of_no_kind_outweigh_others() -> None:
    """What a line of no kind has in common with furniture neither names it nor makes it sure."""
    kinds = Kinds({"s:share": {Kind.SHARE: 3.0}, "s:dividend": {Kind.OTHER: 4.0}})
    assert (kinds.of("share"), kinds.are_sure("share")) == (Kind.SHARE, True)
    assert (kinds.of("Share dividend"), kinds.are_sure("Share dividend")) == (Kind.OTHER, False)


def test_unknown_words_tell_nothing() -> None:
    """However likely a kind is of a line of such a size and with such signs."""
    kinds = Kinds({"#any": {Kind.NAVIGATION: 9.0, Kind.TAGS: 0.1}, "s:share": {Kind.NAVIGATION: 0.1}})
    assert kinds.of("nothing known") is Kind.OTHER
    assert kinds.of("share") is Kind.NAVIGATION


def test_how_sure_words_are() -> None:
    """Words that are likely those of a kind may be those of an article too."""
    kinds = Kinds({"s:share": {Kind.SHARE: 4.0}, "s:maybe": {Kind.SHARE: 0.1}, "#any": {Kind.TAGS: 0.1}})
    assert (kinds.are_sure("share"), kinds.are_sure("maybe"), kinds.are_sure("unknown")) == (
        True,
        False,
        False,
    )
    assert kinds.of("maybe") is not Kind.OTHER


def test_words_stems_pairs_ends_size_and_signs_are_looked_at() -> None:
    """What a line is written with counts beside its words."""
    assert set(kind_tokens("Follow us: @desk")) == {
        "s:follow", "p:foll", "s:us", "s:desk", "b:follow us", "b:us desk", "f:follow", "z:desk", "#words2", "#ends0", "#any", "#@", "#:",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Abonnieren Sie unseren Newsletter", Kind.NEWSLETTER),
        ("Partager sur Facebook", Kind.SHARE),
        ("Оставить комментарий", Kind.COMMENT_FORM),
        ("著作権は当社に帰属します。無断転載を禁じます。", Kind.COPYRIGHT),
        ("اشترك في النشرة البريدية", Kind.NEWSLETTER),
    ],
)
def test_the_shipped_weights_name_furniture_of_many_languages(text: str, kind: Kind) -> None:
    """Lines like those of many sites are told in scripts of their own."""
    assert shipped().kinds.of(text) is kind
