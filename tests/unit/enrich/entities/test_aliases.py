"""Which names of a text are one."""

import pytest

from copydesk.enrich.entities.aliases import Found, is_acronym, links
from copydesk.enrich.entities.model import NameType


def found(text: str, *names: tuple[str, NameType]) -> list[Found]:
    """Place names in a text, in order."""
    places, at = [], 0
    for name, kind in names:
        at = text.index(name, at)
        places.append(Found(name, at, at + len(name), kind, (1.0, 0.0, 0.0)))
        at += len(name)
    return places


def linked(text: str, *names: tuple[str, NameType]) -> set[tuple[int, int]]:
    """Return the pairs of names, by their numbers."""
    return set(links(text, found(text, *names)))


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


def test_a_surname_is_the_last_person_of_that_name() -> None:
    """Of two Trumps a later mention is the one named last before it; a place of the name is nobody."""
    text = "Donald Trump came. Melania Trump left. Trump waved. Weir"
    names: list[tuple[str, NameType]] = [
        ("Donald Trump", "Person"),
        ("Melania Trump", "Person"),
        ("Trump", "Person"),
        ("Weir", "Place"),
    ]
    assert linked(text, *names) == {(1, 2)}


def test_a_firm_without_its_form_and_initials_are_the_firm() -> None:
    """`Alibaba` is `Alibaba Group`, `LAPD` the department; `Bank` is not the `Bank of Japan`."""
    text = "Alibaba Group, Los Angeles Police Department, Bank of Japan; Alibaba, LAPD, Bank"
    names = ("Alibaba Group", "Los Angeles Police Department", "Bank of Japan", "Alibaba", "LAPD", "Bank")
    kinds: list[tuple[str, NameType]] = [(name, "Organization") for name in names]
    assert linked(text, *kinds) == {(0, 3), (1, 4)}
