"""How often removed blocks are called what a reader calls them, by weights that were trained without their sites.

    python -m bench.strip.kinds_score DIRECTORY    # as bench/strip/train.py --folds has filled it

Of pages, and of their whole visible text as plain text. Counted are blocks that are labelled (`kind_labels.py`), go as a whole and are
not the article's own.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.strip.kind_labels import labelled
from bench.strip.lines import PAGE, labelled_texts
from bench.strip.own import Own
from bench.strip.pages import normal, read_pages
from copydesk.article import CleanArticle, NormalArticle
from copydesk.ledger import Kind

_Told = Counter[tuple[Kind, Kind]]
"""How many blocks of the first kind are called by the second."""


def told(clean: CleanArticle) -> Iterable[tuple[Kind, Kind]]:
    """Yield the kind of each labelled block that goes, and what the ledger calls it."""
    article = clean.article
    blocks = [article.text[block.start : block.end] for block in article.blocks]
    kinds = labelled(article.id, blocks).kinds
    spans = iter(clean.removed)
    span = next(spans, None)
    for at, block in enumerate(article.blocks):
        while span is not None and span.end <= block.start:
            span = next(spans, None)
        if span is not None and span.start <= block.start and block.end <= span.end and at in kinds:
            yield kinds[at], span.kind


def _articles() -> Iterable[tuple[str, str, NormalArticle]]:
    for page in read_pages():
        yield "pages", page.site, normal(page)
    for text in labelled_texts(sources=(PAGE,)):
        if text.article is not None:
            yield "their text", text.site, text.article


def _print(name: str, counts: _Told) -> None:
    all_, right = counts.total(), sum(number for (one, other), number in counts.items() if one is other)
    print(f"{name}: of {all_:,} blocks {right / all_:.3f} are called what they are")
    for kind in Kind:
        own = sum(number for (one, _), number in counts.items() if one is kind)
        called = sum(number for (_, other), number in counts.items() if other is kind)
        both = counts[kind, kind]
        if own and called:
            print(f"  {kind.value:15} {own:6,}  told {both / own:.2f}  right where told {both / called:.2f}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folds", type=Path)
    own = Own(parser.parse_args().folds)
    counts: dict[str, _Told] = {}
    for name, site, article in _articles():
        clean = own.clean(article, site)
        if clean is not None:
            counts.setdefault(name, Counter()).update(told(clean))
    for name, each in counts.items():
        _print(name, each)
    return 0


if __name__ == "__main__":
    sys.exit(main())
