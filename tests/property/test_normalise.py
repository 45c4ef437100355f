"""Promises of the normalise stage on arbitrary input."""

import textwrap
import unicodedata
from html import unescape
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import NormalArticle, RawArticle
from copydesk.normalise.encoding import binary_kind, decode_body
from copydesk.normalise.markup import read_markup
from copydesk.normalise.paragraphs import paragraphs
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.normalise.text import clean_block
from copydesk.normalise.url import absolute_url, canonical_url, choose_canonical, site
from copydesk.outcome import RejectArticle

AWKWARD = st.sampled_from(
    list(" \n\t\r\x00\x0b\x80\x85\xa0\xadÂÃâ€™žðŸ˜√©‚Äôß“РС°µІeK\u0301\u0e01\u1780\u200b\u200c\u200d\u200f\u2028\u2029\u202e\u212a\u3000\ufeff\u1100\u1161\u11a8\U0001f3f4\U000e0067\U000e007f\ud800\udc00")
)  # fmt: skip
TEXTS = st.text(st.characters() | AWKWARD, max_size=40)
LINES = st.lists(
    st.sampled_from(["the", "council", "met.", "Budget", "well-", "und", "港务局", "宣布。", "\n", "\n\n", "- item", "\u2028", "â\x80\xa8"]) | TEXTS,
    max_size=25,
)  # fmt: skip
WRAPPED = st.builds(
    lambda words, width: textwrap.fill(" ".join(words), width),
    st.lists(st.sampled_from(["the", "Council", "met.", "about", "well-", "über", "schools"]), min_size=10, max_size=60),
    st.integers(38, 102),
)  # fmt: skip
PLAIN = LINES.map(" ".join) | LINES.map("".join) | WRAPPED | st.tuples(WRAPPED, WRAPPED).map("\n\n".join)
MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<li>", "<td>", "<br>", "<div hidden>", "<pre>", "</pre>", "<script>", "&nbsp;", "&#13;", "&shy;", "<!--", "<title>"]) | TEXTS,
    max_size=15,
).map("".join)  # fmt: skip


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_a_block_made_regular_is_regular(text: str) -> None:
    """NFC, encodable, without controls, trimmed, single line ends; and twice changes nothing more."""
    clean = clean_block(text)
    assert clean_block(clean) == clean
    assert_regular(clean)
    assert "\n\n" not in clean


@given(PLAIN)
@settings(max_examples=600, deadline=None)
def test_paragraphs_are_a_fixed_point(text: str) -> None:
    """The regular form of a plain text is its own regular form, blocks included."""
    once = paragraphs(text)
    assert paragraphs(once[0]) == once


WORDS = st.sampled_from(
    ["the", "council", "met.", "Budget", "well-", "über", "港务局", "宣布。", "-", "7.", "\u0e01\u0e02"]
)
ENDS = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029", "\xa0", "\t\n \n"]
)


@given(st.lists(st.tuples(WORDS, ENDS).map("".join), max_size=40).map("".join) | WRAPPED)
@settings(max_examples=400, deadline=None)
def test_paragraphs_invent_and_lose_no_word(text: str) -> None:
    """Whatever the line ends and widths, every character that is no white space comes out, in order."""
    assert "".join(paragraphs(text)[0].split()) == "".join(text.split())


@given(PLAIN.map(lambda text: ("text", text)) | MARKUP.map(lambda text: ("html", text)))
@settings(max_examples=500, deadline=None)
def test_a_normal_article_keeps_its_shape(given_: tuple[str, str]) -> None:
    """Blocks are sorted, disjoint, not empty, and cover all but the line ends and spaces between them."""
    kind, text = given_
    raw = RawArticle(kind="html" if kind == "html" else "text", body=text.encode("utf-8", "replace"))
    try:
        made: NormalArticle = normalise(raw, NormaliseOptions())
    except RejectArticle:
        return
    assert made == normalise(raw, NormaliseOptions())
    assert_regular(made.text)
    at = 0
    for index, block in enumerate(made.blocks):
        joints = {"\n\n", "\n", " ", ""} if kind == "html" else {"\n\n", "\n"}
        assert made.text[at : block.start] in (joints if index else {""})
        assert block.end > block.start
        assert made.text[block.start : block.end].strip() == made.text[block.start : block.end]
        at = block.end
    assert at == len(made.text)


def assert_regular(text: str) -> None:
    """Check what holds of every text that leaves the stage."""
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    text.encode()
    assert {char for char in text if unicodedata.category(char) == "Cc"} <= {"\n"}


@given(st.binary(max_size=300), st.none() | st.text(max_size=12), st.sampled_from(["html", "text"]))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_decoded(body: bytes, declared: str | None, kind: str) -> None:
    """Nothing raises; the text can be encoded; what was declared does not matter to that."""
    text, charset = decode_body(body, declared, "html" if kind == "html" else "text")
    text.encode()
    assert charset
    assert binary_kind(body) is None or isinstance(binary_kind(body), str)


ADDRESSES = TEXTS | st.builds(
    lambda host, path, query: f"http://{host}/{path}?{query}",
    st.sampled_from(["Example.org", "user:pw@www.example.co.uk:443", "[::1]", "1.2.3.4", "münchen.example", "x..y"]),
    TEXTS,
    st.text(st.sampled_from("&=utm_sourcefbclid#?;%+ é!/"), max_size=20),
)  # fmt: skip


@given(ADDRESSES, ADDRESSES)
@settings(max_examples=600, deadline=None)
def test_addresses_are_total_and_canonical_ones_stay(url: str, other: str) -> None:
    """Nothing raises; a canonical address is its own; it keeps its site."""
    made = canonical_url(url)
    if made is not None:
        assert canonical_url(made) == made
        assert made.isascii()
        assert absolute_url(url) is not None
        assert site(made) == site(url)
    chosen, method = choose_canonical(url, other)
    assert (chosen is None) == (method is None)


REGULAR = st.lists(
    st.sampled_from(["<p>", "</p>", "<li>", "<ul>", "<td>", "<br>", "<br><br>", "<div hidden>", "<span hidden>", "</span>", "<b>", "</b>", "<a href=/>", "</a>", "<hr>", "<pre>", "</pre>", "<script>", "</script>", "<img src=x>", "<!--", "-->", "a word", "&lt;x&gt; &amp;amp;", "\u00e9", " ", "\n", "\n\n"]),
    max_size=25,
).map("".join)  # fmt: skip


@given(REGULAR)
@settings(max_examples=1000, deadline=None)
def test_the_markup_of_a_block_holds_its_text(page: str) -> None:
    """The pieces from the end of the block before up to a block's own hold its text, and no piece holds other text."""
    read = read_markup(page, base_url=None)
    pieces = ["".join(unescape(piece.partition(">")[2]).split()) for piece in read.body.split("<")]
    start = 0
    for end, group in groupby(read.blocks, key=lambda block: block.piece):
        assert start < end <= len(pieces)
        text = "".join(read.text[block.start : block.end] for block in group)
        assert "".join(pieces[start:end]) == "".join(text.split())
        start = end
    assert "".join(pieces[start:]) == ""
