"""read_markup: blocks in document order, their place, what is left out, what is survived."""

import time

import pytest

from copydesk.article import Block
from copydesk.normalise.markup import Markup, read_markup


def _read(body: str) -> Markup:
    return read_markup(f"<html><body>{body}</body></html>", base_url=None)


def _texts(markup: Markup) -> list[str]:
    return [markup.text[block.start : block.end] for block in markup.blocks]


def _block(markup: Markup, text: str) -> Block:
    return next(b for b in markup.blocks if markup.text[b.start : b.end] == text)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>One <b>bold</b> <i>word</i>.</p>", ["One bold word."]),
        ("<p>A</p><p>B</p>", ["A", "B"]),
        ("<div>A<p>B</p>C</div>", ["A", "B", "C"]),
        ("<p>A<br>B</p>", ["A\nB"]),
        ("<p>A<br> <br/>B</p>", ["A", "B"]),
        ("A<hr>B", ["A", "B"]),
        ("<p>A\n  B\tC</p>", ["A B C"]),
        ("<pre>A\n  B</pre>", ["A\nB"]),
        ("<pre>A\n\nB</pre>", ["A", "B"]),
        ("<ul><li>A<li>B</ul>", ["A", "B"]),
        ("<p>1 &lt; 2 &amp;amp; 3&nbsp;4 &quot;</p>", ['1 < 2 &amp; 3 4 "']),
        ("<p>A<script>var x = '<p>no</p>';</script>B</p>", ["AB"]),
        ("A<style>p{}</style><noscript>no</noscript><svg><text>no</text></svg><iframe>no</iframe>", ["A"]),
        ("<select><option>no</select><template><p>no</template>A", ["A"]),
        ("<p>A<!-- <p>no</p> -->B</p>", ["AB"]),
        ("<p>A<!-- <!-- > -->B</p><!-- <p --><p>C", ["AB", "C"]),
        ('<p <i>A</p><p a<b="<">B<!-- < --></p>C', ["A", "B", "C"]),
        ('<p <!-- x="y">A</p><i<!-->B</i><p>C<!-- no --></p>', ["A", "B", "C"]),
        ("<span hidden><a<b>A</a<b></span>B", ["A", "B"]),
        ("<button>Share</button>text", ["Share", "text"]),
        ("<p> </p><p>\u00a0</p><div></div>", []),
        ('<p title="a > b" data-x="<p>">A</p>', ["A"]),
        ('<p foo"bar="1" =x>A</p>', ["A"]),
        ("<x-card>A <x-b>B</x-b></x-card>", ["A B"]),
        ("<td>A</td>", ["A"]),
    ],
)
def test_text_is_split_as_elements_say(html: str, texts: list[str]) -> None:
    """Block-level elements split, inline ones do not, invisible ones are left out."""
    assert _texts(_read(html)) == texts


def test_head_is_left_out() -> None:
    """Title and scripts of the head are not text."""
    markup = read_markup("<title>T</title><script>1</script><p>A", base_url=None)
    assert _texts(markup) == ["A"]
    assert markup.page.title == "T"


def test_cells_of_a_row_are_joined_by_a_line_end() -> None:
    """Cells of one row stand on lines of their own, rows are paragraphs; paragraphs in a layout cell stay paragraphs."""
    assert _read("<table><tr><th>A<td>B<tr><td>C</table>").text == "A\nB\n\nC"
    assert _read("<table><tr><td><p>A<p>B</table>").text == "A\n\nB"
    assert _read("<table><tr><td>A<br><br>B<td>C</table>").text == "A\n\nB\nC"


def test_block_knows_its_place() -> None:
    """Tag, path, hints nearest first, depth, container and lineage describe where a block stands."""
    markup = _read(
        '<main id=Top><article class="Story  Big"><p class=lead>A</p><p>B</p></article><aside role=note>C</aside></main>'
    )
    a, b, c = (_block(markup, text) for text in "ABC")
    assert (a.tag, a.path, a.depth) == ("p", "body/main/article/p", 3)
    assert a.hints == "lead story big top"
    assert b.hints == "story big top"
    assert c.hints == "note top"
    assert a.container == b.container != c.container
    assert a.lineage == b.lineage
    assert a.lineage[-1] == a.container
    assert c.lineage[:2] == a.lineage[:2]


def test_characters_inside_links_are_counted() -> None:
    """Link characters are those of the block's own links, at most all of it."""
    markup = _read("<p>See <a href=/x>this <b>page</b></a> now</p><p><a href=/y>All</a></p><p>None</p>")
    assert [block.link_chars for block in markup.blocks] == [8, 3, 0]


