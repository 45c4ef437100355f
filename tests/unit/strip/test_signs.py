"""What the classifier of kinds sees of a removed block."""

from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.blocks import see
from copydesk.strip.rules.registry import RULES
from copydesk.strip.signs import STAYS, Around, Shape, of_place, of_text
from tests.quality.articles import plain_article


def test_words_beginnings_pairs_size_case_and_marks_are_looked_at() -> None:
    """What a line is written with counts beside its words; each sign once."""
    signs = of_text("Follow us: @desk")
    assert signs[:4] == ({"follow", "us", "desk"}, {"foll"}, {("follow", "us"), ("us", "desk")}, {"follow"})
    assert sorted(signs.marks) == ["#:", "#@", "#ends0", "#mixed", "#words2"]
    numbers = of_text("Heute um 14:30 Uhr (2024)?").marks
    assert {"#?", "#:", "#digit", "#time", "#year"} < set(numbers)
    assert of_text("")[:4] == (set(), set(), set(), set())


def test_elements_and_names_of_a_place_are_looked_at() -> None:
    """Near names are told from those further up."""
    signs = of_place("li", "/html/nav/ul/li", "menu-item menu site-header", Kind.NAVIGATION)
    assert {
        "@place:navigation",
        "@tag:li",
        "@in:nav",
        "@in:ul",
        "@near:menu",
        "@far:site",
        "@far:header",
    } <= set(signs)
    assert "@near:site" not in signs


def test_a_shape_says_zone_size_links_rule_and_headline() -> None:
    """In a plain text nothing is said of links."""
    rule = RULES[0]
    signs = Shape("above0", 3, 2, rule, is_headline=True).signs()
    assert signs == [
        "@zone:above0", "@size:3", "@links:2", "@links:2:3", f"#rule:{rule.id}", f"#worded:{rule.kind.value}", "#headline",
    ]  # fmt: skip
    assert Shape("above0", 3, None, rule=None, is_headline=False).signs() == ["#zone:above0", "#size:3"]


def test_zones_are_told_by_what_stays() -> None:
    """Above, inside and below, and how far away."""
    seen = see(plain_article("\n\n".join(f"Line {number}" for number in range(60))))
    around = Around(seen, [None] * 60, frozenset(), is_page=False, first=30, last=32)
    zones = [around.shape(at, None).zone for at in (0, 20, 25, 29, 31, 33, 36, 42, 59)]
    assert zones == ["above3", "above2", "above1", "above0", "inside", "below0", "below1", "below2", "below3"]


def test_neighbours_and_the_heading_above_are_signs() -> None:
    """On a page it is told whether they stand in one element with the block."""
    markup = read_markup(
        "<html><body><p>Kept</p><div><h2>Heading</h2><ul><li>One</li><li>Two</li></ul></div></body></html>",
        base_url=None,
    )
    article = plain_article("x")
    seen = see(
        type(article)(id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks)
    )
    around = Around(seen, [None] * 4, frozenset(), is_page=True, first=0, last=0)
    called = [STAYS, "related", "related", "other"]
    assert around.beside(2, called) == ["@-2:kept", "@-1:related", "@+1:other=", "@^:related="]
    plain = Around(seen, [None] * 4, frozenset(), is_page=False, first=0, last=0)
    assert plain.beside(3, called) == ["-2:related", "-1:related"]


def test_the_headline_is_told_behind_the_sites_name() -> None:
    """Whatever stands behind a colon of what the page calls its headline may be the headline."""
    seen = see(plain_article("One two three\n\nSite news: one two three\n\ntwo: and three more"))
    titles = frozenset(("site news: one two three", "one: two: and three more"))
    around = Around(seen, [None] * 3, titles, is_page=False, first=0, last=0)
    assert [around.shape(at, None).is_headline for at in range(3)] == [True, True, True]
    assert (
        not Around(seen, [None] * 3, frozenset(("and one two three",)), is_page=False, first=0, last=0)
        .shape(0, None)
        .is_headline
    )
