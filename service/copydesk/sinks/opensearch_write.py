"""How the OpenSearch sink writes a batch: `_bulk` by id with the record's version, and the offset last.

There are no transactions. What breaks off is written again, which changes nothing: an equal or older version
does not get in. The offset follows when all else was acknowledged, so it may be too low and never too high.
"""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import orjson

from copydesk.sinks.base import Batch, storable_problem
from copydesk.sinks.opensearch_client import Client
from copydesk.sinks.opensearch_documents import Document, dead_document, document_of
from copydesk.sinks.opensearch_indices import Indices

_CONFLICT, _TOO_LARGE = 409, 413
_REFUSED: Final = (400, 413)
"""Of an item: it, and not the cluster, is at fault."""
_SHORT: Final = "items.*.status,items.*.error.type"
Action: TypeAlias = tuple[dict[str, Any], bytes]
"""Of a bulk request: what an item's first line says, and its document."""
Result: TypeAlias = tuple[int, str]
"""Of an item: its status, and the type of its error or nothing."""


async def committed(client: Client, indices: Indices, topic: str, partition: int) -> int | None:
    """Return the stored next offset of a partition, or None."""
    path = f"/{indices.offsets}/_doc/{_offset_id(topic, partition)}"
    found = await client.send("GET", path, fine=(404,))
    return int(found.body["_source"]["nextOffset"]) if found.status == 200 else None


async def write(client: Client, indices: Indices, batch: Batch) -> dict[int, str]:
    """Write a batch; return what was refused: index to why.

    Errors: SinkUnavailable, SinkMisconfigured; some of the batch may be there then, but not its offset.
    """
    stored = await committed(client, indices, batch.topic, batch.partition) or 0
    documents, refused = _documents(batch, stored)
    refused |= await _store(client, indices, documents)
    await _store_dead_letters(client, indices, batch)
    offset = {"topic": batch.topic, "partition": batch.partition, "nextOffset": batch.next_offset}
    await client.send(
        "PUT",
        f"/{indices.offsets}/_doc/{_offset_id(batch.topic, batch.partition)}",
        orjson.dumps(offset),
        fine=(_CONFLICT,),  # a higher one is there
        version=batch.next_offset,
        version_type="external_gte",
    )
    return refused


def _offset_id(topic: str, partition: int) -> str:
    return f"{topic}.{partition}"


def _documents(batch: Batch, stored: int) -> tuple[list[Document], dict[int, str]]:
    """Make the documents; what cannot be one is refused."""
    documents, refused = [], {}
    for index, (offset, record) in enumerate(batch.records):
        problem = storable_problem(record)
        if problem is None:
            try:
                documents.append(document_of(record, index, offset, batch, again=offset < stored))
            except (UnicodeEncodeError, OverflowError) as error:
                problem = f"JSON cannot hold it: {type(error).__name__}"
        if problem is not None:
            refused[index] = problem
    return documents, refused


async def _store(client: Client, indices: Indices, documents: Sequence[Document]) -> dict[int, str]:
    """Write documents, each where its version is newer than what is there; return what is refused.

    A version number is a moment. Where two have the same, the first try meets a conflict, and what is there
    tells which of the two is newer.
    """
    refused, conflicts = {}, []
    tried = await _bulk(client, [_index(indices, document, "external") for document in documents])
    for document, (status, kind) in zip(documents, tried, strict=True):
        if status == _CONFLICT:
            conflicts.append(document)
        elif status in _REFUSED:
            refused[document.index] = f"OpenSearch refused it: {kind}"
    newer = await _newer(client, indices, conflicts) if conflicts else []
    tried = await _bulk(client, [_index(indices, document, "external_gte") for document in newer])
    for document, (status, kind) in zip(newer, tried, strict=True):
        if status in _REFUSED:
            refused[document.index] = f"OpenSearch refused it: {kind}"
    return refused


def _index(indices: Indices, document: Document, version_type: str) -> Action:
    what = {
        "_index": indices.articles,
        "_id": document.id,
        "version": document.number,
        "version_type": version_type,
    }
    return {"index": what}, document.source


async def _newer(client: Client, indices: Indices, documents: Sequence[Document]) -> list[Document]:
    """Return those that are newer than what is there, or as new where they were never delivered before."""
    ids = orjson.dumps({"ids": list({document.id for document in documents})})
    fields = "delivery.versionAt,delivery.versionOffset"
    found = await client.send("POST", f"/{indices.articles}/_mget", ids, _source_includes=fields)
    held = {
        one["_id"]: (
            one["_source"]["delivery"]["versionAt"] or "",
            one["_source"]["delivery"]["versionOffset"],
        )
        for one in found.body["docs"]
        if one.get("found")
    }
    newer = []
    for document in documents:
        there = held.get(document.id, ("", -1))
        if document.version > there or (document.version == there and not document.again):
            held[document.id] = document.version
            newer.append(document)
    return newer


async def _store_dead_letters(client: Client, indices: Indices, batch: Batch) -> None:
    """Write dead letters, the last of each message that died."""
    actions: list[Action] = []
    for offset, letter in batch.dead_letters:
        name, source = dead_document(letter, offset, batch)
        actions.append(({"index": {"_index": indices.dead_letters, "_id": name}}, source))
    await _bulk(client, actions)


async def _bulk(client: Client, actions: Sequence[Action]) -> list[Result]:
    """Send a bulk request, in halves where it is too large; return what became of each item.

    Errors: SinkUnavailable, SinkMisconfigured for items that the cluster could not take, whatever became of others.
    """
    if not actions:
        return []
    lines = [line for what, source in actions for line in (orjson.dumps(what), source)]
    answer = await client.send(
        "POST", "/_bulk", b"\n".join(lines) + b"\n", fine=(_TOO_LARGE,), filter_path=_SHORT
    )
    if answer.status == _TOO_LARGE:
        if len(actions) == 1:
            return [(_TOO_LARGE, "request_too_large")]
        middle = len(actions) // 2
        return await _bulk(client, actions[:middle]) + await _bulk(client, actions[middle:])
    results = []
    for item in answer.body["items"]:
        (done,) = item.values()
        status, kind = done["status"], done.get("error", {}).get("type", "")
        if status >= 300 and status not in (_CONFLICT, *_REFUSED):
            raise client.problem(status, kind)
        results.append((status, kind))
    return results
