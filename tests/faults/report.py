"""Runs the fault matrix and writes tests/FAULTS.md: `python -m tests.faults.report [arguments of pytest]`.

What is not run (`-k`) keeps its last result, with its day. The results are in results.json beside this file.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from tests.faults.matrix import ROWS, Row

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).parents[1] / "FAULTS.md"
HEAD = """\
# Faults

What may go wrong, what is promised for it, and what came of trying: `make test-faults` breaks what is named here under a
running worker on Apache Kafka and asks the topics and the store afterwards. Written by that command; do not edit.
Seconds depend on the machine (two cores, shared with other work); loss does not: a row holds only where nothing was lost,
nothing was committed too early, and the store has the newest of each article, once.
"sent again" counts messages that stand on the topics more than once: delivery is at least once.

| fault | promise | result | figures | run |
| --- | --- | --- | --- | --- |
"""


class Result(Struct):
    """What came of one test."""

    outcome: str
    day: str
    seconds: float
    figures: dict[str, float] = {}


class Recorder:
    """A pytest plugin: notes each result as soon as it is there. Tests of both brokers run on Apache Kafka only."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the embedded broker out."""
        items[:] = [
            item for item in items if "embedded" not in item.name.rstrip("]").rpartition("[")[2].split("-")
        ]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that ran, or did not get as far."""
        if report.when != "call" and report.passed:
            return
        figures = {name: value for name, value in report.user_properties if isinstance(value, int | float)}
        results = load()
        results[report.nodeid] = Result(
            report.outcome, datetime.now(UTC).date().isoformat(), round(report.duration, 1), figures
        )
        known = {test: one for test, one in sorted(results.items()) if any(row.has(test) for row in ROWS)}
        RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n")
        PAGE.write_text(page(known), encoding="utf-8")


def load() -> dict[str, Result]:
    """The last results by test."""
    return msgspec.json.decode(RESULTS.read_bytes(), type=dict[str, Result]) if RESULTS.exists() else {}


def page(results: dict[str, Result]) -> str:
    """The text of FAULTS.md."""
    return HEAD + "".join(_line(row, results) for row in ROWS)


def _line(row: Row, results: dict[str, Result]) -> str:
    found = {test: result for test, result in results.items() if row.has(test)}
    ran = [one for one in row.tests if any(test == one or test.startswith(f"{one}[") for test in found)]
    outcomes = {result.outcome for result in found.values()}
    if not row.tests:
        said = "no test"
    elif "failed" in outcomes:
        said = "**fails**"
    elif len(ran) < len(row.tests):
        said = "not run"
    else:
        said = "holds" if outcomes == {"passed"} else "skipped in part"
    figures = ", ".join(
        f"{name} {value:g}" for result in found.values() for name, value in result.figures.items()
    )
    tests = "<br>".join(f"`{test.removeprefix('tests/')}`" for test in row.tests)
    day = min((result.day for result in found.values()), default="")
    return f"| {row.fault}<br>{tests} | {row.promise} | {said} | {figures} | {day} |\n"


def main(arguments: list[str]) -> int:
    """Run the tests of the matrix, or those of them that pytest's arguments choose; pytest's exit code."""
    tests = list(dict.fromkeys(test for row in ROWS for test in row.tests))
    return pytest.main([*tests, "-m", "", *arguments], plugins=[Recorder()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
