"""What a worker is made of follows from the settings, and from nothing else."""

from pathlib import Path

from copydesk.bootstrap import AGENTS, parts
from copydesk.settings.load import load

_FILE = """
[kafka]
security_protocol = "SASL_SSL"
sasl_username = "desk"
sasl_password_file = "password"
"""


def test_clients_are_given_the_password_that_the_settings_hold(tmp_path: Path) -> None:
    """The file's password reaches the clients; one in the environment, the later source, beats it."""
    (tmp_path / "password").write_text("from the file\n", encoding="utf-8")
    path = str(tmp_path / "password")
    (tmp_path / "copydesk.toml").write_text(_FILE.replace('"password"', f'"{path}"'), encoding="utf-8")
    for environ, wanted in (
        ({}, "from the file"),
        ({"COPYDESK_KAFKA__SASL_PASSWORD": "from the environment"}, "from the environment"),
    ):
        made = parts(load(environ=environ, directory=tmp_path).settings, agents=AGENTS)
        assert made.kafka.client_arguments(made.password)["sasl_plain_password"] == wanted
