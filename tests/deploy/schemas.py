"""Whether a manifest fits the schema of its kind."""

from functools import cache
from importlib import import_module
from typing import Any

import kubernetes_validate

from tests.deploy.kustomize import Manifest

OLDEST_KUBERNETES = "1.27"
"""What deploy/kubernetes/README.md asks for."""
_OPERATORS = {
    "keda.sh/v1alpha1": "cloudcoil.models.keda.v1alpha1",
    "monitoring.coreos.com/v1": "cloudcoil.models.prometheus_operator.v1",
}
"""Where the types are of what Kubernetes itself does not know."""


class UnfitError(Exception):
    """A manifest does not fit; the message says where."""


def check(manifest: Manifest) -> None:
    """See that a manifest fits, and has no field that the schema does not know.

    Errors: UnfitError.
    """
    if manifest["apiVersion"] in _OPERATORS:
        _check_operator(manifest)
        return
    for version in (OLDEST_KUBERNETES, kubernetes_validate.latest_version()):
        try:
            kubernetes_validate.validate(manifest, version, strict=True)
        except kubernetes_validate.ValidationError as error:
            raise UnfitError(f"{manifest['kind']}, Kubernetes {version}: {error}") from error


def _check_operator(manifest: Manifest) -> None:
    model = getattr(_types(_OPERATORS[manifest["apiVersion"]]), manifest["kind"])
    try:
        known = model.model_validate(manifest).model_dump(mode="json", by_alias=True, exclude_unset=True)
    except ValueError as error:
        raise UnfitError(f"{manifest['kind']}: {error}") from error
    if known != manifest:  # the types leave out what they do not know
        raise UnfitError(f"{manifest['kind']} has something unknown: {manifest}, of which is known: {known}")


@cache
def _types(module: str) -> Any:
    """Import late: it takes seconds."""
    return import_module(module)
