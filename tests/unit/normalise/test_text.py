"""Regular text."""

import pytest

from copydesk.normalise.text import clean_block, clean_line

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("  two\u00a0 words\t ", "two words"),
        ("line \n end", "line\nend"),
        ("one\r\n\r\n two", "one\ntwo"),
        ("para\u2029graph\u2028line", "para\ngraph\nline"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("e\u00ad\u0301", "\u00e9"),
        ("co\u00adoperate", "cooperate"),
        ("\ufeffbegin", "begin"),
        ("a\x00b\x1bc", "abc"),
        ("\u202eright\u202c \u200fleft\u200e", "right left"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("\ufffcobject\ufdd0", "object"),
        ("\u3000\u3000\u9996\u76f8", "\u9996\u76f8"),
        ("\u2003", ""),
    ],
)
def test_white_space_controls_and_composition(given: str, expected: str) -> None:
    """White space is one space or one line end, meaningless characters go, accents are composed."""
    assert clean_block(given) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: a joiner inside a verb
        "\u0915\u094d\u200d\u0937",  # Devanagari: a half form
        "\U0001f469\u200d\U0001f4bb",  # an emoji of two
        "\u2764\ufe0f",  # a variation selector
        "\u1797\u17b6\u179f\u17b6\u200b\u1781\u17d2\u1798\u17c2\u179a",  # Khmer: a word's end
        SCOTLAND,
        "\U0001f1e8\U0001f1ed",  # a flag of two letters
        "\u0600\u0661",  # an Arabic sign that shows although it is a format character
    ],
)
def test_characters_that_carry_meaning_stay(text: str) -> None:
    """Joiners, word ends of scripts without spaces, and flags are as they were."""
    assert clean_block(text) == text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("pass\u200cword", "password"),
        ("pass\u200bword", "password"),
        ("end \u200d", "end"),
        ("hidden\U000e0041\U000e0042text", "hiddentext"),
        ("\u212a\u200d", "K"),  # the Kelvin sign becomes a K, after which a joiner does nothing
    ],
)
def test_invisible_characters_without_meaning_go(given: str, expected: str) -> None:
    """Joiners and spaces without width in Latin words, and tags outside a flag, only hide something."""
    assert clean_block(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("It\u00e2\u20ac\u2122s caf\u00c3\u00a9", "It\u2019s caf\u00e9"),
        ("don\u00e2\x80\x99t", "don\u2019t"),
        ("d\u00e9j\u00c3\u00a0 vu", "d\u00e9j\u00e0 vu"),
        ("\u00c3\u0192\u00c2\u00a9t\u00c3\u0192\u00c2\u00a9", "\u00e9t\u00e9"),
        ("a \x93quote\x94", "a \u201cquote\u201d"),
        ("\u0420\u0457\u0421\u0402\u0420\u0451\u0420\u0406\u0420\u00b5\u0421\u201a", "\u043f\u0440\u0438\u0432\u0435\u0442"),
        ("za\u0139\u013d\u0102\u0142\u0139\u201a\u00c4\u2021", "za\u017c\u00f3\u0142\u0107"),
    ],
)  # fmt: skip
def test_mojibake_is_repaired(given: str, expected: str) -> None:
    """UTF-8 that was read as another charset, once or twice, is read right."""
    assert clean_block(given) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Spa\u00df\u201c und Gr\u00f6\u00dfe\u201d",
        "\u00ab\u00c0 bient\u00f4t\u00bb, dit-il\u2026",
        "caf\u00e9\u2026\u201d",
        "\u0412\u0456\u043d \u0441\u043a\u0430\u0437\u0430\u0432 \u00ab\u0406\u00bb",
        "S\u00c3O PAULO \u00c9 ASSIM",
        "\u00c5\u00bb",
    ],
)
def test_real_text_that_looks_a_little_like_mojibake_stays(text: str) -> None:
    """Capitals, sharp s and quotation marks side by side are no reason to change a text."""
    assert clean_block(text) == text


def test_a_line_is_one_line() -> None:
    """Line ends inside a headline or a title are spaces."""
    assert clean_line(" The ferry\r\n runs\u2028hourly ") == "The ferry runs hourly"
