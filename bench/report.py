"""Medians, ratios and bars of the runs, and the table that shows them."""

import statistics
from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from bench.plan import BARE, BARS, FAUST, LOOP, Bar
from bench.run import Measured


class Loop(Struct, frozen=True):
    """One run of the plain loop."""

    articles_per_s: float
    cpu_s_per_1000: float


class Spread(Struct, frozen=True):
    """Median, least and greatest of some runs."""

    median: float
    least: float
    greatest: float


class Verdict(Struct, frozen=True):
    """A bar, what was measured against it, and whether it was reached."""

    bar: Bar
    ratio: Spread
    reached: bool


Round = Mapping[str, Measured | Loop]
"""The runs of one round of a workload, by variant."""


def spread(values: Sequence[float]) -> Spread:
    """Median and extremes."""
    return Spread(statistics.median(values), min(values), max(values))


def column(rounds: Sequence[Round], variant: str, measure: str) -> list[float]:
    """One measure of one variant, a number for each round."""
    return [float(getattr(each[variant], measure)) for each in rounds]


def ratio(rounds: Sequence[Round], measure: str, variant: str, other: str) -> Spread | None:
    """A variant against another, divided round by round, so that a slow moment of the machine hits both."""
    if not all(variant in each and other in each for each in rounds):
        return None
    pairs = zip(column(rounds, variant, measure), column(rounds, other, measure), strict=True)
    return spread([mine / theirs for mine, theirs in pairs])


def verdicts(results: Mapping[str, Sequence[Round]]) -> list[Verdict]:
    """Each bar that these results can be held against."""
    found = []
    for bar in BARS:
        measured = (
            ratio(results.get(bar.workload, ()), bar.measure, bar.variant, bar.other)
            if bar.workload in results
            else None
        )
        if measured is not None:
            reached = measured.median >= bar.limit if bar.at_least else measured.median <= bar.limit
            found.append(Verdict(bar, measured, reached))
    return found


def show(console: Console, results: Mapping[str, Sequence[Round]]) -> None:
    """Print the table of all results, and the bars."""
    table = Table(title="Medians, in brackets the least and greatest; ratios are divided round by round")
    for name in (
        "",
        "articles/s",
        "CPU s per 1,000",
        "cores",
        "memory MB",
        f"speed / {BARE}",
        f"speed / {FAUST}",
        "CPU / reference",
    ):
        table.add_column(name, justify="left" if not name else "right")
    for workload, rounds in results.items():
        table.add_section()
        table.add_row(f"[bold]{workload}[/bold]")
        for variant in rounds[0]:
            table.add_row(*_row(rounds, variant))
    console.print(table)
    for verdict in verdicts(results):
        bar = verdict.bar
        word = "[green]reached[/green]" if verdict.reached else "[red]MISSED[/red]"
        console.print(
            f"{word}  {bar.workload}: {bar.measure} {bar.variant} / {bar.other} = {_spread(verdict.ratio, 2)}, "
            f"wanted {'>=' if bar.at_least else '<='} {bar.limit:g}"
        )


def _row(rounds: Sequence[Round], variant: str) -> list[str]:
    reference = LOOP if LOOP in rounds[0] else BARE
    cells = [f"  {variant}"]
    cells.append(_spread(spread(column(rounds, variant, "articles_per_s")), 0))
    cells.append(_spread(spread(column(rounds, variant, "cpu_s_per_1000")), 4 if reference == BARE else 2))
    if isinstance(rounds[0][variant], Loop):
        cells += ["", ""]
    else:
        cells.append(f"{statistics.median(column(rounds, variant, 'cores')):.2f}")
        cells.append(f"{statistics.median(column(rounds, variant, 'peak_pss')) / 1e6:.0f}")
    for measure, other in (
        ("articles_per_s", BARE),
        ("articles_per_s", FAUST),
        ("cpu_s_per_1000", reference),
    ):
        compared = ratio(rounds, measure, variant, other) if variant != other else None
        cells.append(_spread(compared, 2) if compared else "")
    return cells


def _spread(value: Spread, digits: int) -> str:
    low, high = f"{value.least:,.{digits}f}", f"{value.greatest:,.{digits}f}"
    middle = f"{value.median:,.{digits}f}"
    return middle if low == high else f"{middle} [{low}-{high}]"
