"""What rules see of a block."""

import pytest

from copydesk.article import NormalArticle, Page
from copydesk.normalise.markup import read_markup
from copydesk.strip.blocks import MAX_CORE_CHARS, count_words, ends_sentence, fold, see
from tests.quality.articles import plain_article


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Leave a Reply", "leave a reply"),
        ("— Don’t  miss\nthis… »", "don't miss this"),
        ("[Read more]", "read more"),
        ("“Quoted”", "quoted"),
        ("* * *", ""),
        ("Ä – Ö", "ä - ö"),
    ],
)
def test_fold_makes_variants_equal(text: str, folded: str) -> None:
    """Case, typographic quotes and dashes, white space and decoration do not tell two lines apart."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("one two\nthree", 3), ("港务局长周二表示", 5), ("café au lait", 3)],
)
def test_words_are_counted_in_scripts_without_spaces_too(text: str, words: int) -> None:
    """Spaces divide words; where there are none, two characters are one word."""
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It is.", True),
        ("“It is.”", True),
        ("It is (so)!)", True),
        ("港务局长。", True),
        ("बंदर लौट आया।", True),
        ("جہاز روانہ ہوا۔", True),
        ("A headline", False),
        ("", False),
        ("”", False),
    ],
)
def test_sentence_ends_are_seen_behind_quotes(text: str, ends: bool) -> None:
    """Closing quotes and brackets do not hide the end of a sentence."""
    assert ends_sentence(text) is ends


def test_long_blocks_have_no_core() -> None:
    """A block longer than any rule looks at has an empty core."""
    long, short = see(plain_article("x" * (MAX_CORE_CHARS + 1) + "\n\nShort"))
    assert (long.core, short.core) == ("", "short")


def test_a_cell_is_one_block_of_a_table() -> None:
    """Several paragraphs in one cell are none, nor is a paragraph that a cell holds."""
    markup = read_markup(
        "<table><tr><td>17</td><td>0</td></tr></table><table><tr><td>One.<br><br>Two.</td></tr></table>"
        "<table><tr><td><p>Three.</p></td></tr></table>",
        base_url=None,
    )
    article = NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=Page()
    )
    assert {one.text: one.is_cell for one in see(article)} == {
        "17": True, "0": True, "One.": False, "Two.": False, "Three.": False
    }  # fmt: skip
