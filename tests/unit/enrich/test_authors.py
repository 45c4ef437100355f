"""Authors: from each place, what is no name, and how a removed bio is merged."""

from typing import Any

import pytest

from copydesk.article import Author, Page
from copydesk.enrich.authors import find_authors
from copydesk.ledger import Kind
from tests.unit.enrich.making import BODY, clean, news

BIO = "Nora Quist is a Bergen-based reporter who has covered ports since 2011. She likes ferries. Get in..."


def names(found: Any) -> list[str]:
    """Return the names that were found."""
    return [author.name for author in found.value] if found else []


def test_the_producer_comes_first() -> None:
    """What the producer sent is the author, whatever the page says."""
    page = Page(json_ld=(news(author={"name": "Other Person"}),))
    found = find_authors(clean(page=page, author=("Nora Quist and Tom Aske",)), frozenset())
    assert found is not None
    assert (names(found), found.method) == (["Nora Quist", "Tom Aske"], "producer")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Nora Quist", ["Nora Quist"]),
        ({"@type": "Person", "name": "By Nora Quist"}, ["Nora Quist"]),
        ([{"name": "Nora Quist"}, {"name": "Tom Aske"}, {"name": "nora quist"}], ["Nora Quist", "Tom Aske"]),
        ({"name": ["Nora Quist", "Tom Aske"]}, ["Nora Quist", "Tom Aske"]),
        ({"name": "Nora Quist, Reuters"}, ["Nora Quist"]),
        ({"name": "Reuters"}, ["Reuters"]),
        ({"name": "Nora Quist | The Gauge"}, ["Nora Quist"]),
        (
            {"@type": "Organization", "name": "Centre for Ports and Harbours"},
            ["Centre for Ports and Harbours"],
        ),
        ({"name": "Nora Quist, MSc, PhD, RD"}, ["Nora Quist"]),
        ({"@id": "#nora"}, ["Nora Quist"]),
        ("https://news.example/authors/nora", []),
        ({"name": "The Gauge"}, ["The Gauge"]),
        ({"name": "admin"}, []),
        ({"name": "Staff Writer"}, []),
        ({"name": "nora@news.example"}, []),
        ({"name": None}, []),
        (17, []),
        ([[[[[["Too Deep"]]]]]], []),
    ],
)
def test_json_ld_authors(author: Any, expected: list[str]) -> None:
    """JSON-LD names persons and organisations in many shapes; addresses and roles are no authors, the site only where nobody else is."""
    page = Page(json_ld=(news(author=author), {"@type": "Person", "@id": "#nora", "name": "Nora Quist"}))
    assert names(find_authors(clean(page=page), {"the gauge"})) == expected


def test_an_author_keeps_the_address_given_for_one() -> None:
    """A single author's web address is kept; what is not one is dropped."""
    page = Page(
        json_ld=(
            news(author=[{"name": "A Bee", "url": "https://x.example/a"}, {"name": "C Dee", "url": "#c"}]),
        )
    )
    found = find_authors(clean(page=page), frozenset())
    assert found is not None
    assert found.value == (
        Author(name="A Bee", type="Person", url="https://x.example/a"),
        Author(name="C Dee", type="Person"),
    )


@pytest.mark.parametrize(
    ("meta", "expected", "method"),
    [
        ({"author": "Nora Quist"}, ["Nora Quist"], "meta:author"),
        (
            {"author": "https://x.example/nora", "parsely-author": "Nora Quist"},
            ["Nora Quist"],
            "meta:parsely-author",
        ),
        ({"dc.creator": "Quist, Nora"}, ["Nora Quist"], "meta:dc.creator"),
        ({"dc.creator": "Nora Quist, Tom Aske"}, ["Nora Quist", "Tom Aske"], "meta:dc.creator"),
    ],
)
def test_meta_authors(meta: dict[str, str], expected: list[str], method: str) -> None:
    """Meta elements name authors, addresses apart; library metadata writes the surname first."""
    found = find_authors(clean(page=Page(meta=meta)), frozenset())
    assert found is not None
    assert (names(found), found.method) == (expected, method)


