"""The indices of the OpenSearch sink: articles, dead letters, offsets; their templates, and how they are made."""

from typing import Any, Final

import orjson

from copydesk.sinks.base import SinkMisconfigured
from copydesk.sinks.opensearch_client import Client
from copydesk.sinks.opensearch_options import OpenSearchOptions

VERSION: Final = 3
"""Of the mappings, kept in their `_meta`; raised when a field is added."""

_PRIORITY: Final = 100
"""Of the templates; one of the user's with a higher number takes their place."""

_WORD: Final = {"type": "keyword", "ignore_above": 8191}
"""A value as it stands. Lucene takes no longer one (32,766 bytes); it is then kept and not searched."""
_TEXT: Final = {"type": "text", "analyzer": "words"}
_NAMED: Final = _TEXT | {"fields": {"keyword": _WORD}}
_DATE: Final = {"type": "date"}
_NUMBER: Final = {"type": "long"}
_REAL: Final = {"type": "double"}

_ANALYSIS: Final = {
    "analyzer": {
        "words": {
            "tokenizer": "standard",
            "filter": ["cjk_width", "lowercase", "asciifolding", "cjk_bigram"],
        }
    }
}
"""Words of any script, without case, accents or stemming; Chinese, Japanese and Korean by pairs of characters.
Stemming would be that of one language."""


def _fields(**fields: Any) -> dict[str, Any]:
    return {"properties": fields}


_DELIVERY: Final = _fields(
    topic=_WORD, partition=_NUMBER, offset=_NUMBER, versionAt=_WORD, versionOffset=_NUMBER
)

# What is not named here is kept in `_source` and not indexed: no field of a producer's can be one too many, or
# of another type than before. Quotes are `nested`, so that speaker and words can be asked of one and the same. `removed` and
# `mentions` are not: an article has thirty of each, and each were a document.
_ARTICLES: Final = _fields(
    id=_WORD,
    schemaVersion=_NUMBER,
    url=_WORD,
    canonicalUrl=_WORD,
    headline=_TEXT,
    description=_TEXT,
    articleBody=_TEXT,
    author=_fields(name=_NAMED, type=_WORD, jobTitle=_NAMED),
    datePublished=_WORD,
    publishedAt=_DATE,
    modifiedAt=_DATE,
    inLanguage=_WORD,
    script=_WORD,
    languages=_fields(language=_WORD, share=_REAL),
    publisher=_fields(name=_NAMED, domain=_WORD),
    articleSection=_WORD,
    keywords=_WORD,
    wordCount=_NUMBER,
    readingTimeSeconds=_NUMBER,
    quality=_fields(score=_REAL),
    truncated=_fields(rule=_WORD, confidence=_REAL),
    mentions=_fields(name=_NAMED, aliases=_NAMED, type=_WORD, score=_REAL),
    keyphrases=_fields(text=_NAMED, score=_REAL),
    quotes={"type": "nested"}
    | _fields(text=_TEXT, speaker=_NAMED, cue=_WORD, source=_NAMED, confidence=_REAL),
    cluster=_fields(id=_WORD, role=_WORD, similarity=_REAL, firstSeen=_DATE),
    removed=_fields(kind=_WORD, rule=_WORD, confidence=_REAL),
    ingest=_fields(
        source=_WORD,
        fetchedAt=_DATE,
        topic=_WORD,
        partition=_NUMBER,
        offset=_NUMBER,
        timestamp=_DATE,
        processedAt=_DATE,
        pipelineVersion=_WORD,
    ),
    delivery=_DELIVERY,
)

_DEAD_LETTERS: Final = _fields(
    reason=_WORD,
    stage=_WORD,
    detail=_NAMED,
    topic=_WORD,
    partition=_NUMBER,
    offset=_NUMBER,
    timestamp=_DATE,
    version=_WORD,
    delivery=_DELIVERY,
)

_OFFSETS: Final = _fields(topic=_WORD, partition=_NUMBER, nextOffset=_NUMBER)


class Indices:
    """Names of the indices, by the settings' prefix."""

    def __init__(self, options: OpenSearchOptions) -> None:
        self.articles = f"{options.index_prefix}-articles"
        self.dead_letters = f"{options.index_prefix}-dead-letters"
        self.offsets = f"{options.index_prefix}-offsets"
        self._shards = options.shards

    async def make(self, client: Client) -> None:
        """Make those that are missing, each from its template, and give those of an older version the new fields.

        Errors: SinkUnavailable, SinkMisconfigured.
        """
        for name, fields, shards in (
            (self.articles, _ARTICLES, self._shards),
            (self.dead_letters, _DEAD_LETTERS, 1),
            (self.offsets, _OFFSETS, 1),
        ):
            mappings = {"dynamic": False, "_meta": {"copydesk": VERSION}, **fields}
            found = await client.send("GET", f"/{name}/_mapping", fine=(404,))
            if found.status == 404:
                await self._make(client, name, mappings, shards)
                continue
            # An alias tells of the index behind it, by that one's name.
            there = max(_version(index) for index in found.body.values())
            if there > VERSION:
                raise SinkMisconfigured(
                    f"OpenSearch index {name}: its version is {there} and this Copydesk knows {VERSION}; install a"
                    " newer Copydesk, or set opensearch.index_prefix to another"
                )
            if 0 < there < VERSION:  # 0: a mapping of the user's own
                await client.send("PUT", f"/{name}/_mapping", orjson.dumps(mappings))

    async def _make(self, client: Client, name: str, mappings: dict[str, Any], shards: int) -> None:
        settings = {"number_of_shards": shards, "auto_expand_replicas": "0-1", "analysis": _ANALYSIS}
        template = {
            "index_patterns": [name],
            "priority": _PRIORITY,
            "template": {"settings": {"index": settings}, "mappings": mappings},
        }
        await client.send("PUT", f"/_index_template/{name}", orjson.dumps(template))
        made = await client.send("PUT", f"/{name}", fine=(400,))
        if made.status == 400 and made.error_type != "resource_already_exists_exception":  # by another worker
            raise client.problem(made.status, made.error_type)


def _version(index: dict[str, Any]) -> int:
    return int(index.get("mappings", {}).get("_meta", {}).get("copydesk", 0))
