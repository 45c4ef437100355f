"""The stack end to end: started from nothing, loaded, killed piece by piece, scaled, stopped and started again."""

import asyncio
import subprocess
import uuid
from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest
from aiokafka import AIOKafkaProducer

from tests.stack import stack
from tests.stack.stack import until

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]

START_S = 60.0
"""From images that are there to all healthy."""
RATE = 100.0
"""Articles a second while something is being broken."""


def new_run() -> str:
    """A name that begins the ids of one test's articles."""
    return uuid.uuid4().hex[:8]


def test_a_clean_start_is_healthy_within_a_minute(started: float) -> None:
    """All services are healthy, and the one that makes the topics has ended well."""
    print(f"Healthy after {started:.1f} s.")  # noqa: T201  the figure is wanted
    assert started < START_S
    (topics,) = stack.containers("topics")
    assert topics["State"]["ExitCode"] == 0


@pytest.mark.parametrize("service", stack.WORKERS)
def test_workers_are_locked_down(started: float, service: str) -> None:
    """Not root, nothing to write to, no capabilities, and limits of memory, processors and processes."""
    (container,) = stack.containers(service)
    host = container["HostConfig"]
    assert container["Config"]["User"] == "10001:10001"
    assert host["ReadonlyRootfs"]
    assert host["CapDrop"] == ["ALL"]
    assert not host["CapAdd"]
    assert "no-new-privileges:true" in host["SecurityOpt"]
    assert min(host["Memory"], host["NanoCpus"], host["PidsLimit"]) > 0
    seen = stack.compose(
        "exec", "-T", service, "sh", "-c", "id -u; touch /opt/x || grep -E '^Cap(Eff|Prm|Bnd)' /proc/1/status"
    )
    assert seen.split() == ["10001", *(f"Cap{name}:\t{'0' * 16}" for name in ("Prm", "Eff", "Bnd"))] or seen.split() == [
        "10001", "CapPrm:", "0" * 16, "CapEff:", "0" * 16, "CapBnd:", "0" * 16,
    ]  # fmt: skip


def test_the_image_holds_its_bill_of_materials(started: float) -> None:
    """Every package that is installed in the image is in it, in its version and with a licence, and nothing else."""
    bill = orjson.loads(stack.compose("exec", "-T", "desk", "cat", "/opt/copydesk/copydesk.cdx.json"))
    ours = bill["metadata"]["component"]
    listed = {(each["name"], each["version"]) for each in [ours, *bill["components"]]}
    ask = "import importlib.metadata as m; print(*(f'{d.name}=={d.version}' for d in m.distributions()))"
    installed = stack.compose("exec", "-T", "desk", "python", "-c", ask).split()
    assert listed == {tuple(each.split("==")) for each in installed}
    assert [each["name"] for each in bill["components"] if not each.get("licenses")] == []


def test_ports_are_published_on_the_loopback_address_only(started: float) -> None:
    """No service of the stack is reached from another machine."""
    for service in stack.compose("config", "--services").split():
        for container in stack.containers(service):
            bindings = (container["HostConfig"]["PortBindings"] or {}).values()
            assert {binding["HostIp"] for bound in bindings for binding in bound} <= {"127.0.0.1"}, service


@pytest.mark.parametrize("password", ["postgres", "copydesk", "password", ""])
def test_no_default_password_opens_the_store(started: float, password: str) -> None:
    """The superuser's password is not one that somebody would try first."""
    command = ["docker", "compose", "exec", "-T", "-e", f"PGPASSWORD={password}", "postgres"]
    inside = ["psql", "-w", "-h", "postgres", "-U", "postgres", "-d", "copydesk", "-c", "SELECT 1"]
    done = subprocess.run(
        [*command, *inside], cwd=stack.ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert "password" in done.stderr


def test_a_thousand_articles_are_stored_once_each(started: float) -> None:
    """Through the published port, each record is in PostgreSQL exactly once, stripped, and a bad one among the dead."""
    run = new_run()

    async def bad() -> None:
        async with AIOKafkaProducer(bootstrap_servers=stack.broker()) as producer:
            await producer.send_and_wait(stack.TOPIC, b"{no article", key=run.encode())

    asyncio.run(bad())
    asyncio.run(stack.publish(run, range(1000)))
    until(lambda: stack.stored_all(run, 1000), "1,000 rows")
    assert stack.sql(
        f"SELECT count(*) FROM articles WHERE id LIKE '{run}-%' AND article_body LIKE '%Akismet%'"
    ) == [["0"]]
    until(
        lambda: stack.sql("SELECT count(*) FROM dead_letters WHERE reason = 'malformed_json'") != [["0"]],
        "the bad one",
    )


@pytest.mark.parametrize("service", ["desk", "sink", "kafka", "postgres"])
def test_killed_under_load_nothing_is_lost_or_stored_twice(started: float, service: str) -> None:
    """Killed -9 while articles come in, and brought back: each of 2,000 is in the store exactly once."""
    run = new_run()
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(asyncio.run, stack.publish(run, range(2000), rate=RATE))
        until(lambda: stack.stored(run)[0] >= 300, "the first 300 rows")
        with stack.killed(service):
            pass
        sending.result(timeout=300)
    until(lambda: stack.stored_all(run, 2000), "2,000 rows")


def test_scaled_up_and_down_under_load(started: float) -> None:
    """Three desks share the partitions and are all scraped; back to one, each article is in the store exactly once."""
    run = new_run()
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(asyncio.run, stack.publish(run, range(6000), rate=RATE))
        until(lambda: stack.stored(run)[0] >= 200, "the first 200 rows")
        stack.up("--scale", "desk=3")
        until(lambda: stack.targets()["desk"] == ["up"] * 3, "three desks in Prometheus")

        def spread() -> bool:
            shares = stack.prometheus("query", query='copydesk_assigned_partitions{agent="desk"}')["result"]
            held = sorted(int(share["value"][1]) for share in shares)
            return len(held) == 3 and sum(held) == 4 and held[0] >= 1

        until(spread, "each of the three desks has a partition")
        stack.up("--scale", "desk=1")
        until(lambda: stack.targets()["desk"] == ["up"], "one desk in Prometheus")
        sending.result(timeout=300)
    until(lambda: stack.stored_all(run, 6000), "6,000 rows")


def test_every_target_is_up(started: float) -> None:
    """Prometheus finds the workers by their names and reads all of them."""
    until(
        lambda: stack.targets() == {"desk": ["up"], "sink": ["up"], "prometheus": ["up"]}, "every target up"
    )


@pytest.mark.parametrize("service", stack.WORKERS)
def test_a_stopped_worker_drains(started: float, service: str) -> None:
    """SIGTERM ends a worker under load in good order, and nothing is lost."""
    run = new_run()
    asyncio.run(stack.publish(run, range(500)))
    stack.compose("stop", service)
    (container,) = stack.containers(service)
    assert container["State"]["ExitCode"] == 0
    stack.up()
    until(lambda: stack.stored_all(run, 500), "500 rows")


def test_down_and_up_keep_everything(started: float) -> None:
    """Records, messages and offsets outlive the containers."""
    run = new_run()
    asyncio.run(stack.publish(run, range(200)))
    until(lambda: stack.stored_all(run, 200), "200 rows")
    before = stack.sql("SELECT count(*), max(version_at) FROM articles")
    stack.compose("down")
    stack.up()
    assert stack.sql("SELECT count(*), max(version_at) FROM articles") == before
    asyncio.run(stack.publish(run, range(200, 300)))
    until(lambda: stack.stored_all(run, 300), "100 rows more")
