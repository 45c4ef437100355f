"""Plain text to paragraphs."""

import textwrap

import pytest

from copydesk.normalise.paragraphs import count_lines, decode_entities, paragraphs

PROSE = (
    "The council met on Tuesday to talk about the budget for the coming year and agreed that most of it "
    "should be spent on schools and roads rather than on the new town hall, which can wait."
)
GERMAN = (
    "Der Rat der Stadt hat am Dienstag über den Haushalt des kommenden Jahres beraten und beschlossen, dass "
    "der größte Teil in Schulen und Straßen fließen soll, das neue Rathaus muss warten."
)
CHINESE = "港务局星期一宣布两岛之间的渡轮将从五月起每小时开出一班去年冬天许多居民抱怨在寒风中等候太久港务局长说第二艘船已从内地租来目前正在重新上漆新的时间表将试行到九月底届时议会将决定这笔钱花得是否值得。"


def blocks_of(text: str) -> list[str]:
    """Return the texts of the blocks."""
    joined, blocks = paragraphs(text)
    return [joined[block.start : block.end] for block in blocks]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("One.\r\n\r\nTwo.", "One.\n\nTwo."),
        ("One.\rTwo.\n\n\n\nThree.", "One.\nTwo.\n\nThree."),
        ("One.\u2028Two.", "One.\n\nTwo."),
        ("One.\n \u00a0\t\nTwo.\x0cThree.", "One.\n\nTwo.\nThree."),
        ("One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree."),
        ("\n\n  One.  \n", "One."),
        (" \n\u200b\n", ""),
    ],
)
def test_line_ends_and_blank_lines(given: str, expected: str) -> None:
    """Blank lines part paragraphs; without one every line is a paragraph; any line end counts."""
    assert paragraphs(given)[0] == expected


@pytest.mark.parametrize("width", [50, 65, 72, 80, 98])
@pytest.mark.parametrize("prose", [PROSE, GERMAN], ids=["english", "german"])
def test_hard_wrapped_prose_is_made_whole(prose: str, width: int) -> None:
    """Paragraphs broken at a width come out as one block each."""
    wrapped = textwrap.fill(prose, width)
    assert blocks_of(f"{wrapped}\n\nShort.\n\n{wrapped}") == [prose, "Short.", prose]


def test_hard_wrapped_text_without_blank_lines() -> None:
    """A line that is not full ends a paragraph where nothing else does."""
    long = f"{PROSE} {PROSE}"
    wrapped = textwrap.fill(long, 66)
    assert blocks_of("\n".join([wrapped] * 3)) == [long] * 3


def test_hard_wrapped_chinese_is_joined_without_spaces() -> None:
    """Lines of a script without spaces are put together as they were."""
    lines = [CHINESE[start : start + 35] for start in range(0, len(CHINESE), 35)]
    assert blocks_of("\n".join(lines) + "\n\n完") == [CHINESE, "完"]


def test_words_broken_by_a_hyphen_keep_it() -> None:
    """A hyphen at a line's end stays: it may belong to the word; "Haupt- und" keeps its space too."""
    text = (
        "The minister said that a great many of the well-\n"
        "known harbours of the north had been closed, the\n"
        "Haupt- and side roads of the whole island are shut."
    )
    assert blocks_of(f"{text}\n\nEnd.")[0].startswith(
        "The minister said that a great many of the well-known harbours"
    )
    hanging = (
        "Gesperrt sind seit dem gestrigen Abend die Haupt-\n"
        "und Nebenstraßen der Insel, wie die Polizei in der\n"
        "Nacht mitgeteilt hat."
    )
    assert "die Haupt- und Nebenstraßen der" in blocks_of(f"{hanging}\n\nEnde.")[0]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Roses stood along the wall and nobody",
            "had watered them since the summer",
            "began, and so they bent",
        ],
        [
            "- milk and butter from the farm on the hill road",
            "- bread from the baker who opens at six o'clock",
        ],
        ["By Marta Olsen in the northern harbour district", "Photographs by Jon Reyes and the coast guard"],
        ["git clone https://example.org/a/very/long/address.git", "cd address"],
        [
            "Monday: rain in the morning, and sun from noon on.",
            "Tuesday: sun all day, and some wind in the evening.",
        ],
        ["Leave a Reply", "Your email address will not be published."],
    ],
    ids=["verse", "list", "credits", "commands", "sentences", "form"],
)
def test_lines_that_stand_for_themselves_stay_lines(lines: list[str]) -> None:
    """Verse, lists, credits, commands and sentences of one line are no hard-wrapped prose."""
    assert blocks_of("\n".join(lines) + "\n\nEnd.") == [*lines, "End."]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Tom &amp; Jerry&#8217;s &quot;house&quot;", 'Tom & Jerry’s "house"'),
        ("&amp;amp; once", "&amp; once"),
        ("&#146;tis &#x2014; &nbsp;", "’tis — \u00a0"),
        ("AT&T; R&D &notit; &foo; &", "AT&T; R&D &notit; &foo; &"),
        ("&#0; &#x110000; &#xD800;", "\ufffd \ufffd \ufffd"),
        ("<p>a &lt;b&gt;</p>", "<p>a <b></p>"),
    ],
)
def test_entities_are_read_once_and_tags_stay(given: str, expected: str) -> None:
    """Whole entities are read, once; unknown names and tags are text."""
    assert decode_entities(given) == expected


def test_counted_lines_are_no_fewer_than_blocks() -> None:
    """The count bounds what `paragraphs` makes."""
    text = "a\r\nb\rc\x0bd\u2029e\n\nf"
    assert len(paragraphs(text)[1]) <= count_lines(text)
