"""Training texts composed of written ones: what stays and what goes is known of every block."""

import random
from pathlib import Path

import pytest

from bench.strip.composed import KINDS, compose, compose_residue, lines_of, read_sites
from bench.strip.composed_pages import page_of
from copydesk.article import RawArticle
from copydesk.ledger import Kind
from copydesk.normalise.stage import NormaliseOptions, normalise

_SITES = read_sites()


def test_every_language_has_every_kind_of_furniture() -> None:
    """No kind is missing in any language: what a language never shows as furniture would be learnt as article."""
    languages: dict[str, set[str]] = {}
    for site in _SITES:
        languages.setdefault(site.name.rsplit("-", 1)[0], set()).update(site.furniture)
    assert len(languages) >= 30
    assert {name: KINDS.keys() - kinds for name, kinds in languages.items() if kinds != KINDS.keys()} == {}


@pytest.mark.parametrize("form", ["text", "html"])
def test_each_line_is_a_block_of_its_own(form: str) -> None:
    """Normalising gives the composed lines back, one block each and in order, so that labels fit."""
    chance = random.Random(1)
    for site in _SITES:
        lines = compose(site, chance)
        body = page_of(lines, chance) if form == "html" else "\n\n".join(line.text for line in lines)
        raw = RawArticle(kind="html" if form == "html" else "text", body=body.encode(), charset="utf-8")
        article = normalise(raw, NormaliseOptions())
        read = [article.text[block.start : block.end].split() for block in article.blocks]
        assert [len(words) for words in read] == [len(line.text.split()) for line in lines], site.name


def test_a_residue_is_a_part_of_the_article_and_one_to_three_lines() -> None:
    """Furniture below the article is below lines of its own, and each residue is read as it was composed."""
    chance = random.Random(4)
    for site in _SITES:
        lines = compose_residue(site, chance)
        own = [line for line in lines if line.text in site.article[1:] and line.kind is None]
        others = [line for line in lines if line not in own]
        assert own
        assert 1 <= len(others) <= 3
        assert all(line in set(lines_of(site)) for line in others)
        last = max(at for at, line in enumerate(lines) if line in own)
        below = [line.kind is None for line in lines[last + 1 :]]
        assert below == sorted(below, reverse=True)
        raw = RawArticle(kind="text", body="\n\n".join(line.text for line in lines).encode(), charset="utf-8")
        assert len(normalise(raw, NormaliseOptions()).blocks) == len(lines), site.name


def test_a_text_is_the_article_in_order_with_lines_of_its_site() -> None:
    """What stays are paragraphs of the site's article as written, what goes is furniture of the same site."""
    chance = random.Random(2)
    for site in _SITES:
        own = {(line.text, line.kind) for line in lines_of(site)}
        lines = compose(site, chance)
        stays = [line.text for line in lines if line.kind is None and line.text not in site.kept]
        paragraphs = [text for text in site.article[1:] if text not in site.kept]
        assert "".join(stays).replace(" ", "") in "".join(paragraphs).replace(" ", "")
        furniture = [line for line in lines if line.kind not in {None, Kind.HEADLINE}]
        assert all((line.text, line.kind) in own for line in furniture)


def test_the_same_seed_gives_the_same_texts() -> None:
    """Composing is deterministic, as training is."""
    for form in (compose, compose_residue):
        first, second = ([form(site, random.Random(3)) for site in _SITES] for _ in range(2))
        assert first == second


def test_an_unknown_heading_is_refused(tmp_path: Path) -> None:
    """A misspelt kind says where it stands and what is known."""
    (tmp_path / "xx.txt").write_text("== newsleter\nSign up\n")
    with pytest.raises(ValueError, match=r"xx\.txt: 'newsleter' is no kind; known are byline"):
        read_sites(tmp_path)
