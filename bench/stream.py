"""How fast is Copydesk? Bare client, plain Faust app and Copydesk's worker, in turn, on one broker.

    python -m bench.stream [--quick] [--broker kafka|embedded] [--rounds N] [--only WORD] [--output FILE] [--check]

README.md beside this file says how to read what it prints.
"""

import argparse
import asyncio
import platform
import signal
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console

from bench import memory, plan, report, topics
from bench.brokers import EMBEDDED, KAFKA, Broker, running
from bench.messages import messages, pages_source
from bench.plan import LOOP, LOOPS, Workload
from bench.processes import busy_cpu_s
from bench.report import Loop, Round
from bench.run import ROOT, RunFailedError, run
from copydesk.version import SERVICE_VERSION
from tests.kafka.jars import KafkaUnavailableError

PIPE_COLUMNS = 170
"""Width of the table where there is no terminal to ask."""

RUN_LIMIT_S = 120.0
LOOP_LIMIT_S = 300.0
RESULTS = ROOT / "bench" / "results"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="bench.stream", description="Benchmarks of the stream; see bench/README.md."
    )
    parser.add_argument("--quick", action="store_true", help="two rounds of fewer articles: a first look")
    parser.add_argument("--broker", choices=[KAFKA, EMBEDDED], help="default: kafka where Java and Maven are")
    parser.add_argument("--rounds", type=int, help="interleaved runs of each variant (default 5, quick 2)")
    parser.add_argument(
        "--minutes", type=float, default=13, help="time for all rounds, shared by the workloads"
    )
    parser.add_argument(
        "--only", default="", help="workloads whose name holds this word; 'memory' for the memory run"
    )
    parser.add_argument("--output", type=Path, help="where the JSON goes (default bench/results/TIME.json)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bar is missed")
    return parser.parse_args()


async def measure(
    broker: Broker, workload: Workload, rounds: int, console: Console, until: float
) -> list[Round]:
    """All rounds of one workload; one more before them, not counted, warms the broker up.

    After `until` (of the monotonic clock) no further round begins, but for the first.

    Errors: RunFailedError.
    """
    accepted: list[int] | None = None
    if workload.loop:
        accepted = _loops(workload, 1)[1]
        if not accepted:
            raise RunFailedError(f"{workload.name}: process() accepts none of the messages")
    source = f"input-{workload.messages}-{workload.handler.rpartition(':')[2].lower()}"
    await _fill(broker, source, workload, accepted)
    results: list[Round] = []
    for number in range(rounds + 1):
        if number > 1 and time.monotonic() > until:
            console.print(
                f"{workload.name}: time is up after {number - 1} of {rounds} rounds; see --minutes."
            )
            break
        found: dict[str, Any] = {}
        if workload.loop and number:
            found[LOOP] = _loops(workload, 1)[0]
            found[LOOPS] = _loops(workload, cpu_count() or 1)[0]
        for variant in workload.variants():
            found[variant.name], _ = await run(
                variant, broker.bootstrap, broker.pid, source,
                outputs=workload.outputs[variant.name], limit_s=RUN_LIMIT_S,
            )  # fmt: skip
        if number:
            results.append(found)
        speeds = ", ".join(f"{name} {each.articles_per_s:,.0f}/s" for name, each in found.items())
        console.print(f"{workload.name}: {f'round {number} of {rounds}' if number else 'warm-up'}: {speeds}")
    await topics.delete(broker.bootstrap, source)
    return results


async def _fill(broker: Broker, source: str, workload: Workload, accepted: list[int] | None) -> None:
    """Fill the input with messages that all become outputs: what the loop saw dropped or rejected is left out."""
    wanted = max(workload.outputs.values()) + workload.margin
    await topics.create(broker.bootstrap, source)
    if accepted is None:
        await topics.fill(broker.bootstrap, source, messages(workload.messages, wanted))
        return
    good = list(messages(workload.messages, workload.loop))
    await topics.fill(broker.bootstrap, source, (good[accepted[n % len(accepted)]] for n in range(wanted)))


