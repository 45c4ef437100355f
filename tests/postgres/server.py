"""A throwaway PostgreSQL server as a child process, on loopback only, from the machine's own packages.

    python -m tests.postgres.server     says whether one can run here; exit code 1 when not

Needs the programs of PostgreSQL 14 or newer (Debian: postgresql) and, as root, its user `postgres`.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg

from copydesk.sinks.postgres_options import PostgresOptions
from copydesk.sinks.postgres_schema import OLDEST_SERVER
from tests.kafka import guard
from tests.kafka.probe import LOOPBACK, free_port

INIT = Path(__file__).parents[2] / "deploy" / "postgres" / "init.sql"
PREFIX = f"{guard.OURS}postgres-"
READY_LIMIT_S = 60.0
"""Ready takes a second; a machine that is busy with other tests gets much more."""
PASSWORDS = {"postgres": "owner's", "copydesk": "the sink's", "copydesk_reader": "reader's"}

_SETTINGS = {
    "listen_addresses": LOOPBACK,
    "max_connections": "30",
    "shared_buffers": "32MB",
    "deadlock_timeout": "100ms",
    "fsync": "off",  # the machine does not crash in these tests, only the server
}


class PostgresUnavailableError(Exception):
    """PostgreSQL cannot run on this machine; the message says why and what to do."""


class PostgresServer:
    """A server that can be started, stopped, killed and restarted on the same data and port.

    It has a database `copydesk`, made ready as the documentation says, with the roles of `PASSWORDS`.
    Errors: PostgresUnavailableError when it cannot run here; RuntimeError, with the end of its log, when
    it does not come up.
    """

    def __init__(self, *, data: Path | None = None, **settings: str) -> None:
        """`data`: an empty folder for the cluster, else one of its own; `settings` are the server's."""
        self._bin = programs()
        self.port = free_port()
        self._settings = _SETTINGS | settings
        self._work = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._data = data or self._work / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """What the server has logged so far."""
        path = self._work / "postgres.log"
        return path.read_text(errors="replace") if path.exists() else ""

    @property
    def certificate(self) -> Path:
        """The server's own certificate, for `localhost`, which is its own CA."""
        return self._work / "server.crt"

    def options(self, schema: str = "copydesk", **changed: Any) -> PostgresOptions:
        """How the sink reaches it, with the rights that the documentation gives it."""
        known: dict[str, Any] = {
            "host": LOOPBACK,
            "port": self.port,
            "password": PASSWORDS["copydesk"],
            "schema": schema,
        }
        return PostgresOptions(**(known | changed))

    def new_schema(self) -> str:
        """Make an empty schema of a fresh name, owned by the sink's role."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self.run(f"CREATE SCHEMA {name} AUTHORIZATION copydesk")
        return name

    def run(
        self, sql: str, *values: Any, user: str = "postgres", database: str = "copydesk"
    ) -> list[asyncpg.Record]:
        """Run a statement in a session of its own, from any thread; its rows."""

        async def session() -> list[asyncpg.Record]:
            connection = await self.connect(user=user, database=database)
            try:
                rows: list[asyncpg.Record] = await connection.fetch(sql, *values)
                return rows
            finally:
                await connection.close()

        with ThreadPoolExecutor(1) as thread:  # the caller may be inside an event loop
            return thread.submit(asyncio.run, session()).result()

    async def connect(self, *, user: str = "postgres", database: str = "copydesk") -> asyncpg.Connection:
        """Open a session of the caller's own."""
        return await asyncpg.connect(
            host=LOOPBACK, port=self.port, user=user, password=PASSWORDS[user], database=database, ssl=False
        )

    def start(self) -> None:
        """Start it and wait until it serves; the first time also make the cluster, the database and the roles."""
        fresh = not (self._data / "PG_VERSION").exists()
        if fresh:
            self._make_cluster()
        self._serve()
        if fresh:
            self.run("CREATE DATABASE copydesk", database="postgres")
            self._run_init_script()

    def stop(self) -> None:
        """End every session and stop it, as an operator would."""
        self._end(subprocess.Popen.send_signal, 2)  # SIGINT is its fast shutdown

    def stop_at_once(self) -> None:
        """Stop it without cleaning up, as when its container is stopped too late; the next start recovers."""
        self._end(subprocess.Popen.send_signal, 3)  # SIGQUIT is its immediate shutdown

    def kill(self) -> None:
        """End it as a crash would (kill -9); its data stays."""
        self._end(subprocess.Popen.kill)

    def close(self) -> None:
        """Stop it and remove its files."""
        self.stop_at_once()
        shutil.rmtree(self._work, ignore_errors=True)

    def _end(self, how: Any, *arguments: int) -> None:
        if self._process is None:
            return
        how(self._process, *arguments)
        self._process.wait()
        self._process = None
        if self._guard is not None:
            self._guard.communicate(b"done")
            self._guard = None

    def _make_cluster(self) -> None:
        self._work.chmod(0o755)
        passwords = {"owner": "postgres", "sink": "copydesk", "reader": "copydesk_reader"}
        for file, role in passwords.items():
            (self._work / file).write_text(PASSWORDS[role] + "\n")
        self._data.mkdir(exist_ok=True)
        self.own(self._work, self._data)
        self._program(
            "initdb", "--pgdata", str(self._data), "--username", "postgres", "--pwfile", str(self._work / "owner"),
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        )  # fmt: skip
        key = self._work / "server.key"
        _checked(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", str(key), "-out", str(self.certificate),
        )  # fmt: skip
        key.chmod(0o600)
        self.own(key)
        self._settings |= {"ssl": "on", "ssl_cert_file": str(self.certificate), "ssl_key_file": str(key)}

    def _run_init_script(self) -> None:
        environment = {
            "PATH": os.defpath,
            "PGPASSWORD": PASSWORDS["postgres"],
            "SINK_PASSWORD_FILE": str(self._work / "sink"),
            "READER_PASSWORD_FILE": str(self._work / "reader"),
        }
        _checked(
            str(self._bin / "psql"), "--no-psqlrc", "--host", LOOPBACK, "--port", str(self.port),
            "--username", "postgres", "--dbname", "copydesk", "--file", str(INIT), env=environment,
        )  # fmt: skip

    def _serve(self) -> None:
        """Start the process; one that a kill left behind may hold its memory a moment longer."""
        deadline = time.monotonic() + READY_LIMIT_S
        words = [f"--{name.replace('_', '-')}={value}" for name, value in self._settings.items()]
        while True:
            with (self._work / "postgres.log").open("ab") as log:
                self._process = subprocess.Popen(
                    [str(self._bin / "postgres"), "-D", str(self._data), "-p", str(self.port), "-k",
                     str(self._work), *words],
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **_as_owner(),
                )  # fmt: skip
            while self._process.poll() is None:
                try:
                    self.run("SELECT 1", database="postgres")
                except (OSError, asyncpg.PostgresError):
                    if time.monotonic() > deadline:
                        self.kill()
                        break
                    time.sleep(0.02)
                else:
                    self._watch()
                    return
            if time.monotonic() > deadline or "still in use" not in self.log[-2000:]:
                raise RuntimeError(f"PostgreSQL did not come up:\n{self.log[-2000:]}")
            time.sleep(0.05)

    def _watch(self) -> None:
        """Let the server end when this process dies without saying goodbye."""
        assert self._process is not None
        self._guard = subprocess.Popen(
            [sys.executable, guard.__file__, str(self._process.pid), str(self._data), str(self._work)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _program(self, name: str, *arguments: str) -> None:
        _checked(str(self._bin / name), *arguments, cwd=self._work, **_as_owner())

    def own(self, *paths: Path) -> None:
        """Give files to the user the server runs as."""
        for path in paths if os.getuid() == 0 else ():
            shutil.chown(path, "postgres", "postgres")


def programs() -> Path:
    """Return the folder of the newest PostgreSQL server's programs.

    Errors: PostgresUnavailableError.
    """
    folders = [*Path("/usr/lib/postgresql").glob("*/bin"), Path(shutil.which("postgres") or "/none").parent]
    found = [folder for folder in folders if all((folder / name).exists() for name in ("postgres", "psql"))]
    newest = max(found, key=_major, default=None)
    if newest is None or _major(newest) < OLDEST_SERVER:
        raise PostgresUnavailableError(
            f"No PostgreSQL {OLDEST_SERVER} or newer here (Debian: apt-get install postgresql)."
        )
    if os.getuid() == 0 and subprocess.run(["id", "postgres"], capture_output=True, check=False).returncode:
        raise PostgresUnavailableError("PostgreSQL does not run as root, and there is no user postgres.")
    if not shutil.which("openssl"):
        raise PostgresUnavailableError("The program openssl is missing, for the server's certificate.")
    return newest


def _major(folder: Path) -> int:
    """Return the major version of the programs in a folder."""
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    ).stdout
    digits = said.partition(") ")[2].partition(".")[0]
    return int(digits) if digits.isdecimal() else 0


def _as_owner() -> dict[str, Any]:
    """Return how a child becomes the user that PostgreSQL runs as: it refuses to run as root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}


def _checked(*command: str, **how: Any) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=READY_LIMIT_S, **how)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def main(arguments: Sequence[str] = ()) -> int:
    """Command line: see the head of this file."""
    del arguments
    try:
        print(f"PostgreSQL is in {programs()}.")
    except PostgresUnavailableError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
