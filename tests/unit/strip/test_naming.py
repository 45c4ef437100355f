"""What removed blocks are called where no rule of wording decided that they go."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.stage import strip
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."
_TEXT = f"<div class=story><p>{_LONG}</p><p>{_LONG}</p><p>{_LONG}</p></div>"


def _page(body: str) -> NormalArticle:
    markup = read_markup(f"<html><body>{body}</body></html>", base_url=None)
    return NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=Page()
    )


def _kinds(article: NormalArticle) -> dict[str, Kind]:
    """Return the kind of each removed line."""
    clean = strip(article)
    return {
        line: span.kind
        for span in clean.removed
        for line in clean.article.text[span.start : span.end].split("\n")
        if line
    }


def test_a_form_among_comments_is_a_form() -> None:
    """In a place of comments the invitation, what stands in the form and what the spam filter says are told from comments."""
    kinds = _kinds(
        _page(
            f"{_TEXT}<div class=comments-area><p>I was on that ferry, and it left at five past ten.</p>"
            "<h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
            "<p>This site uses Akismet to reduce spam.</p>"
            "<div class=comment-respond><p>Ask the harbour office for a name.</p></div></div>"
        )
    )
    assert kinds == {
        "I was on that ferry, and it left at five past ten.": Kind.COMMENTS,
        "Leave a Reply": Kind.COMMENT_FORM,
        "Your email address will not be published.": Kind.COMMENT_FORM,
        "This site uses Akismet to reduce spam.": Kind.COMMENT_POLICY,
        "Ask the harbour office for a name.": Kind.COMMENT_FORM,
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Gil Archer sailed for thirty years and now writes about it.", Kind.AUTHOR_BIO),
        ("Gil Archer schreibt seit 2003 für den Boten über Schiffe und Häfen.", Kind.AUTHOR_BIO),
        ("Gil Archer, maritime correspondent", Kind.BYLINE),
        ("Published on 4 May 2021 at 10:15", Kind.BYLINE),
    ],
)
def test_a_sentence_in_a_place_of_bylines_is_a_biography(line: str, kind: Kind) -> None:
    """The place is called for the author either way; a name, a role and a date are no biography."""
    kinds = _kinds(_page(f"{_TEXT}<div class=article-author><p>{line}</p></div>"))
    assert kinds == {line: kind}


def test_the_name_above_a_biography_is_a_part_of_it() -> None:
    """So that whoever reads the ledger gets the biography whole."""
    bio = "Gil Archer sailed for thirty years and now writes about it."
    kinds = _kinds(_page(f"{_TEXT}<div class=article-author><h4>Gil Archer</h4><p>{bio}</p></div>"))
    assert kinds == {"Gil Archer": Kind.AUTHOR_BIO, bio: Kind.AUTHOR_BIO}


def test_links_below_a_heading_of_related_ones_are_related() -> None:
    """Whatever element they stand in; a menu's entry elsewhere is none."""
    kinds = _kinds(
        _page(
            f"<div><a href=/s>Sport</a></div>{_TEXT}"
            "<div><div>More like this</div><div><a href=/1>Ten ferries that sank</a></div><div><a href=/2>Tugs</a></div></div>"
        )
    )
    assert kinds["Ten ferries that sank"] is kinds["Tugs"] is kinds["More like this"] is Kind.RELATED
    assert kinds["Sport"] is Kind.NAVIGATION


def test_a_heading_without_wording_is_what_stands_below_it() -> None:
    """Words like “From the quay” say nothing by themselves; a headline that links elsewhere does."""
    kinds = _kinds(
        _page(f"{_TEXT}<div><h3>From the quay</h3><p><a href=/1>Ten ferries that sank</a></p></div>")
    )
    assert kinds == {"From the quay": Kind.RELATED, "Ten ferries that sank": Kind.RELATED}


def test_a_line_of_a_share_bar_without_wording_is_of_it() -> None:
    """A network that no rule knows stands between the bar's heading and the next thing that goes."""
    kinds = _kinds(
        plain_article(f"{_LONG}\n\n{_LONG}\n\nShare this article\n\nQuayBook\n\nAll rights reserved")
    )
    assert kinds["QuayBook"] is Kind.SHARE


