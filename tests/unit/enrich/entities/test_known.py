"""Known names, and the nouns of German."""

from unicodedata import normalize

import pytest

from copydesk.enrich.entities.features import spelled
from copydesk.enrich.entities.known import german_nouns, known_names, noun_letter
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of
from copydesk.enrich.tokens import HAN_KANA


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("regierung", "n"),
        ("regierungen", "n"),
        ("bäume", "n"),
        ("jahres", "n"),
        ("helikopterlandeplatz", "m"),
        ("kolleginnen", "n"),
        ("ereignisse", "n"),
        ("museen", "n"),
        ("grösse", "n"),
        ("macron", ""),
        ("kyjiw", ""),
    ],
)
def test_nouns_of_german_are_told_in_all_their_forms(word: str, letter: str) -> None:
    """With endings, with the umlaut of a plural, and at the end of a compound; names are none."""
    assert noun_letter(word, german_nouns()) == letter


def test_every_known_name_can_be_found_in_a_text() -> None:
    """The table holds no name that the reader of runs cannot make; those of one word are tried, their capitals being told."""
    for name in known_names():
        if " " not in name and not HAN_KANA.match(name):
            written = normalize("NFC", name.replace("i̇", "İ", 1))
            pieces = pieces_of(written[0].upper() + written[1:])
            run, *more = runs_of(pieces, capitals_of(pieces))
            assert not more
            assert spelled([word.casefold() for word in run.words], run.gaps) == name