def test_the_first_marked_byline_counts() -> None:
    """Of elements marked as byline the first that names someone is taken, with its link, later ones are not."""
    bylines = (
        ("Written by", None),
        ("Nora Quistreporter", "https://x.example/n"),
        ("Nora Quist", None),
        ("Some Reader", None),
    )
    found = find_authors(clean(page=Page(bylines=bylines)), frozenset())
    assert found is not None
    assert found.value == (Author(name="Nora Quist", type="Person", url="https://x.example/n"),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Nora Quist and Tom Aske", ["Nora Quist", "Tom Aske"]),
        ("By NORA QUIST, Staff Reporter", ["NORA QUIST"]),
        ("Von Nora Quist, Bergen", ["Nora Quist"]),
        ("Par Nora Quist et Tom Aske", ["Nora Quist", "Tom Aske"]),
        ("Por Nora Quist y Tom Aske", ["Nora Quist", "Tom Aske"]),
        ("文/王小明", ["王小明"]),
        ("本报记者 王小明", ["王小明"]),
        ("（本报实习记者王小明）", ["王小明"]),
        ("本报记者 王小明 通讯员 李样本", ["王小明", "李样本"]),
        ("（文・写真\u3000見本花子）", ["見本花子"]),
        ("（写真＝見本花子）", []),
        ("责任编辑：王小明", []),
        ("(责编：王小明、李样本)", []),
        ("By Jan van der Berg | Published 3 May 2026", ["Jan van der Berg"]),
        ("Nora O’Hara for The Gauge", ["Nora O’Hara"]),
        ("Reviewed by Ann Other", []),
        ("3 May 2026", []),
        ("by our own correspondent", []),
    ],
)
def test_removed_bylines(line: str, expected: list[str]) -> None:
    """The byline that was removed from the text names its authors, in several languages."""
    assert names(find_authors(clean((line, Kind.BYLINE), BODY), frozenset())) == expected


def test_the_removed_bio_names_the_author() -> None:
    """Where nothing else does, the bio names the author, and its text is their description."""
    found = find_authors(clean(BODY, (BIO, Kind.AUTHOR_BIO)), frozenset())
    assert found is not None
    assert found.method == "author_bio"
    assert found.value == (
        Author(name="Nora Quist", type="Person", job_title="Bergen-based reporter", description=BIO),
    )


def test_the_bio_describes_an_author_named_elsewhere() -> None:
    """A bio adds its text to the author of its surname, and makes no second author."""
    page = Page(json_ld=(news(author=["Tom Aske", "N. Quist"]),))
    found = find_authors(clean(BODY, (BIO, Kind.AUTHOR_BIO), page=page), frozenset())
    assert found is not None
    assert found.value == (
        Author(name="Tom Aske", type="Person"),
        Author(name="N. Quist", type="Person", job_title="Bergen-based reporter", description=BIO),
    )


@pytest.mark.parametrize(
    ("bio", "name", "description"),
    [
        ("About the author\nNora Quist\nShe writes.", None, None),
        ("Nora Quist\nShe writes about ports.", "Nora Quist", "She writes about ports."),
        ("About Nora Quist\nShe writes about ports.", "Nora Quist", "She writes about ports."),
        ("Dr. Nora Quist teaches at Bergen.", "Nora Quist", "Dr. Nora Quist teaches at Bergen."),
        ("Élodie Brun-Véga est journaliste.", "Élodie Brun-Véga", "Élodie Brun-Véga est journaliste."),
        ("Jan van der Berg covers ports.", "Jan van der Berg", "Jan van der Berg covers ports."),
        ("She is a reporter in Bergen.", None, None),
        ("Follow us for more.", None, None),
    ],
)
def test_bios_in_several_forms(bio: str, name: str | None, description: str | None) -> None:
    """A bio opens with its author's name and a verb, or has the name on a line above; others name nobody."""
    found = find_authors(clean(BODY, (bio, Kind.AUTHOR_BIO)), frozenset())
    told = [(author.name, author.description) for author in found.value] if found else []
    assert told == ([(name, description)] if name else [])


def test_a_bio_in_the_kept_text_is_not_read() -> None:
    """Only what was removed as a bio is one: a person in the article itself is not its author."""
    assert find_authors(clean(BODY, BIO), frozenset()) is None
