"""strip(): the stage from outside."""

from pathlib import Path

import msgspec
import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.outcome import Reason, RejectArticle
from copydesk.strip.stage import StripOptions, strip
from tests.quality.articles import plain_article

SHARED = Path(__file__).parents[3].parent / "shared"

_PARAGRAPHS = [
    "The bridge over the Lome was closed on Monday after a lorry with forty cows broke its railing.",
    "Nobody was hurt, the town said, and all but one of the cows were found by the evening.",
    "The bridge is to open again in a week, when a new railing has come from the capital.",
    "Farmers were asked to keep their animals off the road until then.",
]


def _page(body: str, *, title: str = "Cows stop the traffic | Lome Post", head: str = "") -> NormalArticle:
    markup = read_markup(
        f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", base_url=None
    )
    return NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
    )


_BODY = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)


def test_shared_sample_comes_out_as_agreed() -> None:
    """The sample article keeps its six paragraphs and loses four blocks of the agreed kinds."""
    path = SHARED / "samples" / "technode.txt"
    if not path.exists():
        pytest.skip(f"no shared samples at {path}")
    clean = strip(plain_article(path.read_text(encoding="utf-8").strip()))
    assert [span.kind for span in clean.removed] == [
        Kind.AUTHOR_BIO,
        Kind.COMMENT_FORM,
        Kind.COMMENT_FORM,
        Kind.COMMENT_POLICY,
    ]
    assert len(clean.paragraphs) == 6
    assert clean.body.startswith("Tencent CEO Ma Huateng said")
    assert clean.body.endswith("develop its own.")


def test_page_body_is_kept_and_places_are_named() -> None:
    """Menu, share bar, related links, comments and footer go, each with its kind; the body stays."""
    clean = strip(
        _page(
            "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>"
            f"<article><h1>Cows stop the traffic</h1><div class=share-bar>Facebook Twitter</div><div class=text>{_BODY}</div>"
            "<div class=related><ul><li><a href=/1>Ten bridges that fell in the storm of March</a><li><a href=/2>Why the ferry is late again</a></ul></div></article>"
            "<section id=comments><p>I was there and it was a sight that nobody will forget for a long time.</p></section>"
            "<footer>© 2020 Lome Post</footer>"
        )
    )
    assert list(clean.paragraphs) == _PARAGRAPHS
    kinds = {span.kind for span in clean.removed}
    assert kinds >= {Kind.NAVIGATION, Kind.SHARE, Kind.RELATED, Kind.COMMENTS, Kind.COPYRIGHT}


def test_class_and_wording_name_a_place_before_its_tag() -> None:
    """What an <aside> or a <footer> holds is told by its class, and outside the body by its wording; a <nav> whose class says nothing is one."""
    clean = strip(
        _page(
            f"<article>{_BODY}<aside class=newsletter>Cows by post, once a week</aside></article>"
            "<footer><div>Written by Anna Example</div><div>To whom it may concern</div></footer>"
            "<nav class=n4>Politics</nav>"
        )
    )
    kinds = {clean.article.text[span.start : span.end].strip(): span.kind for span in clean.removed}
    assert kinds["Cows by post, once a week"] is Kind.NEWSLETTER
    assert kinds["Written by Anna Example"] in {Kind.AUTHOR_BIO, Kind.BYLINE}
    assert kinds["To whom it may concern"] is Kind.COPYRIGHT
    assert kinds["Politics"] is Kind.NAVIGATION


def test_headline_repeated_in_the_body_goes() -> None:
    """A block at the head that equals the page's title is a headline, not a paragraph."""
    clean = strip(_page(f"<div><p>Cows stop the traffic</p>{_BODY}</div>"))
    assert list(clean.paragraphs) == _PARAGRAPHS
    assert [span.kind for span in clean.removed] == [Kind.HEADLINE]


def test_lead_outside_the_body_stays() -> None:
    """The description of the page, printed above the body in an element of its own, is kept."""
    lead = "Forty cows, one bridge and a broken railing kept the town busy for a day."
    clean = strip(
        _page(
            f"<header><h1>Cows stop the traffic</h1><p>{lead}</p></header><div>{_BODY}</div>",
            head=f'<meta name=description content="{lead}">',
        )
    )
    assert list(clean.paragraphs) == [lead, *_PARAGRAPHS]


