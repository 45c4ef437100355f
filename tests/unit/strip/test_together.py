"""Lines that only together tell what they are: polls, what firms say about themselves, days, lists of links."""

import pytest

from copydesk.article import Block, NormalArticle
from copydesk.normalise.markup import read_markup
from copydesk.strip.blocks import see, seen_as
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.registry import RULES
from copydesk.strip.stage import StripOptions, judged
from copydesk.strip.together import is_figure, sub_headings
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."


def _rules(article: NormalArticle) -> dict[str, str]:
    """Return the rule that each line goes by before the model is asked, empty where it stays."""
    told = judged(article, StripOptions())
    return {
        one.text: verdict.rule if verdict else ""
        for one, verdict in zip(told.seen, told.verdicts, strict=True)
    }


def test_a_poll_goes_with_its_question_and_answers() -> None:
    """A question with at least two short answers above the word to vote by is no text of the article."""
    rules = _rules(plain_article(f"{_LONG}\n\nShould the ferry sail again?\n\nYes\n\nNo\n\nVote"))
    assert [rules[line] for line in ("Should the ferry sail again?", "Yes", "No")] == ["poll"] * 3
    assert rules[_LONG] == ""


def test_a_question_of_the_article_is_no_poll() -> None:
    """Without the word to vote by, or with one answer only, a question stays."""
    question = "Should the ferry sail again, asked the mayor, and who would pay for it?"
    assert _rules(plain_article(f"{_LONG}\n\n{question}\n\nYes\n\nNo"))[question] == ""
    assert _rules(plain_article(f"{_LONG}\n\n{question}\n\nYes\n\nVote"))[question] == ""


def test_what_a_firm_says_about_itself_goes_from_the_end() -> None:
    """The line "About Example" and the paragraph that begins with the name go where two paragraphs stand before them."""
    about = "Deltaform builds mobile walls for cities, and has delivered them to thirty countries so far."
    rules = _rules(plain_article(f"{_LONG}\n\n{_LONG}\n\nAbout Deltaform\n\n{about}"))
    assert (rules["About Deltaform"], rules[about]) == ("about-firm", "about-firm")


def test_a_firm_may_be_named_behind_the_beginning() -> None:
    """Where the paragraph begins with the year it was founded in."""
    about = "Founded in 1993, Deltaform builds mobile walls for cities, and has delivered them to thirty countries."
    rules = _rules(plain_article(f"{_LONG}\n\n{_LONG}\n\nAbout Deltaform\n\n{about}"))
    assert (rules["About Deltaform"], rules[about]) == ("about-firm", "about-firm")


def test_a_portrait_keeps_its_headings() -> None:
    """The same heading in the midst of a text, or above a paragraph about something else, is the article's."""
    about = "Deltaform builds mobile walls for cities, and has delivered them to thirty countries so far."
    assert _rules(plain_article(f"{_LONG}\n\n{_LONG}\n\nAbout Deltaform\n\n{about}\n\n{_LONG}"))[about] == ""
    assert _rules(plain_article(f"{_LONG}\n\n{_LONG}\n\nAbout the firm\n\n{about}"))[about] == ""


def test_days_of_a_programme_stay() -> None:
    """A date is a sub-heading where another one stands in the text; one that is alone is the article's own date."""
    several = f"Saturday 12 April\n\n{_LONG}\n\n{_LONG}\n\nSunday 13 April\n\n{_LONG}"
    assert _rules(plain_article(several))["Saturday 12 April"] == ""
    alone = f"Saturday 12 April\n\n{_LONG}\n\n{_LONG}"
    assert _rules(plain_article(alone))["Saturday 12 April"] == "byline-date-line"


def test_days_of_short_notices_stay() -> None:
    """Where no line is a sentence too, up to the headings of other articles."""
    days = "What is on\n\nSamstag, 8. Juni\n\nJumble sale, 10 am\n\nSonntag, 9. Juni\n\nBrass band, 3 pm"
    rules = _rules(plain_article(f"{days}\n\nRead next\n\nMontag, 10. Juni\n\nNo band today"))
    assert rules["Samstag, 8. Juni"] == rules["Sonntag, 9. Juni"] == rules["Jumble sale, 10 am"] == ""
    assert rules["Montag, 10. Juni"] != ""


