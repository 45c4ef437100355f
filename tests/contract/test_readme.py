"""The README says everything: its tables are written from the code, and nothing is left out of them."""

import re
from pathlib import Path

import click
import msgspec
import pytest

from copydesk.cli import group
from copydesk.cli.readme import TABLES, ReadmeError, main, record_fields, with_tables
from copydesk.codec.raw_message import RawMessage
from copydesk.ledger import Kind
from copydesk.metrics.definitions import DEFINITIONS
from copydesk.outcome import Reason
from copydesk.settings.fields import fields_of
from copydesk.settings.model import Settings

_README = Path(__file__).parents[2] / "README.md"


def _readme() -> str:
    return _README.read_text(encoding="utf-8")


def _section(name: str) -> str:
    _, _, rest = _readme().partition(f"<!-- {name} -->")
    return rest.partition(f"<!-- /{name} -->")[0]


def test_the_tables_are_as_the_code_is() -> None:
    """Every table says what the code says; the failure names the command that writes them."""
    assert with_tables(_readme()) == _readme(), "README.md is not up to date: run `make readme`."


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_out_of_date_is_noticed(tmp_path: Path, name: str) -> None:
    """--check ends with 1 when any line of a table is gone; without it the table is written anew."""
    path = tmp_path / "README.md"
    table = _section(name)
    path.write_text(_readme().replace(table, table.rsplit("\n", 2)[0] + "\n"), encoding="utf-8")
    assert main([str(path), "--check"]) == 1
    assert main([str(path)]) == 0
    assert main([str(path), "--check"]) == 0
    assert path.read_text(encoding="utf-8") == _readme()


def test_a_readme_without_a_place_for_a_table_is_refused() -> None:
    """Both markers are needed."""
    with pytest.raises(ReadmeError, match="<!-- settings -->"):
        with_tables(_readme().replace("<!-- settings -->", ""))


def test_every_setting_is_there() -> None:
    """Each setting has its row."""
    assert [
        field.key for field in fields_of(Settings) if f"| `{field.key}` |" not in _section("settings")
    ] == []


def test_every_reason_and_kind_is_there() -> None:
    """Each reason of a rejection and each kind of removed span has its row."""
    assert [reason for reason in Reason if f"| `{reason.value}` |" not in _section("reasons")] == []
    assert [kind for kind in Kind if f"| `{kind.value}` |" not in _section("kinds")] == []


def test_every_metric_is_there() -> None:
    """Each metric has its row."""
    assert [one.name for one in DEFINITIONS if f"| `{one.name}` |" not in _section("metrics")] == []


def test_every_field_is_there() -> None:
    """Each field of a raw article and of a record has its row."""
    assert [name for name in record_fields() if f"| `{name}` |" not in _section("record")] == []
    raw = [field.encode_name for field in msgspec.structs.fields(RawMessage)]
    assert [name for name in raw if f"| `{name}` |" not in _section("raw")] == []


def test_every_command_is_there() -> None:
    """Each command, and each command of a command, has its row."""
    context = click.Context(group.cli)
    names = []
    for verb in group.VERBS:
        command = group.cli.get_command(context, verb)
        names.append(verb)
        if isinstance(command, click.Group):
            names += [f"{verb} {name}" for name in command.commands]
    assert [name for name in names if f"| `copydesk {name}` |" not in _section("commands")] == []


def test_every_exit_code_is_there() -> None:
    """The codes that the help tells are in the README too."""
    told = re.findall(r"\b(\d{1,3}) ", group.cli.epilog or "")
    assert len(told) == 10
    assert [code for code in told if f"| {code} |" not in _readme()] == []


def test_commands_that_are_shown_can_be_given() -> None:
    """Every option in the README's examples is an option of the command it stands with."""
    shown = re.findall(r"^copydesk (.+?)(?: {2,}#.*)?$", _readme(), re.MULTILINE)
    assert len(shown) >= 8
    context = click.Context(group.cli)
    for line in shown:
        words = line.split()
        command = group.cli.get_command(context, words[0])
        assert command is not None
        if isinstance(command, click.Group):
            command = command.commands[words[1]]
        known = {spelling for parameter in command.params for spelling in parameter.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == []


def test_the_example_settings_can_be_loaded(tmp_path: Path) -> None:
    """The TOML of the README is right, but for the password's file, which is not here."""
    from copydesk.settings.load import load

    (toml,) = re.findall(r"```toml\n(.*?)```", _readme(), re.DOTALL)
    (tmp_path / "password").write_text("x", encoding="utf-8")
    text = toml.replace("/run/secrets/kafka-password", str(tmp_path / "password"))
    (tmp_path / "copydesk.toml").write_text(text, encoding="utf-8")
    assert load(environ={}, directory=tmp_path).settings.topics.partitions == 12


def test_the_examples_in_python_are_python() -> None:
    """They compile; those of Delta Lake are run by the tests of that sink."""
    codes = re.findall(r"```python\n(.*?)```", _readme(), re.DOTALL)
    assert len(codes) == 4
    for code in codes:
        compile(code, "README.md", "exec")
