"""The pipeline: normalise, strip, enrich, in order; one Outcome per article.

Pure: no I/O, no clock, no logging. Same input, same Outcome.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from msgspec import Struct

from copydesk.article import CleanArticle, NormalArticle, RawArticle
from copydesk.enrich.entities.ner import models_of, require, seconded
from copydesk.enrich.figures import find_figures
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import Accepted, DropArticle, Dropped, Outcome, RejectArticle, Rejected, Stage
from copydesk.record import Record
from copydesk.render.stage import RenderOptions, render
from copydesk.strip.model import shipped
from copydesk.strip.stage import StripOptions, strip


class PipelineOptions(Struct, frozen=True, kw_only=True):
    """Options of the three stages, and of the forms of text at their end."""

    normalise: NormaliseOptions = NormaliseOptions()
    strip: StripOptions = StripOptions()
    enrich: EnrichOptions = EnrichOptions()
    render: RenderOptions = RenderOptions()


class StageObserver(Protocol):
    """Watches stages from outside; they know nothing of it."""

    def stage(self, stage: Stage) -> AbstractContextManager[None]:
        """Return a context that is entered just before `stage` and left just after, also by an exception."""
        ...

    def went_without(self, part: str, fault: Exception) -> None:
        """Take note that an optional part of the stage at hand failed: the article goes on without it."""
        ...


class _Unobserved:
    def stage(self, stage: Stage) -> AbstractContextManager[None]:  # noqa: ARG002  the protocol's signature
        return nullcontext()

    def went_without(self, part: str, fault: Exception) -> None:
        pass


_UNOBSERVED = _Unobserved()

Process = Callable[[RawArticle, PipelineOptions, StageObserver], Outcome]
"""What `process` is to the stream."""


def check(options: PipelineOptions) -> None:
    """Make sure that the packages are installed which these options need beyond ours; loads nothing.

    Errors: copydesk.enrich.entities.ner.NerUnusable.
    """
    require(options.enrich.ner)


def load(options: PipelineOptions) -> None:
    """Read and make what the stages need, which they otherwise do with the first article: it would pay for all.

    That took 0.6 s of CPU; on a busy machine it reached the limit of an article's time.
    Errors: copydesk.enrich.entities.ner.NerUnusable.
    """
    shipped()
    models_of(options.enrich.ner)
    process(RawArticle(kind="text", body=b"The ferry came in at noon.", charset="utf-8"), options)


class Trace(Struct, frozen=True, kw_only=True):
    """An Outcome with what the article was on its way there; None from the stage on that it did not pass."""

    outcome: Outcome
    normal: NormalArticle | None = None
    clean: CleanArticle | None = None


def process(
    raw: RawArticle,
    options: PipelineOptions = PipelineOptions(),  # noqa: B008  frozen
    observer: StageObserver = _UNOBSERVED,
) -> Outcome:
    """Turn a raw article into its Outcome.

    Errors: none of `DropArticle`, `RejectArticle` leaves it; any other exception is a fault of
    ours and does.
    """
    return trace(raw, options, observer).outcome


def trace(
    raw: RawArticle,
    options: PipelineOptions = PipelineOptions(),  # noqa: B008  frozen
    observer: StageObserver = _UNOBSERVED,
) -> Trace:
    """Do what `process` does, and keep what lies between, for whoever explains it."""
    at = Stage.NORMALISE
    normal = clean = None
    try:
        with observer.stage(at):
            normal = normalise(raw, options.normalise)
        at = Stage.STRIP
        with observer.stage(at):
            clean = strip(normal, options.strip)
        at = Stage.ENRICH
        with observer.stage(at):
            figures = find_figures(clean)
            record = enrich(clean, options.enrich, figures)
            if options.enrich.ner:
                record = _seconded(record, options.enrich.ner, observer)
            record = render(clean, record, options.render, figures)
    except DropArticle as drop:
        outcome: Outcome = Dropped(drop.reason, at)
    except RejectArticle as reject:
        outcome = Rejected(reject.reason, at, reject.detail)
    else:
        outcome = Accepted(record)
    return Trace(outcome=outcome, normal=normal, clean=clean)


def _seconded(record: Record, ner: tuple[str, ...], observer: StageObserver) -> Record:
    models_of(ner)  # what cannot be loaded is a fault of the installation, not the article's
    try:
        return seconded(record, ner)
    except Exception as fault:  # noqa: BLE001  a model of others may raise anything, which costs its opinion only
        observer.went_without("ner", fault)
        return record
