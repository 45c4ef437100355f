"""Fuzzes one target: `python -m tests.fuzz.run codec --seconds 60`. Exit code 0 when nothing was found.

What was found is written to `.cache/fuzz/TARGET/` and told; `--input FILE` runs it alone. atheris is there for Linux on
x86-64 and Python 3.11 to 3.13; elsewhere this says so and ends with 75.
"""

import argparse
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

NOT_HERE = 75
FOUND = Path(".cache/fuzz")
INPUT_LIMIT_S = 20
"""For one input, instrumented, on a busy machine; what takes longer is a finding."""
MEMORY_MB = 2048
LONGEST_BYTES = 16_384


def main() -> int:
    """Command line: see the head of this file."""
    parser = argparse.ArgumentParser(description="Fuzz one target.")
    parser.add_argument("target", choices=["codec", "normalise", "strip"])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--input", type=Path, help="run this one input instead")
    arguments = parser.parse_args()
    if arguments.input:
        from tests.fuzz.targets import TARGETS

        TARGETS[arguments.target][0](arguments.input.read_bytes())
        return 0
    if find_spec("atheris") is None:
        print(
            "SKIPPED: atheris is not installed here; there are binaries for Linux on x86-64 and Python 3.11 to 3.13 only.",
            file=sys.stderr,
        )
        return NOT_HERE
    return _fuzz(arguments.target, arguments.seconds)


def _fuzz(name: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["copydesk"]):
        from tests.fuzz.targets import TARGETS

    call, seeds = TARGETS[name]
    found = FOUND / name
    found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for seed, content in seeds().items():
            (Path(work) / seed).write_bytes(content)
        options = [
            f"-max_total_time={seconds}", f"-timeout={INPUT_LIMIT_S}", f"-rss_limit_mb={MEMORY_MB}", f"-max_len={LONGEST_BYTES}",
            f"-artifact_prefix={found}/", "-print_final_stats=1", "-verbosity=1", "-error_exitcode=1", "-timeout_exitcode=1",
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *options, work], call)
        atheris.Fuzz()  # ends the process
    return 1


if __name__ == "__main__":
    sys.exit(main())
