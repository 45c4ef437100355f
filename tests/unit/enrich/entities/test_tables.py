"""Tables of weights joined: what is looked up once is what its tables give together."""

import re

from copydesk.enrich.entities import tables
from copydesk.enrich.entities.features import Words, sums_of
from copydesk.enrich.entities.runs import capitals_of, pieces_of, runs_of
from copydesk.enrich.entities.tables import TABLES, Tables


def joined(**weights: dict[str, int]) -> Tables[int]:
    """Tables with these weights, underscores in their names for spaces, all others empty."""
    given = {name: weights.get(name.replace(" ", "_"), {}) for name in TABLES}
    return Tables({name: table.get for name, table in given.items()}, 0, given)


def test_the_example_of_the_docstring_is_what_is_seen() -> None:
    """The features that the module names for "Bank of Ayr" are those that are looked up of it, all and no others."""
    gathered = Tables[tuple[str, ...]](
        {name: lambda key, _, name=name: (f"{name}: {key}",) for name in TABLES},  # type: ignore[misc]
        (),
    )
    pieces = pieces_of("saw the Bank of Ayr today")
    (run,) = runs_of(pieces, capitals_of(pieces))
    seen = sums_of(run, Words(gathered, {"ayr": "p"}, {"bank"}))[0][1]
    example = (tables.__doc__ or "").partition("is\n\n")[2].partition("\n\nand")[0]
    named = [one for line in example.splitlines() for one in re.split(r" {2,}", line.strip())[1:]]
    assert sorted(named) == sorted(one.replace("today \n", "today, end of line") for one in seen)
    assert len(named) == 16


def test_a_row_has_a_weight_for_each_number_of_words() -> None:
    """A table without a number counts in every column, one with a number in its own; a key of neither has the second argument."""
    left = joined(left={"the": 5}, left_1={"the": 1, "a": 7}, left_2={"the": -2}).text.left
    none = (0, 0, 0, 0)
    assert left("the", none) == (6, 3, 5, 5)
    assert left("a", none) == (7, 0, 0, 0)
    assert left("an", none) is none


def test_a_kind_of_text_adds_weights_of_its_own() -> None:
    """Tables of German count in German alone; its kinds have the number of words at the end of their keys."""
    both = joined(
        left={"the": 5}, German_left={"the": 20}, kinds_2={"c": 3}, German_kinds={"c2": 40, "c1": 80}
    )
    assert both.text.left("the", ())[3] == both.heading.left("the", ())[3] == 5
    assert both.german.left("the", ())[3] == 25
    kinds = [both.german.by_size[number][3]("c", 0) for number in range(4)]
    assert kinds == [80, 43, 0, 0]
    assert [both.text.by_size[number][3]("c", 0) for number in range(4)] == [0, 3, 0, 0]
