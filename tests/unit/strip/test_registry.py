"""The rules as a whole: ids, examples, kinds, time."""

import re

import pytest

from copydesk.article import Block
from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, seen_as
from copydesk.strip.matcher import Matcher, plain
from copydesk.strip.rules.base import MAX_RULE_WORDS, Rule
from copydesk.strip.rules.registry import RULES
from tests.costs import within

_BY_STRUCTURE = {Kind.HEADLINE, Kind.OTHER}
"""Kinds without a rule of wording: headlines and the rest are told by
position and structure (judge.py, headline.py, select.py)."""


def _seen(text: str) -> Seen:
    return seen_as(0, Block(0, len(text)), text)


_EXAMPLES = [(rule, text) for rule in RULES for text in rule.must_match]
_COUNTER_EXAMPLES = [(rule, text) for rule in RULES for text in rule.must_not_match]


def _name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)[:24]


@pytest.mark.parametrize(("rule", "text"), _EXAMPLES, ids=_name)
def test_rule_matches_its_examples(rule: Rule, text: str) -> None:
    """A rule alone matches each of its `must_match`."""
    assert Matcher([rule]).match(_seen(text)) is rule


@pytest.mark.parametrize(("rule", "text"), _COUNTER_EXAMPLES, ids=_name)
def test_rule_leaves_its_counter_examples(rule: Rule, text: str) -> None:
    """A rule alone matches none of its `must_not_match`."""
    assert Matcher([rule]).match(_seen(text)) is None


@pytest.mark.parametrize(("rule", "text"), _EXAMPLES, ids=_name)
def test_registry_names_the_examples(rule: Rule, text: str) -> None:
    """With all rules asked, an example is named by a rule of the same kind, or by one asked before it."""
    found = Matcher(RULES).match(_seen(text))
    assert found is not None
    assert found.kind is rule.kind or RULES.index(found) < RULES.index(rule)


_MARKED = [(rule, bare) for rule, text in _EXAMPLES if not rule.cased and (bare := plain(text)) != text]


@pytest.mark.parametrize(("rule", "text"), _MARKED, ids=_name)
def test_rule_matches_its_examples_without_accents(rule: Rule, text: str) -> None:
    """Capitals often lack them, as in "A LIRE AUSSI" and "ILGILI HABERLER", and so does what is typed in haste."""
    assert Matcher([rule]).match(_seen(text)) is rule
    assert Matcher([rule]).match(_seen(text.upper())) is rule


def test_dotted_capitals_are_letters() -> None:
    """A Turkish İ is in lower case an i, and a capital I may be its letter without a dot."""
    found = Matcher(RULES).match(_seen("İLGİLİ HABERLER"))
    assert found is not None
    assert found.kind is Kind.RELATED
    assert plain("kapı") == plain("KAPI".lower()) == "kapi"


def test_points_of_a_list_do_not_hide_a_name() -> None:
    """A rule that needs a name's capitals looks behind the point."""
    found = Matcher(RULES).match(_seen("• By Sven Aas"))
    assert found is not None
    assert found.kind is Kind.BYLINE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Register / Log in | Example", Kind.NAVIGATION),
        ("About us | Contact us | Support | Privacy policy | Ferry hire", Kind.NAVIGATION),
        ("By Randy Example • 20 Dec 2025", Kind.BYLINE),
        ("Teilen · Drucken · Merken", Kind.SHARE),
        ("| 1 | Kyle Example | 5040 | 5 |", None),
        ("Ferries | Home | Trains", None),
        ("Share | of the market that the ferries have lost to the bridge", None),
    ],
)
def test_labels_on_one_line_are_known_by_the_first(line: str, kind: Kind | None) -> None:
    """Where most of them are labels; a row of a table is none, nor is a list that begins with something else."""
    found = Matcher(RULES).match(_seen(line))
    assert (found.kind if found else None) is kind


def test_ids_are_unique_kebab_case() -> None:
    """Ids are unique and written alike."""
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)+", one) for one in ids)


def test_every_kind_is_used() -> None:
    """Every kind of the ledger has a rule of wording or is told by structure."""
    assert {rule.kind for rule in RULES} | _BY_STRUCTURE == set(Kind)
    assert not {rule.kind for rule in RULES} & _BY_STRUCTURE


def test_rules_have_both_kinds_of_examples_and_sane_figures() -> None:
    """No rule comes without examples, and none looks at longer blocks than the matcher hands out."""
    for rule in RULES:
        assert rule.must_match, rule.id
        assert rule.must_not_match, rule.id
        assert 0.5 <= rule.confidence <= 0.95, rule.id
        assert 0 < rule.max_words <= MAX_RULE_WORDS, rule.id


def test_quantifiers_are_bounded() -> None:
    """No rule has an unbounded quantifier, so matching cannot backtrack without end."""
    for rule in RULES:
        bare = re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "c", rule.pattern)
        assert not re.search(r"[*+]|\{\d+,\}", bare), rule.id


@pytest.mark.parametrize(
    "text",
    [
        "sign up for " * 74,
        "by a " * 170,
        "A Name " * 110 + "is a",
        "more from " * 80 + "x",
        "(" * 800,
        "#a" * 400,
        "Foto: " * 140,
    ],
)
def test_matching_adversarial_blocks_is_quick(text: str) -> None:
    """A block made to backtrack costs well under a tenth of a second (usually under a millisecond)."""
    matcher = Matcher(RULES)
    assert within(0.1, lambda: matcher.match(_seen(text[:890])))


@pytest.mark.parametrize(
    "quotation",
    ["“Subscribe now to keep reading”", "„Zapisz się do newslettera”", "«Suscríbete a nuestro boletín»"],
)
def test_a_quotation_that_a_sentence_goes_on_after_is_no_notice(quotation: str) -> None:
    """It is about one; by itself the quotation is one."""
    matcher = Matcher(RULES)
    assert matcher.match(_seen(quotation)) is not None
    assert matcher.match(_seen(f"{quotation} is on every page of it, and in large letters.")) is None
