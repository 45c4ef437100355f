"""Dead letters on their way back: what died for a cause that is gone comes out, what dies again says how often."""

import asyncio
import subprocess
import sys
from pathlib import Path

import orjson

from copydesk.codec.dead_letter import from_headers
from copydesk.codec.disposition import attempt_of
from copydesk.codec.record import decode
from copydesk.outcome import Reason
from tests.stream.harness import SLOW, In, Place, new_place, read, send, until
from tests.stream.test_desk import article
from tests.stream.test_worker import command, rows, worker


def dead(place: Place, *arguments: str, code: int = 0) -> list[dict[str, object]]:
    """Call `copydesk dead` as a user would; the objects it printed."""
    named = command(place)
    named[named.index("worker") : named.index("worker") + 1] = ["dead", *arguments, "--json"]
    at = named.index("--metrics-port")
    done = subprocess.run(named[:at] + named[at + 2 :], capture_output=True, check=False, timeout=60)
    assert done.returncode == code, done.stderr
    assert named[0] == sys.executable
    return [orjson.loads(line) for line in done.stdout.splitlines()]


async def letters(place: Place) -> int:
    """How many dead letters there are, dispositions left aside."""
    return sum(message.value is not None for message in await read(place, place.topics.dead))


@SLOW
def test_letters_come_out_once_their_cause_is_gone(broker: str, tmp_path: Path) -> None:
    """Retried after a limit was raised, an article is stored; a hopeless one dies again, as attempt 2, and 3, and no more."""

    async def run() -> None:
        place = await new_place(broker, tmp_path)
        await send(place, [article(1, fetchedAt="2026-03-01T10:00:00Z"), In(b"{hopeless", key=b"k")])
        with worker(place, "--set", "normalise.max_body_bytes=50") as first:

            async def died() -> bool:
                return await letters(place) == 2

            await until(died, "2 dead letters")
            first.terminate()
            assert await asyncio.to_thread(first.wait, 40) == 0
        assert {one["reason"]: one["letters"] for one in dead(place, "ls")} == {
            "body_too_large": 1, "malformed_json": 1,
        }  # fmt: skip
        assert len(dead(place, "retry", "--all")) == 2
        with worker(place):
            await until(lambda: len(rows(place)) == 1, "the article")
            for attempt in (2, 3):
                (again,) = await _open_letters(place, attempt)
                left = attempt == 3
                (verdict,) = dead(place, "retry", str(again["letter"]), code=4 if left else 0)
                assert verdict["result"] == ("left" if left else "retried")
        (record,) = await read(place, place.topics.structured)
        stored, (first, *_) = decode(record.value or b""), await read(place, place.topics.raw)
        assert stored.id == "a1"
        assert stored.ingest is not None
        assert stored.ingest.offset > first.offset, "it was made of the message sent again"
        assert stored.ingest.timestamp.timestamp() == first.timestamp / 1000
        last = [message for message in await read(place, place.topics.dead) if message.value is not None][-1]
        assert (attempt_of(last.headers), from_headers(last.headers).reason) == (3, Reason.MALFORMED_JSON)

    async def _open_letters(place: Place, attempt: int) -> list[dict[str, object]]:
        async def there() -> bool:
            return await letters(place) == attempt + 1

        await until(there, f"the letter of attempt {attempt}")
        found = await asyncio.to_thread(dead, place, "ls", "--each")
        assert [one["attempt"] for one in found] == [attempt]
        return found

    asyncio.run(run())
