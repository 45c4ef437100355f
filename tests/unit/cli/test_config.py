"""`copydesk config` shows the settings in effect and checks them."""

from pathlib import Path

import orjson
import pytest
from click.testing import Result

from tests.unit.cli.calls import Call


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file where the command looks for it."""
    path = tmp_path / "copydesk.toml"
    path.write_text("[kafka]\nbootstrap_servers = 'a:1'\nsasl_password = 'hush'\n", encoding="utf-8")
    return path


def _rows(result: Result) -> dict[str, tuple[str, str]]:
    lines = [orjson.loads(line) for line in result.stdout.splitlines()]
    return {line["key"]: (line["value"], line["source"]) for line in lines}


def test_config_alone_shows_every_setting_with_its_source(call: Call, file: Path) -> None:
    """Plain `copydesk config` is `config show`; secrets are redacted."""
    result = call("config", "--json", "--set", "logs.level=debug", "--metrics-port", "1")
    rows = _rows(result)
    assert result.exit_code == 0
    assert rows["kafka.bootstrap_servers"] == ("a:1", "copydesk.toml:2")
    assert rows["kafka.sasl_password"] == ("***", "copydesk.toml:3")
    assert rows["logs.level"] == ("debug", "--set")
    assert rows["metrics.port"] == ("1", "--metrics-port")
    assert rows["sqlite.path"][0] == ".copydesk/articles.db"
    assert "hush" not in result.output


def test_piped_output_is_aligned_and_uncut(call: Call, file: Path) -> None:
    """Without a terminal the table is plain columns, one line per setting."""
    result = call("config", "show", "--changed")
    assert result.stdout.splitlines() == [
        "setting                  value  source",
        "kafka.bootstrap_servers  a:1    copydesk.toml:2",
        "kafka.sasl_password      ***    copydesk.toml:3",
    ]


def test_check_names_every_problem_and_ends_with_2(call: Call, file: Path) -> None:
    """Problems go to stderr with file and line, the nearest known name and the fix."""
    file.write_text("[kafka]\nbootstrap_server = 'a:1'\n[stream]\nprocesses = 999\n", encoding="utf-8")
    result = call("config", "check")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "copydesk: 2 settings are wrong:",
        "  copydesk.toml:2: kafka.bootstrap_server is no setting. Did you mean kafka.bootstrap_servers?",
        (
            "  copydesk.toml:4: stream.processes = 999 must be: whole number, 0 to 256. "
            "Child processes that clean articles; 0 is one per core."
        ),
    ]


def test_check_of_right_settings_says_so(call: Call, file: Path) -> None:
    """All well is exit code 0 and a notice."""
    result = call("config", "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "The settings are fine (copydesk.toml" in result.stderr


def test_set_without_a_value_is_wrong_usage_and_shows_nothing_of_it(call: Call) -> None:
    """What was not separated may be a secret, so it is not repeated."""
    result = call("config", "--set", "kafka.sasl_passwordhush")
    assert result.exit_code == 2
    assert "--set number 1 has no '='" in result.stderr
    assert "hush" not in result.output


def test_check_tells_of_a_package_that_is_not_installed(call: Call, file: Path) -> None:
    """Where it was set, which package, and the command that installs it."""
    file.write_text("[enrich]\nner = ['no_such_model']\n", encoding="utf-8")
    result = call("config", "check")
    assert result.exit_code == 2
    assert "copydesk.toml:2: enrich.ner" in result.stderr
    assert "no_such_model" in result.stderr
    assert "pip install 'copydesk[ner]'" in result.stderr
