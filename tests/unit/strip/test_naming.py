"""What removed blocks are called where no rule of wording decided that they go."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.kinds import Kinds
from copydesk.strip.matcher import Matcher
from copydesk.strip.naming import name_removed
from copydesk.strip.rules.registry import RULES
from copydesk.strip.stage import judged, strip
from tests.quality.articles import plain_article
from tests.quality.weights import kind_weights

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was gone."
_TEXT = f"<div class=story><p>{_LONG}</p><p>{_LONG}</p><p>{_LONG}</p></div>"


def _page(body: str, title: str | None = None) -> NormalArticle:
    markup = read_markup(f"<html><body>{body}</body></html>", base_url=None)
    return NormalArticle(
        id="x",
        id_method="content",
        kind="html",
        text=markup.text,
        blocks=markup.blocks,
        page=Page(title=title),
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
    """In a place of comments the invitation and what the spam filter says are told from comments."""
    kinds = _kinds(
        _page(
            f"{_TEXT}<div class=comments-area><p>I was on that ferry, and it left at five past ten.</p>"
            "<h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
            "<p>This site uses Akismet to reduce spam.</p>"
            "</div>"
        )
    )
    assert kinds == {
        "I was on that ferry, and it left at five past ten.": Kind.COMMENTS,
        "Leave a Reply": Kind.COMMENT_FORM,
        "Your email address will not be published.": Kind.COMMENT_FORM,
        "This site uses Akismet to reduce spam.": Kind.COMMENT_POLICY,
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


def test_the_name_above_a_biography_is_the_authors() -> None:
    """So that whoever reads the ledger finds who wrote the article."""
    bio = "Gil Archer sailed for thirty years and now writes about it."
    kinds = _kinds(_page(f"{_TEXT}<div class=article-author><h4>Gil Archer</h4><p>{bio}</p></div>"))
    assert kinds[bio] is Kind.AUTHOR_BIO
    assert kinds["Gil Archer"] in {Kind.AUTHOR_BIO, Kind.BYLINE}


def test_links_below_a_heading_of_related_ones_are_related() -> None:
    """Whatever element they stand in."""
    kinds = _kinds(
        _page(
            f"{_TEXT}"
            "<div><div>More like this</div><div><a href=/1>Ten ferries that sank</a></div><div><a href=/2>The tug that came too late for the ferry</a></div></div>"
        )
    )
    assert kinds["Ten ferries that sank"] is kinds["More like this"] is Kind.RELATED


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
    """A post's own footer holds its byline and tags."""
    kinds = _kinds(
        _page(
            f"{_TEXT}<div class=post-footer><p>Filed under: Harbours</p><p>Copyright 2021 Quay Post Holdings</p></div>"
        )
    )
    assert kinds == {"Filed under: Harbours": Kind.TAGS, "Copyright 2021 Quay Post Holdings": Kind.COPYRIGHT}


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


def test_a_title_in_a_list_is_no_caption_for_a_word() -> None:
    """Of a list of other articles; a short label in it, and words that are surely of a kind, are."""
    titles = "Hereford hospital car park: the full list of charges"
    kinds = _kinds(plain_article(f"{_LONG}\n\n{_LONG}\n\nRead more\n\n{titles}\n\nLeave a comment"))
    assert kinds[titles] is Kind.RELATED
    assert kinds["Leave a comment"] is Kind.COMMENT_FORM


@pytest.mark.parametrize(
    "title",
    [
        "Ten wild geese cross the bay",
        "Ten wild geese cross the bay | Bay Post",
        "Bay Post: Ten wild geese cross the bay",
    ],
)
def test_a_headline_above_the_text_is_called_one(title: str) -> None:
    """A heading outside the text's element that the page calls its title is its headline, whatever its words are like."""
    kinds = _kinds(_page(f"<div><h2>Ten wild geese cross the bay</h2></div>{_TEXT}", title))
    assert kinds["Ten wild geese cross the bay"] is Kind.HEADLINE


def test_a_headline_that_reads_like_a_teaser_is_one() -> None:
    """The page's title in an h1 is no link to another article, though a rule of wording takes it for one."""
    line = "Read more: how the geese cross the bay"
    assert _kinds(_page(f"<div><h1>{line}</h1></div>{_TEXT}", f"{line} | Bay Post"))[line] is Kind.HEADLINE


def test_the_only_h1_is_the_headline() -> None:
    """Where no heading is the page's title, the one h1 above the text is it."""
    kinds = _kinds(_page(f"<div><h1>Geese cross the bay at dusk</h1></div>{_TEXT}", "Bay Post"))
    assert kinds["Geese cross the bay at dusk"] is Kind.HEADLINE


def test_a_headline_may_stand_below_the_name_of_the_site() -> None:
    """An h1 in a menu, and the headline an h2."""
    head = "<nav><h1>The Bay Post</h1></nav><div><h2>Geese cross the bay</h2></div>"
    kinds = _kinds(_page(f"{head}{_TEXT}", "Geese cross the bay - The Bay Post"))
    assert kinds["Geese cross the bay"] is Kind.HEADLINE


def test_a_day_and_a_name_below_the_headline_are_the_byline() -> None:
    """Between headline and text a day is of the byline, and so is a name beside one."""
    head = "<div><h1>Geese cross the bay</h1><div>Mara Lind</div><div>Bay, 4.5.2021</div></div>"
    kinds = _kinds(_page(f"{head}<div><div>Wild Life</div></div>{_TEXT}", "Geese cross the bay"))
    assert kinds["Mara Lind"] is Kind.BYLINE
    assert kinds["Bay, 4.5.2021"] is Kind.BYLINE


def test_outside_the_text_a_wording_is_a_sign_among_others() -> None:
    """A day in a list of other articles goes for its place: what knows it better than the rule names it."""
    found = judged(_page(f"{_TEXT}<div class=box><p>12 March 2024</p><p>Share this</p></div>"))
    assert [verdict.rule for verdict in found.verdicts[3:] if verdict] == [
        "byline-date-line",
        "share-invitation",
    ]
    kinds = Kinds(kind_weights({"s:march": {Kind.RELATED: 90}, "s:share": {Kind.SHARE: 90}}))
    named = name_removed(found, found.verdicts, Matcher(RULES), kinds)
    assert [(verdict.kind, verdict.rule) for verdict in named[3:] if verdict] == [
        (Kind.RELATED, "outside-body"),
        (Kind.SHARE, "share-invitation"),
    ]


@pytest.mark.parametrize(("weight", "kind"), [(10, Kind.SHARE), (90, Kind.NEWSLETTER)])
def test_a_wording_in_doubt_keeps_its_kind(weight: int, kind: Kind) -> None:
    """Only what the classifier is clear about is told otherwise."""
    found = judged(_page(f"{_TEXT}<div class=box><p>Share this</p></div>"))
    kinds = Kinds(kind_weights({"s:share": {Kind.NEWSLETTER: weight}}))
    named = name_removed(found, found.verdicts, Matcher(RULES), kinds)
    assert [verdict.kind for verdict in named[3:] if verdict] == [kind]
