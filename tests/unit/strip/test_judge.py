"""What goes with its neighbours in the tail of a text, and whose biography is the article's own."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.blocks import see
from copydesk.strip.comment_section import BETWEEN
from copydesk.strip.judge import BIO_CONTINUED, BIO_NAME, LIST_ITEM, TAG_ITEM, trailing
from copydesk.strip.stage import judged
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
_BIO = "Priya is our transport correspondent. She previously worked for the Lome Courier and lives in Kerb."


def _rules(article: NormalArticle) -> dict[str, str]:
    """Return the rule that each line goes by before the model is asked, empty where it stays."""
    told = judged(article)
    return {
        one.text: verdict.rule if verdict else ""
        for one, verdict in zip(told.seen, told.verdicts, strict=True)
    }


def _page(body: str) -> NormalArticle:
    markup = read_markup(f"<html><body><div>{body}</div></body></html>", base_url=None)
    return NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=Page()
    )


def _text(*lines: str) -> NormalArticle:
    return plain_article("\n\n".join((_LONG, _LONG, *lines)))


@pytest.mark.parametrize(
    "link",
    [
        "Read more",
        "CONTINUE READING »",
        "Lire la suite",
        "Leer más…",
        "LEER MÁS",
        "leggi tutto] ",
        "Weiterlesen → > ",
    ],
)
def test_the_words_of_a_link_are_cut_from_the_end_of_a_paragraph(link: str) -> None:
    """In any case and with the marks behind it; words that end a sentence alike stay."""
    (one,) = see(plain_article(f"{_LONG} {link}"))
    found = trailing(one)
    assert found is not None
    assert one.text[: found.keep] == _LONG
    (other,) = see(plain_article(f"{_LONG} He had read more"))
    assert trailing(other) is None


def test_labels_between_two_lines_that_go_go_too() -> None:
    """Up to three of them; a longer list, and one that stands above all that goes, may be the article's."""
    labels = ("QuayBook", "Harbourgram", "Pierbox", "Slipway")
    three = _rules(_text("Share this article", *labels[:3], "All rights reserved"))
    assert [three[label] for label in labels[:3]] == [BETWEEN.rule] * 3
    four = _rules(_text("Share this article", *labels, "All rights reserved"))
    assert [four[label] for label in labels] == [""] * 4
    above = _rules(_text(*labels[:2], "All rights reserved"))
    assert [above[label] for label in labels[:2]] == [""] * 2


def test_labels_after_the_last_thing_of_a_page_go() -> None:
    """Nothing of the article follows a line of copyright; after a share bar its last line may."""
    assert _rules(_text("All rights reserved", "Pierbox"))["Pierbox"] == BETWEEN.rule
    assert _rules(_text("Share this article", "Pierbox"))["Pierbox"] == ""


def test_sentences_between_two_lines_of_one_notice_go() -> None:
    """An offer takes several lines; between two things of different kinds a sentence may be the article's last."""
    price = "One pound for the first month, then twelve pounds per month. Cancel anytime."
    offer = _rules(_text("Subscribe to continue reading", price, "Already a subscriber? Log in"))
    assert offer[price] == BETWEEN.rule
    last = "The ferry will sail again on Monday."
    assert _rules(_text("Subscribe to continue reading", last, "Read more"))[last] == ""


def test_a_promise_goes_with_its_heading() -> None:
    """A box that no rule knows, between a share bar and related links; after an advertisement it may be the article's."""
    box = ("The Monday Buoy", "All that floats, in one letter a week.")
    below = _rules(_text("Share this article", *box, "Related articles"))
    assert [below[line] for line in box] == [BETWEEN.rule] * 2
    within = _rules(_text("Advertisement", *box, "Related articles"))
    assert [within[line] for line in box] == [""] * 2
    alone = _rules(_text("Share this article", box[1], "Related articles"))
    assert alone[box[1]] == ""


@pytest.mark.parametrize(
    "sentence", ["बंदर ने तीन केलों के बदले मुहर लौटा दी।", "کپتان نے کہا کہ جہاز کل روانہ ہوگا۔", "فهل تعود القطط إلى السوق غدا؟", "「船はもう出ました。」"]
)  # fmt: skip
def test_a_sentence_is_no_headline_in_any_script(sentence: str) -> None:
    """Whatever mark ends it: a short paragraph below a link to another article, or between two, is the article's."""
    assert _rules(_text("Share this article", sentence, "Related articles"))[sentence] == ""
    paragraph = "".join(f"<p>{line}</p>" for line in (_LONG, _LONG, _LONG))
    assert _rules(_page(f"{paragraph}<div>{sentence}</div>"))[sentence] == ""


def test_a_statement_below_a_link_in_hindi_is_no_headline() -> None:
    """A full stop tells it from the headlines of a list in every script."""
    sentence = "बंदर ने तीन केलों के बदले मुहर लौटा दी।"
    assert _rules(_text("Related articles", sentence, "All rights reserved"))[sentence] == ""


def test_a_name_above_a_biography_goes_with_it() -> None:
    """It is no proof that the article is about the author, and is no line of the article."""
    rules = _rules(_text("Priya Nandakumar", _BIO))
    assert rules["Priya Nandakumar"] == BIO_NAME.rule
    assert rules[_BIO] != ""


def test_a_biography_of_whom_the_text_names_stays() -> None:
    """Also where a line of the name alone stands above it."""
    rules = _rules(_text(f"Priya Nandakumar was on board. {_LONG}", "Priya Nandakumar", _BIO))
    assert rules[_BIO] == rules["Priya Nandakumar"] == ""


