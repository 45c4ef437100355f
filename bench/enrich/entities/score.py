"""Score the classifier of names on marked text: `python -m bench.enrich.entities.score FILE... [--first N] [--texts N] [--ner PACKAGE]`.

A file is Universal NER's (`.iob2`) or marked passages (`.txt`). Names are scored sentence by sentence, without what the rest
of an article would add.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from bench.enrich.entities.measured import Finder, measure, uner
from bench.enrich.entities.passages import Marked, passages
from bench.enrich.entities.seconded import measure_seconded
from copydesk.enrich.entities.find import find_names
from copydesk.enrich.entities.ner import NerModel


def _texts(path: Path) -> Iterator[Marked]:
    return uner(path) if path.suffix == ".iob2" else passages(path)


def _finder(language: str) -> Finder:
    return lambda text: ((name.start, name.end, name.type) for name in find_names(text, language))


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--first", type=int, default=0, help="Leave out so many texts.")
@click.option("--language", default="en", help="BCP 47 tag.")
@click.option("--texts", type=int, help="Score so many texts.")
@click.option("--ner", help="Package of a second reader (`enrich.ner`); it tells the language.")
def main(files: tuple[Path, ...], first: int, texts: int | None, language: str, ner: str | None) -> None:
    """Print F1 of each file."""
    for path in files:
        chosen = list(_texts(path))[first:][:texts]
        if ner:
            click.echo("\n".join((f"{path.name}, {ner}:", *measure_seconded(chosen, NerModel(ner)).lines())))
            continue
        told = measure(chosen, _finder(language))
        click.echo(
            f"{path.name}: {len(chosen)} texts, {told.gold} names, {told.told} told; typed F1 {told.typed_f1:.3f}, spans {told.span_f1:.3f}"
        )


if __name__ == "__main__":
    main()
