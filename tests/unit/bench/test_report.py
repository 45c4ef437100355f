"""Ratios and bars of the benchmarks."""

import io

import pytest
from rich.console import Console

from bench import plan, report
from bench.plan import BARE, COPYDESK, FAUST, LOOP
from bench.report import Loop, Spread
from bench.run import Measured


def measured(variant: str, speed: float, cpu: float) -> Measured:
    """A run with the two figures that matter here."""
    return Measured(variant, 1000, 1.0, 1.0, speed, cpu, 1.0, 0.5, 0.0, 100, 100, 100)


IDENTITY_NAME = plan.FULL[0].name
ROUNDS = [
    {BARE: measured(BARE, 200, 1.0), FAUST: measured(FAUST, 20, 9.0), COPYDESK: measured(COPYDESK, 120, 1.5)},
    {BARE: measured(BARE, 100, 2.0), FAUST: measured(FAUST, 10, 9.0), COPYDESK: measured(COPYDESK, 90, 2.0)},
    {BARE: measured(BARE, 100, 1.0), FAUST: measured(FAUST, 10, 9.0), COPYDESK: measured(COPYDESK, 50, 2.0)},
]


def test_ratios_are_divided_round_by_round() -> None:
    """A round in which the machine was slow for everybody does not move the ratio."""
    assert report.ratio(ROUNDS, "articles_per_s", COPYDESK, BARE) == Spread(0.6, 0.5, 0.9)


def test_there_is_no_ratio_to_what_did_not_run() -> None:
    """A variant that was left out gives no ratio instead of an error."""
    assert report.ratio(ROUNDS, "articles_per_s", COPYDESK, LOOP) is None


def test_bars_are_held_against_the_median() -> None:
    """A bar is reached or missed by the median of the rounds, in its own direction."""
    reached = {(v.bar.measure, v.bar.other): v.reached for v in report.verdicts({IDENTITY_NAME: ROUNDS})}
    assert reached == {
        ("articles_per_s", FAUST): True,  # 6, 9, 5: at least 5
        ("articles_per_s", BARE): True,  # .6, .9, .5: at least .55
        ("cpu_s_per_1000", BARE): True,  # 1.5, 1, 2: at most 1.6
    }
    slow = [each | {COPYDESK: measured(COPYDESK, 49, 3.3)} for each in ROUNDS]
    assert not any(verdict.reached for verdict in report.verdicts({IDENTITY_NAME: slow}))


def test_every_bar_is_about_something_that_is_measured() -> None:
    """A workload or variant that is renamed must be renamed in its bars too, in both sets of workloads."""
    for workloads in (plan.FULL, plan.QUICK):
        by_name = {each.name: each for each in workloads}
        for bar in plan.BARS:
            workload = by_name[bar.workload]
            available = {*workload.outputs, *([LOOP] if workload.loop else [])}
            assert {bar.variant, bar.other} <= available


@pytest.mark.parametrize("with_loop", [False, True])
def test_the_table_shows_every_variant(with_loop: bool) -> None:
    """Each variant has its row, with the plain loop first where there is one."""
    rounds = [({LOOP: Loop(50, 1.0)} if with_loop else {}) | each for each in ROUNDS]
    output = io.StringIO()
    report.show(Console(file=output, width=200), {IDENTITY_NAME: rounds})
    shown = output.getvalue()
    assert all(name in shown for name in rounds[0])
    assert "90 [50-120]" in shown
