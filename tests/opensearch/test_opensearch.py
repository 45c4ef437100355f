"""The OpenSearch sink on a real server: what is found, what is refused, who may, and what breaks in the midst."""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pytest

from copydesk.record import Publisher
from copydesk.sinks.base import SinkMisconfigured, SinkRefused, SinkUnavailable
from copydesk.sinks.opensearch import OpenSearchSink
from copydesk.sinks.opensearch_options import OpenSearchOptions
from tests.making import TOPIC, batch, record, told
from tests.opensearch.proxy import AFTER, BEFORE, Fault, Proxy, certificate
from tests.opensearch.server import OpenSearchServer
from tests.postgres.harness import until

pytestmark = pytest.mark.opensearch


@pytest.fixture
def prefix() -> str:
    """Of indices that no other test uses."""
    return f"t{uuid.uuid4().hex[:8]}"


@contextmanager
def opened(url: str, prefix: str, **options: Any) -> Iterator[OpenSearchSink]:
    """An open sink."""
    sink = OpenSearchSink(OpenSearchOptions(url=url, index_prefix=prefix, **options))
    try:
        sink.open()
        yield sink
    finally:
        sink.close()


def found(server: OpenSearchServer, prefix: str, query: dict[str, Any]) -> list[str]:
    """Ids of the articles that a query finds, sorted."""
    server.call("POST", f"/{prefix}-articles/_refresh")
    answer = server.call("POST", f"/{prefix}-articles/_search", {"query": query, "size": 1000})
    return sorted(hit["_source"]["id"] for hit in answer["hits"]["hits"])


def bodies(server: OpenSearchServer, prefix: str) -> dict[str, str]:
    """Body by id of every article."""
    return {source["id"]: source["articleBody"] for source in server.sources(f"{prefix}-articles")}