@pytest.mark.parametrize(
    "attribute",
    ["hidden", 'aria-hidden="true"', 'style="color:red; display : none"', 'STYLE="DISPLAY:NONE"'],
)
def test_hidden_text_is_kept_and_marked(attribute: str) -> None:
    """Hidden elements, block or inline, give blocks of their own that are marked, with all inside them."""
    markup = _read(f"<p>A</p><div {attribute}><p>B</p></div><p>C <span {attribute}>D <i>E</i></span> F</p>")
    assert [(text, b.hidden) for text, b in zip(_texts(markup), markup.blocks, strict=True)] == [
        ("A", False),
        ("B", True),
        ("C", False),
        ("D E", True),
        ("F", False),
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        'role="tooltip"',
        'class="tooltiptext"',
        'class="x tooltip__content y"',
        'class="rollover-people-block"',
        "class=popover-body",
        "id=term-tooltip-7x",
        "id=tooltip_3",
    ],
)
def test_what_is_shown_on_hover_is_hidden(attributes: str) -> None:
    """The card that opens over a name or a footnote is hidden text; what it is tied to is not."""
    read = _read(
        f"<p>Rep. <a class='rollover-link'>Omar</a><span {attributes}><b>About</b> her</span>, who spoke</p>"
    )
    assert _texts(read) == ["Rep. Omar", "About her", ", who spoke"]
    assert [block.hidden for block in read.blocks] == [False, True, False]


@pytest.mark.parametrize(
    "attributes", ["id=tooltips", "id=tooltip-trigger-3", "id=what-is-a-tooltip", "class=tooltip"]
)
def test_what_speaks_of_tooltips_is_shown(attributes: str) -> None:
    """The word that has a tooltip, and the anchor of a chapter about them."""
    read = _read(f"<h2><span {attributes}>Tooltips</span> and more</h2>")
    assert [block.hidden for block in read.blocks] == [False]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<i hidden>H</i>, b</p>", "aH, b"),
        ("<p>a <i hidden>H</i>b</p>", "a Hb"),
        ("<p>a<i hidden> H</i>b</p>", "a Hb"),
        ("<p>a<i hidden>H</i> b</p>", "aH b"),
        ("<p>a<i hidden>H</i>&nbsp;b</p>", "aH b"),
        ("<p>a<i hidden>H</i> <b>b</b></p>", "aH b"),
        ("<p>a<i hidden>H</i><br>b</p>", "aH\nb"),
        ("<p>a<br><i hidden>H</i>b</p>", "a\nHb"),
        ("<p>a<i hidden>H</i><br><br>b <b>c</b></p>", "aH\n\nb c"),
        ("<p>a<i hidden>H</i></p><p>b</p>", "aH\n\nb"),
        ("<p>a</p><p><i hidden>H</i> b</p>", "a\n\nH b"),
        ("<pre>a\n\n<i hidden>H</i>\n\nb</pre>", "a\n\nH\n\nb"),
        ("<table><tr><td>a<i hidden>H</i>b<td>c</table>", "aHb\nc"),
    ],
)
def test_a_paragraph_around_hidden_text_stays_as_written(html: str, text: str) -> None:
    """Text that is hidden inside a paragraph is a block of its own; the spaces around it are the paragraph's."""
    assert _read(html).text == text


def test_visible_text_is_not_marked_hidden() -> None:
    """Attributes that only look like hiding do not hide."""
    markup = _read(
        '<p hidden=until-found>A</p><p class=hidden>B</p><p aria-hidden=false>C</p><p style="display:block">D</p>'
    )
    assert [block.hidden for block in markup.blocks] == [False] * 4


def test_offsets_are_code_points() -> None:
    """Offsets count code points, also beyond the first plane."""
    markup = _read("<p>\U0001f600\U0001f600</p><p>B</p>")
    assert [(b.start, b.end) for b in markup.blocks] == [(0, 2), (4, 5)]


@pytest.mark.parametrize(
    ("opening", "times"),
    [
        ("<div>x", 100_000),
        ("<ul><li>", 100_000),
        ("<b>", 100_000),
        ("<span>x", 20_000),
        ("<p><div>", 20_000),
        ("<table><tr><td>x", 20_000),
        ("<a>x", 20_000),
    ],
)
def test_deep_nesting_is_survived_in_linear_time(opening: str, times: int) -> None:
    """Elements inside one another, as many as no person writes, take seconds at most and give bounded paths."""
    started = time.process_time()
    markup = _read(opening * times)
    assert time.process_time() - started < 15
    assert all(len(block.path) < 300 and len(block.lineage) <= 40 for block in markup.blocks[-3:])


@pytest.mark.parametrize(
    "html",
    ["", "<", "<!--", "<p", "\x00", "<body><body>", "</p></div>", "<frameset><frame>", "<plaintext>a<b>"],
)
def test_broken_pages_are_read(html: str) -> None:
    """Any string is a page; blocks always lie in the text."""
    markup = read_markup(html, base_url="https://example.org/")
    assert all(0 <= b.start < b.end <= len(markup.text) for b in markup.blocks)


def test_no_more_blocks_are_read_than_asked_for() -> None:
    """One more than the limit tells that there are too many; the others are not made."""
    assert len(read_markup("<p>a" * 100, base_url=None, max_blocks=7).blocks) == 8
    assert len(read_markup("<p>a" * 7, base_url=None, max_blocks=7).blocks) == 7
