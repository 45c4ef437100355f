"""A clean article as HTML: what structure survives, and what does not."""

import pytest

import copydesk
from copydesk.article import CleanArticle, NormalArticle
from copydesk.ledger import Kind, Span
from copydesk.normalise.paragraphs import paragraphs
from copydesk.render.html import html_of
from copydesk.render.shape import shape
from copydesk.render.tree import MAX_NESTING, tree_of
from tests.unit.render.making import clean, tree


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div>Bare <span>text</span></div><h1>T</h1><h3>S</h3><h6>L</h6>", "<p>Bare text</p>|<h2>T</h2>|<h3>S</h3>|<h4>L</h4>"),
        ("<p>One<br>two</p>", "<p>One<br>two</p>"),
        ("<p>One <b>a</b><i hidden>Removed</i>, two</p><p>b</p>", "<p>One <strong>a</strong>, two</p>|<p>b</p>"),
        ("<p>One <i hidden>Removed</i><b>two</b><i hidden>Removed</i> <i>c</i></p>", "<p>One <strong>two</strong> <em>c</em></p>"),
        ("<p><i hidden>Removed</i>One<i hidden>Removed</i></p><p>two</p>", "<p>One</p>|<p>two</p>"),
        ('<p>a &lt;b&gt; &amp;amp; "q"</p>', '<p>a &lt;b&gt; &amp;amp; "q"</p>'),
        ("<p>A <b>bold</b>, <i>odd</i> <code>x&lt;y</code></p>", "<p>A <strong>bold</strong>, <em>odd</em> <code>x&lt;y</code></p>"),
        ("<p><b>a <i>b</i></b><i>c</i></p>", "<p><strong>a <em>b</em></strong><em>c</em></p>"),
        ("<b><p>One</p><p>two</p></b>", "<p><strong>One</strong></p>|<p><strong>two</strong></p>"),
        ("<p>So <a href='../x?a=1&b=2'>two <em>words</em></a>.</p>", '<p>So <a href="https://x.example/x?a=1&amp;b=2">two <em>words</em></a>.</p>'),
        ("<p><a href='mailto:a@b.example'>mail</a> <a href='tel:1'>call</a></p>", '<p><a href="mailto:a@b.example">mail</a> call</p>'),
        ("<p><a href='javascript:alert(1)' onclick=x>x</a><a href='data:text/html,x'>y</a></p>", "<p>xy</p>"),
        ("<p><a href='mailto:\"><script>'>x</a></p>", "<p>x</p>"),
        ("<ul><li>One</li><li>Two<ul><li>Deep</li></ul></li></ul>", "<ul><li>One</li><li>Two<ul><li>Deep</li></ul></li></ul>"),
        ("<ul><li>One</li></ul><ul><li>Two</li></ul>", "<ul><li>One</li></ul>|<ul><li>Two</li></ul>"),
        ("<ol start=3><li>C</li><li><p>D</p><p>d</p></li></ol>", '<ol start="3"><li>C</li><li><p>D</p><p>d</p></li></ol>'),
        ("<li>Lone</li><p>x</p>", "<ul><li>Lone</li></ul>|<p>x</p>"),
        ("<ul>Loose<li>One</li></ul>", "<ul><li>Loose</li><li>One</li></ul>"),
        ("<ul><li>One</li><li>Removed</li><li>Two</li></ul>", "<ul><li>One</li><li>Two</li></ul>"),
        ("<blockquote>Short</blockquote><blockquote><p>A</p><p>B</p></blockquote>", "<blockquote><p>Short</p></blockquote>|<blockquote><p>A</p><p>B</p></blockquote>"),
        ("<pre>if x:\n    y\n\nz</pre>", "<pre>if x:\n    y\n\nz</pre>"),
        ("<table><tr><th>D<th>H<tr><td>Mo<td><tr><td><td>8</table>", "<table><tr><th>D</th><th>H</th></tr><tr><td>Mo</td></tr><tr><td></td><td>8</td></tr></table>"),
        ("<table><caption>Cap</caption><tr><td>1<td>2<tr><td>3<td>4</table>", "<p>Cap</p>|<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"),
        ("<table><tr><td><p>One</p><p>Two</p></td><td>x</td></tr></table>", "<p>One</p>|<p>Two</p>|<p>x</p>"),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "<p>a</p>|<p>b</p>"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "<p>Term</p>|<p>Meaning</p>"),
        ("<p>a</p><figure><img src=b.jpg alt='x \"y\"'><figcaption>Kept</figcaption></figure><p>c</p>", '<p>a</p>|<figure><img src="https://x.example/news/b.jpg" alt="x &quot;y&quot;"><figcaption>Kept</figcaption></figure>|<p>c</p>'),
        ("<p>a</p><figure><img src=b.jpg><figcaption>Removed caption</figcaption></figure><p>c</p>", '<p>a</p>|<figure><img src="https://x.example/news/b.jpg" alt=""></figure>|<p>c</p>'),
        ("<p>a</p><img src=b.jpg><p>c</p>", '<p>a</p>|<figure><img src="https://x.example/news/b.jpg" alt=""></figure>|<p>c</p>'),
        ("<figure><p>Quote</p><figcaption>Who</figcaption></figure>", "<p>Quote</p>|<p>Who</p>"),
        ("<p>na&shy;<b>ï\u0301ve</b>\u200b text</p>", "<p>na<strong>ḯve</strong> text</p>"),
    ],
)  # fmt: skip
def test_structure_survives(page: str, expected: str) -> None:
    """Blocks, lists, quotes, tables, code, links, emphasis and pictures; everything else is text."""
    assert html_of(tree(page)) == expected.replace(">|<", ">\n<")


def test_relative_links_without_a_base_are_text() -> None:
    """They would lead nowhere."""
    assert html_of(tree("<p><a href=/x>x</a></p>", base=None)) == "<p>x</p>"


def test_a_part_of_a_block_that_was_removed_goes_with_its_marks() -> None:
    """The ledger may cut the end of a block; a link that is cut in two keeps its first half."""
    made = clean("<p>He went home. <a href=/x>Read more</a></p>")
    removed = (Span(18, 23, Kind.RELATED, "test", 0.9),)
    cut = CleanArticle(article=made.article, removed=removed)
    assert cut.body == "He went home. Read"
    assert html_of(shape(tree_of(cut))) == '<p>He went home. <a href="https://x.example/x">Read</a></p>'


def test_depth_is_bounded() -> None:
    """A list in a list in a list, a thousand times, comes out flat from some depth on, and stops nothing."""
    found = html_of(tree("<ul><li>a" * 1000))
    assert found.replace("blockquote", "").count("a") == 1000
    assert found.count("<ul>") <= MAX_NESTING


def test_a_text_has_paragraphs_and_line_breaks() -> None:
    """One <p> for each paragraph, lines that stand together in one."""
    text, blocks = paragraphs("Roses are red,\nviolets are blue.\n\n<b>Not bold</b>")
    article = NormalArticle(id="a", id_method="producer", kind="text", text=text, blocks=blocks)
    found = html_of(shape(tree_of(CleanArticle(article=article, removed=()))))
    assert found == "<p>Roses are red,<br>violets are blue.</p>\n<p>&lt;b&gt;Not bold&lt;/b&gt;</p>"


def test_clean_gives_both_forms() -> None:
    """As a library, where one article is made at a time."""
    record = copydesk.clean("<p>The <b>night ferry</b> runs on batteries now.</p>")
    assert record.article_body_html == "<p>The <strong>night ferry</strong> runs on batteries now.</p>"
    assert record.article_body_markdown == "The **night ferry** runs on batteries now."
