"""Which names of a text are one."""

import pytest

from copydesk.enrich.entities.aliases import Found, gathered, is_acronym
from copydesk.enrich.entities.model import NameType


def found(text: str, *names: tuple[str, NameType]) -> list[Found]:
    """Place names in a text, in order."""
    places, at = [], 0
    for name, kind in names:
        at = text.index(name, at)
        places.append(Found(name, at, at + len(name), kind, (1.0, 0.0, 0.0)))
        at += len(name)
    return places


def linked(text: str, *names: tuple[str, NameType]) -> set[tuple[int, ...]]:
    """Return which names are one, by their numbers."""
    places = found(text, *names)
    groups = [tuple(places.index(one) for one in group) for group in gathered(text, places)]
    return {group for group in groups if len(group) > 1}


@pytest.mark.parametrize(
    ("short", "long", "right"),
    [
        ("WHO", "World Health Organization", True),
        ("LAPD", "Los Angeles Police Department", True),
        ("CBS", "Canadian Blood Services", True),
        ("RECO", "Real Estate Council of Ontario", True),
        ("FIFA", "Fédération Internationale de Football Association", True),
        ("IMF", "World Bank", False),
        ("UN", "Brandenburg", False),
        ("Paris", "Pierre Antoine Roussel Ivan Simon", False),
    ],
)
def test_acronyms_are_letters_of_their_long_form(short: str, long: str, *, right: bool) -> None:
    """The letters are in order in the long form, the first at its beginning; a word is no acronym."""
    assert is_acronym(short, long) is right


def test_an_acronym_in_brackets_is_an_alias() -> None:
    """Only one whose letters fit: a place in brackets is another name."""
    text = "the World Health Organization (WHO) in Geneva (Switzerland)"
    assert linked(text, ("World Health Organization", "Organization"), ("WHO", "Organization"), ("Geneva", "Place"), ("Switzerland", "Place")) == {(0, 1)}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ", also known as ",
        ' (better known as "',
        " a.k.a. ",
        ", auch bekannt als ",
        ", también conocido como ",
    ],
)
def test_also_known_as_makes_an_alias(words: str) -> None:
    """Only the plain wordings count."""
    assert linked(f"Ma Huateng{words}Pony Ma", ("Ma Huateng", "Person"), ("Pony Ma", "Person")) == {(0, 1)}


def test_loose_wordings_make_none() -> None:
    """What somebody calls somebody else is not a name of theirs."""
    assert linked("Ana Weir called Ben Roe", ("Ana Weir", "Person"), ("Ben Roe", "Person")) == set()


def people(text: str, *names: str) -> set[tuple[int, ...]]:
    """Return which names of people are one, by their numbers."""
    return linked(text, *((name, "Person") for name in names))


def test_a_surname_is_the_person_of_that_name_named_before() -> None:
    """Where only one has been named so far it is that one, whoever comes later; a place of the name is nobody."""
    text = "Anna Smith came. Smith waved. John Smith left. Weir"
    names: list[tuple[str, NameType]] = [
        ("Anna Smith", "Person"),
        ("Smith", "Person"),
        ("John Smith", "Person"),
        ("Weir", "Place"),
    ]
    assert linked(text, *names) == {(0, 1)}


def test_a_surname_that_two_bear_stays_its_own() -> None:
    """Anna Smith and John Smith were both named: which of them Smith is the text does not tell, nor for its Smiths later."""
    text = "Anna Smith met John Smith. Smith waved, and Smith left."
    assert people(text, "Anna Smith", "John Smith", "Smith", "Smith") == {(2, 3)}


def test_a_short_name_never_joins_two_people() -> None:
    """Smith was Anna while she was alone; behind John Smith it is neither, so that the three do not become one."""
    text = "Anna Smith came, Smith said. John Smith came, Smith said."
    assert people(text, "Anna Smith", "Smith", "John Smith", "Smith") == {(0, 1)}


def test_a_surname_before_any_full_name_is_the_only_one_that_bears_it() -> None:
    """A headline names the surname first; of two who bear it later it is neither."""
    assert people("Li speaks. Li Wei spoke.", "Li", "Li Wei") == {(0, 1)}
    assert people("Li speaks. Li Wei spoke, Li Na too.", "Li", "Li Wei", "Li Na") == set()


def test_the_same_full_name_is_one_person_however_often() -> None:
    """Two places of Anna Smith do not make two people."""
    text = "Anna Smith came. Anna Smith sat. Smith spoke."
    assert people(text, "Anna Smith", "Anna Smith", "Smith") == {(0, 1, 2)}


def test_longer_and_shorter_full_names_are_one_person() -> None:
    """George W. Bush and George Bush are no two people for Bush."""
    text = "George W. Bush came. George Bush sat. Bush spoke."
    assert people(text, "George W. Bush", "George Bush", "Bush") == {(0, 1, 2)}


def test_a_firm_without_its_form_and_initials_are_the_firm() -> None:
    """`Alibaba` is `Alibaba Group`, `LAPD` the department; `Bank` is not the `Bank of Japan`."""
    text = "Alibaba Group, Los Angeles Police Department, Bank of Japan; Alibaba, LAPD, Bank"
    names = ("Alibaba Group", "Los Angeles Police Department", "Bank of Japan", "Alibaba", "LAPD", "Bank")
    kinds: list[tuple[str, NameType]] = [(name, "Organization") for name in names]
    assert linked(text, *kinds) == {(0, 3), (1, 4)}
