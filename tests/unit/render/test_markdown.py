"""A clean article as Markdown: what is written, and what a parser reads in it."""

import pytest
from markdown_it import MarkdownIt

from copydesk.render.html import html_of
from copydesk.render.markdown import markdown_of
from tests.unit.render.making import tree

_PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>T #</h1><h5>S</h5><p>One<br>two</p>", "## T \\#\n\n#### S\n\nOne\\\ntwo"),
        ("<p>1*2*3 _x_ `y` [z](u) ~a~ a|b \\ &lt;i&gt; &amp;amp; AT&amp;T wow!</p>", "1\\*2\\*3 \\_x\\_ \\`y\\` \\[z\\](u) \\~a\\~ a\\|b \\\\ \\<i\\> \\&amp; AT&T wow\\!"),
        ("<p># no</p><p>- no</p><p>1. no</p><p>a<br>===<br>+ b</p>", "\\# no\n\n\\- no\n\n1\\. no\n\na\\\n\\===\\\n\\+ b"),
        ("<p>A <b>b</b>, <i>i</i>, <b><i>c</i></b></p>", "A **b**, *i*, ***c***"),
        ("<p>hard<b>ly</b> and <b>“so”</b> <b>a</b><i>b</i></p>", "hard<strong>ly</strong> and <strong>“so” a</strong><em>b</em>"),
        ("<p>x <code>a`b</code> <code>`</code></p>", "x ``a`b`` `` ` ``"),
        ("<p><a href='/a_(b)?c=*'>two <b>words</b></a></p>", "[two **words**](https://x.example/a%5F%28b%29?c=%2A)"),
        ("<p>Wow!<a href=/x>x</a></p>", "Wow\\![x](https://x.example/x)"),
        ("<ul><li>A<ol><li>B</li></ol></li><li><p>C</p><p>D</p></li></ul>", "- A\n  1. B\n- C\n\n  D"),
        ("<ul><li>A</li></ul><ul><li>B</li></ul><ol><li>C</li></ol><ol><li>D</li></ol>", "- A\n\n* B\n\n1. C\n\n1) D"),
        ("<ol start=9><li>A</li><li><pre>x\n  y</pre></li></ol>", "9. A\n10. ```\n    x\n      y\n    ```"),
        ("<blockquote><p>A</p><ul><li>B</li></ul></blockquote>", "> A\n> \n> - B"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<table><tr><th>D<th>H<tr><td>a|b<td><code>c|d</code><tr><td><td>e<br>f</table>", "| D | H |\n| --- | --- |\n| a\\|b | `c\\|d` |\n|  | e<br>f |"),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", "|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"),
        ("<p>a</p><figure><img src=b.jpg alt='[x]'><figcaption>Cap</figcaption></figure><p>c</p>", "a\n\n![\\[x\\]](https://x.example/news/b.jpg)\n\nCap\n\nc"),
    ],
)  # fmt: skip
def test_what_is_written(page: str, expected: str) -> None:
    """GitHub Flavored Markdown; what would change its meaning is escaped."""
    assert markdown_of(tree(page)) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<h2>Head</h2><p>A <b>b</b> <i>i</i> and <b>more</b>, hard<b>ly</b>.</p>",
        "<p>A <a href='/x?a=1'>link</a>, <code>code</code>.</p>",
        "<blockquote><p>Q</p><p>R</p></blockquote>",
        "<ul><li>A</li><li>B<ul><li>C</li></ul></li></ul>",
        "<ul><li>A</li></ul><ul><li>B</li></ul>",
        '<ol start="4"><li>A</li><li>B</li></ol>',
        "<ul><li><p>A</p><p>B</p></li></ul>",
        "<p>1. x</p><p>- y</p><p>a*b*c</p>",
    ],
)
def test_a_parser_reads_the_structure_that_html_has(page: str) -> None:
    """Markdown read back is our HTML, layout between tags aside."""
    made = tree(page)
    assert _layout(_PARSER.render(markdown_of(made))) == _layout(html_of(made))


def _layout(html: str) -> str:
    return html.replace(">\n", ">").replace("\n<", "<").strip()
