"""Biographies of people whom the article does not name."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.blocks import see
from copydesk.strip.stage import strip
from copydesk.strip.strangers import presented, without_strangers
from tests.quality.articles import plain_article

_TEXT = (
    "The council of Oster Bay voted on Tuesday to close the ferry to Holm, which has run for ninety years.",
    "It costs four hundred thousand a year, said the mayor, Ada Brandt, and carries eleven people a day.",
)


def _gone(*lines: str) -> list[str]:
    article = plain_article("\n\n".join((*_TEXT, *lines)))
    seen = see(article)
    verdicts = without_strangers(seen, [None] * len(seen))
    return [one.text for one, verdict in zip(seen, verdicts, strict=True) if verdict is not None]


@pytest.mark.parametrize(
    "line",
    [
        "Gwen Ashdown is professor of geomorphology at Example University.",
        "Kwame Asante is an engineer.",
        "Dr. Anne de Witt teaches at the University of Example. She lives in Holm.",
        "Odile Marchais est agronome.",
        "María del Campo es profesora de historia.",
        "Nils-Erik Påve är plogförare.",
        "Greta Muster ist Professorin für Verkehr.",
        "Тамара Рогова — писатель. Живёт в Калуге.",
        "Selin Aktaş gazeteci ve yazardır.",
        "The writer is a community midwife in Powys.",
    ],
)
def test_who_is_presented_in_the_last_line_has_written_it(line: str) -> None:
    """In many languages; the line goes as a biography."""
    assert _gone(line) == [line]
    article = plain_article("\n\n".join((*_TEXT, line)))
    span = strip(article).removed[-1]
    assert (span.kind, article.text[span.start : span.end].strip()) == (Kind.AUTHOR_BIO, line)


def test_two_authors_are_presented_one_after_the_other() -> None:
    """Up to three, each on a line."""
    both = ["Ida Nordli is professor of transport.", "Kwame Asante is an engineer."]
    assert _gone(*both) == both
    many = [f"{name} Nordli is an engineer." for name in ("Ada", "Bea", "Cora", "Dora")]
    assert _gone(*many) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Brandt is a former captain of the line."],
        ["Ida Nordli is an engineer.", "The ferry sails for the last time in May."],
        ["Ida Nordli is an engineer.", "It was her idea.", "Kwame Asante is a captain."],
        ["Gute Arbeit ist Mangelware."],
        ["Cette Maison est fermée."],
        ["Dear Abby is written by somebody else."],
        ["Writers had come from all over the bay.", "The writer is a recluse.", "He is."],
    ],
)
def test_the_articles_own_people_stay(lines: list[str]) -> None:
    """Whom the text names, who stands in its midst, one of several, and what only begins like a name."""
    assert _gone(*lines) == []


def test_a_short_text_is_left_as_it_is() -> None:
    """Where next to nothing else stays, a line about a person may be the article."""
    article = plain_article("Kwame Asante is an engineer.")
    assert without_strangers(see(article), [None]) == [None]
    assert presented(see(article)[0]) == "Kwame Asante"
