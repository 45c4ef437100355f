"""Blocks in doubt: which stay though the model is rather against them."""

import msgspec
import pytest

from copydesk.article import NormalArticle, Page
from copydesk.ledger import Kind
from copydesk.normalise.markup import read_markup
from copydesk.strip.model import FORMAT, Model, Part, Tree, Weights
from copydesk.strip.stage import strip
from tests.quality.articles import plain_article
from tests.quality.weights import kind_weights

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was gone."


def _model(short: float, kinds: dict[str, dict[Kind, int]] | None = None) -> Model:
    """Return a model that is sure of blocks of more than eight words, and gives all others these log-odds."""
    part = Part(["words"], [Tree([0], [8.0], [-1], [-2], [short, 4.0])], 0.0, {})
    return Model(Weights(FORMAT, part, part, kind_weights(kinds or {})))


def _page(body: str) -> NormalArticle:
    markup = read_markup(f"<html><body><div>{body}</div></body></html>", base_url=None)
    return NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=Page()
    )


def _lines(*lines: str) -> NormalArticle:
    return _page("".join(f"<p>{line}</p>" for line in lines))


@pytest.mark.parametrize(("odds", "stays"), [(-1.9, True), (-2.1, False)])
def test_a_line_after_the_text_of_a_short_article_stays_in_doubt(odds: float, *, stays: bool) -> None:
    """Until the model is quite sure; the line after it, which follows one that stays, too."""
    body = strip(_lines(_LONG, _LONG, "Division Two", "Saltby 1 Hagley 0"), model=_model(odds)).body
    assert ("Division Two" in body, "Saltby 1 Hagley 0" in body) == (stays, stays)


def test_lines_in_a_row_are_judged_by_their_mean() -> None:
    """From the first on; one that the model is sure of by itself stays with others, not alone, and none of which it is too sure."""
    words = Tree([0, 0], [8.0, 3.0], [1, -2], [-1, -3], [4.0, -2.2, -1.2])
    part = Part(["words"], [words], 0.0, {})
    model = Model(Weights(FORMAT, part, part))
    row = strip(_lines(_LONG, _LONG, "Next Saturday", "Tolney play Barrow Green again"), model=model)
    assert row.paragraphs[2:] == ("Next Saturday", "Tolney play Barrow Green again")
    assert strip(_lines(_LONG, _LONG, "Next Saturday"), model=model).paragraphs == (_LONG, _LONG)
    part = Part(["words"], [msgspec.structs.replace(words, leaves=[4.0, -2.6, -0.2])], 0.0, {})
    model = Model(Weights(FORMAT, part, part))
    sure = strip(_lines(_LONG, _LONG, "Tolney play Barrow Green again", "Next Saturday"), model=model)
    assert sure.paragraphs[2:] == ("Tolney play Barrow Green again",)


def test_questions_and_answers_that_letters_call_so_stay() -> None:
    """Three times and more, in an article of any size, whatever the model says; initials of a list do not."""
    turns = [f"{letter}: So it is, {at}" for at in range(3) for letter in "QA"]
    assert strip(_lines(*[_LONG] * 20, *turns), model=_model(-3.0)).paragraphs[20:] == tuple(turns)
    assert strip(_lines(*[_LONG] * 20, *turns[:3]), model=_model(-3.0)).paragraphs[20:] == ()
    initials = [f"{letter}. Smith" for letter in "ABCDEFGH"]
    assert strip(_lines(*[_LONG] * 20, *initials), model=_model(-3.0)).paragraphs[20:] == ()


def test_lines_that_words_call_what_they_are_stay_where_the_words_take_turns() -> None:
    """Side by side, three times and more; in a long plain text, which may be a page's clutter, they do not."""
    turns = [f"{word}: so {at}" for at in range(3) for word in ("Pros", "Running cost")]
    assert strip(_lines(*[_LONG] * 20, *turns), model=_model(-3.0)).paragraphs[20:] == tuple(turns)
    assert strip(_lines(*[_LONG] * 20, *turns[:4]), model=_model(-3.0)).paragraphs[20:] == ()
    apart = [line for turn in turns for line in (turn, "So", "And so")]
    assert strip(_lines(*[_LONG] * 20, *apart), model=_model(-3.0)).paragraphs[20:] == ()
    for paragraphs, stays in ((2, True), (20, False)):
        text = plain_article("\n\n".join([*[_LONG] * paragraphs, *turns]))
        assert ("Pros: so 0" in strip(text, model=_model(-6.0)).body) is stays


