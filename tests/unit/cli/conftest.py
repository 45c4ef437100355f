"""What tests of the command line share: a place of its own, and a way to call it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from copydesk.cli.group import cli
from tests.unit.cli.calls import Call


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Call]:
    """Call copydesk with arguments, in an empty directory, with no settings of the outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CONFIG", "")
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, list(arguments), input=stdin, prog_name="copydesk")

    yield run
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
