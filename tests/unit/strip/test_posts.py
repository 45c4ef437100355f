"""Posts that an article quotes: they stay with it, whatever the model thinks of short lines."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.normalise.markup import read_markup
from copydesk.strip.model import FORMAT, Model, Part, Tree, Weights
from copydesk.strip.stage import strip
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was gone."
_POST = '<blockquote class="twitter-tweet" data-dnt="true"><p lang="en">Club statement</p>— Halden FC (@halden) <a href="#">May 3, 2024</a></blockquote>'
_SIGNED = "— Halden FC (@halden) May 3, 2024"


def _sure_of_long_lines() -> Model:
    part = Part(["words"], [Tree([0], [8.0], [-1], [-2], [-4.0, 4.0])], 0.0, {})
    return Model(Weights(FORMAT, part, part))


def _kept(body: str) -> tuple[str, ...]:
    markup = read_markup(f"<html><body>{body}</body></html>", base_url=None)
    article = NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=Page()
    )
    return strip(article, model=_sure_of_long_lines()).paragraphs


@pytest.mark.parametrize(
    ("inside", "posts"),
    [
        (f"<p>{_LONG}</p>{_POST}<p>{_LONG}</p>", 1),
        (f"{_POST}<p>{_LONG}</p><p>{_LONG}</p>", 1),
        (f"<p>{_LONG}</p><p>{_LONG}</p><figure>{_POST}</figure>{_POST}", 2),
    ],
    ids=["between", "above", "below, two in a row"],
)
def test_a_quoted_post_stays_whole(inside: str, posts: int) -> None:
    """With who wrote it and when; between paragraphs, above and below them."""
    kept = _kept(f"<div>{inside}</div>")
    assert [kept.count(line) for line in (_LONG, "Club statement", _SIGNED)] == [2, posts, posts]


def test_a_post_outside_the_article_goes() -> None:
    """A site shows its own posts in its foot."""
    assert _kept(f"<div><p>{_LONG}</p><p>{_LONG}</p></div><div>{_POST}</div>") == (_LONG, _LONG)


def test_a_post_beside_what_goes_goes_with_it() -> None:
    """Behind a label that goes stands a box."""
    assert _kept(f"<div><p>{_LONG}</p><p>{_LONG}</p><p>On other sites</p>{_POST}</div>") == (_LONG, _LONG)


@pytest.mark.parametrize(("above", "stays"), [(_LONG, True), ("On other sites", False)])
def test_in_plain_text_the_last_line_of_a_post_stays_with_the_line_above(above: str, *, stays: bool) -> None:
    """There nothing tells where the post begins."""
    kept = strip(plain_article(f"{_LONG}\n\n{above}\n\n{_SIGNED}"), model=_sure_of_long_lines()).paragraphs
    assert (_SIGNED in kept) is stays


@pytest.mark.parametrize(
    "line",
    [
        "View this post on Instagram",
        "A post shared by Halden FC (@halden)",
        "— Halden FC (@halden)",
        "Halden FC (@halden) on Facebook since 2009",
    ],
)
def test_other_lines_with_handles_are_no_last_lines_of_posts(line: str) -> None:
    """They name accounts, not who said something and when."""
    assert line not in strip(plain_article(f"{_LONG}\n\n{line}"), model=_sure_of_long_lines()).paragraphs
