"""Runs of capitalised words, and what stands around them."""

import pytest

from copydesk.enrich.entities.runs import Run, capitals_of, pieces_of, runs_of, written_in


def runs(text: str) -> list[Run]:
    """Return the runs of a text."""
    pieces = pieces_of(text)
    return list(runs_of(pieces, capitals_of(pieces)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Bank of England said", [("Bank", "England")]),
        ("says Ursula von der Leyen in", [("Ursula", "Leyen")]),
        ("the People’s Republic of China", [("People", "Republic", "China")]),
        ("when Mr. Okafor met Dr Weir", [("Okafor",), ("Weir",)]),
        ("flew to St. Louis, Missouri", [("St.", "Louis"), ("Missouri",)]),
        ("said John F. Kennedy of the U.S. Senate", [("John", "F.", "Kennedy", "U.S.", "Senate")]),
        ("for pro-Beijing lawmakers and al-Assad", [("al-Assad",)]),
        ("but I’ve not, and Didn't either", []),
        ("le château d'Estaing", [("Estaing",)]),
        ("сказал Владимир Петров в Москве", [("Владимир", "Петров"), ("Москве",)]),
        ("東京で会った", []),
    ],
)
def test_runs_are_capitalised_words_with_small_words_between(text: str, words: list[tuple[str, ...]]) -> None:
    """Titles and contractions are no part of a run, initials and particles are; scripts without capitals have none."""
    assert [run.words for run in runs(text)] == words


def test_a_run_knows_its_place_and_its_neighbours() -> None:
    """Starts and ends cut the words out of the text; the nearest neighbour is the first."""
    text = "Then, on Monday, the mayor of New Ayr spoke.\nPolice left."
    run = runs(text)[2]
    assert [text[start:end] for start, end in zip(run.starts, run.ends, strict=True)] == ["New", "Ayr"]
    assert (run.before, run.after, run.opens) == (("of", "mayor"), ("spoke", "."), False)
    assert [one.opens for one in runs(text)] == [True, False, False, True]


def test_pieces_together_are_the_text() -> None:
    """Nothing of the text is lost between pieces, whatever is in it."""
    text = "L’Équipe — “x_1”\t\u00a0U.S.\r\n\n😀 d'Or, A.B c.d e-mail's\x00 東京 ’s"
    assert "".join(pieces_of(text)) == text


def test_words_in_lower_case_are_one_piece_and_still_known_each() -> None:
    """A stretch of them is cut at once; each of its words is written in the text, as is each with a letter beyond z."""
    pieces = pieces_of("Ana met the mayor of Köln, a kind 'über' d'or man.")
    assert " met the mayor of " in pieces
    assert {"met", "the", "mayor", "of", "a", "kind", "über", "man", "Ana", ","} < written_in(pieces)


def test_a_line_in_capitals_has_no_long_word_in_lower_case() -> None:
    """Whatever stands in the lines above and below; what a run goes over does not count."""
    text = "he went there slowly\nNew Hope for Ayr\nThe Mayor of Ayr speaks again\nGalleria degli Uffizi\nsee below"
    assert [(run.words[-1], run.titled) for run in runs(text)] == [
        ("Ayr", True),
        ("Ayr", False),
        ("Uffizi", True),
    ]


def test_a_long_run_is_cut() -> None:
    """A line in capitals does not make one span of unbounded length."""
    assert max(len(run.words) for run in runs("Word " * 50)) == 8


def test_words_that_stand_alone_may_be_left_out() -> None:
    """Openers where they begin a sentence, others everywhere; in a run with other words neither."""
    pieces = pieces_of("Later Ana came. Later, she saw Later on Monday and Monday Night.")
    found = runs_of(pieces, capitals_of(pieces), {"Later"}, {"Monday"})
    assert [run.words for run in found] == [("Later", "Ana"), ("Later", "Monday", "Monday", "Night")]
    pieces = pieces_of("Later, on Monday, Ana came.")
    assert [run.words for run in runs_of(pieces, capitals_of(pieces), {"Later"}, {"Monday"})] == [("Ana",)]