def test_hidden_text_goes_unless_it_is_the_article() -> None:
    """Hidden blocks are removed; where most of the text is hidden, a script shows it, and it stays."""
    few = strip(
        _page(
            f"<div>{_BODY}<p hidden>This was hidden by the page for a reason that only the page knows.</p></div>"
        )
    )
    assert list(few.paragraphs) == _PARAGRAPHS
    assert few.removed[-1].rule == "hidden"
    most = strip(_page(f"<div>Please wait</div><div hidden>{_BODY}</div>"))
    assert list(most.paragraphs)[-4:] == _PARAGRAPHS


def test_page_without_structure_falls_back_to_wording() -> None:
    """Where selection keeps almost nothing, every visible block is judged by wording."""
    clean = strip(
        _page(
            "<div class=sidebar><p>The bridge over the Teign is open again.</p>"
            "<p>It was closed for a week after a barge had hit it.</p><p>Leave a Reply</p></div>"
        )
    )
    assert clean.paragraphs == (
        "The bridge over the Teign is open again.",
        "It was closed for a week after a barge had hit it.",
    )


def test_article_body_of_json_ld_settles_which_text_is_the_body() -> None:
    """Where the page's own data holds the article, the longer text beside it is not chosen."""
    other = "".join(
        f"<p>Story {n} of another day is told here in full, with all that was said and done by those who were there.</p>"
        for n in range(12)
    )
    data = msgspec.json.encode({"@type": "NewsArticle", "articleBody": " ".join(_PARAGRAPHS * 2)}).decode()
    html = f"<div>{_BODY}{_BODY}</div><div>{other}</div>"
    assert "another day" in strip(_page(html)).body
    known = strip(_page(html, head=f'<script type="application/ld+json">{data}</script>'))
    assert list(known.paragraphs) == _PARAGRAPHS * 2


def test_nothing_kept_is_rejected() -> None:
    """An article of boilerplate alone is rejected as no_article, without its text in the detail."""
    with pytest.raises(RejectArticle) as caught:
        strip(plain_article("Leave a Reply\n\nThis site uses Akismet to reduce spam."))
    assert caught.value.reason is Reason.NO_ARTICLE
    assert "Akismet" not in caught.value.detail


def test_article_without_blocks_is_rejected() -> None:
    """No blocks at all is no article either."""
    empty = NormalArticle(id="x", id_method="content", kind="html", text="", blocks=(), page=Page())
    with pytest.raises(RejectArticle):
        strip(empty)


def test_rule_that_is_off_does_not_apply() -> None:
    """A rule named in rules_off removes nothing; another may still."""
    article = plain_article("\n\n".join([*_PARAGRAPHS, "This site uses Akismet to reduce spam."]))
    assert strip(article).removed
    removed = strip(article, StripOptions(rules_off=("comment-policy-akismet",))).removed
    assert "comment-policy-akismet" not in {span.rule for span in removed}


def test_unknown_rule_in_rules_off_is_refused() -> None:
    """A misspelt rule id is named, not ignored."""
    with pytest.raises(ValueError, match="comment-polcy"):
        StripOptions(rules_off=("comment-polcy",))


def test_link_words_at_the_end_of_a_paragraph_are_cut() -> None:
    """The words "Read more" at the end of the last sentence go, the sentence stays whole."""
    clean = strip(plain_article("\n\n".join([*_PARAGRAPHS[:3], _PARAGRAPHS[3] + " Read more »"])))
    assert list(clean.paragraphs) == _PARAGRAPHS
    assert [span.rule for span in clean.removed] == ["related-trailing"]


def test_link_words_glued_to_a_sentence_are_cut() -> None:
    """Buttons follow the quotation that they share without a space."""
    clean = strip(plain_article("\n\n".join([*_PARAGRAPHS[:3], _PARAGRAPHS[3] + "Click To Tweet"])))
    assert list(clean.paragraphs) == _PARAGRAPHS


def test_a_place_in_the_body_is_told_by_its_wording() -> None:
    """A link that goes for being one goes by its wording where that is unmistakable, whatever the model thinks."""
    clean = strip(_page(f"<article>{_BODY}<p><a href=#top>Back to top</a></p>{_BODY}</article>"))
    assert ("navigation-control", Kind.NAVIGATION) in {(span.rule, span.kind) for span in clean.removed}
    assert "Back to top" not in clean.body


def test_cells_are_not_titles_between_two_links() -> None:
    """What stands between two removed lines at the foot goes with them, but the cells of a table do not."""
    rows = "".join(f"<tr><td>{name}</td><td>{name} Valley</td></tr>" for name in ("Ekeby", "Sund", "Lome"))
    page = _page(f"<article>{_BODY}<table>{rows}<tr><td>More</td><td>Share it!</td></tr></table></article>")
    assert "tail-between" not in {span.rule for span in strip(page).removed}
