"""Records, batches and dead letters as the tests of sinks make them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from copydesk.outcome import DeadLetter, Reason, Stage
from copydesk.record import Cluster, Ingest, Publisher, Record, Role
from copydesk.sinks.base import Batch

TOPIC = "articles.structured"
START = datetime(2026, 5, 4, 12, tzinfo=UTC)


def record(article_id: str = "a", version: int = 0, body: str = "Rain fell.", **fields: Any) -> Record:
    """Make a record whose raw message was sent `version` seconds after the start."""
    moment = START + timedelta(seconds=version)
    ingest = Ingest(
        topic="articles.raw",
        partition=0,
        offset=version,
        timestamp=moment,
        processed_at=START,
        pipeline_version="1",
    )
    given_fields: dict[str, Any] = {
        "id": article_id,
        "schema_version": 1,
        "article_body": body,
        "paragraphs": (body,),
        "word_count": 2,
        "reading_time_seconds": 1,
        "fingerprint": "v1:",
        "removed": (),
        "ingest": ingest,
    }
    return Record(**(given_fields | fields))


def clustered(article_id: str, role: Role, similarity: float, domain: str) -> Record:
    """Make a record that is in the cluster of article a."""
    cluster = Cluster(id="a", role=role, similarity=similarity, first_seen=START)
    return record(article_id, cluster=cluster, publisher=Publisher(domain=domain))


def batch(*records: tuple[int, Record], next_offset: int | None = None, partition: int = 0) -> Batch:
    """Make a batch; the next offset is that after the last record unless given."""
    return Batch(TOPIC, partition, records, records[-1][0] + 1 if next_offset is None else next_offset)


def letter(offset: int = 0, detail: str = "") -> DeadLetter:
    """Make a dead letter of a raw message."""
    return DeadLetter(
        reason=Reason.EMPTY_BODY, stage=Stage.NORMALISE, detail=detail, topic="articles.raw",
        partition=3, offset=offset, timestamp=START, version="1",
    )  # fmt: skip
