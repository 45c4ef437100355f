"""Manifests as `kubectl kustomize` makes them, and what stands in them."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

KUBERNETES = Path(__file__).parents[2] / "deploy" / "kubernetes"
PRODUCTION = "overlays/production"

Manifest = dict[str, Any]


@cache
def build(folder: str) -> list[Manifest]:
    """Every manifest of a folder; skips, saying so, where there is no kubectl (its package has none but for Linux)."""
    own = Path(sys.executable).with_name("kubectl")
    kubectl = str(own) if own.exists() else shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("no kubectl here, so the manifests are not built")
    done = subprocess.run(
        [kubectl, "kustomize", str(KUBERNETES / folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return [each for each in yaml.safe_load_all(done.stdout) if each]


def of_kind(kind: str, folder: str = PRODUCTION) -> dict[str, Manifest]:
    """Manifests of a kind, by name."""
    return {each["metadata"]["name"]: each for each in build(folder) if each["kind"] == kind}


def pods(folder: str = PRODUCTION) -> dict[str, Manifest]:
    """Pod templates, by the name of what makes them."""
    return {
        name: each["spec"]["template"]
        for kind in ("Deployment", "Job")
        for name, each in of_kind(kind, folder).items()
    }


def container(pod: Manifest) -> Manifest:
    """The only container of a pod template."""
    (only,) = pod["spec"]["containers"]
    return dict(only)


def settings(pod: Manifest, folder: str = PRODUCTION) -> dict[str, str]:
    """Environment of a pod's container, from the maps that it names."""
    maps = of_kind("ConfigMap", folder)
    return {
        name: value
        for source in container(pod)["envFrom"]
        for name, value in maps[source["configMapRef"]["name"]]["data"].items()
    }


def secret_folders(pod: Manifest) -> Iterator[str]:
    """Where secrets are mounted in a pod's container."""
    secrets = {volume["name"] for volume in pod["spec"]["volumes"] if "secret" in volume}
    return (mount["mountPath"] for mount in container(pod)["volumeMounts"] if mount["name"] in secrets)
