"""Pairs of quotation marks, as texts of many languages set them."""

import re

import pytest

from copydesk.enrich.quotes.marks import MARKS_MAX, UNCLOSED_MAX, find_marked


def words(body: str) -> list[str]:
    """Return the words between the pairs of a text."""
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", body)]
    return [body[one.start : one.end] for one in find_marked(body, paragraphs)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('He said "yes, today" and "no".', ["yes, today", "no"]),
        ("He said “yes” and “no”.", ["yes", "no"]),
        ("Er sagte „ja“ und „nein”.", ["ja", "nein"]),
        ("Er sagte »ja« und ›nein‹ nicht.", ["ja"]),
        ("Il a dit « oui » et «\u00a0non\u00a0».", ["oui", "non"]),
        ("Han sade ”ja” och ”nej”.", ["ja", "nej"]),
        ("他说：“好。”她说：「不。」", ["好。", "不。"]),
        (
            "She asked, ‘Isn’t it the residents’ park?’ and ‘Whose?’",
            ["Isn’t it the residents’ park?", "Whose?"],
        ),
        ("'We won't,' he said. '90s music it was.", ["We won't,"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("“One “two” three,” she said.", ["One “two” three,"]),
        ("「彼は『いいえ』と言った」", ["彼は『いいえ』と言った"]),
        ('It is 6\'2" tall and has a 27" screen.', []),
        ("“Never closed, he said.", []),
        ("It's the dogs' bowl.", []),
        ("“”", []),
    ],
)
def test_marks_are_paired(body: str, found: list[str]) -> None:
    """The outermost pairs are found, without apostrophes, inches and marks that are never closed."""
    assert words(body) == found


def test_a_quote_goes_on_over_paragraphs() -> None:
    """A mark that each paragraph repeats and the last one closes makes one pair; a paragraph without it ends the search."""
    assert words("“One.\n\n“Two.\n\n“Three,” she said, “four.”") == ["One.\n\n“Two.\n\n“Three,", "four."]
    assert words("“One.\n\nTwo.”") == []
    assert words('"One.\n\n"Two," he said.') == ['One.\n\n"Two,']


def test_hostile_marks_cost_little() -> None:
    """Of very many marks some are read, and those that nothing closes are soon given up."""
    assert words("„ " * 100_000) == []
    assert len(words("“a” " * 10_000)) == MARKS_MAX
    assert words("«a\n\nx\n\n" * (UNCLOSED_MAX + 1) + "«b»") == []
