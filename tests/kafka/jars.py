"""The jars of Apache Kafka: fetched once by Maven, kept in the user's cache, never in the checkout."""

import fcntl
import hashlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
CACHE = Path.home() / ".cache" / "copydesk"
JAVA_NEEDED = 17
FETCH_LIMIT_S = 600
"""44 MB take some 10 s on a good line; a bad one gets ten minutes."""


class KafkaUnavailableError(RuntimeError):
    """Apache Kafka cannot run here; the message says what is missing and how to get it."""


def kafka_version(pom: Path = POM) -> str:
    """Release of Apache Kafka that the tests run on, as the pom says."""
    found = ET.parse(pom).getroot().findtext(".//{*}kafka.version")
    if not found:
        raise KafkaUnavailableError(f"{pom} names no kafka.version.")
    return found


def jars_folder(cache: Path = CACHE) -> Path:
    """Where the jars of this pom belong; another pom has another folder."""
    return cache / f"kafka-{kafka_version()}-{hashlib.sha256(POM.read_bytes()).hexdigest()[:8]}"


def java_command() -> str:
    """Path of a Java that is new enough.

    Errors: KafkaUnavailableError when there is none.
    """
    java = shutil.which("java")
    if java is None:
        raise KafkaUnavailableError(
            f"No Java found; Apache Kafka needs Java {JAVA_NEEDED} or newer (Debian: openjdk-17-jre-headless)."
        )
    answer = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60)
    match = re.search(r'version "(\d+)', answer.stderr + answer.stdout)
    if match is None or int(match[1]) < JAVA_NEEDED:
        said = (answer.stderr + answer.stdout).strip().splitlines()[:1]
        raise KafkaUnavailableError(f"{java} is not Java {JAVA_NEEDED} or newer; it says {said}.")
    return java


def prepare_jars(cache: Path = CACHE) -> Path:
    """Folder with the jars, fetched by Maven when they are not there yet.

    Two processes may ask at once: one fetches, the other waits. A fetch that breaks off leaves nothing.
    Errors: KafkaUnavailableError without Maven or when it cannot fetch.
    """
    folder = jars_folder(cache)
    if _complete(folder):
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise KafkaUnavailableError(
            f"No Maven found, and Apache Kafka is not in {folder} yet (Debian: apt install maven)."
        )
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "kafka.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _complete(folder):
            _fetch(maven, folder)
    return folder


def _fetch(maven: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-") as temporary:
        jars = Path(temporary) / "jars"
        command = [
            maven,
            "-q",
            "-B",
            "-f",
            str(POM),
            "dependency:copy-dependencies",
            f"-Dcopydesk.jars={jars}",
        ]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                check=False,
                timeout=FETCH_LIMIT_S,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            raise KafkaUnavailableError(
                f"Maven did not fetch Apache Kafka within {FETCH_LIMIT_S} s."
            ) from None
        if done.returncode or not _complete(jars):
            raise KafkaUnavailableError(
                f"Maven could not fetch Apache Kafka:\n{(done.stdout + done.stderr)[-2000:]}"
            )
        if folder.exists():  # incomplete: an older fetch, tidied up by hand
            shutil.rmtree(folder)
        jars.rename(folder)


def _complete(folder: Path) -> bool:
    version = kafka_version()
    return all(
        (folder / name).is_file() for name in (f"kafka_2.13-{version}.jar", f"kafka-clients-{version}.jar")
    )
