"""The foot of a page on the line of the article's last paragraph."""

import pytest

from copydesk.ledger import Kind
from copydesk.strip.blocks import see
from copydesk.strip.ends import FOOT, cut_end
from copydesk.strip.kinds import Kinds, KindWeights
from copydesk.strip.matcher import Matcher
from copydesk.strip.rules.registry import RULES
from copydesk.strip.stage import strip
from tests.quality.articles import plain_article
from tests.quality.weights import kind_weights

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was out of sight."


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        ("All rights reserved.", Kind.COPYRIGHT),
        (
            "Click here to subscribe to our newsletter. © 2024 Quay Post. All rights reserved.",
            Kind.NEWSLETTER,
        ),
        (
            "Leave a Reply Your email address will not be published. Required fields are marked *",
            Kind.COMMENT_FORM,
        ),
    ],
)
def test_the_foot_of_the_last_paragraph_is_cut(foot: str, kind: Kind) -> None:
    """All sentences from the end on that are furniture by themselves go as one span, of the first one's kind."""
    clean = strip(plain_article(f"{_LONG}\n\n{_LONG} {foot}"))
    assert clean.paragraphs == (_LONG, _LONG)
    assert [span.kind for span in clean.removed] == [kind]


def test_lines_of_the_last_paragraph_are_cut() -> None:
    """Where a line break alone divides them from the text."""
    clean = strip(plain_article(f"{_LONG}\n\n{_LONG}\nLog in or register to post comments\nAdd to bookmarks"))
    assert clean.body == f"{_LONG}\n\n{_LONG}"


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{_LONG} All rights reserved, the sign on the ferry said.",
        f"All rights reserved. {_LONG}",
        f"{_LONG} Share your thoughts, said the captain. He meant it.",
    ],
)
def test_sentences_of_the_article_are_not_cut(paragraph: str) -> None:
    """What only begins like furniture, and what the article goes on after, stays."""
    assert strip(plain_article(f"{_LONG}\n\n{paragraph}")).paragraphs[-1] == paragraph


def test_only_the_last_paragraph_is_looked_at() -> None:
    """A sentence within the text may be about rights; its end is no foot of a page."""
    within = f"{_LONG} All rights reserved."
    assert strip(plain_article(f"{within}\n\n{_LONG}")).paragraphs == (within, _LONG)


def test_what_is_hardly_more_than_a_foot_is_not_cut() -> None:
    """A short line is no paragraph with a foot: the rules and the model judge it as a whole."""
    seen = see(plain_article("Nobody read the notice. All rights reserved."))
    assert cut_end(seen, [None], Matcher(RULES), Kinds(KindWeights())) == [None]


def test_a_foot_of_many_labels_in_one_sentence_is_cut() -> None:
    """A text without breaks has all labels of its foot one after the other; what is no label begins no foot."""
    foot = (
        "Share this: Facebook X Email Leave a Reply Cancel reply Your email address will not be published. "
        "Required fields are marked * Comment Name Email This site uses Akismet to reduce spam. "
        "Learn how your comment data is processed."
    )
    clean = strip(plain_article(f"{_LONG} {_LONG} {foot}"))
    assert clean.body == f"{_LONG} {_LONG}"
    mixed = "Nobody shared this Leave a Reply Your email address will not be published."
    assert strip(plain_article(f"{_LONG}\n\n{_LONG} {mixed}")).body == f"{_LONG}\n\n{_LONG} {mixed}"


_KNOWN = Kinds(kind_weights({"s:tweetle": {Kind.SHARE: 90}, "s:sevk": {Kind.COMMENTS: 40, Kind.SHARE: 10}}))


def test_a_text_in_one_line_loses_what_is_furniture_by_its_words_alone() -> None:
    """Where it has other lines, its last paragraph may speak of such things; where the words are in doubt, one such sentence stays."""
    line = f"{_LONG} {_LONG} Tweetle yorumlar."
    seen = see(plain_article(line))
    (verdict,) = cut_end(seen, [None], Matcher(RULES), _KNOWN)
    assert verdict is not None
    assert (verdict.kind, verdict.rule, line[: verdict.keep]) == (Kind.SHARE, FOOT, f"{_LONG} {_LONG}")
    seen = see(plain_article(f"{_LONG}\n\n{line}"))
    assert cut_end(seen, [None, None], Matcher(RULES), _KNOWN) == [None, None]
    seen = see(plain_article(f"{_LONG} {_LONG} Sevk yorumlar."))
    assert cut_end(seen, [None], Matcher(RULES), _KNOWN) == [None]
