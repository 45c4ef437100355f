"""The last lines that stay: which of them go for what their words say."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.blocks import see
from copydesk.strip.kinds import Kinds
from copydesk.strip.last_lines import RULE, drop_last_lines
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.registry import RULES
from tests.quality.articles import plain_article

_LONG = "The ferry left the harbour at ten, and the people on the quay waved to Captain Osgood until it was out of sight."
_KINDS = Kinds(
    {
        "s:quarterly": {Kind.AUTHOR_BIO: 5.0},
        "s:bulletin": {Kind.NEWSLETTER: 5.0},
        "s:pinterest": {Kind.SHARE: 9.0},
        "s:waved": {Kind.OTHER: 5.0},
        "s:lobbed": {Kind.RELATED: 5.0},
    }
)


def _going(*lines: str, above: str = _LONG) -> list[str]:
    """Return those of the lines behind the article that go."""
    seen = see(plain_article("\n\n".join((above, _LONG, *lines))))
    matcher = Matcher(RULES)
    for one in seen:
        matcher.match(one)
    decided = drop_last_lines(seen, [None] * len(seen), _KINDS)
    return [one.text for one, verdict in zip(seen, decided, strict=True) if verdict is not None]


def test_a_biography_of_somebody_the_article_does_not_name_goes() -> None:
    """Whoever it names is one of its subjects; a sentence without a name in front is no biography."""
    assert _going("Nora Bell edits a quarterly on boats.") == ["Nora Bell edits a quarterly on boats."]
    assert _going("Bert Osgood edits a quarterly on boats.") == []
    assert _going("There he edits a quarterly on boats.") == []


def test_several_last_lines_go_one_after_the_other() -> None:
    """Until one is met that is none of the kinds."""
    lines = ("Nora Bell edits a quarterly on boats.", "Our bulletin comes on Friday.")
    assert _going(*lines) == list(lines)
    assert _going(*lines, "They lobbed it.") == []


def test_an_article_about_such_things_keeps_its_last_line() -> None:
    """A paragraph above of the kind tells, and so does a quotation."""
    about = "Whoever wrote the bulletin of the harbour had not been paid for it, as the council was told on Monday night."
    assert _going("Our bulletin comes on Friday.", above=about) == []
    assert _going('Our bulletin comes on "Friday".') == []


@pytest.mark.parametrize(
    ("line", "goes"), [("Facebook Pinterest Copy link", True), ("He likes Pinterest.", False)]
)
def test_a_row_of_buttons_is_no_sentence(line: str, *, goes: bool) -> None:
    """A sentence about sharing ends many a text that people want to be shared."""
    assert bool(_going(line)) is goes


def test_wording_counts_where_it_has_become_the_last_line() -> None:
    """Its place was judged when there was text behind it; a title or a day may end an article all the same."""
    assert _going("Editor's note: The boat was blue.", "Our bulletin comes on Friday.")[:1] == [
        "Editor's note: The boat was blue."
    ]
    assert _going("3 May 2024") == []


def test_the_first_block_stays() -> None:
    """An article is not emptied line by line."""
    seen = see(plain_article("Our bulletin comes on Friday.\n\nOur bulletin comes on Friday."))
    decided = drop_last_lines(seen, [None, None], _KINDS)
    assert decided[0] is None
    assert decided[1] is not None
    assert decided[1].rule == RULE
