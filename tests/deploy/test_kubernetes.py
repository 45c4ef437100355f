"""The manifests of deploy/kubernetes: valid, closed, and in step with the code."""

import http.client
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.cli.group import cli
from copydesk.metrics.options import MetricsOptions
from copydesk.metrics.registry import Metrics
from copydesk.settings.load import load
from copydesk.settings.model import Settings
from copydesk.stream.health import Health, HealthServer
from copydesk.stream.service import CLOSE_S, STOP_MARGIN_S
from tests.deploy import kustomize
from tests.deploy.kustomize import KUBERNETES, build, container, of_kind, pods
from tests.deploy.schemas import UnfitError, check

FOLDERS = ["base", kustomize.PRODUCTION]
WORKERS = ["desk", "sink", "cluster"]
SCALED = ["desk", "sink"]


def settings_of(name: str, tmp_path: Path, folder: str = kustomize.PRODUCTION) -> Settings:
    """Load the settings of a pod as it does itself, with the secrets mounted in it and no others."""
    pod = pods(folder)[name]
    environ = {}
    for variable, value in kustomize.settings(pod, folder).items():
        for mounted in kustomize.secret_folders(pod):
            if value.startswith(f"{mounted}/"):
                secret = tmp_path / value.lstrip("/")
                secret.parent.mkdir(parents=True, exist_ok=True)
                secret.write_text("secret")
                environ[variable] = str(secret)
        environ.setdefault(variable, value)
    return load(environ=environ, directory=tmp_path).settings


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_manifest_is_valid(folder: str) -> None:
    """Each fits the schema of its kind, with no field that it does not know."""
    assert len(build(folder)) > 5
    for manifest in build(folder):
        check(manifest)


@pytest.mark.parametrize("kind", ["Deployment", "NetworkPolicy", "ScaledObject", "ServiceMonitor"])
def test_a_mistyped_field_is_noticed(kind: str) -> None:
    """The check above can fail."""
    manifest = next(iter(of_kind(kind).values()))
    check(manifest)
    with pytest.raises(UnfitError, match="podSelektor"):
        check(manifest | {"spec": manifest["spec"] | {"podSelektor": {}}})


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", [*WORKERS, "topics"])
def test_a_pod_can_load_its_settings(tmp_path: Path, folder: str, name: str) -> None:
    """Every setting is known and every file that is named is mounted in that very pod."""
    settings = settings_of(name, tmp_path, folder)
    named = [
        value for value in kustomize.settings(pods(folder)[name], folder).values() if value.startswith("/")
    ]
    mounted = tuple(f"{each}/" for each in kustomize.secret_folders(pods(folder)[name]))
    assert all(value.startswith(mounted) for value in named)
    assert settings.sink.names == (("postgres",) if name == "sink" else Settings().sink.names)