def test_days_of_articles_in_a_list_go() -> None:
    """A date with its year is one of another article."""
    listed = f"{_LONG}\n\n8 June 2024\n\nGoat on the line\n\n9 June 2024\n\nPost box stolen"
    assert _rules(plain_article(listed))["9 June 2024"] == "byline-date-line"


def test_times_of_a_chronicle_stay() -> None:
    """Several times, each above a sentence; a single one, and those above headlines, are a film's or a ticker's."""
    told = (
        "The stork of Kosiv, hour by hour.\n\n08:10\n\nIt sat on the roof.\n\n09:25\n\nThe fire brigade came."
    )
    assert [_rules(plain_article(told))[time] for time in ("08:10", "09:25")] == ["", ""]
    assert (
        _rules(plain_article(f"{_LONG}\n\n02:31\n\nThe fire brigade came."))["02:31"] == "navigation-control"
    )
    ticker = f"{_LONG}\n\n08:10\n\nStork on roof\n\n09:25\n\nFire brigade at school"
    assert _rules(plain_article(ticker))["09:25"] == "navigation-control"
    headed = (
        f"{_LONG}\n\n08:10\n\nStork on roof\n\nIt sat there.\n\n09:25\n\nFire brigade at school\n\nIt came."
    )
    assert [_rules(plain_article(headed))[time] for time in ("08:10", "09:25")] == ["", ""]


def test_a_notice_in_code_is_code() -> None:
    """A comment beside a line of code; a notice by itself that begins with the same sign is one."""
    notice = "# Copyright (c) 2016 Example. All rights reserved."
    assert _rules(plain_article(f"{_LONG}\n\n{notice}\n\ndef rotate(logs):\n\n{_LONG}"))[notice] == ""
    assert _rules(plain_article(f"{_LONG}\n\n{_LONG}\n\n{notice}"))[notice] == "copyright-line"


def test_lines_below_a_label_of_advertisers_go() -> None:
    """Headlines and names that follow "Sponsored Content by Taboola" in the tail are advertisements."""
    rules = _rules(
        plain_article(f"{_LONG}\n\nSponsored Content by Taboola\n\nThe Hearing Aid Of The Year\n\nHearClear")
    )
    assert rules["HearClear"] == rules["The Hearing Aid Of The Year"] == "advertisement-list-item"


def test_a_headline_in_a_list_may_ask() -> None:
    """Of a list of headlines in the tail one that ends in a question mark goes too."""
    rules = _rules(
        plain_article(f"{_LONG}\n\nMost Popular\n\nWoman finds python\n\nHow well do you know the budget?")
    )
    assert rules["How well do you know the budget?"] == "related-list-item"


def test_links_below_a_heading_of_links_go() -> None:
    """A list of nothing but links goes with "Read more:" above it; a list of the article's own stays."""
    page = (
        f"<article><p>{_LONG}</p><ul><li>Turn off the gas first.</li></ul><p>Read more:</p>"
        f"<ul><li><a href=/a>Where the rivers rise</a></li><li><a href=/b>'We carried the piano up'</a></li></ul>"
        f"<p>{_LONG}</p></article>"
    )
    markup = read_markup(page, base_url=None)
    rules = _rules(
        NormalArticle(
            id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
        )
    )
    assert rules["'We carried the piano up'"] == "related-list-item"
    assert rules["Turn off the gas first."] == ""


def test_a_report_that_begins_like_a_notice_stays() -> None:
    """A notice speaks to its reader; what tells what somebody said or did is a report."""
    lines = (
        "All rights reserved, said the tiny line under the picture that hung in the mayor's office.",
        '"You can unsubscribe at any time, and people write to me when they do," she says.',
        "Follow us on Facebook was printed that year on bread bags and on a police horse.",
    )
    rules = _rules(plain_article("\n\n".join((_LONG, *lines, _LONG))))
    assert [rules[line] for line in lines] == ["", "", ""]


