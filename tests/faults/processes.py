"""Workers as processes, and what they tell of themselves."""

import http.client
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from tests.stream.harness import Place
from tests.stream.test_worker import command

ROOT = Path(__file__).parents[2]
DYNAMIC = ("--set", "stream.instance=")
"""Members without a name of their own, as several workers are."""


@contextmanager
def started(
    place: Place,
    *arguments: str,
    port: int = 0,
    wound: tuple[str, int] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A worker, which `wound` makes one of `tests.faults.wounded`; its log is in faults.log.

    `port`: of its metrics; any free one if 0. `environ`: all of its environment, ours if None.
    """
    given = command(place, *arguments)
    given[given.index("--metrics-port") + 1] = str(port)
    if wound is not None:
        given[1:3] = ["-m", "tests.faults.wounded", wound[0], str(wound[1])]
    with (place.data_dir / "faults.log").open("ab") as log:
        process = subprocess.Popen(given, stdout=log, stderr=log, cwd=ROOT, env=environ)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def get(port: int, path: str) -> tuple[int, str]:
    """Status and body of an answer of the health server; 0 where nothing answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()


def total(port: int, name: str, **labels: str) -> float:
    """Sum of a metric over all samples that have these labels; 0 where there is none."""
    return sum(
        sample.value
        for family in text_string_to_metric_families(get(port, "/metrics")[1])
        for sample in family.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    )
