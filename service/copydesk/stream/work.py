"""The work on one message, in a child process: decode, process, encode.

Whatever happens to an article here becomes a Result; no exception leaves `Desk.__call__`.
"""

import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
import structlog

from copydesk.article import RawArticle
from copydesk.codec import raw_article, record
from copydesk.codec.disposition import first_timestamp
from copydesk.kafka.partition import key_hash
from copydesk.metrics.definitions import REMOVED_RATIO, STAGE_DURATION
from copydesk.metrics.histogram import bucket_counts
from copydesk.outcome import Accepted, DropArticle, Dropped, Outcome, Reason, RejectArticle, Rejected, Stage
from copydesk.pipeline import PipelineOptions, load, process
from copydesk.record import Ingest, Record
from copydesk.stream.wire import Message, Result, Tally
from copydesk.version import PIPELINE_VERSION

log = structlog.get_logger(__name__)


class Desk:
    """Turns raw messages into results, and notes what it measures in a tally."""

    def __init__(self, options: bytes) -> None:
        self._options = msgspec.msgpack.decode(options, type=PipelineOptions)
        self._stage = Stage.DECODE
        self._tally = Tally()
        self._told: set[str] = set()
        load(self._options)

    def __call__(self, message: Message, tally: Tally) -> Result:
        """Work on one message.

        Errors: none; what is unexpected is logged with its traceback, never with the article.
        """
        self._tally = tally
        try:
            return self._work(message)
        except DropArticle as drop:
            return Result(reason=drop.reason, stage=self._stage, dropped=True)
        except RejectArticle as reject:
            return Result(reason=reject.reason, stage=self._stage, detail=reject.detail)
        except Exception as fault:  # noqa: BLE001  whatever it is, it costs this article only
            kind = type(fault).__name__
            name = f"{self._stage.value}/{kind}"
            tally.errors[name] = tally.errors.get(name, 0) + 1
            # Without the exception's own words: they may quote the article.
            log.error(
                "An article met a fault of ours and becomes a dead letter.", error=kind,
                stage=self._stage.value, topic=message.topic, partition=message.partition, offset=message.offset,
                traceback="".join(traceback.format_tb(fault.__traceback__)),
            )  # fmt: skip
            return Result(reason=Reason.UNEXPECTED, stage=self._stage, detail=kind)

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Time a stage; the pipeline's StageObserver."""
        self._stage = stage
        started = time.perf_counter()
        try:
            yield
        finally:
            _note_stage(self._tally, stage, time.perf_counter() - started)

    def went_without(self, part: str, fault: Exception) -> None:
        """Count what an optional part raised, and tell of the first."""
        kind = type(fault).__name__
        name = f"{self._stage.value}/{kind}"
        self._tally.errors[name] = self._tally.errors.get(name, 0) + 1
        if part not in self._told:
            self._told.add(part)
            # Without the exception's own words: they may quote the article.
            log.warning("An optional part failed; the article goes on without it. From here on it is only counted.",
                        part=part, stage=self._stage.value, error=kind,
                        traceback="".join(traceback.format_tb(fault.__traceback__)))  # fmt: skip

    def _work(self, message: Message) -> Result:
        with self.stage(Stage.DECODE):
            raw = raw_article.decode(message.value, message.headers)
        outcome: Outcome = process(raw, self._options, self)
        match outcome:
            case Accepted(record=made):
                with self.stage(Stage.ENCODE):
                    result = _encode(made, raw, message)
                self._note_removed(made)
                return result
            case Dropped(reason=reason, stage=stage):
                return Result(reason=reason, stage=stage, dropped=True)
            case Rejected(reason=reason, stage=stage, detail=detail):
                return Result(reason=reason, stage=stage, detail=detail)

    def _note_removed(self, made: Record) -> None:
        tally, removed = self._tally, 0
        chars = tally.text_chars
        for span in made.removed:
            size, kind = span.end - span.start, span.kind.value
            removed += size
            tally.removed_kinds[kind] = tally.removed_kinds.get(kind, 0) + 1
            chars[kind] = chars.get(kind, 0) + size
        chars["kept"] = chars.get("kept", 0) + len(made.article_body)
        total = removed + len(made.article_body)
        ratio = removed / total if total else 0.0
        have = tally.removed_ratio or ([0] * (len(REMOVED_RATIO.buckets) + 1), 0.0)
        counts = [a + b for a, b in zip(have[0], bucket_counts(REMOVED_RATIO.buckets, (ratio,)), strict=True)]
        tally.removed_ratio = (counts, have[1] + ratio)


def _note_stage(tally: Tally, stage: Stage, seconds: float) -> None:
    have = tally.stages.get(stage.value)
    counts = have[0] if have else [0] * (len(STAGE_DURATION.buckets) + 1)
    for index, count in enumerate(bucket_counts(STAGE_DURATION.buckets, (seconds,))):
        counts[index] += count
    tally.stages[stage.value] = (counts, (have[1] if have else 0.0) + seconds)


def _encode(made: Record, raw: RawArticle, message: Message) -> Result:
    ingest = Ingest(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=first_timestamp(message.headers, message.timestamp_ms),
        processed_at=datetime.now(UTC),
        pipeline_version=PIPELINE_VERSION,
        source=raw.source,
        fetched_at=raw.fetched_at,
    )
    key = made.id.encode()
    value = record.encode(msgspec.structs.replace(made, ingest=ingest))
    return Result(value=value, key=key, key_hash=key_hash(key))
