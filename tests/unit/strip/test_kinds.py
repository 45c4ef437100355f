"""What kind of furniture a removed block is, by its signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from copydesk.ledger import Kind
from copydesk.strip.kinds import Kinds, KindWeights
from copydesk.strip.model import shipped
from copydesk.strip.signs import Shape
from tests.quality.weights import kind_weights

_SHAPE = Shape("below0", 1, None, rule=None, is_headline=False)
_KNOWN = Kinds(
    kind_weights(
        {
            "s:reply": {Kind.COMMENT_FORM: 70},
            "s:share": {Kind.SHARE: 45, Kind.COMMENT_FORM: 2},
            "s:either": {Kind.TAGS: 10, Kind.RELATED: 10, Kind.BYLINE: 10},
            "s:dividend": {Kind.OTHER: 50},
            "-1:share": {Kind.SHARE: 10},
            "-1:share?": {Kind.SHARE: 60},
            "#zone:below0": {Kind.TAGS: 20, Kind.RELATED: 10},
            "@tag:li": {Kind.RELATED: 90},
        }
    )
)


def test_the_likeliest_kind_is_told() -> None:
    """Each word counts once, and the greatest sum wins."""
    assert _KNOWN.of("share share") is Kind.SHARE
    assert _KNOWN.of("Share a reply") is Kind.COMMENT_FORM


def test_what_is_not_likely_enough_is_not_told() -> None:
    """Without a known word, and between two that are as likely, a block is of no kind."""
    assert _KNOWN.of("nothing known") is Kind.OTHER
    assert _KNOWN.of("either") is Kind.OTHER
    assert Kinds(KindWeights()).of("share") is Kind.OTHER


def test_words_of_no_kind_outweigh_others() -> None:
    """What a line of no kind has in common with furniture neither names it nor makes it sure."""
    assert (_KNOWN.of("share"), _KNOWN.are_sure("share")) == (Kind.SHARE, True)
    assert (_KNOWN.of("Share dividend"), _KNOWN.are_sure("Share dividend")) == (Kind.OTHER, False)
    assert not _KNOWN.are_sure("unknown")


def test_a_block_is_told_by_words_place_shape_and_neighbours() -> None:
    """What is known of it adds up; a plain text has no place."""
    own = _KNOWN.alone("unknown", None, _SHAPE)
    assert _KNOWN.told(own)[2:] == (True, "tags?")
    placed = _KNOWN.told(_KNOWN.alone("unknown", ("li", "/ul/li", "", None), _SHAPE))
    assert placed[2:] == (False, "related")
    told = _KNOWN.told(_KNOWN.with_neighbours(own, ["-1:share", "+1:kept"], in_doubt=True))
    assert (told.kind, told.share() > 0.9) == (Kind.SHARE, True)


@given(st.lists(st.lists(st.integers(-3_000, 3_000), min_size=3, max_size=3), min_size=1, max_size=30))
def test_sums_of_all_kinds_are_those_of_each(rows: list[list[int]]) -> None:
    """They are added as one number; weights below 0 take nothing from the kind beside them."""
    of_three = (Kind.BYLINE, Kind.SHARE, Kind.TAGS)
    weights = {f"s:word{at}": dict(zip(of_three, row, strict=True)) for at, row in enumerate(rows)}
    kinds = Kinds(kind_weights(weights))
    told = kinds.told(sum(kinds.alone(f"word{at}", None, _SHAPE) for at in range(len(rows))))
    expected = {kind: sum(row[at] for row in rows) for at, kind in enumerate(of_three)}
    assert dict(zip(Kind, told.sums, strict=True)) == dict.fromkeys(Kind, 0) | expected


def test_neighbours_tell_more_of_a_block_in_doubt() -> None:
    """They have weights of their own there."""
    clear = _KNOWN.alone("reply", None, _SHAPE)
    sums = _KNOWN.with_neighbours(clear, ["-1:share"], in_doubt=False)
    assert _KNOWN.told(sums).kind is Kind.COMMENT_FORM


def test_words_are_as_sure_by_themselves_as_they_were_learnt() -> None:
    """Beside places and neighbours they are believed less."""
    weights = kind_weights({"s:share": {Kind.SHARE: 36}})
    assert not Kinds(weights).are_sure("share")
    assert Kinds(replace(weights, belief=0.5)).are_sure("share")


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
