"""The fault matrix is whole: each row has tests that there are, each fault test has a row, and FAULTS.md says what came of them."""

import re
from pathlib import Path

from tests.faults.matrix import ROWS
from tests.faults.report import PAGE, load, page

ROOT = Path(__file__).parents[2]


def functions(path: Path) -> set[str]:
    """Names of the test functions of a file."""
    return set(re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_each_test_of_the_matrix_is_there() -> None:
    """A test that was renamed or removed leaves no promise without one."""
    for row in ROWS:
        assert row.tests, row.fault
        for test in row.tests:
            file, _, name = test.partition("::")
            assert name.partition("[")[0] in functions(ROOT / file), test


def test_each_fault_test_has_a_row() -> None:
    """What is tested under tests/faults stands in the table."""
    for path in sorted((ROOT / "tests" / "faults").glob("test_*.py")):
        for name in functions(path):
            node = f"tests/faults/{path.name}::{name}"
            assert any(one.partition("[")[0] == node for row in ROWS for one in row.tests), node


def test_the_page_says_what_the_last_runs_said() -> None:
    """FAULTS.md is the matrix and its results, unedited; `make test-faults` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page(load())
