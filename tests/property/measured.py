"""What a process of its own measures of the pipeline: digests of outcomes, cost of hostile inputs, what a second pass takes.

`python -m tests.property.measured digest` prints one digest over the corpus and the hard cases.
`python -m tests.property.measured peak BYTES [NAME...]` prints a line per shape: name, outcome, peak memory of the process so
far in MiB, CPU seconds; each shape in a process of its own where several, or none, are named.
`python -m tests.property.measured again` prints the share of words that stripping takes from its own output, in percent, for
the hard cases, and for every fourth development page where there are any.
"""

import hashlib
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from copydesk.article import CleanArticle, RawArticle
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import Accepted, Outcome, RejectArticle
from copydesk.pipeline import PipelineOptions, load, process, trace
from copydesk.strip.stage import strip
from tests.costs import cpu_s
from tests.property.hostile import SHAPES, corpus, raw
from tests.quality.cases import paths, read


def hard_cases() -> Iterator[RawArticle]:
    """Yield the hard cases with the fields their producer gave."""
    for case in map(read, paths()):
        yield RawArticle(
            kind="html" if case.html else "text",
            body=(case.html or case.text).strip().encode(),
            headline=case.headline,
            author=case.author,
        )


def digest() -> str:
    """Return one digest of the outcomes of corpus and hard cases, field by field in their order."""
    whole = hashlib.blake2b(digest_size=16)
    for article in [*(raw(name, body) for name, body in corpus().items()), *hard_cases()]:
        whole.update(msgspec.json.encode(_plain(process(article))))
    return whole.hexdigest()


def _plain(outcome: Outcome) -> object:
    return outcome.record if isinstance(outcome, Accepted) else [outcome.reason, outcome.stage]


def peak(size: int, name: str) -> str:
    """Return what a shape of that many bytes cost: name, outcome, MiB, seconds."""
    load(PipelineOptions())
    article = raw(name, SHAPES[name](size).encode()[:size])
    started = time.process_time()
    outcome = process(article)
    spent = time.process_time() - started
    return f"{name} {type(outcome).__name__} {_peak_mib()} {spent:.3f}"


def _peak_mib() -> int:
    """The most memory this program has had: what getrusage tells includes whoever started it, on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text(), re.MULTILINE)
        if found:
            return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def cost(name: str) -> Callable[[int], float]:
    """Return what gives the CPU seconds that reading and stripping a shape of so many characters takes."""
    unbounded = NormaliseOptions(max_blocks=sys.maxsize)

    def reading(article: RawArticle) -> None:
        with suppress(RejectArticle):
            strip(normalise(article, unbounded))

    reading(raw(name, SHAPES[name](2_000).encode()))
    shaped = cache(lambda size: raw(name, SHAPES[name](size).encode()))
    return lambda size: cpu_s(lambda: reading(shaped(size)))


def again(articles: Iterable[CleanArticle]) -> float:
    """Return the share of its own words that stripping takes away when it is given what it kept, as plain text."""
    kept = gone = 0
    for clean in articles:
        body = clean.body
        kept += len(body.split())
        second = trace(RawArticle(kind="text", body=body.encode())).clean
        gone += len(body.split()) - (len(second.body.split()) if second else 0)
    return gone / kept


def cleaned(articles: Iterable[RawArticle]) -> Iterator[CleanArticle]:
    """Yield those of which something is kept."""
    return (clean for article in articles if (clean := trace(article).clean) is not None)


def development_pages() -> Iterator[RawArticle]:
    """Yield every fourth development page."""
    from bench.strip.pages import PAGES, read_pages

    if PAGES.is_dir():
        for page in read_pages(4):
            yield RawArticle(kind="html", body=page.html.encode(), charset="utf-8", url=page.url)


def main(given: Sequence[str]) -> int:
    """Run from the command line."""
    if given[0] == "digest":
        sys.stdout.write(f"{digest()}\n")
    elif given[0] == "again":
        for label, articles in (("hard cases", hard_cases()), ("development pages", development_pages())):
            clean = list(cleaned(articles))
            if clean:
                sys.stdout.write(f"{label}: {len(clean)} texts, {again(clean):.2%} of their words\n")
    elif len(given) == 3:
        sys.stdout.write(f"{peak(int(given[1]), given[2])}\n")
    else:
        for name in given[2:] or SHAPES:
            subprocess.run([sys.executable, "-m", __spec__.name, "peak", given[1], name], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
