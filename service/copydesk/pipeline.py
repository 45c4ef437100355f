"""The pipeline: normalise, strip, enrich, in order; one Outcome per article.

Pure: no I/O, no clock, no logging. Same input, same Outcome.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from msgspec import Struct

from copydesk.article import RawArticle
from copydesk.enrich.stage import EnrichOptions, enrich
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.outcome import Accepted, DropArticle, Dropped, Outcome, RejectArticle, Rejected, Stage
from copydesk.strip.stage import StripOptions, strip


class PipelineOptions(Struct, frozen=True, kw_only=True):
    """Options of the three stages."""

    normalise: NormaliseOptions = NormaliseOptions()
    strip: StripOptions = StripOptions()
    enrich: EnrichOptions = EnrichOptions()


class StageObserver(Protocol):
    """Watches stages from outside; they know nothing of it."""

    def stage(self, stage: Stage) -> AbstractContextManager[None]:
        """Return a context that is entered just before `stage` and left just after, also by an exception."""
        ...


class _Unobserved:
    def stage(self, stage: Stage) -> AbstractContextManager[None]:  # noqa: ARG002  the protocol's signature
        return nullcontext()


_UNOBSERVED = _Unobserved()

Process = Callable[[RawArticle, PipelineOptions, StageObserver], Outcome]
"""What `process` is to the stream."""


def process(
    raw: RawArticle,
    options: PipelineOptions = PipelineOptions(),  # noqa: B008  frozen
    observer: StageObserver = _UNOBSERVED,
) -> Outcome:
    """Turn a raw article into its Outcome.

    Errors: none of `DropArticle`, `RejectArticle` leaves it; any other exception is a fault of
    ours and does.
    """
    at = Stage.NORMALISE
    try:
        with observer.stage(at):
            normal = normalise(raw, options.normalise)
        at = Stage.STRIP
        with observer.stage(at):
            clean = strip(normal, options.strip)
        at = Stage.ENRICH
        with observer.stage(at):
            record = enrich(clean, options.enrich)
    except DropArticle as drop:
        return Dropped(drop.reason, at)
    except RejectArticle as reject:
        return Rejected(reject.reason, at, reject.detail)
    return Accepted(record)
