"""Secrets are read from files where they stand there, and never shown."""

from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Meta, Struct

from copydesk.settings.fields import describe, fields_of
from copydesk.settings.load import assemble, load
from copydesk.settings.model import Settings
from copydesk.settings.problems import Problem, SettingsError
from copydesk.settings.sources import Flag, read_environment

_SECRET = "correct horse battery"


class _Vault(Struct, frozen=True, kw_only=True):
    token: Annotated[
        Annotated[str, Meta(min_length=5)] | None,
        Meta(description="Token.", extra_json_schema={"secret": True}),
    ] = None


class _Model(Struct, frozen=True, kw_only=True):
    vault: _Vault = _Vault()


def _vault(environ: dict[str, str]) -> tuple[_Model, dict[str, str], list[Problem]]:
    given, problems = read_environment(environ, {field.key: field for field in fields_of(_Model)})
    model, sources = assemble(_Model, given, problems)
    return model, sources, problems


def test_any_secret_may_come_from_a_file_named_in_the_environment(tmp_path: Path) -> None:
    """COPYDESK_..._FILE of a secret names a file with its value; the newline at its end is not part of it."""
    (tmp_path / "token").write_text(_SECRET + "\n", encoding="utf-8")
    variable = "COPYDESK_VAULT__TOKEN_FILE"
    model, sources, problems = _vault({variable: str(tmp_path / "token")})
    assert (model.vault.token, problems) == (_SECRET, [])
    assert sources["vault.token"] == variable


def test_a_secret_file_that_cannot_be_used_is_told_without_its_content(tmp_path: Path) -> None:
    """A missing file, one that is not text, and a secret out of bounds are problems that show no secret."""
    (tmp_path / "short").write_text("hush", encoding="utf-8")
    (tmp_path / "bytes").write_bytes(b"\xff" + _SECRET.encode())
    told = [
        str(_vault({"COPYDESK_VAULT__TOKEN_FILE": str(tmp_path / name)})[2][0])
        for name in ("none", "bytes", "short")
    ]
    assert "cannot be read (No such file or directory)" in told[0]
    assert "is not UTF-8" in told[1]
    assert "= *** must be: text, at least 5 long" in told[2]
    assert not any("hush" in text or _SECRET in text for text in told)


def test_the_password_file_of_kafka_is_read(tmp_path: Path) -> None:
    """kafka.sasl_password_file fills kafka.sasl_password, wherever the file was named."""
    (tmp_path / "password").write_text(_SECRET, encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text(
        f"[kafka]\nsecurity_protocol = 'SASL_SSL'\nsasl_username = 'desk'\nsasl_password_file = '{tmp_path}/password'\n",
        encoding="utf-8",
    )
    loaded = load(environ={}, directory=tmp_path)
    assert loaded.settings.kafka.sasl_password == _SECRET
    assert loaded.sources["kafka.sasl_password"].endswith("copydesk.toml:4")


def test_of_password_and_file_the_later_source_wins(tmp_path: Path) -> None:
    """A password in the environment beats a file named in the TOML file; both in one place is an error."""
    (tmp_path / "password").write_text("from file", encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text(
        f"kafka.sasl_password_file = '{tmp_path}/password'", encoding="utf-8"
    )
    environ = {"COPYDESK_KAFKA__SASL_PASSWORD": _SECRET}
    assert load(environ=environ, directory=tmp_path).settings.kafka.sasl_password == _SECRET
    environ["COPYDESK_KAFKA__SASL_PASSWORD_FILE"] = str(tmp_path / "password")
    with pytest.raises(SettingsError, match=r"are both set\. Keep one of them\."):
        load(environ=environ, directory=tmp_path)
    del environ["COPYDESK_KAFKA__SASL_PASSWORD"]
    environ["COPYDESK_KAFKA__SASL_PASSWORD_FILE"] = str(tmp_path / "none")
    with pytest.raises(SettingsError, match="cannot be read"):
        load(environ=environ, directory=tmp_path)


def test_sasl_without_its_credentials_is_an_error(tmp_path: Path) -> None:
    """Asking for SASL without user or password is told before any connection is tried."""
    flags = (Flag("kafka.security_protocol", "SASL_SSL", "--set"),)
    with pytest.raises(SettingsError, match="needs a user") as caught:
        load(environ={}, flags=flags, directory=tmp_path)
    assert "needs a password. Set kafka.sasl_password_file." in str(caught.value)


def test_a_secret_is_redacted_wherever_it_is_shown(tmp_path: Path) -> None:
    """Neither the description, nor a shown value, nor an error holds the secret."""
    field = next(field for field in fields_of(Settings) if field.key == "kafka.sasl_password")
    assert field.shown(_SECRET) == "***"
    assert field.shown(None) == "unset"
    (tmp_path / "copydesk.toml").write_text(
        f"[kafka]\nsasl_password = ['{_SECRET}']\nsasl_pasword = '{_SECRET}'\n", encoding="utf-8"
    )
    with pytest.raises(SettingsError) as caught:
        load(
            environ={"COPYDESK_PASSWORD": _SECRET},
            flags=(Flag("pass", _SECRET, "--set"),),
            directory=tmp_path,
        )
    assert len(caught.value.problems) == 4
    assert _SECRET not in str(caught.value)
    assert "kafka.sasl_password = *** must be: text." in str(caught.value)


def test_every_setting_has_help() -> None:
    """No setting goes without a sentence that says what it does."""
    assert [doc.key for doc in describe(Settings) if not doc.help.endswith(".")] == []