def test_in_a_long_article_the_model_decides() -> None:
    """What it was trained on are such, and doubt loses there."""
    assert "Division Two" not in strip(_lines(*[_LONG] * 20, "Division Two"), model=_model(-1.2)).body


def test_what_does_not_follow_the_text_has_no_benefit() -> None:
    """Above it stand names of sections, of which the model knows more, and below furniture comes in runs."""
    above = strip(_lines("Division Two", _LONG, _LONG), model=_model(-1.2))
    assert above.paragraphs == (_LONG, _LONG)
    below = strip(_lines(_LONG, _LONG, "All rights reserved", "Division Two"), model=_model(-1.2))
    assert below.paragraphs == (_LONG, _LONG)


def test_words_that_are_surely_furniture_leave_no_doubt() -> None:
    """As the words of kinds tell."""
    model = _model(-1.2, {"s:division": {Kind.TAGS: 90}, "#any": {Kind.RELATED: 1}})
    assert strip(_lines(_LONG, _LONG, "Division Two"), model=model).paragraphs == (_LONG, _LONG)


def test_a_sub_heading_right_above_a_paragraph_stays_in_doubt() -> None:
    """On a page of any size, in the same element."""
    text, model = f"<p>{_LONG}</p>" * 20, _model(-1.8)
    assert "The quay" in strip(_page(f"{text}<h2>The quay</h2><p>{_LONG}</p>"), model=model).body
    assert "The quay" not in strip(_page(f"{text}<h2>The quay</h2>"), model=model).body
    assert (
        "The quay" not in strip(_page(f"{text}<div><h2>The quay</h2></div><p>{_LONG}</p>"), model=model).body
    )


def test_a_sub_heading_that_quotes_a_notice_stays() -> None:
    """Between two paragraphs, however sure the model is; at the end it is the notice's."""
    model = _model(-6.0, {"s:accept": {Kind.COOKIE: 90}})
    quoted = strip(plain_article(f"{_LONG}\n\nAccept everything\n\n{_LONG}\n\n{_LONG}"), model=model)
    assert "Accept everything" in quoted.body
    assert (
        "Accept everything"
        not in strip(plain_article(f"{_LONG}\n\n{_LONG}\n\nAccept everything"), model=model).body
    )


def test_the_last_question_of_an_interview_stays_with_its_answer() -> None:
    """Where three others with their answers stay; one more than that tells an interview from a text that asks."""
    talk = ["And was the ferry late when it came into the harbour again on Monday?", _LONG]
    last = ["Nobody else?", "Nobody."]
    assert strip(_lines(_LONG, *talk * 3, *last), model=_model(-3.5)).paragraphs[-2:] == tuple(last)
    assert "Nobody." not in strip(_lines(_LONG, _LONG, *talk * 2, *last), model=_model(-3.5)).body


def test_who_is_presented_stays_where_the_text_goes_on_about_them() -> None:
    """In an article of any size, whatever the model says: two paragraphs below name them."""
    who = "Mara Holt is a docker."
    about = [
        f"Holt, they say, left the harbour at ten, and the people on the quay waved {at} times."
        for at in (2, 3)
    ]
    assert who in strip(_lines(*[_LONG] * 20, who, *about), model=_model(-3.0)).body
    assert who not in strip(_lines(*[_LONG] * 20, who, about[0], _LONG), model=_model(-3.0)).body
    assert who not in strip(_lines(*[_LONG] * 20, *about, who), model=_model(-3.0)).body


def test_a_biography_of_somebody_in_a_short_article_is_in_doubt() -> None:
    """Where the article goes on below it, or names them; words that are surely those of a biography do not tell whose."""
    who = "Mara Holt is a docker."
    model = _model(-1.2, {"s:docker": {Kind.AUTHOR_BIO: 90}, "#any": {Kind.RELATED: 1}})
    named = "Holt, they say, left the harbour at ten, and the people on the quay waved until it was gone."
    assert who in strip(_lines(_LONG, who, _LONG), model=model).body
    assert who in strip(_lines(_LONG, named, who), model=model).body
    assert who not in strip(_lines(_LONG, _LONG, who), model=model).body
