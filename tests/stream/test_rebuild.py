"""A store that was damaged or lost its newest part is noticed, and filled again from the topics by a command."""

import asyncio
import subprocess
from pathlib import Path

import pytest

from tests.faults import oracle
from tests.stream.harness import Place, new_place, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import command, rows, worker

EXIT_FAILED, EXIT_FAULT = 1, 6


def rebuild(place: Place, *given: str) -> subprocess.CompletedProcess[str]:
    """Call `copydesk records rebuild`."""
    named = command(place)
    at = named.index("--metrics-port")
    named = named[:at] + named[at + 2 :]
    named[named.index("worker") : named.index("worker") + 1] = ["records", "rebuild"]
    return subprocess.run([*named, *given], capture_output=True, text=True, check=False, timeout=60)


def damage(place: Place, how: str) -> None:
    """Spoil the file or its write-ahead log, or put an older copy in its place, as a backup that was put back would be."""
    if how == "older":
        place.database.with_name("copy.db").rename(place.database)
        return
    if how == "log":
        log = place.database.with_name(f"{place.database.name}-wal")
        log.write_bytes(b"\xa5" * log.stat().st_size)
        return
    content = bytearray(place.database.read_bytes())
    start, end = (0, 100) if how == "header" else (4096, len(content))
    content[start:end] = b"\xa5" * (end - start)
    place.database.write_bytes(content)


async def stopped(process: subprocess.Popen[bytes]) -> None:
    """Have a worker drain."""
    process.terminate()
    assert await asyncio.to_thread(process.wait, 40) == 0


@pytest.mark.parametrize("how", ["header", "pages", "log", "older"])
@pytest.mark.kafka
def test_a_damaged_store_is_noticed_and_filled_again(kafka_server: object, tmp_path: Path, how: str) -> None:
    """The worker does not go on with it, and says what to do; the command sets it aside, and everything comes back."""

    async def run() -> None:
        place = await new_place(kafka_server.bootstrap, tmp_path)  # type: ignore[attr-defined]
        dynamic = ("--set", "stream.instance=")
        await send(place, [article(number) for number in range(30)])
        with worker(place, *dynamic) as process:
            await until(lambda: len(rows(place)) == 30, "30 rows")
            await stopped(process)
        place.database.with_name("copy.db").write_bytes(place.database.read_bytes())
        await send(place, [article(number) for number in range(30, 60)])
        with worker(place, *dynamic) as process:
            await until(lambda: len(rows(place)) == 60, "60 rows")
            running = await asyncio.to_thread(rebuild, place, "--yes")
            assert (running.returncode, "Stop them first" in running.stderr) == (EXIT_FAILED, True)
            if how == "log":  # which is there only where nothing closed the file
                await until(lambda: oracle.at_rest(place), "everything to be committed")
                process.kill()
                process.wait()
            else:
                await stopped(process)
        damage(place, how)
        await send(place, [article(number) for number in range(60, 90)])
        with worker(place, *dynamic) as process:
            assert await asyncio.to_thread(process.wait, 60) == (
                EXIT_FAULT if how in {"older", "log"} else EXIT_FAILED
            )
        assert b"copydesk records rebuild" in (place.data_dir / "worker.log").read_bytes()

        async def rebuilt() -> bool:
            done = await asyncio.to_thread(rebuild, place, "--yes")
            return done.returncode == 0 and "Set aside" in done.stdout

        await until(rebuilt, "a store that is set aside")
        with worker(place, *dynamic) as process:
            await until(lambda: len(rows(place)) == 90, "90 rows")
            await stopped(process)
        assert set(rows(place).values()) == {1}

    asyncio.run(run())
