"""The second reader of names: what it is worth on marked passages, and what it takes of an article's CPU and of memory."""

import math
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.enrich.entities.seconded import held_out, installed
from bench.enrich.speed import WORDS
from copydesk.article import CleanArticle, RawArticle
from copydesk.enrich.entities.find import find_mentions
from copydesk.enrich.entities.ner import NerModel, seconded
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.enrich.tokens import words_of
from copydesk.pipeline import PipelineOptions, process
from copydesk.record import Record

ROUNDS: Final = 5
_MEMORY: Final = (
    "import sys; from copydesk.enrich.stage import EnrichOptions; from copydesk.pipeline import PipelineOptions, load;"
    " load(PipelineOptions(enrich=EnrichOptions(ner=tuple(sys.argv[1:])))); print(open('/proc/self/status').read())"
)


def lines(articles: Iterable[tuple[RawArticle, CleanArticle]]) -> Iterator[str]:
    """Yield what there is to say of each model that is installed."""
    models = installed()
    if not models:
        yield "ner: no model is installed; pip install 'copydesk[ner]'"
        return
    chosen = [
        (raw, enrich(clean, EnrichOptions()))
        for raw, clean in articles
        if WORDS[0] <= len(words_of(clean.body)) <= WORDS[1]
    ]
    for model in models:
        told = held_out(model)
        yield f"ner, {model.name}, held_out/{model.language}.txt:"
        yield from told.lines() if told else ("  no marked passages",)
        yield from _took(model, chosen)


def _took(model: NerModel, articles: Iterable[tuple[RawArticle, Record]]) -> Iterator[str]:
    chosen = [
        (raw, record)
        for raw, record in articles
        if (record.in_language or "").partition("-")[0] == model.language and record.mentions
    ]
    if not chosen:
        yield f"  no pages of {WORDS[0]} to {WORDS[1]} words in {model.language}"
        return
    off, on = PipelineOptions(), PipelineOptions(enrich=EnrichOptions(ner=(model.package,)))
    times = [
        _best(
            partial(find_mentions, record.article_body, record.in_language),
            partial(seconded, record, (model.package,)),
            partial(process, raw, off),
            partial(process, raw, on),
        )
        for raw, record in chosen
    ]
    ours, theirs, without, whole = (statistics.median(column) for column in zip(*times, strict=True))
    agreed = [
        one.seconded or 0.0 for _, record in chosen for one in seconded(record, (model.package,)).mentions
    ]
    yield (
        f"  {len(chosen)} pages of {WORDS[0]} to {WORDS[1]} words, median ms of CPU: mentions {ours:.2f}, the second reader"
        f" {theirs:.1f} more; the whole way of an article {without:.1f} without, {whole:.1f} with it"
    )
    yield (
        f"  of {len(agreed)} mentions there it tells {sum(share > 0 for share in agreed)} somewhere,"
        f" {sum(share == 1 for share in agreed)} at every place"
    )
    if Path("/proc/self/status").exists():
        yield f"  memory of a process that is loaded: {_resident():.0f} MB without, {_resident(model.package):.0f} with it"


def _best(*parts: Callable[[], Any]) -> Sequence[float]:
    """Milliseconds of CPU of each part, the best of some rounds; one after another in each."""
    best = [math.inf] * len(parts)
    for _ in range(ROUNDS):
        for at, part in enumerate(parts):
            began = time.process_time()
            part()
            best[at] = min(best[at], (time.process_time() - began) * 1000)
    return best


def _resident(*ner: str) -> float:
    done = subprocess.run([sys.executable, "-c", _MEMORY, *ner], capture_output=True, text=True, check=True)
    (kib,) = re.findall(r"^VmRSS:\s+(\d+)", done.stdout, re.MULTILINE)
    return int(kib) / 1024