def test_the_day_of_a_comment_is_a_part_of_it() -> None:
    """Among comments a date is nobody's byline."""
    kinds = _kinds(
        plain_article(
            f"{_LONG}\n\n{_LONG}\n\n2 Comments\n\nMaura says:\n\nJune 3, 2023 at 8:12 pm\n\nI was there."
        )
    )
    assert kinds["June 3, 2023 at 8:12 pm"] is Kind.COMMENTS


def test_a_word_names_what_no_rule_knows() -> None:
    """Of a line that goes anyway; a sentence of the article with the same word stays."""
    promise = "Nichts verpassen: der Küsten-Newsletter, jeden Freitag."
    kinds = _kinds(_page(f"{_TEXT}<div><p>{promise}</p></div>"))
    assert kinds == {promise: Kind.NEWSLETTER}
    assert "newsletter" in strip(plain_article(f"{_LONG}\n\nThe newsletter said so. {_LONG}")).body


def test_not_all_of_a_footer_is_about_rights() -> None:
    """A post's own footer holds its byline and tags, a site's its menu; what tells nothing is called by its place."""
    kinds = _kinds(
        _page(
            f"{_TEXT}<div class=post-footer><p>Filed under: Harbours</p><p><a href=/v>Full site</a></p>"
            "<p>Quay Post Holdings 12345</p></div>"
        )
    )
    assert kinds == {
        "Filed under: Harbours": Kind.TAGS,
        "Full site": Kind.NAVIGATION,
        "Quay Post Holdings 12345": Kind.COPYRIGHT,
    }


def test_a_heading_of_related_links_is_called_after_them() -> None:
    """Where its own words are in doubt, as they are in a language that few written lines are in."""
    links = "<li><a href=/1>Bear keeps to the traffic lights</a></li><li><a href=/2>Fox takes the first train</a></li>"
    kinds = _kinds(
        _page(f"{_TEXT}<section class=p-reco><h2>あなたにおすすめの記事</h2><ul>{links}</ul></section>")
    )
    assert set(kinds.values()) == {Kind.RELATED}


def test_a_credit_in_a_captions_place_is_a_credit() -> None:
    """The caption itself is a caption."""
    kinds = _kinds(_page(f"<figure><p>The quay at ten</p><p>Photo: Anna Example</p></figure>{_TEXT}"))
    assert kinds == {"The quay at ten": Kind.CAPTION, "Photo: Anna Example": Kind.IMAGE_CREDIT}


def test_a_button_is_called_by_its_wording() -> None:
    """One to comment is no menu."""
    kinds = _kinds(_page(f"{_TEXT}<div><button>Add a comment</button></div>"))
    assert kinds == {"Add a comment": Kind.COMMENT_FORM}


def test_below_an_address_stands_no_biography() -> None:
    """Where to reach the author is its end; a line without a wording that follows is called by its own words."""
    kinds = _kinds(plain_article(f"{_LONG}\n\n{_LONG}\n\nanna@quay.example\n\nZq xv\n\nRead next"))
    assert kinds["anna@quay.example"] is Kind.AUTHOR_BIO
    assert kinds["Zq xv"] is Kind.OTHER


def test_a_title_in_a_list_is_no_caption_for_a_word() -> None:
    """Of a list of other articles; a short label in it, and words that are surely of a kind, are."""
    titles = "Hereford hospital car park: the full list of charges"
    kinds = _kinds(plain_article(f"{_LONG}\n\n{_LONG}\n\nRead more\n\n{titles}\n\nLeave a comment"))
    assert kinds[titles] is Kind.RELATED
    assert kinds["Leave a comment"] is Kind.COMMENT_FORM


def test_a_consent_layer_is_named_as_a_whole() -> None:
    """Its title, in bare elements, is named by the notice below it, and its buttons by what stands above them."""
    notice = "We and our partners store and access information on a device, such as cookies, to show you ads."
    kinds = _kinds(
        _page(
            f"<div>{_TEXT * 3}</div><div><div>You decide, always</div><div>{notice}</div>"
            "<button>Reject the lot</button><button>Choose</button></div>"
        )
    )
    assert kinds == dict.fromkeys(("You decide, always", notice, "Reject the lot", "Choose"), Kind.COOKIE)
