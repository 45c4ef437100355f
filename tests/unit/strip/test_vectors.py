"""The numbers that the model sees of a block."""

from copydesk.article import NormalArticle
from copydesk.normalise.markup import read_markup
from copydesk.strip.course import COURSE
from copydesk.strip.stage import judged
from copydesk.strip.tokens import Tokens
from copydesk.strip.vectors import NAMES, candidates, rows
from tests.quality.articles import plain_article

_P = "<p>This is a sentence of the article, long enough to be one of its paragraphs.</p>"


def _page(body: str) -> NormalArticle:
    markup = read_markup(body, base_url=None)
    return NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
    )


def _named(article: NormalArticle, tokens: Tokens) -> dict[str, dict[str, float]]:
    """Text of each candidate to its numbers by name."""
    found = judged(article)
    wanted = candidates(found.seen, found.region)
    made = rows(found, tokens, wanted)
    return {
        found.seen[at].text: dict(zip(NAMES, row, strict=True)) for at, row in zip(wanted, made, strict=True)
    }


def test_a_row_has_a_number_for_each_name() -> None:
    """Rows are as long as the list of names, names are told apart, and every number is one."""
    found = _named(_page(f"<h1>Ferries</h1><article>{_P * 4}<ul><li>one</ul></article>"), Tokens({}))
    assert len(set(NAMES)) == len(NAMES)
    assert all(set(row) == set(NAMES) for row in found.values())
    assert all(isinstance(number, int | float) for row in found.values() for number in row.values())


def test_rows_tell_neighbours_places_and_rules() -> None:
    """A block's row holds numbers of the blocks beside it, the name of its place, and the rule that matches it."""
    found = _named(
        _page(f"<div><div class=body>{_P * 4}<p>Leave a comment</p></div><div class=menu>Home</div></div>"),
        Tokens({"b:leave a": -2.0, "s:comment": -1.0, "h:body": 1.5}),
    )
    row = found["Leave a comment"]
    assert row["words"] == 3
    assert row["words-1"] == 15
    assert row["words+1"] == -9.0  # the menu is no candidate, so nothing follows
    assert row["rule_kind"] > 0
    assert row["text_min"] == -2.0
    assert row["hints_max"] == 1.5
    assert "Home" not in found


def test_a_block_is_told_what_else_is_in_its_box() -> None:
    """Its box: the others, how many of them a rule knows, and their words; the body is none, and who stands alone in one is in none."""
    box = "<div class=n8><p>Harbour Notes</p><p>Subscribe to our newsletter</p><p>Every second Friday.</p></div>"
    found = _named(
        _page(f"<div class=body>{_P * 2}{box}<div>{_P}</div>{_P * 3}</div>"),
        Tokens({"s:friday": -1.0, "s:newsletter": -3.0}),
    )
    row = found["Harbour Notes"]
    assert row["box_blocks"] == 3
    assert row["box_worded"] == 0.5
    assert row["box_text"] == -2.0
    assert row["box_text_min"] == -3.0
    assert row["box_links"] == 0
    assert found["Subscribe to our newsletter"]["box_worded"] == 0
    assert (
        found["This is a sentence of the article, long enough to be one of its paragraphs."]["box_blocks"]
        == 0
    )


def test_the_box_of_a_plain_text_is_nothing() -> None:
    """A plain text has no elements."""
    found = _named(plain_article("Harbour Notes\n\nSubscribe to our newsletter"), Tokens({}))
    assert {row["box_blocks"] for row in found.values()} == {0}


def test_only_possible_blocks_are_candidates() -> None:
    """In a page: all of the body, and outside it text of some length; in a plain text every block."""
    page = _page(f"<div class=body>{_P * 4}<p>Aye.</p></div><footer><p>Write to us.</p>{_P}</footer>")
    _, seen, region, *_ = judged(page)
    assert [seen[at].text.split()[0] for at in candidates(seen, region)] == ["This"] * 4 + ["Aye.", "This"]
    text = plain_article("Aye.\n\nNo.")
    _, seen, region, *_ = judged(text)
    assert candidates(seen, region) == [0, 1]


def test_short_blocks_beside_long_ones_outside_the_body_are_candidates() -> None:
    """A page may part its text into two elements: the short lines of the smaller one may be the article's too."""
    page = _page(f"<section>{_P}<p>You should not.</p>{_P}</section><div>{_P * 20}</div><ul><li>Home</ul>")
    _, seen, region, *_ = judged(page)
    assert {seen[at].text.split()[0] for at in candidates(seen, region)} == {"This", "You"}


def test_distances_count_blocks_to_sure_paragraphs() -> None:
    """`since_sure` and `until_sure` are 1 beside a sure paragraph, and 99 where there is none on that side."""
    long = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
    found = _named(
        plain_article(f"Menu\n\n{long}\n\nShort line\n\n{long} Then it was gone.\n\nEnd"), Tokens({})
    )
    assert (found["Menu"]["since_sure"], found["Menu"]["until_sure"]) == (99.0, 1.0)
    assert (found["Short line"]["since_sure"], found["Short line"]["until_sure"]) == (1.0, 1.0)
    assert (found["End"]["since_sure"], found["End"]["until_sure"]) == (1.0, 99.0)


def test_a_plain_text_has_a_course_and_a_page_has_none() -> None:
    """What stands in for the elements that a text lacks is 0 for the blocks of a page."""
    long = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
    text = _named(plain_article(f"Menu\n\n{long}\n\n{long} Then it was gone."), Tokens({}))
    assert text["Menu"]["dense_from"] == -1
    assert text[long]["topic"] == 1.0
    page = _named(_page(f"<article>{_P * 4}</article>"), Tokens({}))
    assert {page[block][name] for block in page for name in COURSE} == {0.0}
