"""Pages are read without a network, files, DTDs or entities of their own."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from copydesk.article import RawArticle
from copydesk.outcome import Accepted
from copydesk.pipeline import process

PARAGRAPH = (
    "The harbour council voted on Tuesday to rebuild the old fish market, after a year of talks with traders."
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt at a connection or a name fail the test."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a page was read with the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


def page(head: str, body: str, doctype: str = "<!DOCTYPE html>") -> RawArticle:
    """A page with a paragraph that is an article."""
    html = (
        f"{doctype}<html><head>{head}</head><body><p>{PARAGRAPH}</p><p>{PARAGRAPH} {body}</p></body></html>"
    )
    return RawArticle(kind="html", body=html.encode(), url="https://example.org/a")


def record_of(raw: RawArticle) -> Any:
    """The record; it must become one."""
    outcome = process(raw)
    assert isinstance(outcome, Accepted)
    return outcome.record


@pytest.mark.usefixtures("no_network")
def test_what_a_page_names_is_not_fetched() -> None:
    """Scripts, styles, frames, pictures, canonical addresses, JSON-LD contexts: addresses stay addresses."""
    head = (
        '<script src="http://127.0.0.1:1/x.js"></script><link rel="stylesheet" href="http://127.0.0.1:1/x.css">'
        '<link rel="canonical" href="http://127.0.0.1:1/c"><base href="http://127.0.0.1:1/">'
        '<script type="application/ld+json">{"@context": "http://127.0.0.1:1/context", "@type": "NewsArticle"}</script>'
    )
    body = '<img src="http://127.0.0.1:1/p.png"><iframe src="http://127.0.0.1:1/f"></iframe><object data="//127.0.0.1:1/"></object>'
    assert PARAGRAPH in record_of(page(head, body)).article_body


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("kind", ["SYSTEM", "PUBLIC 'x'"])
def test_a_page_defines_no_entities(tmp_path: Path, kind: str) -> None:
    """Neither a file nor an address comes in by a DTD."""
    secret = tmp_path / "secret"
    secret.write_text("canary-of-a-file")
    doctype = f"<!DOCTYPE html [<!ENTITY x {kind} 'file://{secret}'> <!ENTITY % y {kind} 'http://127.0.0.1:1/d.dtd'> %y;]>"
    record = record_of(page("", "&x; here.", doctype))
    assert "canary-of-a-file" not in record.article_body


@pytest.mark.usefixtures("no_network")
def test_entities_do_not_multiply() -> None:
    """A billion laughs is a line of text."""
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    record = record_of(page("", "&l9; laughed.", f"<!DOCTYPE html [<!ENTITY l0 'ha'>{laughs}]>"))
    assert len(record.article_body) < 4000


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("clean", [process])
def test_xml_processing_instructions_are_text_at_most(clean: Callable[[RawArticle], object]) -> None:
    """An XSLT or an XInclude in a page asks for nothing."""
    body = "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?><xi:include href='file:///etc/hostname' parse='text'/>"
    assert isinstance(clean(page("", body)), Accepted)