def test_articles_are_found(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """By words of any script without accents and case, by values as they stand, by time; unknown fields are kept."""
    ferry = record(
        "ferry", 0, "La traversée de nuit", publisher=Publisher(domain="news.example.org"),
        date_published="2026-11", extra={"desk": {"a.b": [1, "x"]}},
    )  # fmt: skip
    with opened(opensearch_server.url, prefix) as sink:
        sink.write(batch((0, ferry), (1, record("boat", 1, "夜の渡し船は電池で走る"))))
    assert found(opensearch_server, prefix, {"match": {"articleBody": "TRAVERSEE"}}) == ["ferry"]
    assert found(opensearch_server, prefix, {"match_phrase": {"articleBody": "渡し船"}}) == ["boat"]
    assert found(opensearch_server, prefix, {"term": {"publisher.domain": "news.example.org"}}) == ["ferry"]
    since = {"range": {"publishedAt": {"gte": "2026-11-01", "lt": "2026-12-01"}}}
    assert found(opensearch_server, prefix, since) == ["ferry"]
    assert found(opensearch_server, prefix, {"exists": {"field": "extra"}}) == []


def test_quotes_and_names_are_found(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """Speaker and words of one quote, not of two; names by word, another name or as they stand; languages and the rest."""
    with opened(opensearch_server.url, prefix) as sink:
        sink.write(batch((0, told("a", 0)), (1, record("b", 1))))

    def said(speaker: str, words: str) -> list[str]:
        both = [{"term": {"quotes.speaker.keyword": speaker}}, {"match": {"quotes.text": words}}]
        nested = {"nested": {"path": "quotes", "query": {"bool": {"filter": both}}}}
        return found(opensearch_server, prefix, nested)

    assert said("Jack Ma", "wait") == ["a"]
    assert said("Jack Ma", "be") == []
    for query in (
        {"match": {"mentions.name": "hangzhou"}},
        {"term": {"mentions.aliases.keyword": "Ma"}},
        {"match": {"keyphrases.text": "FERRY"}},
        {"term": {"languages.language": "de"}},
        {"term": {"script": "Latn"}},
        {"term": {"truncated.rule": "read-more-end"}},
        {"term": {"author.type": "Person"}},
    ):
        assert found(opensearch_server, prefix, query) == ["a"]


def test_an_older_index_gets_the_new_fields(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """An upgraded worker adds them; what was there before is not found by them until it is written again."""
    words = {"tokenizer": "standard", "filter": ["lowercase"]}
    older = {
        "settings": {"analysis": {"analyzer": {"words": words}}},
        "mappings": {"dynamic": False, "_meta": {"copydesk": 2}, "properties": {"id": {"type": "keyword"}}},
    }
    opensearch_server.call("PUT", f"/{prefix}-articles", older)
    opensearch_server.call("PUT", f"/{prefix}-articles/_doc/old", msgspec.to_builtins(told("old")))
    with opened(opensearch_server.url, prefix) as sink:
        sink.write(batch((1, told("new", 1))))
    query = {"term": {"mentions.type": "Place"}}
    assert found(opensearch_server, prefix, query) == ["new"]


def test_what_the_mapping_cannot_hold_is_refused(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """The record is named with the kind of error, without a value of it; the rest and the offset are written."""
    with opened(opensearch_server.url, prefix) as sink:
        with pytest.raises(SinkRefused) as refused:
            sink.write(batch((0, record("a")), (1, record("b", 1, word_count=2**63)), (2, record("c", 2))))
        assert refused.value.refused == {1: "OpenSearch refused it: mapper_parsing_exception"}
        assert sink.committed(TOPIC, 0) == 3
    assert set(bodies(opensearch_server, prefix)) == {"a", "c"}


def test_an_id_that_is_too_long_has_its_digest_as_a_name(
    opensearch_server: OpenSearchServer, prefix: str
) -> None:
    """An id beyond 512 bytes is stored once all the same, and whole."""
    long = "https://news.example.org/" + "ä" * 400
    with opened(opensearch_server.url, prefix) as sink:
        sink.write(batch((0, record(long, 0))))
        sink.write(batch((1, record(long, 1, "newer"))))
    assert bodies(opensearch_server, prefix) == {long: "newer"}


@pytest.mark.parametrize("cut", [BEFORE, AFTER])
@pytest.mark.parametrize("where", ["GET /", "_bulk", "PUT /"], ids=["reading the offset", "bulk", "offset"])
def test_a_connection_cut_anywhere_is_made_good(
    opensearch_server: OpenSearchServer, prefix: str, where: str, cut: str
) -> None:
    """The offset is never ahead of the articles; tried again, each is there once in its newest version."""
    wanted = batch((0, record("a", 0)), (1, record("b", 1)), (2, record("a", 2, "newer")))
    told: list[str] = []
    with (
        Proxy(opensearch_server.port) as proxy,
        opened(f"http://127.0.0.1:{proxy.port}", prefix) as sink,
    ):
        proxy.faults = [Fault(where, cut, times=2)]  # aiohttp itself tries a second time where it may
        for _ in range(3):
            try:
                sink.write(wanted)
            except SinkUnavailable as outage:
                told.append(str(outage))
            stored = [one["nextOffset"] for one in opensearch_server.sources(f"{prefix}-offsets")]
            assert stored == [] or set(bodies(opensearch_server, prefix)) == {"a", "b"}
        assert proxy.faults[0].times == 0
        assert [text for text in told if "the connection was lost" not in text] == []
        assert sink.committed(TOPIC, 0) == 3
    assert bodies(opensearch_server, prefix) == {"a": "newer", "b": "Rain fell."}


@pytest.mark.parametrize(("status", "advice"), [(429, "it is overloaded"), (503, "it is not ready")])
def test_an_overloaded_cluster_is_waited_for(
    opensearch_server: OpenSearchServer, prefix: str, status: int, advice: str
) -> None:
    """Told to come later, the sink leaves the offset where it was."""
    with (
        Proxy(opensearch_server.port) as proxy,
        opened(f"http://127.0.0.1:{proxy.port}", prefix) as sink,
    ):
        proxy.faults = [Fault("_bulk", status)]
        with pytest.raises(SinkUnavailable, match=advice):
            sink.write(batch((0, record())))
        assert sink.committed(TOPIC, 0) is None
        sink.write(batch((0, record())))
        assert sink.committed(TOPIC, 0) == 1


def test_a_block_of_the_index_is_waited_for(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """Where the cluster's disk is nearly full it blocks the index: told so, and written when the block is gone."""
    block = {"index.blocks.read_only_allow_delete": True}
    with opened(opensearch_server.url, prefix) as sink:
        opensearch_server.call("PUT", f"/{prefix}-articles/_settings", block)
        with pytest.raises(SinkUnavailable, match="free some disk space there, or lift the index's block"):
            sink.write(batch((0, record())))
        assert sink.committed(TOPIC, 0) is None
        opensearch_server.call("PUT", f"/{prefix}-articles/_settings", dict.fromkeys(block))
        sink.write(batch((0, record())))
    assert set(bodies(opensearch_server, prefix)) == {"a"}


def test_a_batch_that_is_too_large_for_a_request_goes_in_halves(
    opensearch_server: OpenSearchServer, prefix: str
) -> None:
    """Where a proxy takes short requests only, all is written but a record that alone is too long."""
    large = record(
        "large", 3, uuid.uuid5(uuid.NAMESPACE_URL, "a").hex + "".join(uuid.uuid4().hex for _ in range(200))
    )
    with (
        Proxy(opensearch_server.port) as proxy,
        opened(f"http://127.0.0.1:{proxy.port}", prefix) as sink,
    ):
        proxy.faults = [Fault("_bulk", 413, fits=lambda length: length > 1000, times=1000)]
        with pytest.raises(SinkRefused) as refused:
            sink.write(batch(*((n, record(f"a{n}", n) if n != 3 else large) for n in range(40))))
        assert refused.value.refused == {3: "OpenSearch refused it: request_too_large"}
    assert len(bodies(opensearch_server, prefix)) == 39


def test_tls_and_password(opensearch_server: OpenSearchServer, prefix: str, tmp_path: Path) -> None:
    """With the CA's file and the password all goes; without either it is told at once what to set."""
    ca = certificate(tmp_path)
    with Proxy(opensearch_server.port, user="sink", password="gehäuse", certificate=ca) as proxy:
        url = f"https://localhost:{proxy.port}"
        with opened(url, prefix, user="sink", password="gehäuse", ssl_cafile=str(ca)) as sink:
            sink.write(batch((0, record())))
            assert sink.committed(TOPIC, 0) == 1
        for options, advice in (
            ({"user": "sink", "password": "wrong", "ssl_cafile": str(ca)}, r"set opensearch\.user and"),
            ({"user": "sink", "password": "gehäuse"}, r"not trusted; set opensearch\.ssl_cafile"),
            ({"ssl_cafile": str(tmp_path / "none")}, r"cannot be used; set opensearch\.ssl_cafile"),
        ):
            with pytest.raises(SinkMisconfigured, match=advice) as told, opened(url, prefix, **options):
                pass
            assert "gehäuse" not in str(told.value)


def test_an_index_of_the_users_own_is_left_as_it_is(opensearch_server: OpenSearchServer, prefix: str) -> None:
    """A mapping that the user made is used; one of a newer version is not touched, and told."""
    own = {"mappings": {"properties": {"headline": {"type": "keyword"}}}}
    opensearch_server.call("PUT", f"/{prefix}-articles", own)
    with opened(opensearch_server.url, prefix) as sink:
        sink.write(batch((0, record("a", 0, headline="The Ferry"))))
    assert found(opensearch_server, prefix, {"term": {"headline": "The Ferry"}}) == ["a"]
    newer = {"_meta": {"copydesk": 99}}
    opensearch_server.call("PUT", f"/{prefix}-offsets/_mapping", newer)
    with (
        pytest.raises(SinkMisconfigured, match="install a newer Copydesk"),
        opened(opensearch_server.url, prefix),
    ):
        pass


@pytest.mark.timeout(400)  # the node starts twice, which takes a minute where much else runs
def test_a_server_killed_under_writing_loses_nothing(own_opensearch: OpenSearchServer, prefix: str) -> None:
    """Killed in the midst of batches and started again, it ends with each article once, in its newest version."""
    server, stop, abandon, failures = own_opensearch, Event(), Event(), []

    def write(sink: OpenSearchSink) -> int:
        offset = 0
        while not abandon.is_set() and (not stop.is_set() or offset < 100):
            messages = ((n, record(f"a{n % 30}", n, f"body {n}")) for n in range(offset, offset + 20))
            try:
                sink.write(batch(*messages))
            except SinkUnavailable as outage:
                failures.append(str(outage))
                abandon.wait(0.05)
            else:
                offset += 20
        return offset

    with opened(server.url, prefix) as sink, ThreadPoolExecutor(1) as thread:
        future = thread.submit(write, sink)
        try:
            until(lambda: len(server.sources(f"{prefix}-articles")) == 30, "some batches")
            server.kill()
            until(lambda: failures, "a batch to be struck")
            server.start()
            stop.set()
            written = future.result()
        finally:
            abandon.set()
        assert sink.committed(TOPIC, 0) == written
    assert bodies(server, prefix) == {f"a{n % 30}": f"body {n}" for n in range(written)}
