"""Tables in a plain text, a cell in each line: stretches in which the same shapes come again and again in one order.

"1", "Alaska", "$14.55", "2", "Wyoming", "$43.88" has a period of three lines. So has a list of teasers with their sections and days; what
the stretch is made of tells them apart: a table has figures.
"""

from collections.abc import Sequence
from math import fsum
from typing import Final, NamedTuple

from copydesk.strip.alike import shape
from copydesk.strip.blocks import Seen

TABLE: Final = ("table_rows", "table_columns", "table_figures", "table_text", "table_from", "table_to")
"""Names of a line's numbers, in the order of `tables`."""

_NONE: Final = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_CELL_WORDS: Final = 8
"""A longer line is no cell; one that may stand between rows costs as much as any that does not fit."""
_MOST_COLUMNS: Final = 8
_LEAST_ROWS: Final = 3
_MISFIT: Final = 2
"""So many cells that fit one that does not outweighs: empty cells are no lines, and some rows have a note."""


class Stretch(NamedTuple):
    """A table: its lines and how many make a row."""

    start: int
    end: int
    columns: int


def tables(seen: Sequence[Seen], texts: Sequence[float]) -> list[tuple[float, ...]]:
    """Return the numbers of TABLE of each line: rows, columns, share of figures, what its words say on average, lines to its ends.

    Shape: `texts` are what the words of each line say; zeros for a line in no table.
    """
    found: list[tuple[float, ...]] = [_NONE] * len(seen)
    for start, end, columns in stretches(seen):
        size = end - start
        figures = sum([_is_figure(one.text) for one in seen[start:end]]) / size
        text = fsum(texts[start:end]) / size
        for at in range(start, end):
            found[at] = (
                size / columns,
                float(columns),
                figures,
                text,
                float(at - start),
                float(end - 1 - at),
            )
    return found


def stretches(seen: Sequence[Seen]) -> list[Stretch]:
    """Return the tables of a text in order; where two overlap, the longer one."""
    keys = [shape(one.text) if one.words <= _CELL_WORDS else None for one in seen]
    found = [each for columns in range(2, _MOST_COLUMNS + 1) for each in _of_period(keys, columns)]
    taken: list[Stretch] = []
    lines = bytearray(len(seen))
    for each in sorted(found, key=lambda one: (one.start - one.end, one.columns, one.start)):
        if not any(lines[each.start : each.end]):
            lines[each.start : each.end] = b"\1" * (each.end - each.start)
            taken.append(each)
    return sorted(taken)


def _of_period(keys: Sequence[str | None], columns: int) -> list[Stretch]:
    """Stretches in which most lines are written as the one `columns` lines further, and not all alike."""
    found: list[Stretch] = []
    score = best = start = end = 0
    # The stretch of the highest sum, again and again: a line that fits adds one, another takes _MISFIT away.
    for at in range(len(keys) - columns + 1):
        fits = at + columns < len(keys) and keys[at] is not None and keys[at] == keys[at + columns]
        if score <= 0:
            score, best, start = 0, 0, at
        score += 1 if fits else -_MISFIT
        if score > best:
            best, end = score, at + 1
        if (score <= 0 or at + columns >= len(keys)) and best >= (_LEAST_ROWS - 1) * columns:
            if len(set(keys[start : start + columns])) > 1:
                found.append(Stretch(start, end + columns, columns))
            score = best = 0
    return found


def _is_figure(text: str) -> bool:
    """Whether a cell is a number, maybe with a unit or a sign: "$14.55", "100%", "–3"."""
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text))


def evened_tables(seen: Sequence[Seen], odds: Sequence[float]) -> list[float]:
    """Return the log-odds with one score for all cells of a table: their mean.

    Shape: `odds` and what is returned are parallel to `seen`.
    """
    level = list(odds)
    for start, end, _ in stretches(seen):
        level[start:end] = [fsum(odds[start:end]) / (end - start)] * (end - start)
    return level
