"""Whole written texts to learn from: every line is labelled, and is a block of its own."""

import random
from pathlib import Path

import pytest

from bench.strip.composed_pages import page_of
from bench.strip.documents import read_documents
from bench.strip.examples import document_pages, document_texts
from copydesk.article import RawArticle
from copydesk.ledger import Kind
from copydesk.normalise.stage import NormaliseOptions, normalise

_DOCUMENTS = read_documents()


def test_each_document_has_an_article_and_furniture_between_its_lines() -> None:
    """Of more than half of them some furniture stands between lines that stay."""
    amid = 0
    for each in _DOCUMENTS:
        stays = [at for at, line in enumerate(each.lines) if line.kind is None]
        assert len(stays) >= 2, each.name
        amid += any(line.kind is not None for line in each.lines[stays[0] : stays[-1]])
    assert amid > 0.5 * len(_DOCUMENTS)


@pytest.mark.parametrize("form", ["text", "html"])
def test_each_line_is_a_block_of_its_own(form: str) -> None:
    """Normalising gives the lines back, one block each and in order, so that labels fit."""
    chance = random.Random(1)
    for each in _DOCUMENTS:
        lines = each.lines
        body = page_of(lines, chance) if form == "html" else "\n\n".join(line.text for line in lines)
        raw = RawArticle(kind="html" if form == "html" else "text", body=body.encode(), charset="utf-8")
        article = normalise(raw, NormaliseOptions())
        read = [article.text[block.start : block.end].split() for block in article.blocks]
        assert [len(words) for words in read] == [len(line.text.split()) for line in lines], each.name


def test_they_are_examples_of_their_own_site() -> None:
    """So that a fold never learns from a document that it is measured on."""
    texts, pages = document_texts(), document_pages()
    assert (
        [each.site for each in texts] == [each.site for each in pages] == [each.name for each in _DOCUMENTS]
    )
    assert len({each.site for each in texts}) == len(texts)


def test_labels_are_read(tmp_path: Path) -> None:
    """A document per head line; what stays has no kind."""
    (tmp_path / "xx.txt").write_text(
        "== document: English, a blog\nheadline\tThe ferry\nkept\tIt  sails.\ndonation\tHelp us\n\n== document: more\nkept\tOnce.\n"
    )
    first, second = read_documents(tmp_path)
    assert [(line.text, line.kind) for line in first.lines] == [
        ("The ferry", Kind.HEADLINE),
        ("It sails.", None),
        ("Help us", Kind.PAYWALL),
    ]
    assert (second.name, len(second.lines)) == ("document-xx-1", 1)


@pytest.mark.parametrize("line", ["newsleter\tSign up", "Sign up", "kept\t "])
def test_a_line_without_a_known_label_is_refused(tmp_path: Path, line: str) -> None:
    """It says where it stands and what is known."""
    (tmp_path / "xx.txt").write_text(f"== document: English, a blog\n{line}\n")
    with pytest.raises(ValueError, match=r"xx\.txt: .* labels are kept, headline, byline"):
        read_documents(tmp_path)