def _loops(workload: Workload, at_once: int) -> tuple[Loop, list[int]]:
    """Run so many plain loops at the same time; their sum of speeds, their mean of CPU, what is accepted."""
    command = [sys.executable, "-m", "bench.loop", workload.messages, str(workload.loop), workload.handler]
    running_loops = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for _ in range(at_once)]
    try:
        answers = [
            msgspec.json.decode(each.communicate(timeout=LOOP_LIMIT_S)[0] or b"{}") for each in running_loops
        ]
    finally:
        for each in running_loops:
            each.kill()
            each.wait()
    if any(each.returncode for each in running_loops):
        raise RunFailedError("The plain loop failed, see above.")
    cpu = statistics.fmean(answer["cpu_s_per_1000"] for answer in answers)
    return Loop(sum(answer["articles_per_s"] for answer in answers), cpu), answers[0]["accepted"]


def machine() -> dict[str, Any]:
    """What the figures depend on."""
    cpus = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    before, began = busy_cpu_s(), time.monotonic()
    time.sleep(1.0)
    return {
        "cores": len(cpus),
        "cpu": cpus[0].partition(":")[2].strip() if cpus else "unknown",
        "python": platform.python_version(),
        "system": platform.platform(),
        "busyCoresBefore": round((busy_cpu_s() - before) / (time.monotonic() - began), 2),
    }


async def main(options: argparse.Namespace) -> int:
    """Measure, print, write; the exit code. Ended early, it ends what it started."""
    this = asyncio.current_task()
    assert this is not None
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, this.cancel)
    console, began = Console(width=None if sys.stdout.isatty() else PIPE_COLUMNS), time.monotonic()
    about = machine()
    async with running(options.broker) as broker:
        console.print(f"On {broker.name}; {about['cores']} cores ({about['cpu']}), Python {about['python']}, "
                      f"{about['busyCoresBefore']} cores busy with other things; HTML: {pages_source()}.")  # fmt: skip
        every = plan.for_broker(plan.QUICK if options.quick else plan.FULL, broker.kind)
        rounds = options.rounds or (plan.QUICK_ROUNDS if options.quick else plan.ROUNDS)
        chosen = [each for each in every if options.only in each.name]
        results = {}
        for place, each in enumerate(chosen, start=1):
            until = began + options.minutes * 60 * place / len(chosen)
            results[each.name] = await measure(broker, each, rounds, console, until)
        long_run = None
        if options.only in ("", "memory") and broker.kind == KAFKA:
            articles = plan.MEMORY_ARTICLES_QUICK if options.quick else plan.MEMORY_ARTICLES
            long_run = await memory.measure(broker, every[0], articles)
    if results:
        report.show(console, results)
    if long_run:
        console.print(
            f"memory over {long_run.articles:,} articles: {long_run.first_rss / 1e6:.0f} MB after a quarter, "
            f"{long_run.last_rss / 1e6:.0f} MB at the end ({long_run.last_rss / long_run.first_rss - 1:+.1%}), {long_run.slope_bytes / 1e3:+.2f} kB per 1,000 articles"
        )
    verdicts = report.verdicts(results)
    path = options.output or RESULTS / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {
        "version": SERVICE_VERSION, "broker": broker.name, "machine": about, "pages": pages_source(),
        "rounds": rounds, "results": results, "verdicts": verdicts, "memory": long_run,
    }  # fmt: skip
    path.write_bytes(msgspec.json.format(msgspec.json.encode(document)))
    console.print(f"{path} written, after {time.monotonic() - began:.0f} s.")
    return 1 if options.check and not all(verdict.reached for verdict in verdicts) else 0


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main(arguments())))
    except (RunFailedError, KafkaUnavailableError) as error:
        sys.exit(str(error))
    except asyncio.CancelledError:
        sys.exit(130)
