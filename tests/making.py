"""Records, batches and dead letters as the tests of sinks make them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from copydesk.article import Author
from copydesk.outcome import DeadLetter, Reason, Stage
from copydesk.record import (
    Cluster,
    Ingest,
    Keyphrase,
    LanguagePart,
    Mention,
    Publisher,
    Quote,
    Record,
    Role,
    Truncated,
)
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


def told(article_id: str = "a", version: int = 0, **fields: Any) -> Record:
    """Make a record that has all that enrichment tells of a text."""
    found: dict[str, Any] = {
        "author": (
            Author(name="Nora Quist", type="Person", job_title="Editor", same_as=("https://s.example/n",)),
        ),
        "in_language": "en",
        "script": "Latn",
        "languages": (LanguagePart("en", 0.75, (0, 2)), LanguagePart("de", 0.25, (1,))),
        "truncated": Truncated("read-more-end", "Read more", 0.85),
        "mentions": (
            Mention(
                name="Jack Ma",
                type="Person",
                spans=((0, 7), (30, 32)),
                score=0.9,
                aliases=("Ma",),
                seconded=0.5,
            ),
            Mention(name="Hangzhou", type="Place", spans=((12, 20),), score=0.8),
        ),
        "keyphrases": (Keyphrase("ferry landing", 1.0),),
        "quotes": (
            Quote(
                text="We wait",
                span=(9, 16),
                confidence=0.9,
                speaker="Jack Ma",
                cue="said",
                source="The Gauge",
            ),
            Quote(text="So be it", span=(20, 28), confidence=0.6),
        ),
    }
    return record(article_id, version, **(found | fields))


def batch(*records: tuple[int, Record], next_offset: int | None = None, partition: int = 0) -> Batch:
    """Make a batch; the next offset is that after the last record unless given."""
    return Batch(TOPIC, partition, records, records[-1][0] + 1 if next_offset is None else next_offset)


def letter(offset: int = 0, detail: str = "") -> DeadLetter:
    """Make a dead letter of a raw message."""
    return DeadLetter(
        reason=Reason.EMPTY_BODY, stage=Stage.NORMALISE, detail=detail, topic="articles.raw",
        partition=3, offset=offset, timestamp=START, version="1",
    )  # fmt: skip