_MATCHER = Matcher(RULES)
_STAND = [
    "The standings after the last race of the season are these, the league said on Monday evening.",
    "Busch",
]


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (["5040", "5", "1", "17"], [True] * 4),
        (["1", "2", "3", "4"], [False] * 4),
        (["1", "2", "Next"], [True, False]),
        (["Previous", "12"], [False]),
        (["12"], [True]),
    ],
)
def test_a_bare_number_is_a_page_s_where_it_is_in_order(lines: list[str], figures: list[bool]) -> None:
    """Numbers in a row count up, or stand beside a word for paging; a table's figures do neither."""
    seen = see(plain_article("\n\n".join([*_STAND, *lines])))
    wording = [_MATCHER.match(one) for one in seen]
    numbers = [at for at, one in enumerate(seen) if one.text.isdecimal()]
    assert [is_figure(at, seen, wording) for at in numbers] == figures


def test_a_table_s_cells_hold_figures() -> None:
    """Numbers in cells that count up are figures all the same."""
    block = Block(0, 1, tag="td")
    seen = [seen_as(at, block, text) for at, text in enumerate(["1", "2", "3"])]
    assert all(is_figure(at, seen, [None] * 3) for at in range(3))


def test_sub_headings_that_quote_a_form_stay() -> None:
    """Between two paragraphs, with another one below; above a form, and where what follows is the last, they are the form's."""
    quoted = _rules(plain_article(f"{_LONG}\n\nLog in to comment\n\n{_LONG}\n\n{_LONG}"))
    assert quoted["Log in to comment"] == ""
    last = _rules(plain_article(f"{_LONG}\n\nLog in to comment\n\n{_LONG}"))
    form = _rules(plain_article(f"{_LONG}\n\nLog in to comment\n\nYour email\n\n{_LONG}\n\n{_LONG}"))
    assert last["Log in to comment"] == form["Log in to comment"] == "comment-form-fields"


def test_a_count_of_comments_is_no_sub_heading() -> None:
    """What follows it are comments, whose authors a text may have lost."""
    matcher = Matcher(RULES)
    for line, found in (("Comments (3)", []), ("Comments", [1])):
        seen = see(plain_article(f"{_LONG}\n\n{line}\n\n{_LONG}\n\n{_LONG}"))
        assert sub_headings(seen, [matcher.match(one) for one in seen]) == found


def test_a_poll_below_readers_comments_is_not_looked_for() -> None:
    """What stands below their heading goes in any case, and there may be a word to vote by without any line above it."""
    lines = (
        _LONG,
        _LONG,
        "(3) comments",
        "Jim Kerb Jan 17, 2024 9:14am",
        "Six hours and not one asked.",
        "Report Add Reply",
        "Vote",
    )
    rules = _rules(plain_article("\n\n".join(lines)))
    assert rules[_LONG] == ""
    assert rules["Vote"] not in {"", "poll"}


@pytest.mark.parametrize(
    "end", ["ENDS", "-ends-", "# # #", "###", "-30-", "Notes to editors:", "Forward-Looking Statements"]
)
def test_what_stands_below_a_press_release_goes(end: str) -> None:
    """From the line that ends it on, whatever it says, in the words of a release or in numbered notes."""
    notes = (
        "1. The ferry is 40 years old and carries 200 people across the strait each day.",
        "Anna Example, press officer",
    )
    rules = _rules(plain_article("\n\n".join((_LONG, f"{_LONG} Nobody waved.", end, *notes))))
    assert [rules[line] for line in (_LONG, end, *notes)] == ["", *["release-notes"] * 3]


@pytest.mark.parametrize("heading", ["End", "The end", "30 days", "Ends of the earth"])
def test_a_sub_heading_ends_no_press_release(heading: str) -> None:
    """Nor does a line in a text that has hardly begun, or of which most is still to come."""
    rules = _rules(
        plain_article("\n\n".join((_LONG, f"{_LONG} Nobody waved.", heading, f"{_LONG} It sank.")))
    )
    assert "release-notes" not in rules.values()
    long = [f"{_LONG} It was day {day} of the strike." for day in range(4)]
    assert "release-notes" not in _rules(plain_article("\n\n".join((_LONG, long[0], "ENDS", *long)))).values()
