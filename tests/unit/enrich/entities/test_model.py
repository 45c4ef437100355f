"""The classifier: sums, softmax and the cut of a run."""

import math
from importlib.resources import files
from itertools import chain

import orjson
import pytest

from copydesk.enrich.entities.features import Words, sums_of
from copydesk.enrich.entities.known import known_names
from copydesk.enrich.entities.model import SHIPPED, names_in, odds_of, pack, shipped_weights
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of, written_in
from copydesk.enrich.entities.tables import TABLES, Tables


def test_packed_weights_add_up_class_by_class() -> None:
    """Negative and positive sums come out as if each class had been added by itself."""
    got = odds_of(pack(100, -250, 0, 7) + pack(-300, 100, 0, -8))
    sums = (-2.0, -1.5, 0.0, -0.01)
    total = math.fsum(map(math.exp, sums))
    assert got == pytest.approx([math.exp(one) / total for one in sums[1:]])


def test_a_run_is_cut_where_its_parts_are_likelier() -> None:
    """Two names in a row come out as two, none of them overlapping, in order."""
    none, person, organisation = pack(900, 0, 0, 0), pack(0, 500, 0, 0), pack(0, 0, 500, 0)
    cut = names_in([[person, none, pack(500, 0, 0, 0)], [none, organisation], [none]])
    assert [(start, end) for start, end, _ in cut] == [(0, 1), (1, 3)]


def test_a_span_sums_up_its_features() -> None:
    """Words at its ends, what stands around it and what it goes over: each once, by itself and with its neighbours."""
    pieces = pieces_of("saw the Bank of Ayr today")
    gathered = Tables[tuple[str, ...]](
        {name: lambda key, _, name=name: (f"{name}:{key}",) for name in TABLES},  # type: ignore[misc]
        (),
    )
    whole, second = sums_of(
        next(runs_of(pieces, capitals_of(pieces))), Words(gathered, {"ayr": "p"}, {"bank"})
    )
    assert {
        "name:bank of ayr",
        "first:bank",
        "last:ayr",
        "left:the",
        "right:today",
        "gap:of",
        "shapes 2:XX",
    } < set(whole[1])
    part = {"left:of<bank", "flags before:-lof|p"}
    assert {"name:ayr", "first:ayr", "kinds 1:p", "two right:today \n", *part} < set(second[0])
    assert not {"gap:of", *part} & set(whole[0])


def test_a_german_genitive_is_known_by_the_name_it_is_of() -> None:
    """With an s behind a known name; in other languages, and where the word itself is known, it is what it is."""
    known, tables = {"russland": "c", "siemen": "s", "siemens": "o"}, shipped_weights()
    german = Words(tables, known, (), frozenset({"vertrag"}))
    assert [german.look(word).flags for word in ("Russlands", "Siemens", "Vertrags")] == ["cg", "o", "-n"]
    assert Words(tables, known, ()).look("Russlands").flags == "-"


def test_the_shipped_tables_are_small_and_whole() -> None:
    """Every feature has its table; names are known with their kinds."""
    tables = shipped_weights()
    person = next(runs_of(pieces := pieces_of("said Maria Fernández in"), capitals_of(pieces)))
    assert odds_of(sums_of(person, Words(tables, known_names(), ()))[0][1])[0] > 0.9
    assert "c" in known_names()["france"]


@pytest.mark.parametrize("nouns", [frozenset[str](), frozenset({"vertrag"})])
@pytest.mark.parametrize(
    "text",
    [
        "Then the Bank of New York, once Mr. Smith’s firm, bought Putins Vertrag from MARIA FERNÁNDEZ.",
        "Mayor of New York City Meets Angela Merkel, Chancellor of Germany\n",
    ],
)
def test_what_is_looked_up_together_sums_up_as_by_itself(text: str, nouns: frozenset[str]) -> None:
    """Every span has the weights of its features one by one, in a text, in German and in a heading."""
    weights = orjson.loads(files("copydesk.enrich.entities").joinpath(SHIPPED).read_bytes())["tables"]
    features = Tables[tuple[str, ...]](
        {name: lambda key, _, name=name: (f"{name}\t{key}",) for name in TABLES},  # type: ignore[misc]
        (),
    )
    pieces = pieces_of(text)
    runs = list(runs_of(pieces, capitals_of(pieces)))
    assert any(run.titled for run in runs) == text.endswith("\n")
    for run in runs:
        given = known_names(), written_in(pieces), nouns
        sums = sums_of(run, Words(shipped_weights(), *given))
        spans = sums_of(run, Words(features, *given))
        for packed, seen in zip(chain(*sums), chain(*spans), strict=True):
            rows = [weights[name].get(key) for name, _, key in (one.partition("\t") for one in seen)]
            assert packed == sum(pack(*row) for row in rows if row)
            own = {one.partition(" ")[0] for one in seen} & {"German", "heading"}
            assert own == ({"German"} if nouns else {"heading"} if run.titled else set())
