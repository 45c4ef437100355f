"""Promises of the forms beside plain text: the same words, safe elements, on arbitrary pages and texts."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from copydesk.article import BodyKind, RawArticle
from copydesk.outcome import Accepted
from copydesk.pipeline import PipelineOptions, process
from copydesk.render.stage import RenderOptions

_ELEMENTS = [
    "p", "div", "h1", "h2", "h5", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre", "figure", "figcaption", "a",
    "a href='/x?a=1&b=2'", "a href='javascript:x'", "a href='mailto:a@b.example'", "strong", "b", "em", "i", "code", "span", "dl",
    "dd", "caption", "div hidden", "nav", "section", "ol start=7",
]  # fmt: skip
_MARKS = st.sampled_from(
    [*list("*_`~[]()<>#+-=|\\!&\n\t .:1"), "&amp;", "&lt;b&gt;", "&nbsp;", "**", "__", "```", "- ", "1. ", "# ", "---", "&shy;", "\u200b", "é", "́", "“", "”", "中文", "。", "![", "](", "http://x.example/a_b_c", "<br>", "<!-- -->"]
)  # fmt: skip
_WORDS = st.sampled_from(
    [
        "ferry",
        "The ferry left the jetty at ten, and the harbour was quiet.",
        "Read more",
        "Share",
        "Leave a comment",
    ]
)
_INLINE = ["b", "i", "code", "a href=/x"]
_MARKED = st.recursive(
    _MARKS | st.sampled_from(["ferry", "a"]),
    lambda inner: st.builds(
        lambda tag, held: f"<{tag}>{''.join(held)}</{tag.split()[0]}>",
        st.sampled_from(_INLINE),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
_PIECE = st.one_of(
    _MARKED,
    _MARKED.map(lambda cell: f"<table><tr><th>Day<td>{cell}<tr><td><td>{cell}</table>"),
    st.sampled_from(_ELEMENTS).map(lambda name: f"<{name}>"),
    st.sampled_from(_ELEMENTS).map(lambda name: f"</{name.split()[0]}>"),
    st.just("<img src=/a.jpg alt='x [y] \"z\"'>"),
    _MARKS,
    _WORDS,
    st.text(max_size=8),
)
_PAGES = st.lists(_PIECE, max_size=40).map("".join)
_TEXTS = st.lists(_MARKS | _WORDS | st.text(max_size=8) | st.just("\n\n"), max_size=30).map("".join)

_OPTIONS = PipelineOptions(render=RenderOptions(formats=("html", "markdown")))
_MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})
_SAFE = re.compile(
    r"</?(?:p|h[234]|ul|ol|li|blockquote|table|tr|t[dh]|pre|code|strong|em|figure|figcaption|a)>|<br>"
    r'|<ol start="\d{1,9}">|<a href="(?:https?:|mailto:)[^"<>]*">|<img src="https?:[^"<>]*" alt="[^"<>]*">'
)


def _visible(text: str) -> str:
    return "".join(text.split())


def _text_of(html: str) -> str:
    body = LexborHTMLParser(html).body
    return _visible(body.text() if body is not None else "")


def _check(kind: BodyKind, text: str) -> None:
    raw = RawArticle(
        kind=kind, body=text.encode("utf-8", "replace"), charset="utf-8", url="https://x.example/a"
    )
    outcome = process(raw, _OPTIONS)
    if not isinstance(outcome, Accepted):
        return
    record = outcome.record
    html, markdown = record.article_body_html, record.article_body_markdown
    assert html is not None
    assert markdown is not None
    assert _text_of(html) == _visible(record.article_body)
    assert "<" not in _SAFE.sub("", html)
    assert _text_of(_MARKDOWN.render(markdown)) == _visible(record.article_body)


@given(_PAGES)
@settings(max_examples=1500, deadline=None)
def test_a_page_in_every_form_has_the_words_of_its_body(page: str) -> None:
    """Nothing that the ledger removed appears, nothing kept is missing, and only safe elements stand there."""
    _check("html", page)


@given(_TEXTS)
@settings(max_examples=600, deadline=None)
def test_a_text_in_every_form_has_the_words_of_its_body(text: str) -> None:
    """What looks like markup in a plain text stays text."""
    _check("text", text)


_SENTENCE = "The ferry left the jetty at ten, and the harbour was quiet. "


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<b>x " * 5000,
        ("<ul><li>" + _SENTENCE) * 2000,
        "<table>" + "<tr><td>a<td>b" * 5000,
        "<table><tr>" + "<td>" * 5000 + "x" + "<tr><td>y" * 5000,
        "<p>" + "<a href=/x>word</a> " * 10_000,
        f"<p>{_SENTENCE}" + "<img src=/logo.png>" * 20_000 + f"<p>{_SENTENCE}",
        "<p>" + "*_`[" * 50_000,
        "<h1>" + "#" * 200_000 + "x",
        "<h1>x " + "#" * 200_000,
        "<p><code>" + "` " * 50_000,
        "<pre>" + "x\n\n" * 10_000,
    ],
    ids=lambda page: page[:20],
)
def test_time_and_size_are_bounded_on_hostile_pages(page: str) -> None:
    """Deep nesting, wide and long tables, thousands of links and marks: linear, and no larger than a page's own markup."""
    raw = RawArticle(kind="html", body=page.encode(), charset="utf-8", url="https://x.example/a")
    began = time.process_time()
    outcome = process(raw, _OPTIONS)
    assert time.process_time() - began < 15
    assert isinstance(outcome, Accepted)
    for made in (outcome.record.article_body_html, outcome.record.article_body_markdown):
        assert made is not None
        assert len(made) < 20 * len(page)
