"""The command line as a process: exit codes, streams, help that is quick."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from copydesk.cli.group import VERBS, cli

_SERVICE = Path(__file__).parents[3] / "service"


def _run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COPYDESK_")}  # noqa: TID251  a process needs one
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments],
        cwd=cwd,
        env=environment | {"PYTHONPATH": str(_SERVICE)},
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    """Each verb of the list is there, under its name, with help."""
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    assert command.name == verb
    assert command.get_short_help_str()


def test_help_imports_none_of_the_service(tmp_path: Path) -> None:
    """`copydesk --help` is quick since it loads neither Kafka clients nor parsers."""
    code = (
        "import sys\n"
        "from copydesk.cli.group import cli\n"
        "try: cli(['--help'], prog_name='copydesk')\n"
        "except SystemExit: pass\n"
        "print(sorted(n for n in sys.modules if n.split('.')[0] in {'aiokafka', 'faust', 'rich', 'selectolax', 'msgspec'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(_SERVICE)},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.endswith(b"\n[]\n")
    assert all(verb.encode() in done.stdout for verb in VERBS)


def test_results_and_notices_go_their_own_ways(tmp_path: Path) -> None:
    """A pipe gets results only, on stdout; problems are on stderr, with the code of rejected lines."""
    done = _run("publish", "--dry-run", "--json", "-", cwd=tmp_path, stdin=b'{"text": "a"}\n{"txt": "b"}\n')
    assert done.returncode == 4
    assert done.stdout.startswith(b'{"sent":1,"acknowledged":0,"rejected":1,')
    assert b"stdin:2: has no text" in done.stderr


def test_a_mistyped_verb_names_the_nearest(tmp_path: Path) -> None:
    """Wrong usage is code 2, with what may have been meant."""
    done = _run("publsh", cwd=tmp_path)
    assert done.returncode == 2
    assert b"No such command 'publsh'. Did you mean publish?" in done.stderr


def test_wrong_settings_are_code_2_without_a_traceback(tmp_path: Path) -> None:
    """Settings are told in words; --debug adds where."""
    (tmp_path / "copydesk.toml").write_text("[kafka]\nport = 1\n", encoding="utf-8")
    done = _run("topics", "describe", cwd=tmp_path)
    assert done.returncode == 2
    assert b"copydesk.toml:2: kafka.port is no setting." in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Traceback" in _run("--debug", "config", cwd=tmp_path).stderr
    assert b"Traceback" in _run("config", "show", "--debug", cwd=tmp_path).stderr


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    """`copydesk config | head -1` ends quietly."""
    environment = {"PYTHONPATH": str(_SERVICE), "PATH": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", "config", "--json"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 0
    process.stderr.close()


def test_completion_knows_the_verbs(tmp_path: Path) -> None:
    """The shell's completion is answered."""
    done = subprocess.run(
        [sys.executable, "-c", "from copydesk.__main__ import main; main()"],
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(_SERVICE),
            "_COPYDESK_COMPLETE": "bash_complete",
            "COMP_WORDS": "copydesk rec",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"plain,records" in done.stdout
