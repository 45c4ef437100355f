"""The commands of deploy/kubernetes/README.md do what it says."""

import os
import re
import subprocess
import textwrap
from pathlib import Path

import yaml

from tests.deploy.kustomize import KUBERNETES, build
from tests.deploy.schemas import check

RULE = """\
groups:
  - name: copydesk
    rules:
      - alert: Late
        expr: copydesk_consumer_lag_seconds > 60
        annotations:
          summary: |
            Several lines,

            one of them empty.
"""


def test_rules_become_manifests(tmp_path: Path) -> None:
    """Each rule file is a PrometheusRule that the operator takes, with the very same rules."""
    readme = (KUBERNETES / "README.md").read_text()
    block = re.search(r"<!-- rules -->\s+```\n(.*?)```\s+<!-- /rules -->", readme, re.DOTALL)
    assert block is not None
    folder = tmp_path / "deploy" / "prometheus" / "rules"
    folder.mkdir(parents=True)
    (folder / "sample.yml").write_text(RULE)
    for rules in (KUBERNETES.parent / "prometheus" / "rules").glob("*.yml"):
        (folder / rules.name).write_bytes(rules.read_bytes())
    script = block[1].replace("kubectl apply -f -", "cat")
    done = subprocess.run(
        ["sh", "-euc", script], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    made = {each["metadata"]["name"]: each for each in yaml.safe_load_all(done.stdout) if each}
    assert set(made) == {f"copydesk-{rules.stem}" for rules in folder.iterdir()}
    for rules in folder.iterdir():
        manifest = made[f"copydesk-{rules.stem}"]
        assert manifest["spec"] == yaml.safe_load(rules.read_text())
        check(manifest)


def test_clusters_can_be_left_out(tmp_path: Path) -> None:
    """The patch of the README takes the worker and its budget out of the manifests, and nothing else."""
    readme = (KUBERNETES / "README.md").read_text()
    block = re.search(r"Where nobody wants them:\n\n   ```\n(.*?)   ```\n", readme, re.DOTALL)
    assert block is not None
    base = os.path.relpath(KUBERNETES / "base", tmp_path.resolve())
    (tmp_path / "kustomization.yaml").write_text(f"resources:\n  - {base}\n{textwrap.dedent(block[1])}")

    def names(folder: str) -> set[tuple[str, str]]:
        return {(each["kind"], each["metadata"]["name"]) for each in build(folder)}

    out = {("Deployment", "cluster"), ("PodDisruptionBudget", "cluster")}
    assert names("base") - names(str(tmp_path)) == out


def test_every_folder_is_described() -> None:
    """No part of the manifests is without a word in the README."""
    readme = (KUBERNETES / "README.md").read_text()
    for kustomization in KUBERNETES.glob("**/kustomization.yaml"):
        assert f"| `{kustomization.parent.relative_to(KUBERNETES)}/` |" in readme