def test_only_the_sink_has_the_password_of_the_store() -> None:
    """The desk, which parses what strangers wrote, does not hold it."""
    holders = {
        name
        for name, pod in pods().items()
        if any(
            "postgres" in volume.get("secret", {}).get("secretName", "") for volume in pod["spec"]["volumes"]
        )
    }
    assert holders == {"sink"}


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("name", [*WORKERS, "topics"])
def test_pods_are_locked_down(folder: str, name: str) -> None:
    """Not root but the image's user, nothing to write to, no capabilities, no token, and limits."""
    pod = pods(folder)[name]["spec"]
    user = re.search(r"^USER (\d+):(\d+)$", (KUBERNETES.parent / "Dockerfile").read_text(), re.MULTILINE)
    assert user is not None
    assert pod["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": int(user[1]),
        "runAsGroup": int(user[2]),
        "fsGroup": int(user[2]),
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert (pod["automountServiceAccountToken"], pod["enableServiceLinks"]) == (False, False)
    assert container(pods(folder)[name])["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert set(container(pods(folder)[name])["resources"]["limits"]) == {"cpu", "memory"}


@pytest.mark.parametrize("name", [*WORKERS, "topics"])
def test_a_pod_runs_a_command_that_is_there(name: str) -> None:
    """The arguments are those of our own command line."""
    arguments = container(pods()[name])["args"]
    assert CliRunner().invoke(cli, [*arguments, "--help"]).exit_code == 0
    assert name == "topics" or arguments[-1] == name


@pytest.mark.parametrize("name", WORKERS)
def test_probes_ask_what_a_worker_answers(name: str) -> None:
    """Each probe's path is served, on the port that is declared, which is the one that settings and image have."""
    inside = container(pods()[name])
    assert inside["ports"] == [{"name": "metrics", "containerPort": MetricsOptions().port}]
    assert f"EXPOSE {MetricsOptions().port}\n" in (KUBERNETES.parent / "Dockerfile").read_text()
    server = HealthServer(
        "127.0.0.1", 0, metrics=Metrics().wsgi_app(lambda: None), live=lambda: Health(ok=True), ready=lambda: Health(ok=True)
    )  # fmt: skip
    try:
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            assert inside[probe]["httpGet"]["port"] == "metrics"
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            connection.request("GET", inside[probe]["httpGet"]["path"])
            assert connection.getresponse().status == http.HTTPStatus.OK
            connection.close()
    finally:
        server.stop()
    assert inside["livenessProbe"]["httpGet"]["path"] != inside["readinessProbe"]["httpGet"]["path"]


@pytest.mark.parametrize("name", WORKERS)
def test_there_is_time_to_drain(tmp_path: Path, name: str) -> None:
    """A pod is killed only after a worker has had its time to drain, to leave and to close."""
    needed = settings_of(name, tmp_path).stream.drain_s + STOP_MARGIN_S + CLOSE_S
    assert pods()[name]["spec"]["terminationGracePeriodSeconds"] > needed


def test_children_fit_into_the_limits_of_the_desk(tmp_path: Path) -> None:
    """One child for each core, and their address space with 256 MiB for the parent within the limit of memory."""
    stream = settings_of("desk", tmp_path).stream
    limits = container(pods()["desk"])["resources"]["limits"]
    assert stream.processes == int(limits["cpu"])
    assert limits["memory"].endswith("Gi")
    assert stream.processes * stream.child_memory_bytes + (256 << 20) <= int(limits["memory"][:-2]) << 30


def test_the_window_of_clusters_fits_into_its_limit(tmp_path: Path) -> None:
    """One worker that has all partitions, their windows full, and 256 MiB: by the figure of SCALING.md for as many partitions."""
    settings = settings_of("cluster", tmp_path)
    scaling = (KUBERNETES.parent / "SCALING.md").read_text()
    row = re.search(
        rf"^\| {settings.topics.partitions} \|[^|]+\|[^|]+\| ([\d.]+) kB \|$", scaling, re.MULTILINE
    )
    assert row is not None
    needed = settings.cluster.window_articles * float(row[1]) * 1000 + (256 << 20)
    limit = container(pods()["cluster"])["resources"]["limits"]["memory"]
    assert limit.endswith("Gi")
    assert needed <= int(limit[:-2]) << 30


def trigger(name: str, folder: str = kustomize.PRODUCTION) -> dict[str, str]:
    """What KEDA is told about Kafka for one of the scaled objects."""
    (only,) = of_kind("ScaledObject", folder)[name]["spec"]["triggers"]
    assert only["type"] == "kafka"
    return dict(only["metadata"])


def test_scaling_follows_the_groups_of_the_workers(tmp_path: Path) -> None:
    """Group, topic and brokers are those of the settings, one object for desk and one for the sink."""
    desk, sink = settings_of("desk", tmp_path), settings_of("sink", tmp_path)
    (store,) = sink.sink.names
    wanted = {
        "desk": (desk.topics.raw, f"{desk.stream.group_prefix}-desk"),
        "sink": (sink.topics.structured, f"{sink.stream.group_prefix}-sink-{store}"),
    }
    assert {name: (trigger(name)["topic"], trigger(name)["consumerGroup"]) for name in SCALED} == wanted
    assert {trigger(name)["bootstrapServers"] for name in SCALED} == {desk.kafka.bootstrap_servers}
    assert set(of_kind("ScaledObject")) == set(SCALED)
    for name in SCALED:
        assert of_kind("ScaledObject")[name]["spec"]["scaleTargetRef"] == {"name": name}
        assert "replicas" not in of_kind("Deployment")[name]["spec"]


def test_there_are_never_more_workers_than_partitions(tmp_path: Path) -> None:
    """As many desks as partitions at most, and no more sinks than that."""
    partitions = settings_of("desk", tmp_path).topics.partitions
    most = {name: each["spec"]["maxReplicaCount"] for name, each in of_kind("ScaledObject").items()}
    assert most["desk"] == partitions
    assert most["sink"] <= partitions


@pytest.mark.parametrize("name", SCALED)
def test_thresholds_are_those_of_the_arithmetic(name: str) -> None:
    """SCALING.md shows how each comes about, and it is at most half a minute of what is said to be measured."""
    table = (KUBERNETES.parent / "SCALING.md").read_text().rpartition("`lagThreshold` |")[2]
    row = re.search(rf"^\| {name} \| [^|]+ \| ([\d,]+) \| (\d+) \|$", table, re.MULTILINE)
    assert row is not None
    assert trigger(name)["lagThreshold"] == row[2]
    assert 0.9 < int(row[2]) / int(row[1].replace(",", "")) <= 1


def test_kafka_login_of_the_scaler_is_that_of_the_workers(tmp_path: Path) -> None:
    """KEDA takes user, password and certificate from the workers' secret; the README makes every key of it."""
    login = of_kind("TriggerAuthentication")["kafka"]["spec"]["secretTargetRef"]
    assert {each["name"] for each in login} == {"copydesk-kafka"}
    readme = (KUBERNETES / "README.md").read_text()
    for each in login:
        assert re.search(rf"--from-(file|literal)={re.escape(each['key'])}[\s=]", readme), each
    keys = {each["parameter"]: each["key"] for each in login}
    kafka = settings_of("desk", tmp_path).kafka
    assert kafka.sasl_password_file is not None
    assert kafka.ssl_cafile is not None
    assert (Path(kafka.sasl_password_file).name, Path(kafka.ssl_cafile).name) == (
        keys["password"],
        keys["ca"],
    )
    assert (
        f"username={kafka.sasl_username} --from-literal=mechanism={kafka.sasl_mechanism.lower().replace('-', '_').replace('sha_', 'sha')}"
        in readme
    )


def test_brokers_and_store_are_on_ports_that_are_open(tmp_path: Path) -> None:
    """What the settings name can be reached through the network policies."""
    policies = of_kind("NetworkPolicy")
    out = {
        name: {port["port"] for rule in each["spec"]["egress"] for port in rule["ports"]}
        for name, each in policies.items()
    }
    settings = settings_of("sink", tmp_path)
    assert {int(server.rsplit(":", 1)[1]) for server in settings.kafka.servers} <= out["copydesk"]
    assert settings.postgres.port in out["sink"]
    assert (
        policies["sink"]["spec"]["podSelector"]["matchLabels"].items()
        <= pods()["sink"]["metadata"]["labels"].items()
    )
    (wanted,) = policies["copydesk"]["spec"]["podSelector"]["matchExpressions"]
    for pod in pods().values():
        assert pod["metadata"]["labels"][wanted["key"]] in wanted["values"]


@pytest.mark.parametrize("name", WORKERS)
def test_budgets_and_monitor_find_the_workers(name: str) -> None:
    """Labels that others select by are on the pods, and the job that Prometheus gives them is desk, sink or cluster."""
    labels = pods()[name]["metadata"]["labels"].items()
    assert of_kind("PodDisruptionBudget")[name]["spec"]["selector"]["matchLabels"].items() <= labels
    service = of_kind("Service")["metrics"]
    assert service["spec"]["selector"].items() <= labels
    monitor = of_kind("ServiceMonitor")["copydesk"]["spec"]
    assert monitor["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items()
    (endpoint,) = monitor["endpoints"]
    assert endpoint["port"] == service["spec"]["ports"][0]["name"]
    (relabeling,) = endpoint["relabelings"]
    source = relabeling["sourceLabels"][0].removeprefix("__meta_kubernetes_pod_label_")
    assert {re.sub(r"[^a-z]", "_", label): value for label, value in labels}[source] == name
    assert relabeling["targetLabel"] == "job"