def test_titles_below_a_heading_go_where_no_line_is_a_link() -> None:
    """Pages that were cleaned of their links have lists of headlines as plain texts have them."""
    tail = "<p>Related articles</p><p>Ten ferries that sank</p>"
    bare = _rules(_page(f"<p>{_LONG}</p><p>{_LONG}</p>{tail}"))
    assert bare["Ten ferries that sank"] == "related-list-item"
    linked = _rules(_page(f"<p>{_LONG}</p><p>{_LONG} <a href=/q>The quay</a></p>{tail}"))
    assert linked["Ten ferries that sank"] == ""


def test_a_single_promo_begins_no_list() -> None:
    """What stands below "Read also:" and a headline on its line is the article again, and so is what opens a list of its own."""
    lone = _rules(_text(_LONG, _LONG, "Read also: Ten ferries that sank", "The rules on page one"))
    assert (lone["Read also: Ten ferries that sank"], lone["The rules on page one"]) == ("related-prefix", "")
    below = _rules(_text(_LONG, _LONG, "Related articles", "Ten ferries that sank", "What you need:"))
    assert (below["Ten ferries that sank"], below["What you need:"]) == (LIST_ITEM.rule, "")


@pytest.mark.parametrize(("cell", "rule"), [("<br><br>", "related-list-item"), ("</td></tr><tr><td>", "")])
def test_lines_of_one_cell_are_lines(cell: str, rule: str) -> None:
    """A cell of several paragraphs lays out a page; of a table's own cells one says nothing about the next."""
    lines = cell.join((_LONG, _LONG, "Related articles", "Ten ferries that sank"))
    assert _rules(_page(f"<table><tr><td>{lines}</td></tr></table>"))["Ten ferries that sank"] == rule


def test_a_short_article_does_not_bring_back_its_comments() -> None:
    """However little text a page has, what stands among comments is none of it, nor is a list of links below a heading."""
    comment = "I have lived in this street for thirty years and never seen a car do more than twenty, for there is the bend."
    rules = _rules(
        _page(
            "<div class=t><p>The speed limit in Lower Street falls to twenty from the first of June.</p></div>"
            f"<div class=comments><p>{comment}</p><p>{comment} There is the dog, too.</p></div>"
            "<div><h2>Latest headlines</h2><ul><li><a href=/1>Bridge is painted in the wrong green again</a></ul></div>"
        )
    )
    kept = [line for line, rule in rules.items() if not rule]
    assert kept == ["The speed limit in Lower Street falls to twenty from the first of June."]


def test_sub_headings_are_no_heads_of_comments() -> None:
    """An article about comments may have them below a sub-heading "Comments"; comments have names or buttons there."""
    told = f"<p>{_LONG}</p><h2>Comments</h2><p>{_LONG}</p>"
    article, thread = (
        _rules(_page(f"{told}<h2>Report abuse</h2><p>{_LONG} Twice.</p>")),
        _rules(_page(f"{told}<p>Report abuse</p>")),
    )
    assert article[_LONG] == article["Report abuse"] == ""
    assert thread["Report abuse"] == "comments-section"


def test_topics_below_their_heading_are_topics() -> None:
    """Short labels line by line; not a sentence, and not below a list that the heading's own line holds."""
    told = _rules(_text("Topics", "Harbours", "Wye Valley", "It was late."))
    assert told["Harbours"] == told["Wye Valley"] == TAG_ITEM.rule
    assert told["It was late."] != TAG_ITEM.rule
    assert _rules(_text("Topics: ferry, quay", "Harbours"))["Harbours"] != TAG_ITEM.rule


def test_what_stands_between_parts_of_a_form_is_a_part_of_it() -> None:
    """A label is one of the form; a sentence is a reader's."""
    told = judged(
        _text("Join the discussion", "or sign up with Quayside", "Your email address will not be published.")
    )
    kinds = {one.text: verdict.kind for one, verdict in zip(told.seen, told.verdicts, strict=True) if verdict}
    assert kinds["or sign up with Quayside"] is Kind.COMMENT_FORM
    told = judged(
        _text("Leave a comment", "I was there and waved.", "Your email address will not be published.")
    )
    kinds = {one.text: verdict.kind for one, verdict in zip(told.seen, told.verdicts, strict=True) if verdict}
    assert kinds["I was there and waved."] is Kind.COMMENTS


def test_lines_below_the_heading_of_a_biography_are_one() -> None:
    """Up to the next line with a wording; of a longer text below such a heading nobody knows where the biography ends."""
    told = _rules(_text("About the author", "Jonas Tarrant", f"Jonas rowed. {_LONG}", "Share", "It rained."))
    assert told["Jonas Tarrant"] == told[f"Jonas rowed. {_LONG}"] == BIO_CONTINUED.rule
    assert told["It rained."] != BIO_CONTINUED.rule
    told = _rules(_text("About the author", *[f"{number}. {_LONG}" for number in range(4)]))
    assert BIO_CONTINUED.rule not in told.values()


def test_a_notice_in_the_foot_does_not_make_the_foot_text() -> None:
    """Many lines of several kinds stand above it; a longer text below them is the article."""
    foot = ("Most read", "Share", "Sign up", "Cookie policy", "Leave a comment", "Terms of use", "Read more")
    notice = (
        "We belong to the council of the harbour press and keep to its code, which anybody may ask to see."
    )
    assert _rules(_text(*foot[:1], "Ferry sold", *foot[1:], notice))["Ferry sold"] == LIST_ITEM.rule
    assert _rules(_text(*foot[:1], "Ferry sold", *foot[1:], *[notice] * 3))["Ferry sold"] != LIST_ITEM.rule
