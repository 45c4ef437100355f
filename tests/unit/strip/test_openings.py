"""What texts must begin with, or hold, as it is read from patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Block
from copydesk.strip import matcher
from copydesk.strip.blocks import seen_as
from copydesk.strip.matcher import EMPHASIS, Matcher, plain
from copydesk.strip.openings import any_of, opening, start
from copydesk.strip.rules.base import Rule
from copydesk.strip.rules.registry import RULES

_MATCHER = Matcher(RULES)
_EXAMPLES = [text for rule in RULES for text in (*rule.must_match, *rule.must_not_match)]
_SPOILT = st.tuples(
    st.sampled_from(["", "» ", "☀ ", "(", "12 ", "\u0130", "İ", "by "]),
    st.sampled_from(_EXAMPLES),
    st.sampled_from(["strip", "upper", "title", "lower"]),
    st.integers(0, 12),
    st.sampled_from(["", " 3", " ap", "\nmore", " @name", "."]),
).map(lambda made: made[0] + getattr(made[1], made[2])()[made[3] :] + made[4])


def _asked_all(text: str) -> Rule | None:
    """The first rule that matches, with every rule asked."""
    seen = seen_as(0, Block(0, len(text)), text)
    for rule in RULES:
        whole = text.replace("\n", " ").strip(EMPHASIS) if rule.cased else plain(seen.core)
        pattern = rule.pattern if rule.cased else plain(rule.pattern)
        if seen.core and seen.words <= rule.max_words and re.fullmatch(pattern, whole, re.DOTALL):
            return rule
    return None


@given(
    _SPOILT.filter(
        lambda text: bool(text) and not re.search(r"[|·•/]", text) and not matcher._TOLD.search(text.lower())
    )
)
def test_the_index_finds_what_asking_every_rule_finds(text: str) -> None:
    """No rule is passed over that matches; what is matched part by part, and what tells, is another thing."""
    assert _MATCHER.match(seen_as(0, Block(0, len(text)), text)) is _asked_all(text)


@pytest.mark.parametrize(
    ("pattern", "cased", "starts"),
    [
        (r"(?:read|see) more", False, {"read", "see "}),
        (r"\d{1,2} comments?", False, {"0 co", "00 c"}),
        (r"a[bc]?d", False, {"ad", "abd", "acd"}),
        (r"a.{0,3}b", False, {"a", "ab"}),
        (r"[^\w\"]{0,4}(?i:See)", True, {"see"}),
    ],
)
def test_starts_are_read(pattern: str, cased: bool, starts: set[str]) -> None:
    """Every way a text may begin is there, up to the first that is too many."""
    assert opening(pattern, cased=cased).starts == starts


def test_pieces_are_read_where_any_beginning_will_do() -> None:
    """A pattern that may begin with anything holds a word of those that it needs."""
    read = opening(r".{0,9}(?:rights reserved|\(c\) name)|all", cased=False)
    assert (read.starts, read.pieces, read.is_open) == (
        frozenset({"all"}),
        frozenset({"reserved", "name"}),
        False,
    )
    assert opening(r"\w{3}.", cased=False).is_open


def test_starts_of_texts() -> None:
    """Digits are alike; for a cased pattern so are letters, and signs before the first do not count."""
    assert start("12 comments", cased=False) == "00 c"
    assert start("» See ALSO", cased=True) == "see "


def test_any_of_finds_the_shorter_of_two() -> None:
    """Strings that begin alike share their beginning."""
    pattern = re.compile(any_of(["column", "columnist", "editor", "a.b"]))
    assert [pattern.findall(text) for text in ("columnists", "editors", "axb a.b")] == [
        ["column"],
        ["editor"],
        ["a.b"],
    ]
