"""docker-compose.yml without Docker: in step with the code, with its settings file and with the Makefile."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.settings.fields import fields_of
from copydesk.settings.load import load
from copydesk.settings.model import Settings
from copydesk.stream.service import CLOSE_S, STOP_MARGIN_S

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
WORKERS = ["desk", "sink", "cluster"]
VARIABLE = re.compile(r"\$\{([A-Z0-9_]+):-([^}]*)\}")
"""A value that .env may give, and its default."""


def stack() -> dict[str, Any]:
    """Read the file with every default in place."""
    return dict(yaml.safe_load(VARIABLE.sub(r"\2", TEXT)))


def settings_of(service: str, tmp_path: Path) -> Settings:
    """Load the settings of a service as it does itself, its secrets being there."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    environ = {
        name: str(secret) if str(value).startswith("/run/secrets/") else str(value)
        for name, value in stack()["services"][service]["environment"].items()
    }
    return load(environ=environ, directory=tmp_path).settings


@pytest.mark.parametrize("service", [*WORKERS, "topics", "demo"])
def test_a_service_can_load_its_settings(tmp_path: Path, service: str) -> None:
    """Every setting is known, the brokers are the stack's own, and each secret that is named is given."""
    assert settings_of(service, tmp_path).kafka.servers == ["kafka:9092"]
    about = stack()["services"][service]
    named = {
        str(value).removeprefix("/run/secrets/")
        for value in about["environment"].values()
        if str(value).startswith("/run/secrets/")
    }
    assert named == set(about.get("secrets", []))


@pytest.mark.parametrize("service", WORKERS)
def test_there_is_time_to_drain(tmp_path: Path, service: str) -> None:
    """A container is killed only after a worker has had its time to drain, to leave and to close."""
    needed = settings_of(service, tmp_path).stream.drain_s + STOP_MARGIN_S + CLOSE_S
    assert int(stack()["services"][service]["stop_grace_period"].removesuffix("s")) > needed


def test_children_fit_into_the_limits_of_the_desk(tmp_path: Path) -> None:
    """One child for each core, and their address space with 512 MiB for the parent within the limit of memory."""
    stream = settings_of("desk", tmp_path).stream
    limits = stack()["services"]["desk"]["deploy"]["resources"]["limits"]
    assert stream.processes == int(limits["cpus"])
    assert (
        stream.processes * stream.child_memory_bytes + (512 << 20)
        <= int(limits["memory"].removesuffix("g")) << 30
    )


def test_only_the_loopback_address_is_published() -> None:
    """No port is open to another machine."""
    ports = [port for about in stack()["services"].values() for port in about.get("ports", [])]
    assert len(ports) >= 6
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_every_image_is_pinned_once() -> None:
    """Images are named at the head of the file, by version; services refer to them."""
    versions = re.findall(r"^  - &[a-z]+-image (\S+)$", TEXT, re.MULTILINE)
    assert all(re.fullmatch(r"[a-z/]+:v?\d+(\.\d+)*", version) for version in versions)
    assert {about["image"] for about in stack()["services"].values()} == {*versions, "copydesk:local"}
    assert [version for version in versions if TEXT.count(version) != 1] == []


def test_extras_that_are_named_are_the_packages_own() -> None:
    """What may be built into the image, by README, Dockerfile and compose file, are extras of the package."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert stack()["services"]["desk"]["build"]["args"] == {"EXTRAS": ""}
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text()
    assert '"copydesk[${EXTRAS}]"' in dockerfile
    named = re.findall(r"\bEXTRAS=([a-z,]+)", dockerfile + (ROOT / "README.md").read_text())
    assert {extra for some in named for extra in some.split(",")} == {"delta", "ner"}
    assert {"delta", "ner"} <= extras.keys()


def test_secrets_are_made_by_the_makefile() -> None:
    """`make secrets` makes exactly the files that are wanted, and each has a user."""
    files = {name: about["file"] for name, about in stack()["secrets"].items()}
    made = re.search(r"^secrets := (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert made is not None
    assert files == {name: f"deploy/secrets/{name}" for name in made[1].split()}
    used = {name for about in stack()["services"].values() for name in about.get("secrets", [])}
    assert used == set(files)


def test_everything_in_the_example_of_settings_is_real() -> None:
    """.env.example names every variable of the compose file with its default, and else only settings."""
    example = dict(re.findall(r"^#([A-Z0-9_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
    variables = dict(VARIABLE.findall(TEXT))
    assert variables.items() <= example.items()
    known = {field.environment: field for field in fields_of(Settings)}
    fixed = {name for about in stack()["services"].values() for name in about.get("environment", {})} - set(
        variables
    )
    for name in example.keys() - variables.keys():
        assert name in known
        assert name not in fixed, f"{name} is set in docker-compose.yml: .env cannot change it"
        assert example[name] in ("", known[name].shown(known[name].default))


def test_every_volume_is_used_and_named() -> None:
    """What a service keeps is in a named volume."""
    mounted = {
        volume.split(":")[0]
        for about in stack()["services"].values()
        for volume in about.get("volumes", [])
        if volume[0] != "."
    }
    assert mounted == set(stack()["volumes"])
