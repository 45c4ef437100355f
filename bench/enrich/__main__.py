"""`make bench-enrich`: quality and speed of enrichment, with the bars; needs the development pages beside the checkout."""

from collections.abc import Iterator

import click

from bench.enrich import language, ner, pages, quotes, speed, telling
from bench.strip.pages import read_pages
from copydesk.article import CleanArticle, RawArticle
from copydesk.pipeline import trace


def _articles() -> Iterator[tuple[RawArticle, CleanArticle]]:
    for page in read_pages(every=4):
        raw = RawArticle(kind="html", body=page.html.encode(), charset="utf-8", url=page.url)
        clean = trace(raw).clean
        if clean is not None:
            yield raw, clean


def _languages() -> None:
    told = language.measure()
    if told is None:
        click.echo("languages: no data; `cargo add lingua && cargo fetch` in an empty project brings it")
        return
    worst = sorted(told.right.items(), key=lambda pair: pair[1])[:12]
    click.echo(
        f"languages: {told.sentences} single sentences, mean of the languages claimed {told.claimed:.4f}"
        f" (bar {language.BAR}), of all {len(told.right)} {told.every:.4f}, unknown {told.unknown:.4f}"
    )
    click.echo("  least: " + ", ".join(f"{tag} {share:.2f}" for tag, share in worst))


def _mixed() -> None:
    told = language.mixed()
    click.echo(
        f"languages of a text: told as several in {told.alone} of {told.texts} pages; with a paragraph of another"
        f" language put in, that one told in {told.told} of {told.texts}"
    )


def _pages() -> None:
    told = pages.measure()
    click.echo(
        f"dates: {told.dated} pages, right day {told.right_day / told.dated:.3f} (bar {pages.DAY_BAR}),"
        f" wrong {told.told - told.right_day}, none {told.dated - told.told},"
        f" of confidence {pages.SURE} and more {told.right_sure} right of {told.sure},"
        f" gold day told as published or modified {told.either / told.dated:.3f};"
        f" zone told on {told.zone_told} of {told.zoned} pages that give one"
    )
    beside = (
        "trafilatura is not installed"
        if told.reference is None
        else f"trafilatura {told.reference / told.signed:.3f}"
    )
    click.echo(f"authors: {told.signed} pages, exact {told.authors / told.signed:.3f}; {beside}")
    for name, (count, right) in told.by_method.items():
        click.echo(f"  {name}: {right} of {count}")


def _telling() -> None:
    told = telling.measure()
    for name, overlap in told.descriptions.items():
        click.echo(f"description, {name}: {overlap.pages} pages, of the publisher's telling words {overlap}")
    for name, phrases in told.phrases.items():
        click.echo(f"{name}: {told.keyword_pages} pages with keywords that stand in their text, {phrases}")


def _speed() -> None:
    told = speed.measure(_articles())
    click.echo(
        f"speed: {told.articles} pages of {speed.WORDS[0]} to {speed.WORDS[1]} words, median ms of CPU"
    )
    for name, took in sorted(told.parts.items(), key=lambda pair: -pair[1]):
        click.echo(f"  {name}: {took:.2f}")
    click.echo(
        f"  all of enrich: {told.whole:.2f} (bar {speed.BAR_MS}), its parts together {told.together:.2f}; normalise: {told.normalise:.2f};"
        f" ratio {told.whole / told.normalise:.2f}"
    )


if __name__ == "__main__":
    _languages()
    _mixed()
    _pages()
    for line in quotes.lines():
        click.echo(line)
    _telling()
    for line in ner.lines(_articles()):
        click.echo(line)
    _speed()
