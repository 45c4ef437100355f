"""The detector of leftover boilerplate: the same measure for every extractor."""

import pytest

from bench.strip.leftovers import Gold, kind_of, leftovers

GOLD = (
    "The night ferry runs on batteries since Monday, the mayor of the town said.\n\n"
    "Read more: her first book about ferries is worth it.\n\nShare\n\nWhy now?\n\n"
    "Readers may leave a comment in the guest book on board, and share this joy with friends."
)


@pytest.mark.parametrize(
    ("segment", "kind"),
    [
        ("About the author", "author bio"),
        ("Eric Song is IGN's deal curator and spends a quarter of his pay on stuff he posts.", "author bio"),
        ("Jane Doe is a freelance writer based in Ghent.", "author bio"),
        ("Read more: Tencent profit falls as threat and economic woes weigh", "related"),
        ("• Lesen Sie auch: Was die Fähre kostet", "related"),
        ("DON'T MISS", "related"),
        ("関連記事", "related"),
        ("Leave a Reply", "comment form"),
        ("34 Comments", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Subscribe to our newsletter", "newsletter"),
        ("Get the latest headlines delivered to your inbox", "newsletter"),
        ("Abonnieren Sie unseren Newsletter", "newsletter"),
        ("Share on facebook", "share"),
        ("Click To Tweet", "share"),
        ("Partager cet article", "share"),
        ("Tags: ferry, harbour", "tags"),
        ("Filed under:", "tags"),
        ("By Tess Bonn - 11/19/19 06:56 AM EST", "byline"),
        ("Published Nov 18, 2019 at 4:07 PM | Updated at 5:36 PM CST on Nov 18, 2019", "byline"),
        ("Von Johannes Knuth", "byline"),
        ("7 min read", "byline"),
        ("20. November 2019, 11:42 Uhr", "byline"),
        ("Advertisement", "advert label"),
        ("Story continues below advertisement", "advert label"),
        ("If you buy something through this post, we may get a share of the sale.", "advert label"),
        ("Copyright © 2019 Press TV. All rights reserved.", "copyright"),
        ("무단 전재 및 재배포 금지", "copyright"),
        ("This website uses cookies to improve your experience.", "cookie"),
        ("Already a subscriber? Log in", "paywall"),
        ("Skip to main content", "navigation"),
    ],
)
def test_boilerplate_is_named(segment: str, kind: str) -> None:
    """Each kind is known by its wording, in several languages."""
    assert kind_of(segment) == kind


@pytest.mark.parametrize(
    "segment",
    [
        "The ferry left the jetty at ten, and the harbour was quiet again.",
        "By 2030 the town wants to be rid of diesel.",
        "9. Declutter First",
        "1. MarketerHire",
        "$179.99",
        "The law on copyright passed the house in spring.",
        "She shares a flat with two editors.",
        "It covers the study of leasing, tenant relations and legal compliance.",
        "Cookies taste best when they are warm.",
        "May Day on the quay",
        "Von der Fähre aus sieht man den Turm.",
    ],
)
def test_prose_is_no_boilerplate(segment: str) -> None:
    """Sentences and headings that merely hold a word of boilerplate are not taken for it."""
    assert kind_of(segment) is None


def test_what_the_gold_has_is_never_a_leftover() -> None:
    """The gold text itself holds no leftover, however it is worded, in its own lines or in one."""
    gold = Gold(GOLD)
    assert leftovers(GOLD, gold) == {}
    assert leftovers(GOLD.replace("\n\n", " "), gold) == {}
    assert leftovers(GOLD.upper(), gold) == {}


def test_leftovers_are_found_in_lines_and_inside_of_them() -> None:
    """A line of its own counts, and so does what was glued to a line of the gold."""
    text = (
        "By Tess Bonn\nThe night ferry runs on batteries since Monday, the mayor of the town said. "
        "See also: What the night ferry costs us all\n3 comments\nWhy now?"
    )
    assert leftovers(text, Gold(GOLD)) == {
        "byline": ["By Tess Bonn"],
        "related": ["See also: What the night ferry costs us all"],
        "comment form": ["3 comments"],
    }


def test_a_word_of_the_gold_is_not_its_line() -> None:
    """A short line that only stands inside a sentence of the gold is none of its lines."""
    gold = Gold("All comments were read aloud on the ferry.")
    assert leftovers("Comments", gold) == {"comment form": ["Comments"]}


def test_time_grows_with_the_text() -> None:
    """A long line without an end does not stall the patterns."""
    assert kind_of("get the " + "very’s own " * 20_000) is None
    assert kind_of("A" * 200_000) is None
    assert kind_of("By " + "Van " * 50_000) is None
